"""A place's promises from year to year."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lantu.documents import read_text
from lantu.model import InputError
from lantu.pipeline import Link, YearlyReport, follow
from lantu.pipeline.yearly import reports_of

REVIEW = {
    2022: "修建步道60公里。",
    2023: "修建步道71公里,新增学前教育学位300个。",
    2024: "修建步道55公里,新增学前教育学位800个。",
}
TARGETS = {
    2022: "修建步道70公里,新增学前教育学位800个,关停砖厂4家。",
    2023: "修建步道80公里,新增学前教育学位800个。",
    2024: "修建步道80公里。",
}


def written(year: int) -> str:
    """Write the report that reviews the year before ``year`` and plans ``year``."""
    return (
        f"榆坪县政府工作报告\n\n——{year}年1月15日在榆坪县人民代表大会上\n\n"
        f"一、{year - 1}年工作回顾\n\n{REVIEW.get(year, '')}\n\n二、{year}年工作安排\n\n{TARGETS.get(year, '')}\n"
    )


def report(year: int) -> YearlyReport:
    return YearlyReport(year, read_text(written(year), name=str(year)))


def links(*years: int) -> dict[tuple[int, str], Link]:
    return {(each.year, each.commitment.indicator): each for each in follow(map(report, years), place="榆坪县")}


def test_a_promise_is_settled_by_the_next_report_alone():
    found = links(2024, 2022, 2023)

    assert found[2022, "修建步道"].verdict.kind == "met"
    assert found[2023, "修建步道"].verdict.kind == "partly_met"
    assert (2024, "修建步道") not in found


def test_a_promise_not_kept_and_promised_again_is_carried_over():
    found = links(2022, 2023, 2024)

    assert found[2022, "新增学前教育学位"].carried_over
    assert found[2022, "新增学前教育学位"].verdict.kind == "partly_met"
    again = found[2022, "修建步道"]
    assert again.again is not None
    assert (again.again.change, again.carried_over) == ("raised", False)


def test_promises_of_one_thing_share_a_chain():
    found = links(2022, 2023, 2024)

    first, second = found[2022, "修建步道"], found[2023, "修建步道"]
    assert first.chain == second.chain == first.commitment.id
    assert (first.since, second.since) == (2022, 2022)
    assert found[2022, "关停砖厂"].again is None


def test_a_year_without_the_next_report_breaks_the_chain():
    assert links(2022, 2024) == {}


def test_two_reports_for_one_year_are_an_error():
    with pytest.raises(InputError, match="both for 2023"):
        list(follow([report(2023), report(2023)]))


def test_a_record_holds_places_and_no_sentence():
    record = links(2022, 2023)[2022, "修建步道"].record()

    assert (record["quote"], record["report_quote"], record["again_quantity"]) == ("70公里", "71公里", "80 公里")
    assert written(2022)[record["start"] : record["end"]] == "70公里"
    assert written(2023)[record["again_start"] : record["again_end"]] == "80公里"


@pytest.fixture
def files(tmp_path: Path) -> Callable[[dict[str, str]], list[Path]]:
    """Write files."""

    def write(texts: dict[str, str]) -> list[Path]:
        for name, text in texts.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return [tmp_path / name for name in texts]

    return write


def test_the_year_of_a_file_is_that_of_its_day(files):
    december = written(2023).replace("2023年1月15日", "2022年12月28日")

    assert [one.year for one in reports_of(files({"a.txt": written(2022), "b.txt": december}))] == [2022, 2023]


def test_a_file_without_a_day_is_an_error(files):
    with pytest.raises(InputError, match="names no day"):
        list(reports_of(files({"a.txt": "榆坪县政府工作报告\n\n修建步道60公里。\n"})))
