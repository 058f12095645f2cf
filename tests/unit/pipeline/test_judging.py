from __future__ import annotations

from datetime import date

import pytest

from lantu.model import Decision, Judgement
from lantu.pipeline.judging import decided_by, lost_judgements


def a_judgement(**more: str) -> Judgement:
    return Judgement(decision=Decision.LINK, commitment="c1", by="M", when="2024-01-02", reason="r", **more)


@pytest.mark.parametrize(
    "judgement", [a_judgement(), a_judgement(observation="o1"), a_judgement(observation="o1", quote="45处")]
)
def test_a_judgement_on_what_was_read_is_not_lost(judgement: Judgement) -> None:
    assert lost_judgements([judgement], {"c1": "45处"}, {"o1"}) == []


@pytest.mark.parametrize(
    ("judgement", "quotes", "message"),
    [
        (a_judgement(), {}, "the commitment c1 is gone"),
        (a_judgement(observation="o2"), {"c1": "45处"}, "the observation o2 is gone"),
        (a_judgement(quote="45处"), {"c1": "54处"}, "the commitment c1 reads 「54处」 now"),
    ],
)
def test_a_judgement_whose_statement_changed_is_told(
    judgement: Judgement, quotes: dict[str, str], message: str
) -> None:
    [issue] = lost_judgements([judgement], quotes, {"o1"})

    assert issue.message == f"{message}, on which M decided on 2024-01-02: decide again"


def test_a_decision_counts_from_the_day_it_was_made() -> None:
    judgement = a_judgement()

    assert decided_by(date(2024, 1, 2), [judgement]) == ([judgement], [])
    early, [issue] = decided_by(date(2024, 1, 1), [judgement])
    assert early == []
    assert issue.message == "1 judgements were made after 2024-01-01: not applied"
