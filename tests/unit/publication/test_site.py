"""What the pages say, to whom, and what they never do."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

import lantu
from lantu.ledger import Ledger
from lantu.model import Decision, InputError, Issue, Judgement, Licence, Line, Period, Role, VerdictKind
from lantu.publication import publish, wording
from lantu.publication.press import printable

from .sample import Paper, Sample, evidence, plan_paper, promise, reached, result, sample

VOID = {"meta", "link", "path", "rect", "line", "input", "br", "img"}


class Page(HTMLParser):
    """A page taken apart: its elements, its text; every element must be closed in order."""

    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.path, self.open = path, list[str]()
        self.elements, self.texts = list[tuple[str, dict[str, str | None]]](), list[str]()
        self.feed(path.read_text(encoding="utf-8"))
        assert self.open == [], f"{path}: {self.open} never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"{self.path}: </{tag}> closes nothing"
        assert self.open.pop() == tag, f"{self.path}: </{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        """Its words without line breaks."""
        return " ".join("".join(self.texts).split())

    @property
    def ids(self) -> list[str]:
        """Every id on the page."""
        return [str(attributes["id"]) for _, attributes in self.elements if "id" in attributes]

    @property
    def links(self) -> list[str]:
        """Every address that the page names; a prefilled message is none."""
        named = [str(each[key]) for _, each in self.elements for key in ("href", "src") if key in each]
        return [link for link in named if not link.startswith("mailto:")]


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    return {str(path.relative_to(site)): Page(path) for path in sorted(site.rglob("*.html"))}


def published(made: Sample, folder: Path, since: Path | None = None) -> Path:
    path = made.write(folder / "ledger.sqlite")
    with Ledger.open(path) as book:
        if since is None:
            publish(book, folder / "site")
        else:
            with Ledger.open(since) as earlier:
                publish(book, folder / "site", since=earlier)
    return folder / "site"


def one_promise(
    clause: str, quote: str, kind: str = "met", licence: Licence = Licence.OPEN, **fields: object
) -> Sample:
    paper = Paper("plan", [clause], roles=frozenset({Role.PLAN}), licence=licence)
    made = Sample(papers=[paper])
    made.settle(promise(paper, clause, quote, None, comparator=None, basis=None), kind, **fields)
    return made


def the_commitment(site: Path, code: str = "en") -> Page:
    [path] = (site / code / "commitments").iterdir()
    return Page(path)


def digest(site: Path) -> dict[str, str]:
    return {
        str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_both_languages_have_the_same_pages(pages: dict[str, Page]) -> None:
    chinese = {name.removeprefix("zh/") for name in pages if name.startswith("zh/")}
    english = {name.removeprefix("en/") for name in pages if name.startswith("en/")}

    assert chinese == english
    assert len(chinese) == 45


def test_every_link_leads_somewhere(site: Path, pages: dict[str, Page]) -> None:
    broken = []
    for name, page in pages.items():
        for link in page.links:
            address, anchor = urldefrag(link)
            target = (site / name).parent / unquote(address) if address else site / name
            known = pages.get(str(target.resolve().relative_to(site.resolve()))) if "://" not in link else page
            gone = "://" not in link and not target.is_file()
            if gone or ("=" not in anchor and anchor and known and unquote(anchor) not in known.ids):
                broken.append((name, link))

    assert broken == []


def test_no_page_asks_another_host_for_anything(pages: dict[str, Page]) -> None:
    fetched = [
        (name, tag, value)
        for name, page in pages.items()
        for tag, attributes in page.elements
        for key, value in attributes.items()
        if key in ("src", "srcset", "data") or (tag == "link" and key == "href")
        if value and not value.endswith((".css", ".js", ".svg", ".html", "../data/changes.atom"))
    ]

    assert fetched == []


def test_no_page_holds_a_script_or_style_that_the_policy_forbids(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert [tag for tag, attributes in page.elements if tag == "script" and "src" not in attributes] == []
        assert [tag for tag, _ in page.elements if tag == "style"] == []
        assert [key for _, each in page.elements for key in each if key == "style" or key.startswith("on")] == []
        policies = [
            each["content"] for tag, each in page.elements if each.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(policies) == 1
        assert str(policies[0]).startswith("default-src 'none'; script-src 'self'; style-src 'self';")


def test_every_page_says_its_language_and_names_itself_in_the_other(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        if "/" not in name:
            continue
        tag, other = ("zh-Hans", "en") if name.startswith("zh/") else ("en", "zh")
        assert page.elements[0] == ("html", {"lang": tag}), name
        assert f"../{other}/{name[3:]}" in " ".join(page.links), name


def test_an_id_occurs_once_on_a_page(pages: dict[str, Page]) -> None:
    assert {name: page.ids for name, page in pages.items() if len(set(page.ids)) != len(page.ids)} == {}


def test_every_page_has_one_main_heading_and_its_landmarks(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        tags = [tag for tag, _ in page.elements]
        assert (tags.count("h1"), tags.count("main")) == (1, 1), name
        assert name == "index.html" or {"header", "nav", "footer"} <= set(tags), name


def test_no_message_is_left_untranslated_or_unfilled(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert re.findall(r"%\(\w+\)s|%%|\bNone\b(?!\.| of)|Undefined|&[a-z]+;", page.text) == [], name
        if name.startswith("zh/") and "/documents/" not in name:
            assert re.findall(r"\b(?:the|of|promise|report|verdict)\b", page.text) == [], name


def test_the_overview_puts_coverage_beside_delivery(pages: dict[str, Page]) -> None:
    assert (
        "截至2025年5月20日，23项承诺中有10项到期可核验，其中2项已证实完成，1项无人通报。" in pages["zh/index.html"].text
    )
    english = pages["en/index.html"].text
    assert "Shown to be delivered 20% 2 of 10 due Reported on at all 90% 9 of 10 due" in english
    assert "Deadline still ahead 12 of which secured: 0" in english


def test_the_overview_puts_what_the_plan_says_beside_what_was_read(pages: dict[str, Page]) -> None:
    text = pages["en/index.html"].text

    assert "The plan says that it holds: themes: 3, items: 8, tasks: 19" in text
    assert "Commitments found in the documents: 24" in text


def test_with_nothing_due_the_overview_does_not_divide_by_it(tmp_path: Path) -> None:
    site = published(one_promise("地铁二期通车", "二期通车", "not_due"), tmp_path)

    text = Page(site / "en" / "index.html").text
    assert "On 20 May 2025 none of the 1 commitments is due yet; 0 can no longer fail." in text
    assert "Shown to be delivered – nothing is due yet" in text


def test_every_verdict_is_named_and_explained_on_its_page(site: Path, pages: dict[str, Page]) -> None:
    told = {kind for kind in VerdictKind if f'id="v-{kind}"' in pages["zh/about.html"].path.read_text("utf-8")}
    text = " ".join(page.text for name, page in pages.items() if name.startswith("zh/commitments/"))

    assert told == set(VerdictKind)
    assert "这不是说承诺没有兑现，而是说没有人证明它已经兑现。" in text
    assert "它既不能证明承诺已兑现，也不能证明没有兑现" in text


def test_a_commitment_page_shows_its_quote_in_its_words(site: Path) -> None:
    page = Page(site / "zh" / "commitments" / f"{sample().verdicts[0][0].id}.html")
    source = page.path.read_text(encoding="utf-8")

    assert '<span class="clause">新开发社区岗位<mark>1.63万个以上</mark></span>' in source
    assert "不少于1.63万个" in page.text
    assert "完成率：117.2%" in page.text
    assert "来源自称：超额完成。它的数字：1.91万个；承诺：不少于1.63万个。" in page.text
    assert "目标可能定低了" in page.text
    assert "期限前已锁定" not in page.text


def commitment_pages(site: Path, code: str) -> Iterator[Page]:
    return (Page(path) for path in sorted((site / code / "commitments").iterdir()))


def test_an_overridden_verdict_stands_beside_the_computed_one(site: Path) -> None:
    page = next(page for page in commitment_pages(site, "en") if "210处" in page.text and "Set by" in page.text)

    assert "Partly delivered" in page.text
    assert "Set by 林若溪 in place of the computed verdict. Computed: Missed" in page.text
    assert "按季度台账核对" in page.text
    assert "under review" not in page.text


def test_a_negative_verdict_that_waits_for_a_reviewer_says_so(site: Path) -> None:
    page = next(page for page in commitment_pages(site, "en") if "24家" in page.text and "Missed" in page.text)

    assert "under review" in page.text
    assert "holds only once a named reviewer has looked at it" in page.text


def test_silence_names_the_documents_that_were_searched(site: Path) -> None:
    page = next(page for page in commitment_pages(site, "en") if "Due, nothing reported" in page.text)

    assert "No document that was searched reports a result. Documents searched 民生计划实施情况发布会" in page.text


def test_evidence_that_cannot_be_compared_says_why(site: Path) -> None:
    page = next(page for page in commitment_pages(site, "en") if "Why: it belongs to another level" in page.text)

    assert "Not comparable" in page.text
    assert "50 same" not in page.text
    assert "市级名师工作室已有50个" in page.text


def test_a_document_that_may_only_be_quoted_shows_clauses_with_their_neighbours_alone(tmp_path: Path) -> None:
    paper = Paper(
        "晚报",
        [
            "开头的闲话不在此列。第二句也不在此列。此前一句。新建球场40片。此后一句。结尾的闲话不在此列。",
            "另一段没有承诺。",
        ],
        roles=frozenset({Role.PLAN}),
        licence=Licence.QUOTE,
        url="https://paper.example/1",
    )
    made = Sample(papers=[paper])
    made.settle(promise(paper, "新建球场40片", "40片", None, of="40片"), "not_reported")

    site = published(made, tmp_path)

    everything = " ".join(
        path.read_text(encoding="utf-8", errors="replace") for path in site.rglob("*") if path.is_file() and path.suffix
    )
    assert "闲话" not in everything
    assert "另一段" not in everything
    [page] = [Page(path) for path in (site / "zh" / "documents").iterdir()]
    assert "……此前一句。新建球场40片" in page.text.replace(" ", "")
    assert "https://paper.example/1" in page.links


def test_an_open_document_is_shown_whole(site: Path) -> None:
    page = next(page for page in map(Page, (site / "zh" / "documents").iterdir()) if "古城灯会" in page.text)

    assert "有三成学位已经开工。" in page.text


def test_statements_are_marked_in_place_and_lead_to_their_commitments(site: Path) -> None:
    made, release = sample(), sample().papers[1]
    found = next(each for each in made.verdicts if "技能" in each[0].indicator)
    observation = found[1].evidence[0].observation

    source = (site / "zh" / "documents" / f"{release.source.document[:16]}.html").read_text(encoding="utf-8")

    assert f'<span id="o-{observation.id}" class="anchor"></span><a class="mark s-observation"' in source
    assert f'href="../commitments/{found[0].id}.html"' in source


def test_marks_that_overlap_are_both_reachable(tmp_path: Path) -> None:
    paper = Paper("plan", ["新建书屋50处并全部免费开放"], roles=frozenset({Role.PLAN}), licence=Licence.OPEN)
    made = Sample(papers=[paper])
    counted = promise(paper, "新建书屋50处并全部免费开放", "50处", None, of="50处")
    whole = promise(paper, "新建书屋50处并全部免费开放", "50处并全部免费开放", None, comparator=None, basis=None)
    made.settle(counted, "met")
    made.settle(whole, "silent")

    site = published(made, tmp_path)

    [page] = [Page(path) for path in (site / "en" / "documents").iterdir()]
    assert "新建书屋50处 (Delivered)并全部免费开放 (Due, nothing reported)" in page.text
    for each in (counted, whole):
        assert f"c-{each.id}" in page.ids
        assert f"../commitments/{each.id}.html" in page.links


def test_a_result_without_a_commitment_is_listed_and_not_counted(pages: dict[str, Page]) -> None:
    assert "Results: 3" in pages["en/unplanned.html"].text
    assert "66万人次" in pages["en/unplanned.html"].text
    assert "66万人次" not in pages["en/commitments.html"].text


def test_issues_are_published_with_their_place(pages: dict[str, Page]) -> None:
    page = pages["en/issues.html"]

    assert "no year before 「学位三成」" in page.text
    assert "“学位三成”之前没有年份" in pages["zh/issues.html"].text
    assert [link for link in page.links if re.search(r"documents/[0-9a-f]{16}\.html#p\d", link)] != []


def test_an_issue_in_the_words_of_an_error_leads_from_chinese_to_english(pages: dict[str, Page]) -> None:
    [link] = [link for link in pages["zh/issues.html"].links if "en/issues.html#" in link]

    assert "old.pdf: its pages are damaged; save it again" in pages["en/issues.html"].text
    assert "its pages are damaged" not in pages["zh/issues.html"].text
    assert link.partition("#")[2] in pages["en/issues.html"].ids


ENGLISH = re.compile(r"[a-z]+,? [a-z]+,? [a-z]+")
SPELLED = ("pip install ", "lantu fetch", "lantu check")


def test_no_issue_is_told_in_english_on_a_chinese_page(tmp_path: Path) -> None:
    made = sample()
    made.issues = [
        Issue.worded(code, pattern, **dict.fromkeys(re.findall(r"%\((\w+)\)s", pattern), "三"))
        for code, pattern in issue_calls()
        if pattern is not None
    ]

    text = Page(published(made, tmp_path) / "zh" / "issues.html").text

    assert len(made.issues) > 40
    assert ENGLISH.findall(re.sub("|".join(SPELLED), "", text)) == []


def test_every_issue_has_a_heading() -> None:
    assert {code for code, _ in issue_calls()} == set(wording.ISSUES)


SRC = Path(lantu.__file__).parent
NEVER_PUBLISHED = {SRC / "ledger" / "verify.py", SRC / "pipeline" / "replaying.py"}


@cache
def issue_calls() -> tuple[tuple[str, str | None], ...]:
    """Every issue that the code reports into a ledger: its code, and its pattern where it has one."""
    modules = [path for path in sorted(SRC.rglob("*.py")) if path not in NEVER_PUBLISHED]
    calls = [node for path in modules for node in ast.walk(ast.parse(path.read_text("utf-8"))) if is_issue(node)]
    literal = [[each.value if isinstance(each, ast.Constant) else None for each in call.args[:2]] for call in calls]
    return tuple(
        (str(code), pattern if isinstance(call.func, ast.Attribute) else None)
        for call, (code, pattern) in zip(calls, literal, strict=True)
        if code is not None
    )


def is_issue(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("Issue", "Issue.worded")


def test_what_a_document_says_is_marked_as_chinese_on_english_pages(site: Path) -> None:
    for page in commitment_pages(site, "en"):
        source = page.path.read_text(encoding="utf-8")
        assert re.search(r'<h1 class="promise" lang="zh-Hans">', source)
        assert len(re.findall("<blockquote", source)) == len(re.findall('<blockquote lang="zh-Hans"', source))


HOSTILE = '<script>alert("x")</script>&amp;\'"}}{{ 7*7 }}{% raw %}\u202egnp.exe\u0000\u0007\ufffe</p>%s %(x)s 新增50处'


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    made = one_promise(HOSTILE, "新增50处")
    made.plan = {"title": HOSTILE, "themes": [{"id": "a", "name": HOSTILE}]}
    paper = made.papers[0]
    made.observations.append(result(paper, HOSTILE, "50处", indicator=HOSTILE, of="50处"))

    site = published(made, tmp_path)

    for path in site.rglob("*.html"):
        source = path.read_text(encoding="utf-8")
        assert "<script>alert" not in source, path
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\ufffe]", source), path
        assert "49" not in Page(path).text, path
    assert '<script>alert("x")</script>&amp;' in the_commitment(site).text
    assert "\u202e" not in (site / "zh" / "rows.js").read_text(encoding="utf-8")


def test_an_address_that_is_no_web_address_is_no_link(tmp_path: Path) -> None:
    paper = Paper("p", ["新增50处"], roles=frozenset({Role.PLAN}), licence=Licence.OPEN, url="javascript:alert(1)")
    made = Sample(papers=[paper])
    made.settle(promise(paper, "新增50处", "50处", None, of="50处"), "met")

    site = published(made, tmp_path)

    assert [path for path in site.rglob("*.html") if "javascript:" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a\ufffdb"),
        ("a\u202eb", "a\ufffdb"),
        ("\ud800", "\ufffd"),
        ("a\tb\n", "a\tb\n"),
        ("中文é—", "中文é—"),
    ],
)
def test_characters_that_no_reader_should_meet_are_shown_as_such(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_an_id_that_leaves_its_folder_stops_the_build(tmp_path: Path) -> None:
    made = one_promise("新增50处", "50处")
    entries = made.entries()
    for entry in entries:
        if entry.kind in ("commitment", "verdict"):
            (entry.record.get("commitment") or entry.record)["id"] = "../../x"
    with Ledger.create_or_open(tmp_path / "ledger.sqlite") as book:
        book.append(
            [type(e)(e.kind, "../../x" if e.kind in ("commitment", "verdict") else e.key, e.record) for e in entries],
            on=made.on,
        )

    with (
        Ledger.open(tmp_path / "ledger.sqlite") as book,
        pytest.raises(InputError, match="cannot be the name of a page"),
    ):
        publish(book, tmp_path / "site")

    assert not (tmp_path / "site").exists()


def test_a_quote_that_is_not_in_the_stored_text_stops_the_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    site = published(one_promise("新增50处", "50处"), tmp_path)
    before = digest(site)
    made = one_promise("新增50处", "50处")
    made.papers[0].text = "新增51处"  # the records are cut from another text than the passages

    with pytest.raises(InputError, match="is not what the stored text says there"):
        published(made, tmp_path)

    assert digest(site) == before


def test_a_ledger_without_verdicts_is_refused(tmp_path: Path) -> None:
    with Ledger.create_or_open(tmp_path / "ledger.sqlite"):
        pass

    with Ledger.open(tmp_path / "ledger.sqlite") as book, pytest.raises(InputError, match="holds no verdict"):
        publish(book, tmp_path / "site")


def test_the_same_ledger_gives_the_same_bytes(ledger: Path, site: Path, tmp_path: Path) -> None:
    with Ledger.open(ledger) as book:
        publish(book, tmp_path / "site")

    assert digest(tmp_path / "site") == digest(site)


def test_what_changed_since_an_earlier_ledger_has_a_page(tmp_path: Path) -> None:
    earlier, later = sample(), sample()
    _, old = earlier.verdicts[3]
    earlier.verdicts[3] = (
        earlier.verdicts[3][0],
        type(old)(commitment=old.commitment, kind=VerdictKind.SILENT, on=old.on, working=old.working),
    )
    del earlier.verdicts[5]
    del later.verdicts[7]
    (tmp_path / "old").mkdir()
    before = earlier.write(tmp_path / "old" / "ledger.sqlite")

    site = published(later, tmp_path, before)

    text = Page(site / "en" / "changes.html").text
    assert re.search("Not comparable 1 其中省级名师工作室达到25个 ?before: Due, nothing reported", text)
    assert "1 verdicts changed: 0 became delivered, 0 fell short, and 0 fell due without a report." in text
    assert "New commitments 1" in text
    assert "No longer listed 1" in text
    assert "Changed verdicts: 1. New commitments: 1. No longer listed: 1." in Page(site / "en" / "index.html").text


def test_an_earlier_verdict_is_listed_on_the_page_of_its_commitment(tmp_path: Path) -> None:
    earlier = sample()
    commitment, old = earlier.verdicts[0]
    earlier.verdicts[0] = (
        commitment,
        type(old)(commitment=old.commitment, kind=VerdictKind.AHEAD, on=old.on, working=old.working),
    )
    earlier.on = earlier.on.replace(year=2024)
    earlier.write(tmp_path / "ledger.sqlite")

    site = published(sample(), tmp_path)

    text = Page(site / "en" / "commitments" / f"{commitment.id}.html").text
    latest = Page(site / "en" / "index.html").text
    assert re.search(r"Verdicts that changed last 20 May 2025.*Ahead of schedule → ?now ?Exceeded", latest)
    assert "Earlier verdicts 20 May 2024 Ahead of schedule 20 May 2025 Exceeded" in text


def test_a_long_list_is_cut_into_pages_that_link_to_one_another(tmp_path: Path) -> None:
    clauses = [f"新建驿站第{number}批{number}处；" for number in range(1, 302)]
    paper = Paper("plan", ["".join(clauses)], roles=frozenset({Role.PLAN}), licence=Licence.OPEN)
    made = Sample(papers=[paper])
    for number, clause in enumerate(clauses, start=1):
        made.settle(promise(paper, clause[:-1], f"{number}处", None, of=f"{number}处"), "not_due")

    site = published(made, tmp_path)

    first, second = Page(site / "zh" / "commitments.html"), Page(site / "zh" / "commitments-2.html")
    assert [tag for tag, _ in first.elements].count("tr") == 251
    assert [tag for tag, _ in second.elements].count("tr") == 52
    assert "commitments-2.html" in first.links
    assert "301," not in first.text


def test_commitments_of_other_documents_stand_apart_from_the_plans_own(tmp_path: Path) -> None:
    made = sample()
    paper = plan_paper()

    site = published(made, tmp_path)

    text = Page(site / "en" / "index.html").text
    assert paper.source.title
    assert "By 20 May 2025, 10 of 23 commitments were due." in text
    assert "hold 1 more: 0 due, 0 shown to be delivered, 0 reported on." in text


def test_a_plan_without_themes_is_ordered_by_the_documents_own_headings(tmp_path: Path) -> None:
    made = sample()
    made.plan = {"title": "计划"}

    site = published(made, tmp_path)

    assert sorted(path.name for path in (site / "zh" / "themes").iterdir()) == [
        "heading-1.html",
        "heading-2.html",
        "heading-3.html",
        "other.html",
    ]


def test_a_rough_figure_is_drawn_as_what_it_leaves_open(tmp_path: Path) -> None:
    paper = Paper("plan", ["新增50处。已建成40余处。"], roles=frozenset({Role.PLAN}), licence=Licence.OPEN)
    made = Sample(papers=[paper])
    told = result(paper, "已建成40余处", "40余处", of="40处", period=Period.year(2024))
    made.settle(
        promise(paper, "新增50处", "50处", None, of="50处"),
        "behind",
        evidence(told),
        **reached("0.8", "1"),
        expected=None,
    )

    page = the_commitment(published(made, tmp_path))

    assert "Share of the target that the evidence shows: 80%–100%." in page.text
    assert "Hatched: what the evidence leaves open." in page.text


def judged(when: str, **fields: str) -> Judgement:
    told = {"decision": Decision.OVERRIDE, "commitment": "00", "by": "林若溪", "when": when, "reason": "按季度台账核对"}
    return Judgement(**(told | fields))  # type: ignore[arg-type]


def test_every_decision_is_listed_with_its_name_and_reason_the_latest_first(tmp_path: Path) -> None:
    made = one_promise("新增50处", "50处", override=VerdictKind.MISSED)
    id_ = made.verdicts[0][0].id
    made.judgements = [
        judged("2025-01-02", commitment=id_, verdict="missed"),
        judged("2025-03-04", commitment="gone", quote="新建60处", decision=Decision.CONFIRM),
        judged("2026-01-01", commitment=id_, verdict="met", reason="后来才作出"),
    ]

    site = published(made, tmp_path)

    page = Page(site / "en" / "corrections.html")
    assert page.text.index("4 March 2025") < page.text.index("2 January 2025")
    assert "Verdict set: Missed in place of the computed Delivered" in page.text
    assert page.text.count("Reason given: 按季度台账核对") == 2
    assert "新建60处 The statement is no longer in the documents" in page.text
    assert "后来才作出" not in page.text
    assert f"commitments/{id_}.html" in page.links


def test_a_correction_of_the_reading_is_listed_with_its_reason(tmp_path: Path) -> None:
    made = one_promise("新增50处", "50处")
    corrected = {"sort": "unit", "words": ["间", "所"], "read_as": "处", "reason": "同一设施的两种说法"}
    made.plan = made.plan | {"corrections": [corrected]}

    text = Page(published(made, tmp_path) / "en" / "corrections.html").text

    assert "Spellings read as one unit 间、所 → 处 Reason given: 同一设施的两种说法" in text


def test_milestones_are_listed_with_their_reason(tmp_path: Path) -> None:
    made = one_promise("新增50处", "50处")
    stones = [{"by": "2023-06-30", "share": "0.1"}, {"by": "2023-12-31", "share": "0.455"}]
    pace = {"sort": "pace", "words": ["食堂"], "read_as": None, "milestones": stones, "reason": "实施方案附表"}
    made.plan = made.plan | {"corrections": [pace]}

    site = published(made, tmp_path)

    told = "食堂 10% by 30 June 2023, 45.5% by 31 December 2023 Reason given: 实施方案附表"
    assert told in Page(site / "en" / "corrections.html").text
    assert "2023年6月30日前达10%，2023年12月31日前达45.5%" in Page(site / "zh" / "corrections.html").text


def test_every_page_leads_to_the_feed_of_changed_verdicts(site: Path, pages: dict[str, Page]) -> None:
    feeds = {
        (path.parent / str(each["href"])).resolve()
        for path, page in ((page.path, page) for name, page in pages.items() if "/" in name)
        for tag, each in page.elements
        if tag == "link" and each.get("type") == "application/atom+xml"
    }

    assert feeds == {(site / "data" / "changes.atom").resolve()}


def test_the_working_calls_documents_by_their_titles_on_chinese_pages(tmp_path: Path) -> None:
    made = one_promise("新增50处", "50处")
    [(commitment, verdict)] = made.verdicts
    name, title = made.papers[0].source.name, made.papers[0].source.title
    line = Line("searched", f"searched: {name}, old-{name}", f"已查:{name}, old-{name}")
    made.verdicts = [(commitment, replace(verdict, working=(line,)))]

    site = published(made, tmp_path)

    assert f"已查:“{title}”, old-{name}" in the_commitment(site, "zh").text
    assert f"searched: {name}, old-{name}" in the_commitment(site, "en").text


def test_a_page_of_a_known_address_names_itself_in_every_language(tmp_path: Path) -> None:
    made = one_promise("新增50处", "50处")
    made.plan = made.plan | {"address": "https://plan.example/site/"}

    about = Page(published(made, tmp_path) / "zh" / "about.html")

    named = {(each["hreflang"], each["href"]) for tag, each in about.elements if tag == "link" and "hreflang" in each}
    root = "https://plan.example/site"
    assert named == {("zh-Hans", f"{root}/zh/about.html"), ("en", f"{root}/en/about.html")}


def test_a_commitment_can_be_passed_on_with_a_card_and_a_permanent_address(tmp_path: Path) -> None:
    made = one_promise("新增50处", "50处")
    made.plan = made.plan | {"address": "https://plan.example/site/", "contact": "help@city.example"}

    page = the_commitment(published(made, tmp_path))

    name = page.path.name
    told = {each["property"]: each["content"] for tag, each in page.elements if tag == "meta" and "property" in each}
    assert told["og:title"] == "新增50处"
    assert told["og:description"] == "Delivered – 新增50处"
    assert told["og:image"] == "https://plan.example/site/static/cards/met-en.png"
    assert told["og:url"] == f"https://plan.example/site/en/commitments/{name}"
    assert f"https://plan.example/site/en/commitments/{name}" in page.links
    assert 'href="mailto:help@city.example?subject=' in page.path.read_text("utf-8")


def test_how_evidence_compares_is_said_in_the_language_of_the_page(tmp_path: Path) -> None:
    paper = Paper("plan", ["新增50处。已建成60处。"], roles=frozenset({Role.PLAN}), licence=Licence.OPEN)
    made = Sample(papers=[paper])
    told = result(paper, "已建成60处", "60处", of="60处", period=Period.year(2024))
    made.settle(
        promise(paper, "新增50处", "50处", None, of="50处"),
        "met",
        evidence(told, note="agree: 处", note_zh="相同:处"),
    )

    site = published(made, tmp_path)

    assert "相同:处" in the_commitment(site, "zh").text
    assert "agree: 处" not in the_commitment(site, "zh").text
    assert "agree: 处" in the_commitment(site, "en").text


def test_the_documents_are_listed_by_year_with_what_each_added(pages: dict[str, Page]) -> None:
    text = pages["en/documents.html"].text

    assert re.search(r"2023 10 January 2023 · plan .*Promises: 24 .*2025 8 January 2025 · press release", text)
    assert "Commitments with evidence from it:" in text


def test_a_promise_that_a_later_document_moved_shows_every_version_in_order(tmp_path: Path) -> None:
    papers = [
        Paper(
            name,
            [clause],
            roles=frozenset({Role.PLAN}),
            licence=Licence.OPEN,
            published=date(year, 1, 9),
        )
        for name, clause, year in (("计划", "新增50处", 2023), ("报告", "新增45处", 2024), ("公报", "新增40处", 2025))
    ]
    made = Sample(papers=papers)
    told = [promise(paper, paper.text, paper.text[2:], None, of=paper.text[2:]) for paper in papers]
    for each, later in zip(told, [*told[1:], None], strict=True):
        made.settle(each, "not_due", restated_by=None if later is None else later.id)

    site = published(made, tmp_path)

    page = Page(site / "en" / "commitments" / f"{told[1].id}.html")
    assert re.search(
        r"over time .*9 January 2023 · 计划.*9 January 2024 · 报告.*this page.*9 January 2025 · 公报", page.text
    )
    assert {f"{told[0].id}.html", f"{told[2].id}.html"} <= set(page.links)
