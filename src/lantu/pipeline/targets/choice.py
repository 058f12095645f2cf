"""Choose a report's headline growth target among the statements that were read, or say why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from lantu.model import Basis, Commitment, Direction, Observation, Period, Quantity
from lantu.model.terms import Accumulation

from .indicators import Indicator, word_list

LEAD = 260
"""Characters before a sentence in which its paragraph may say that targets follow."""
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")
_LINK = r"[^，。；：:]{0,24}?(?:[：:]|是|为|如下)"
_GROWING = re.compile("增长|增速|增幅|速度")
_STEP = re.compile(r"(?:左右|以上)?[，,、]?(?:并|在实际工作中)?(?:力争|争取|努力|奋力)(?:达到|实现|增长|突破|完成|达)?")

Told = Commitment | Observation


@dataclass(frozen=True, slots=True)
class Choice:
    """The statement chosen, with the rule; or None, with the reason.

    ``stretch`` is the higher figure of a promise in two steps (确保8%、力争9%).
    """

    statement: Told | None = None
    rule: str | None = None
    reason: str | None = None
    stretch: Quantity | None = None


def choose(text: str, statements: Sequence[Told], indicator: Indicator, place: str, year: int) -> Choice:
    """Choose the growth target of an indicator for a year.

    Parameters
    ----------
    text:
        The decoded text of the report.
    statements:
        The commitments and observations read from it, in any order.

    Returns
    -------
    Choice
        By the rule

        ``announced`` where the figure's own sentence announces the year's targets (主要预期目标是), whatever the
        section around it speaks of;
        ``target_passage`` where it is promised for the year in a paragraph that speaks of targets;
        ``repeated`` where it is promised for the year more than once, always alike;
        ``only_commitment`` where it is promised for the year once;
        ``first_member`` where several indicators share one figure.

        Without a figure the reason is ``differing`` (two figures contradict), ``other_period`` (growth is promised
        for other years only), ``relative`` (only a lead over another place), ``amount_only`` (an amount, no growth),
        ``no_commitment`` (the indicator is spoken of, no growth is promised) or ``not_mentioned``.
    """
    named = _in_order(one for one in statements if indicator.means(one.indicator, place))
    growth = [one for one in named if _is_growth(one)]
    led = [one for one in _in_order(statements) if _is_growth(one) and indicator.leads(one.indicator, place)]
    shared = [one for one in led if "分别" not in text[one.sentence.start : one.span.start]]
    promised = [one for one in growth if isinstance(one, Commitment) and _is_of_year(one, year)]
    promised = [one for one in promised if _names_no_other_years(text, one, year)]
    first, stretches = _without_stretch(text, growth)
    own = [one for one in first if one in promised]
    for rule, few in (
        ("announced", [one for one in first if announces(text, one, year)]),
        ("target_passage", [one for one in own if _speaks_of_targets(text, one)]),
        ("repeated" if len(own) > 1 else "only_commitment", own),
        ("first_member", [one for one in shared if announces(text, one, year) or _is_of_year(one, year)]),
    ):
        figures = {_figure(one) for one in few}
        if len(figures) == 1:
            return Choice(few[0], rule, stretch=stretches.get(few[0].id) or _second_step(text, few[0], statements))
        if figures:
            return Choice(reason="differing")
    return Choice(reason=_why_none(text, [one for one in named if isinstance(one, Commitment)], indicator, year))


def announces(text: str, one: Told, year: int) -> bool:
    """Tell whether the sentence announces targets before the figure, and for no other year or span of years."""
    lead = text[one.sentence.start : one.span.start]
    if _announcing().search(lead) is None or one.accumulation is Accumulation.ANNUAL_AVERAGE:
        return False
    return _pattern("past_targets").search(lead) is None and _names_no_other_years(text, one, year)


def _names_no_other_years(text: str, one: Told, year: int) -> bool:
    """Tell whether nothing before the figure shows that it is for other years, or against an older year."""
    lead = text[one.sentence.start : one.span.start]
    lead = lead[max(lead.rfind("今年"), lead.rfind("明年"), 0) :]
    years = {int(found) for found in _YEAR.findall(lead)}
    return years <= {year, year - 1} and _other_years().search(lead) is None


def hedge(text: str, one: Told) -> str | None:
    """Give the words directly around the figure that hedge or harden it, as printed: ``力争…左右``."""
    before = _before().search(text[max(one.sentence.start, one.span.start - 14) : one.span.start])
    after = _pattern("hedge_after").match(text, one.span.end)
    words = [match[0] for match in (before, after) if match is not None]
    return "…".join(words) if words else None


def _speaks_of_targets(text: str, one: Told) -> bool:
    start = one.sentence.start
    lead = max(text.rfind("\n\n", 0, start), start - LEAD, 0)
    return _pattern("passage").search(text, lead, one.span.end + 12) is not None


def _without_stretch(text: str, growth: list[Told]) -> tuple[list[Told], dict[str, Quantity]]:
    """Take off the second step of a promise in two steps, kept under the id of the first."""
    first: list[Told] = []
    stretches: dict[str, Quantity] = {}
    for one in growth:
        previous = first[-1] if first else None
        between = text[previous.span.end : one.span.start] if previous is not None else ""
        near = previous is not None and previous.sentence == one.sentence and len(between) <= 40
        if previous is not None and near and _pattern("stretch").search(between) and one.quantity is not None:
            stretches[previous.id] = one.quantity
        else:
            first.append(one)
    return first, stretches


def _second_step(text: str, one: Told, statements: Sequence[Told]) -> Quantity | None:
    """Give the figure that directly follows as the second step, whatever indicator the reader gave it."""
    for other in statements:
        if other.sentence == one.sentence and other.span.start >= one.span.end and other.quantity is not None:
            step = _STEP.fullmatch(text, one.span.end, other.span.start)
            if step is not None and other.quantity.unit == "%":
                return other.quantity
    return None


def _why_none(text: str, named: list[Told], indicator: Indicator, year: int) -> str:
    growth = [one for one in named if _is_growth(one)]
    if growth:
        return "other_period"
    own = [one for one in named if _is_of_year(one, year)]
    if any(one.quantity is not None and one.quantity.unit == "百分点" for one in own):
        return "relative"
    if own:
        return "amount_only"
    # 经济 alone is in every report; it does not show that the indicator is spoken of.
    return "no_commitment" if any(word in text for word in indicator.words if "经济" not in word) else "not_mentioned"


def _is_growth(one: Told) -> bool:
    if one.quantity is None or one.quantity.unit != "%" or one.direction is Direction.DOWN:
        return False
    return one.basis is Basis.CHANGE or (one.basis is Basis.SHARE and _GROWING.search(one.indicator) is not None)


def _is_of_year(one: Told, year: int) -> bool:
    whole = Period.year(year)
    return (
        one.period is not None
        and one.period.end == whole.end
        and one.period.start in (None, whole.start)
        and one.accumulation is not Accumulation.ANNUAL_AVERAGE
    )


def _figure(one: Told) -> tuple[object, object]:
    return (one.quantity.value, one.quantity.upper) if one.quantity is not None else (None, None)


def _in_order(found: Iterable[Told]) -> list[Told]:
    return sorted(found, key=lambda one: one.span.start)


@cache
def _announcing() -> re.Pattern[str]:
    return re.compile(f"(?:{_pattern('announcing').pattern}){_LINK}")


@cache
def _other_years() -> re.Pattern[str]:
    # 3年 is no part of 2023年.
    return re.compile(f"(?<![0-9])(?:{_pattern('other_years').pattern})")


@cache
def _before() -> re.Pattern[str]:
    words = _pattern("hedge_before").pattern
    return re.compile(rf"(?:{words})(?:(?:{words})|的|增长|提高|到|在|速度){{0,3}}$")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(word_list()[name].split(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
