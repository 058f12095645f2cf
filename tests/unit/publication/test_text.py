"""Where a statement stands in the stored text, and that its quote really stands there."""

from __future__ import annotations

from typing import Any

import pytest

from lantu.model import InputError, Passage, PassageKind
from lantu.publication.text import Place, Text, neighbourhood


def a_text(*passages: tuple[str, tuple[tuple[int, int], ...]], complete: bool = True) -> Text:
    return Text("page.txt", [Passage(PassageKind.BODY, text, pieces) for text, pieces in passages], complete=complete)


def a_record(start: int, quote: str) -> dict[str, Any]:
    return {"id": "x", "start": start, "end": start + len(quote), "quote": quote}


def test_a_quote_is_found_across_a_broken_column() -> None:
    # the decoded text: 建成食堂1\n50处
    text = a_text(("建成食堂150处", ((0, 5), (6, 9))))

    assert text.prove(a_record(4, "1\n50处")) == Place(0, 4, 8)


def test_a_quote_is_found_where_another_column_stands_between_its_parts() -> None:
    # the decoded text: 食堂1 天气\n50处 晴朗, in two columns
    text = a_text(("食堂150处", ((0, 3), (7, 10))), ("天气晴朗", ((4, 6), (11, 13))))

    assert text.prove(a_record(2, "1 天气\n50处")) == Place(0, 2, 6)


@pytest.mark.parametrize("quote", ["1\n51处", "2\n50处", "1x50处"])
def test_a_quote_that_differs_in_one_character_stops_the_build(quote: str) -> None:
    text = a_text(("建成食堂150处", ((0, 5), (6, 9))))

    with pytest.raises(InputError, match=r"page\.txt\[4:9\]: the quote of x is not what the stored text says"):
        text.prove(a_record(4, quote))


def test_a_quote_longer_than_its_offsets_stops_the_build() -> None:
    text = a_text(("建成食堂150处", ((0, 8),)))

    with pytest.raises(InputError):
        text.prove(a_record(4, "150处") | {"end": 7})


@pytest.mark.parametrize("start", [7, 8, 40])
def test_a_quote_past_the_end_of_the_text_stops_the_build(start: int) -> None:
    text = a_text(("建成食堂150处", ((0, 8),)))

    with pytest.raises(InputError):
        text.prove(a_record(start, "50处"))


def test_a_quote_before_the_first_passage_stops_the_build() -> None:
    text = a_text(("150处", ((4, 8),)))

    with pytest.raises(InputError):
        text.prove(a_record(0, "150处"))


def test_what_the_ledger_may_not_hold_between_two_parts_is_not_held_against_a_quote() -> None:
    # the second column may not be shown, so the ledger does not hold it
    text = a_text(("食堂150处", ((0, 3), (7, 10))), complete=False)

    assert text.prove(a_record(2, "1 天气\n50处")) == Place(0, 2, 6)


def test_an_excerpt_holds_the_clause_and_one_sentence_on_each_side() -> None:
    words = "甲一。乙二。丙三，建成食堂150处，丁四。戊五。己六。"
    text = a_text((words, ((0, len(words)),)))
    clause = words.index("建成食堂150处")

    excerpt = text.excerpt(Place(0, clause + 4, clause + 8), Place(0, clause, clause + 8))

    assert (excerpt.before, excerpt.lead, excerpt.quote) == ("…乙二。丙三，", "建成食堂", "150处")
    assert (excerpt.rest, excerpt.after) == ("", "，丁四。戊五。…")


@pytest.mark.parametrize(
    ("text", "clause", "shown"),
    [
        ("一。二。三。四。五。", "三", "二。三。四。"),
        ("一。二。三甲。四。五。", "甲", "二。三甲。四。"),
        ("一。二。三。四。五。", "三。", "二。三。四。"),
        ("三", "三", "三"),
        ("长" * 200 + "三" + "短" * 200, "三", "长" * 80 + "三" + "短" * 80),
    ],
)
def test_the_neighbours_of_a_clause_are_one_sentence_on_each_side(text: str, clause: str, shown: str) -> None:
    start = text.index(clause)

    low, high = neighbourhood(text, start, start + len(clause))

    assert text[low:high] == shown


def test_a_long_clause_is_cut_at_a_comma_for_lists() -> None:
    words = (
        "今年主要预期目标为：工业增加值提升6%以上，公共收入增加3%，"
        "居民收入与经济同步，城镇新设岗位2.4万个以上，物价平稳，能耗下降"
    )
    text = a_text((words, ((0, len(words)),)))
    at = words.index("2.4万个")

    brief = text.excerpt(Place(0, at, at + 5), Place(0, 0, len(words))).brief

    assert (brief.lead, brief.quote, brief.rest) == ("…城镇新设岗位", "2.4万个", "以上…")


def test_a_brief_keeps_what_the_number_counts() -> None:
    words = (
        "到规划期末要在全市范围内基本形成布局合理的社区养老服务网络，其中助餐点，达到260处，覆盖所有街道和主要的乡镇"
    )
    text = a_text((words, ((0, len(words)),)))
    at = words.index("260处")

    brief = text.excerpt(Place(0, at, at + 4), Place(0, 0, len(words))).brief

    assert brief.lead == "…其中助餐点，达到"
