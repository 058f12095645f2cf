"""Choose among the comparable figures of one commitment: the latest exact one, a sum of parts, or joined bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lantu.model import Comparability, Interval, Line, Period

from .evidence import Figure, Library, of_part
from .intervals import disjoint, lower_bound, total, within
from .summing import covers_from, disjoint_periods

TIE = 0.05
"""Two figures of one document whose confidences differ by less are equally likely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What the evidence says together.

    Parameters
    ----------
    values:
        The interval that the verdict is computed on.
    used, aside:
        Figures that the interval comes from; comparable ones that did not enter, with the reason in ``lines``.
    contested, ambiguous:
        The figures of other sources that contradict the one used; those of its own document that do and are as likely.
    joined:
        How the interval comes from the figures: ``one`` of them, their ``sum``, a ``part_sum`` with gaps, or where
        they ``meet``.
    """

    values: Interval
    as_of: date | None
    comparability: Comparability
    final: bool
    used: tuple[Figure, ...]
    aside: tuple[Figure, ...] = ()
    contested: tuple[Figure, ...] = ()
    ambiguous: tuple[Figure, ...] = ()
    joined: str = "one"
    lines: tuple[Line, ...] = ()


def weigh(
    comparable: Sequence[Figure], region: Interval, *, additive: bool, promised: Period | None, library: Library
) -> Weighed | None:
    """Give the interval that all comparable figures support together, or None where there is none.

    An exact figure outranks bounds, a later one an earlier one, and the surer one of the same day decides.
    """
    known = [figure for figure in comparable if figure.values is not None]
    if not known:
        return None
    told = known
    if additive and promised is not None:
        summed = _summed([figure for figure in known if figure.exact], promised)
        if summed is not None:
            return summed
        known = [of_part(figure, promised) for figure in known]
    exact = [figure for figure in known if figure.exact]
    if exact:
        return _latest(exact, known, region, additive=additive, library=library)
    return _bounds(known, told, region, additive=additive)


def _latest(
    exact: Sequence[Figure], known: Sequence[Figure], region: Interval, *, additive: bool, library: Library
) -> Weighed:
    surest = _uncorrected(_surest_of_each_document(exact), library)
    last = max(figure.as_of or date.min for figure in surest)
    day = [figure for figure in surest if (figure.as_of or date.min) == last]
    best, lines = day[0], tuple[Line, ...]()
    reached = [figure for figure in surest if additive and within(_known(figure), region) is True]
    if reached and best not in reached:
        best = max(reached, key=lambda figure: (figure.as_of or date.min, figure.confidence))
        if best not in day:
            text = f"already reached on {best.as_of}: what was added cannot fall back"
            lines = (Line("already_secured", text, f"{best.as_of} 已达到:累计完成数不会回落"),)
    twins = [each for each in exact if _document(each) == _document(best) and each.as_of == best.as_of]
    likely = [each for each in twins if best.confidence - each.confidence < TIE]
    return Weighed(
        values=_known(best),
        as_of=best.as_of,
        comparability=Comparability.EXACT,
        final=best.final,
        used=(best,),
        aside=tuple(each for each in known if each is not best),
        contested=tuple(each for each in day if best in day and _contradicts(best, each, region)),
        ambiguous=tuple(each for each in likely if _contradicts(best, each, region)),
        lines=lines,
    )


def _surest_of_each_document(exact: Sequence[Figure]) -> list[Figure]:
    """Give each document's surest figure of its latest day, the surest first."""
    chosen: dict[str, Figure] = {}
    for figure in sorted(exact, key=lambda f: (-(f.as_of or date.min).toordinal(), -f.confidence, f.observation.span)):
        chosen.setdefault(_document(figure), figure)
    return sorted(chosen.values(), key=lambda f: (-f.confidence, f.observation.span))


def _known(figure: Figure) -> Interval:
    if figure.values is None:
        raise ValueError("an observation without a number has no interval: weigh figures alone")
    return figure.values


def _document(figure: Figure) -> str:
    return figure.observation.span.document


def _contradicts(one: Figure, other: Figure, region: Interval) -> bool:
    return one.values is not None and other.values is not None and contradict(one.values, other.values, region)


def contradict(one: Interval, other: Interval, region: Interval) -> bool:
    """Tell whether two values exclude each other and give different answers on the promise."""
    return disjoint(one, other) and within(one, region) != within(other, region)


def _uncorrected(figures: Sequence[Figure], library: Library) -> list[Figure]:
    """Leave out what the same publisher corrected for the same day in a later document."""

    def corrects(later: Figure, figure: Figure) -> bool:
        new, old = library.sources.get(_document(later)), library.sources.get(_document(figure))
        if new is None or old is None or new.published is None or old.published is None:
            return False
        same = new.publisher is not None and new.publisher == old.publisher and later.as_of == figure.as_of
        return same and new.published > old.published

    return [figure for figure in figures if not any(corrects(other, figure) for other in figures)]


def _summed(exact: Sequence[Figure], promised: Period) -> Weighed | None:
    """Add figures of disjoint parts of the period; a gap leaves a lower bound."""
    parts: dict[Period, Figure] = {}
    for figure in sorted(exact, key=lambda each: (-each.confidence, each.observation.span)):
        if figure.comparison.covers is not None:
            parts.setdefault(figure.comparison.covers, figure)
    chosen = disjoint_periods(list(parts))
    if len(chosen) < 2:
        return None
    used = tuple(parts[period] for period in chosen)
    whole = covers_from(promised.start, chosen)
    values = total(_known(figure) for figure in used)
    line = " + ".join(str(figure.values) for figure in used)
    return Weighed(
        values=values if whole else lower_bound(values),
        as_of=chosen[-1].end,
        comparability=Comparability.EXACT if whole else Comparability.SUBSET,
        final=whole and chosen[-1].end >= promised.end,
        used=used,
        aside=tuple(figure for figure in exact if figure not in used),
        joined="sum" if whole else "part_sum",
        lines=(Line("sum_of_periods", f"{line} = {values}", f"{line} = {values}"),),
    )


def _bounds(known: Sequence[Figure], told: Sequence[Figure], region: Interval, *, additive: bool) -> Weighed:
    """Join lower and upper bounds; where a part exceeds the whole, the surer one is kept.

    Bounds of an earlier day tell nothing of the last one, but that what adds up has not become less since.

    Parameters
    ----------
    told:
        The same figures before those of a part of the period became lower bounds: two exact ones of the same days
        can contradict each other, though as bounds both would hold.
    """
    values, used = _joined(_of_the_last_day(known, additive=additive))
    ids = {figure.observation.id for figure in used}
    rivals = [each for each in told if each.exact and contradict(values, _known(each), region) and _twin(each, used)]
    own = {_document(figure) for figure in used}
    return Weighed(
        values=values,
        as_of=max((figure.as_of for figure in used if figure.as_of is not None), default=None),
        comparability=used[0].comparison.comparability,
        final=all(figure.final for figure in used),
        used=tuple(used),
        aside=tuple(figure for figure in known if figure.observation.id not in ids),
        contested=tuple(each for each in rivals if _document(each) not in own),
        ambiguous=tuple(each for each in rivals if _document(each) in own),
        joined="meet",
    )


def _of_the_last_day(known: Sequence[Figure], *, additive: bool) -> list[Figure]:
    """Give the figures of the last day, and after them what earlier ones tell of it where things add up."""
    last = max(figure.as_of or date.min for figure in known)
    then = [figure for figure in known if (figure.as_of or date.min) == last]
    return then + [_since(figure) for figure in known if additive and (figure.as_of or date.min) < last]


def _joined(figures: Sequence[Figure]) -> tuple[Interval, list[Figure]]:
    """Give where the intervals meet, and the figures that make it narrower; the surest comes first."""
    values, used = _known(figures[0]), [figures[0]]
    for figure in figures[1:]:
        both = meet(values, _known(figure))
        if both is not None and both != values:
            values = both
            used.append(figure)
    return values, used


def _since(figure: Figure) -> Figure:
    """Give a figure of an earlier day as what it tells of a later one: at least as much."""
    if figure.values is None or figure.values.high is None:
        return figure
    text = f"as of {figure.as_of}: what was added since is not in it"
    line = Line("earlier_day", text, f"截至 {figure.as_of}:此后新增未计入")
    comparison = replace(figure.comparison, lines=(*figure.comparison.lines, line))
    return replace(figure, comparison=comparison, values=lower_bound(figure.values), part=True)


def _twin(figure: Figure, used: Sequence[Figure]) -> bool:
    """Tell whether a figure is of the same days as one of those used, and another one."""
    return any(
        each.comparison.covers == figure.comparison.covers and each.observation.id != figure.observation.id
        for each in used
    )


def meet(one: Interval, other: Interval) -> Interval | None:
    """Give the numbers in both, or None where there is none."""
    if disjoint(one, other):
        return None
    low = max((end for end in (one, other) if end.low is not None), key=lambda e: (e.low, e.low_open), default=None)
    high = min(
        (end for end in (one, other) if end.high is not None), key=lambda e: (e.high, not e.high_open), default=None
    )
    return Interval(
        None if low is None else low.low,
        None if high is None else high.high,
        low is not None and low.low_open,
        high is not None and high.high_open,
    )
