"""Between the overview and a commitment: items with their tasks, offices with their duties, what the search finds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lantu.ledger import Ledger
from lantu.model import InputError, Licence, Role
from lantu.publication import publish
from lantu.publication.sheets import safe, sheets

from .sample import Paper, Sample, promise
from .test_site import Page

NUMBERED = "（三）发展普惠托育服务。新增托位40个，培训保育员30人。改造托育点20处。"


def made(paragraphs: list[str], *clauses: str, licence: Licence = Licence.OPEN, **plan: Any) -> Sample:
    paper = Paper("plan", paragraphs, roles=frozenset({Role.PLAN}), licence=licence)
    sample = Sample(papers=[paper])
    sample.plan = {"title": "计划", "themes": [{"id": "care", "name": "一老一小"}], **plan}
    for clause in clauses:
        sample.settle(promise(paper, clause, clause[-3:], "一老一小"), "not_due")
    return sample


def published(sample: Sample, folder: Path) -> Path:
    with Ledger.open(sample.write(folder / "ledger.sqlite")) as book:
        publish(book, folder / "site")
    return folder / "site" / "en"


def test_a_numbered_title_that_opens_the_paragraph_names_the_item(tmp_path: Path) -> None:
    site = published(made([NUMBERED], "新增托位40个", "培训保育员30人", "改造托育点20处"), tmp_path)

    page = Page(site / "items" / "care-1.html")
    assert "发展普惠托育服务" in Page(site / "themes" / "care.html").text
    assert page.text.index("新增托位40个，培训保育员30人") < page.text.index("改造托育点20处")
    assert [tag for tag, each in page.elements if each.get("class") == "task"] == ["section"] * 2


def test_without_one_the_heading_above_names_it(tmp_path: Path) -> None:
    paragraphs = ["#计划", "##（一）稳岗增收", "新增岗位40个。", "##（二）一老一小", "新增托位30个。"]

    site = published(made(paragraphs, "新增岗位40个", "新增托位30个"), tmp_path)

    titles = [Page(site / "items" / f"care-{number}.html").text for number in (1, 2)]
    assert "稳岗增收" in titles[0]
    assert "一老一小" in titles[1]


def test_without_either_the_words_that_open_the_paragraph_name_it(tmp_path: Path) -> None:
    site = published(made(["围绕补齐托育短板，提出新增托位40个。"], "新增托位40个"), tmp_path)

    assert "围绕补齐托育短板" in Page(site / "themes" / "care.html").text


def test_an_opening_that_may_not_be_quoted_names_nothing(tmp_path: Path) -> None:
    far = "。".join(["闲话一句也不能引用"] * 12)
    site = published(made([f"围绕托育，{far}。新增托位40个。"], "新增托位40个", licence=Licence.QUOTE), tmp_path)

    for path in site.rglob("*.html"):
        assert "围绕托育" not in path.read_text(encoding="utf-8"), path


def test_a_commitment_names_its_theme_and_its_item(tmp_path: Path) -> None:
    site = published(made([NUMBERED], "新增托位40个"), tmp_path)

    [path] = (site / "commitments").iterdir()
    assert {"../themes/care.html", "../items/care-1.html"} <= set(Page(path).links)


OFFICES = [
    {"id": "edu", "name": "市教育局", "name_en": "Education Bureau", "leads": ["托育服务"], "supports": []},
    {"id": "fin", "name": "市财政局", "name_en": None, "leads": [], "supports": ["care"]},
]


def test_an_office_lists_what_it_leads_and_what_it_supports(tmp_path: Path) -> None:
    sample = made([NUMBERED, "新增食堂50家。"], "新增托位40个", "新增食堂50家", offices=OFFICES)

    site = published(sample, tmp_path)

    education, finance = Page(site / "offices" / "edu.html"), Page(site / "offices" / "fin.html")
    assert "Leads 1" in education.text
    assert "新增食堂50家" not in education.text
    assert "Supports 2" in finance.text
    assert "Led by no office that is named 1" in Page(site / "offices.html").text


def test_a_commitment_says_who_answers_for_it(tmp_path: Path) -> None:
    site = published(made([NUMBERED], "新增托位40个", offices=OFFICES), tmp_path)

    [path] = (site / "commitments").iterdir()
    assert "Led by Education Bureau" in Page(path).text.replace("Led byE", "Led by E")
    assert "市财政局" in Page(path).text


def test_a_single_commitment_can_be_given_to_an_office_by_its_id(tmp_path: Path) -> None:
    sample = made([NUMBERED], "新增托位40个", "改造托育点20处")
    id_ = sample.verdicts[1][0].id
    sample.plan["offices"] = [{"id": "edu", "name": "市教育局", "leads": [id_]}]

    site = published(sample, tmp_path)

    assert [link for link in Page(site / "offices" / "edu.html").links if "commitments/" in link] == [
        f"../commitments/{id_}.html"
    ]


def test_an_office_that_a_list_of_tasks_names_has_a_page_too(tmp_path: Path) -> None:
    sample = made([NUMBERED], offices=OFFICES)
    for clause, lead in (("新增托位40个", "市卫健委"), ("改造托育点20处", "市财政局")):
        told = promise(sample.papers[0], clause, clause[-3:], "一老一小", led_by=(lead,), supported_by=("市教育局",))
        sample.settle(told, "not_due")

    site = published(sample, tmp_path)

    [own] = [path for path in (site / "offices").iterdir() if path.name.startswith("office-")]
    assert "市卫健委" in Page(own).text
    assert "Leads 1" in Page(own).text
    assert "Leads 1" in Page(site / "offices" / "fin.html").text
    assert "Supports 2" in Page(site / "offices" / "edu.html").text


def test_without_offices_there_is_no_page_of_offices(tmp_path: Path) -> None:
    site = published(made([NUMBERED], "新增托位40个"), tmp_path)

    assert not (site / "offices.html").exists()
    assert "offices.html" not in Page(site / "index.html").links


def found(site: Path) -> dict[str, Any]:
    script = (site / "search.js").read_text(encoding="utf-8")
    index: dict[str, Any] = json.loads(script.removeprefix("window.lantuIndex = ").removesuffix(";\n"))
    return index


def test_everything_that_the_search_finds_is_there(tmp_path: Path) -> None:
    site = published(made([NUMBERED], "新增托位40个", offices=OFFICES), tmp_path)

    index = found(site)

    assert {sort for sort, *_ in index["found"]} == {"theme", "item", "office", "document"}
    assert [path for _, _, path, _ in index["found"] if not (site / path.partition("#")[0]).is_file()] == []


def test_an_english_word_stands_for_chinese_ones(tmp_path: Path) -> None:
    terms = found(published(made([NUMBERED], "新增托位40个"), tmp_path))["terms"]

    assert terms["nursery"] == ["托育", "托位"]
    assert [word for word in terms if word != word.lower()] == []


def test_a_list_is_cut_into_pages_and_an_empty_one_has_one() -> None:
    three = list(sheets("x", "t.html", "abcde", {"kept": 1}, size=2))

    assert [(page.path, page.values["rows"]) for page in three] == [
        ("x.html", "ab"),
        ("x-2.html", "cd"),
        ("x-3.html", "e"),
    ]
    assert three[2].values["current"] == 2
    assert three[0].values["kept"] == 1
    assert [page.path for page in sheets("x", "t.html", "")] == ["x.html"]


@pytest.mark.parametrize("name", ["../x", "", "a b", "x" * 65, "-a"])
def test_a_name_that_leaves_its_folder_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="cannot be the name of a page"):
        safe(name)


def test_a_long_document_is_cut_between_passages_and_its_statements_are_found_on_their_page(tmp_path: Path) -> None:
    padding = "此处是与承诺无关的一段文字。" * 5000
    sample = made(["新增托位40个。", padding, padding, "新增食堂50家。"], "新增托位40个", "新增食堂50家")

    site = published(sample, tmp_path)

    name, last = sample.papers[0].source.document[:16], sample.verdicts[1][0].id
    parts = sorted(path.name for path in (site / "documents").iterdir())
    assert len(parts) > 1
    link = next(each for each in Page(site / "commitments" / f"{last}.html").links if f"#c-{last}" in each)
    target = Page(site / "documents" / link.removeprefix("../documents/").partition("#")[0])
    assert f"c-{last}" in target.ids
    assert target.path.name != f"{name}.html"
