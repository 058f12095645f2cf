"""The same promise in a later document: the original keeps its verdict and carries a badge."""

from __future__ import annotations

from datetime import date

import pytest

from builders import PLAN, RELEASE, REPORT, a_commitment, a_source, an_observation
from lantu.model import Comparator, Role, VerdictKind
from lantu.verdicts import settle

FIRST = a_source(PLAN, published=date(2022, 1, 20), roles=(Role.PLAN,))
SECOND = a_source(RELEASE, published=date(2023, 1, 20), covers=2022, roles=(Role.PLAN, Role.REPORT))
SOURCES = (FIRST, SECOND)
ON = date(2023, 2, 1)


def badges(original, later) -> tuple[str, ...]:
    verdicts = settle([original, later], [], on=ON, sources=SOURCES)
    return verdicts[0].flags


@pytest.mark.parametrize(
    ("later", "badge"),
    [
        ({"printed": "120处"}, "raised"),
        ({"printed": "80处"}, "lowered"),
        ({"printed": "100处"}, "restated"),
        ({"printed": "100处", "when": (2022, 2025)}, "deferred"),
        ({"printed": "100处", "when": (2022, 2023)}, "brought_forward"),
        ({"printed": "100处", "indicator": "新建省级驿站"}, "narrowed"),
    ],
)
def test_the_original_carries_the_badge(later, badge):
    promised = {"indicator": "新建驿站", "when": (2022, 2024)}

    assert badge in badges(a_commitment("100处", **promised), a_commitment(**(promised | later), document=RELEASE))


def test_a_wider_scope_is_widened():
    ours = a_commitment("100处", "新建省级驿站", when=(2022, 2024))
    theirs = a_commitment("100处", "新建驿站", when=(2022, 2024), document=RELEASE)

    assert "widened" in badges(ours, theirs)


def test_a_higher_ceiling_is_lowered_ambition():
    ours = a_commitment("5%", "城镇登记失业率", comparator=Comparator.AT_MOST, when=(2022, 2024))
    theirs = a_commitment("5.5%", "城镇登记失业率", comparator=Comparator.AT_MOST, when=(2022, 2024), document=RELEASE)

    assert "lowered" in badges(ours, theirs)


def test_the_headline_stays_on_the_original_and_each_version_has_its_own_verdict():
    report = a_source(REPORT, published=date(2025, 1, 20), covers=(2022, 2024))
    original = a_commitment("100处", "新建驿站", when=(2022, 2024))
    lowered = a_commitment("80处", "新建驿站", when=(2022, 2024), document=RELEASE)
    told = an_observation("85处", "新建驿站", when=(2022, 2024))
    verdicts = settle([original, lowered], [told], on=date(2025, 1, 20), sources=(*SOURCES, report))

    assert [verdict.kind for verdict in verdicts] == [VerdictKind.PARTLY_MET, VerdictKind.MET]
    assert "lowered" in verdicts[0].flags
    assert any("80 处" in line.en for line in verdicts[0].working)


@pytest.mark.parametrize(
    "later",
    [
        {"indicator": "新建公厕"},
        {"printed": "100公里"},
        {"place": "望海市"},
        {"recurrence": "yearly"},
        {"indicator": "关停驿站"},
        {"printed": "120处", "when": (2022, 2025)},
    ],
)
def test_another_promise_is_no_new_version(later):
    promised = {"printed": "100处", "indicator": "新增驿站", "when": (2022, 2024)}

    moved = {"raised", "lowered", "restated", "deferred", "brought_forward", "narrowed", "widened"}
    assert not moved & set(badges(a_commitment(**promised), a_commitment(**(promised | later), document=RELEASE)))


def test_without_publication_days_nothing_is_earlier_or_later():
    verdicts = settle([a_commitment("100处"), a_commitment("120处", document=RELEASE)], [], on=ON)

    assert all("raised" not in verdict.flags for verdict in verdicts)
