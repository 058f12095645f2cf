from __future__ import annotations

from lantu.model import Licence, Passage, PassageKind, Span
from lantu.pipeline.trimming import shown_passages

DOCUMENT = "d" * 64


def spans_of(text: str, *clauses: str) -> list[Span]:
    return [Span(DOCUMENT, text.index(clause), text.index(clause) + len(clause)) for clause in clauses]


def body(text: str) -> Passage:
    return Passage(PassageKind.BODY, text, ((0, len(text)),))


def test_an_open_document_is_shown_whole() -> None:
    passage = body("第一句。第二句。")

    assert shown_passages([passage], [], Licence.OPEN) == [passage]


def test_of_a_quoted_document_only_the_clause_and_its_neighbours_stay() -> None:
    text = "远的一句。前一句。新建凉亭9座。后一句。更远的一句。"

    [shown] = shown_passages([body(text)], spans_of(text, "新建凉亭9座"), Licence.QUOTE)

    assert shown.text == "前一句。新建凉亭9座。后一句。"
    assert text[slice(*shown.pieces[0])] == shown.text


def test_a_clause_that_includes_its_stop_keeps_the_same_neighbours() -> None:
    text = "远的一句。前一句。新建凉亭9座。后一句。更远的一句。"

    [shown] = shown_passages([body(text)], spans_of(text, "新建凉亭9座。"), Licence.QUOTE)

    assert shown.text == "前一句。新建凉亭9座。后一句。"


def test_a_quoted_document_without_statements_shows_nothing() -> None:
    assert shown_passages([body("天气晴。")], [], Licence.QUOTE) == []


def test_clauses_far_apart_stay_apart() -> None:
    text = "甲3座。" + "无关的话。" * 20 + "乙4座。"

    shown = shown_passages([body(text)], spans_of(text, "甲3座", "乙4座"), Licence.QUOTE)

    assert [one.text for one in shown] == ["甲3座。无关的话。", "无关的话。乙4座。"]


def test_a_clause_broken_by_the_layout_keeps_its_pieces() -> None:
    text = "前一句。新建凉\n\n亭9座。后一句。末句。"
    passage = Passage(PassageKind.BODY, text.replace("\n\n", ""), ((0, 7), (9, len(text))))

    [shown] = shown_passages([passage], [Span(DOCUMENT, 4, 12)], Licence.QUOTE)

    assert shown.text == "前一句。新建凉亭9座。后一句。"
    assert "".join(text[start:end] for start, end in shown.pieces) == shown.text


def test_a_neighbour_without_end_is_cut_short() -> None:
    text = "新建凉亭9座。" + "长" * 300

    [shown] = shown_passages([body(text)], spans_of(text, "新建凉亭9座"), Licence.QUOTE)

    assert len(shown.text) < 100
