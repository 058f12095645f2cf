"""复算: compute a verdict again from its proof alone and say where it differs from what the proof states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from lantu.model import SATISFIED, Interval, Period, Proof, Status, VerdictKind

from .absence import UNANSWERED
from .aims import beyond, is_implausible, is_satisfied
from .attainment import Share, attainment
from .decide import Standing, decide
from .intervals import lower_bound, total
from .pacing import gone, pace_of
from .proof import decimal, ends, interval
from .proof_parts import aim_in, day_in, limits_in, period_in, values_of
from .siblings import FAVOURABLE
from .summing import covers_from
from .weighing import contradict, meet
from .yearly import roll_up


@dataclass(frozen=True, slots=True)
class Replay:
    """What a proof gives when it is computed again.

    ``differences`` has a sentence for every number or verdict that the proof states otherwise; empty where it holds.
    """

    verdict: VerdictKind
    secured: bool
    attainment: Share | None
    differences: tuple[str, ...]


def replay(proof: Proof, on: date) -> Replay:
    """Compute the verdict of a proof as of the day ``on``.

    Raises
    ------
    ValueError
        Where the proof is no proof: a part is missing or cannot be read.
    """
    try:
        return _again(proof, on)
    except (LookupError, TypeError, AttributeError, ArithmeticError, ValueError) as error:
        raise ValueError(f"not a proof: {type(error).__name__} {error}") from error


def _again(proof: Proof, on: date) -> Replay:
    found = _WAYS[proof["way"]](proof, on)
    stated = proof["verdict"]
    if stated == found.verdict:
        return found
    text = f"verdict: stated {stated}, computed {found.verdict}"
    return Replay(found.verdict, found.secured, found.attainment, (*found.differences, text))


def _number(proof: Proof, on: date) -> Replay:
    target, promised = proof["target"], period_in(proof["promised"])
    aim = aim_in(target)
    limits, figures = limits_in(proof["pack"]), [values_of(each) for each in proof["figures"]]
    values = _joined(proof, figures, promised)
    in_doubt = is_implausible(values, aim) or bool(proof["doubts"])
    twice = _contradicted(values, proof["two_figures"], aim.region)
    share = attainment(values, aim)
    milestones = [(date.fromisoformat(day), Decimal(planned)) for day, planned in proof["milestones"]]
    expected, measure = pace_of(aim, values, day_in(proof["as_of"]), promised, share, limits, milestones)
    standing = Standing(
        satisfied=None if in_doubt or twice else is_satisfied(values, aim, countable=target["countable"]),
        attainment=share,
        final=_final(proof, promised) or _over(proof, promised, on),
        additive=aim.additive,
        open_ended=aim.open_ended,
        beyond=beyond(values, aim),
        pace=measure,
        gone=gone(promised, day_in(proof["as_of"])),
        contested=_contradicted(values, proof["contested"], aim.region),
        doubtful=twice or in_doubt,
    )
    kind, rule = decide(standing, limits)
    computed = {
        "values": str(values),
        "satisfied": standing.satisfied,
        "attainment": ends(share),
        "expected": decimal(expected),
        "measure": ends(measure),
        "rule": rule,
    }
    told = [interval(each) for each in figures]
    differences = [*_differences(computed, proof), *_figure_differences(told, proof["figures"])]
    if str(aim.region) != target["region"]:
        differences.append(f"region: stated {target['region']}, computed {aim.region}")
    return Replay(kind, standing.secured, share, tuple(differences))


def _differences(computed: Mapping[str, Any], stated: Mapping[str, Any]) -> list[str]:
    return [
        f"{name}: stated {stated[name]}, computed {value}" for name, value in computed.items() if stated[name] != value
    ]


def _figure_differences(computed: Iterable[str | None], stated: Iterable[Mapping[str, Any]]) -> list[str]:
    return [
        f"figure {told['observation']}: stated {told['values']}, computed {value}"
        for value, told in zip(computed, stated, strict=True)
        if told["values"] != value
    ]


def _joined(proof: Proof, figures: list[Interval], promised: Period | None) -> Interval:
    if proof["joined"] == "one":
        [value] = figures
        return value
    if proof["joined"] == "meet":
        values = figures[0]
        for each in figures[1:]:
            values = _both(values, each)
        return values
    return total(figures) if _unbroken(proof, promised) else lower_bound(total(figures))


def _both(one: Interval, other: Interval) -> Interval:
    both = meet(one, other)
    if both is None:
        raise ValueError(f"{one} and {other} exclude each other: they cannot both bound the value")
    return both


def _unbroken(proof: Proof, promised: Period | None) -> bool:
    covered = [found for each in proof["figures"] if (found := period_in(each["covers"])) is not None]
    return promised is not None and covers_from(promised.start, covered)


def _final(proof: Proof, promised: Period | None) -> bool:
    """Tell whether the figures reach the end of the promise."""
    if promised is None:
        return False
    reach = [day is not None and day >= promised.end for day in (day_in(each["as_of"]) for each in proof["figures"])]
    if proof["joined"] in ("sum", "part_sum"):
        last = day_in(proof["as_of"])
        return _unbroken(proof, promised) and last is not None and last >= promised.end
    return all(reach)


def _over(proof: Proof, promised: Period | None, on: date) -> bool:
    return promised is not None and on > promised.end + timedelta(days=proof["pack"]["grace_days"])


def _contradicted(values: Interval, others: Iterable[Mapping[str, Any]], region: Interval) -> bool:
    return any(contradict(values, values_of(each), region) for each in others)


def _absence(proof: Proof, on: date) -> Replay:
    promised = period_in(proof["promised"])
    over = _over(proof, promised, on) and proof["reports_on_its_theme"] > 0
    silent = proof["final_report"] or over
    return Replay(VerdictKind.SILENT if silent else VerdictKind.NOT_REPORTED, False, None, ())


def _refusal(proof: Proof, _on: date) -> Replay:
    """All evidence is refused while each figure has a reason; one without would have to be reckoned with."""
    free = [each["observation"] for each in proof["figures"] if not each["refusals"]]
    differences = tuple(f"figure {each}: refused without a reason" for each in free)
    return Replay(VerdictKind.NOT_COMPARABLE, False, None, differences)


def _act(proof: Proof, on: date) -> Replay:
    promised = period_in(proof["promised"])
    final = proof["reaches_end"] or _over(proof, promised, on)
    if proof["status"] == Status.DONE and proof["same_scope"]:
        kind = VerdictKind.MET_TO_DATE if proof["must_still_hold"] and not final else VerdictKind.MET
    else:
        kind = VerdictKind.MISSED if final else VerdictKind.NOT_DUE
    return Replay(kind, kind is VerdictKind.MET, None, ())


def _yearly(proof: Proof, on: date) -> Replay:
    years = proof["years"]
    told = {int(year): _again(each, on) for year, each in proof["instances"].items()}
    kind = roll_up(years, {year: each.verdict for year, each in told.items()})
    differences = tuple(f"{year}: {text}" for year, each in told.items() for text in each.differences)
    last, kept = told.get(years[-1]), sum(each.verdict in SATISFIED for each in told.values())
    secured = last is not None and last.secured and kept == len(years)
    return Replay(kind, secured, _share_of_years(told, years, kind, kept), differences)


def _share_of_years(told: Mapping[int, Replay], years: list[int], kind: VerdictKind, kept: int) -> Share | None:
    latest = told[max(told)]
    if kind is latest.verdict:
        return latest.attainment
    if len(told) < len(years):
        return None
    share = Decimal(kept) / len(years)
    return share, share


def _step(proof: Proof, on: date) -> Replay:
    before = _again(proof["instead_of"], on)
    unanswered = before.verdict in UNANSWERED
    favourable = before.verdict in FAVOURABLE
    rule = proof["rule"]
    if rule == "promised_twice" and favourable:
        return Replay(VerdictKind.UNDETERMINED, False, before.attainment, before.differences)
    if rule == "list_reported_whole" and unanswered:
        return Replay(VerdictKind.MET, before.secured, before.attainment, before.differences)
    if rule == "claim_without_number" and unanswered:
        kind = VerdictKind.MET if proof["says"] in ("met", "exceeded") else VerdictKind.UNDETERMINED
        return Replay(kind, before.secured, before.attainment, before.differences)
    text = f"rule {rule} does not apply to {before.verdict}"
    return Replay(before.verdict, before.secured, before.attainment, (*before.differences, text))


def _untestable(_proof: Proof, _on: date) -> Replay:
    return Replay(VerdictKind.UNTESTABLE, False, None, ())


_WAYS: Mapping[str, Callable[[Proof, date], Replay]] = {
    "number": _number,
    "absence": _absence,
    "refusal": _refusal,
    "act": _act,
    "yearly": _yearly,
    "step": _step,
    "nothing_verifiable": _untestable,
}
