"""A second, deliberately simple implementation of the arithmetic of VERDICTS, which shares no line with the first.

It reads a proof as JSON and uses fractions, plain tuples and if-statements alone, so that a person can follow it with
a pencil. An interval is ``(low, high, low_open, high_open)``, an end None where unbounded.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

Ends = tuple[Fraction | None, Fraction | None, bool, bool]
GOOD = ("met", "exceeded", "met_to_date")
BROKEN = ("partly_met", "missed", "reversed")


def verdict(proof: dict[str, Any], on: date) -> str:  # noqa: PLR0911 - a table read from the top
    """Give the verdict of a proof."""
    way = proof["way"]
    if way == "nothing_verifiable":
        return "untestable"
    if way == "refusal":
        return "not_comparable"
    if way == "absence":
        late = overdue(proof, on) and proof["reports_on_its_theme"] > 0
        return "silent" if proof["final_report"] or late else "not_reported"
    if way == "act":
        return act(proof, on)
    if way == "yearly":
        return yearly(proof, on)
    if way == "step":
        return step(proof, on)
    return number(proof, on)


def overdue(proof: dict[str, Any], on: date) -> bool:
    if proof["promised"] is None:
        return False
    grace = timedelta(days=proof["pack"]["grace_days"])
    return on > date.fromisoformat(proof["promised"][1]) + grace


def act(proof: dict[str, Any], on: date) -> str:
    ended = proof["reaches_end"] or overdue(proof, on)
    if proof["status"] != "done" or not proof["same_scope"]:
        return "missed" if ended else "not_due"
    return "met_to_date" if proof["must_still_hold"] and not ended else "met"


class NoProofError(Exception):
    """The parts do not fit each other."""


class NoSuchStepError(Exception):
    """The rule of a step does not apply to the verdict it stands on."""


def step(proof: dict[str, Any], on: date) -> str:
    before = verdict(proof["instead_of"], on)
    if proof["rule"] == "promised_twice" and before in (*GOOD, "ahead"):
        return "undetermined"
    if proof["rule"] == "list_reported_whole" and before in ("silent", "not_reported"):
        return "met"
    if proof["rule"] == "claim_without_number" and before in ("silent", "not_reported"):
        return "met" if proof["says"] in ("met", "exceeded") else "undetermined"
    raise NoSuchStepError(f"{proof['rule']} on {before}")


def yearly(proof: dict[str, Any], on: date) -> str:
    told = [(int(year), verdict(each, on)) for year, each in proof["instances"].items()]
    kinds = [kind for _, kind in sorted(told)]
    last_year, last = max(told)
    complete = len(kinds) == len(proof["years"])
    if last_year != max(proof["years"]) or last not in (*GOOD, *BROKEN):
        if last in ("met", "exceeded"):
            return "behind" if any(kind in BROKEN for kind in kinds) else "met_to_date"
        return "behind" if last in BROKEN else last
    if all(kind == "exceeded" for kind in kinds) and complete:
        return "exceeded"
    if all(kind in GOOD for kind in kinds):
        return "met" if complete else "undetermined"
    return "partly_met" if any(kind in GOOD for kind in kinds) else "missed"


def number(proof: dict[str, Any], on: date) -> str:  # noqa: PLR0911 - a table read from the top
    target, pack = proof["target"], proof["pack"]
    asked, values = region(target), joined(proof)
    satisfied = inside(values, asked)
    edge = asked[0] if asked[2] else asked[1] if asked[3] else None
    if edge is not None and values[0] == values[1] == edge and not target["countable"]:
        satisfied = None
    if any(conflict(values, value(each), asked) for each in proof["contested"]):
        return "contested"
    twice = any(conflict(values, value(each), asked) for each in proof["two_figures"])
    if proof["doubts"] or twice or implausible(values, target, asked):
        return "undetermined"
    ended = reaches_end(proof) or overdue(proof, on)
    share = shares(values, target, asked)
    if satisfied:
        if not (target["adds_up"] or ended):
            return "met_to_date"
        plain = shares(values, target | {"baseline": None}, asked)
        beyond = None if plain is None else plain[0]
        far = beyond is not None and beyond >= 1 + Fraction(pack["margin"])
        return "exceeded" if target["open_ended"] and far else "met"
    if satisfied is False and share is not None and share[1] is not None and share[1] < 0:
        return "reversed"
    if ended and satisfied is False:
        some = target["adds_up"] and share is not None and (share[1] is None or share[1] > 0)
        return "partly_met" if some else "missed"
    if ended:
        return "undetermined"
    return on_the_way(proof, share, satisfied)


def on_the_way(proof: dict[str, Any], share: Any, satisfied: bool | None) -> str:
    pack, measure = proof["pack"], pace(proof, share)
    if measure is None:
        return "undetermined" if satisfied is None else "not_due"
    gone = days_gone(proof)
    if share == (0, 0) and gone is not None and gone > Fraction(pack["not_started_after"]):
        return "not_started"

    def band(x: Fraction) -> str:
        if x > Fraction(pack["ahead_above"]):
            return "ahead"
        return "behind" if x < Fraction(pack["behind_below"]) else "on_track"

    low, high = (None if end is None else band(end) for end in measure)
    if low is not None and (low == high or (high is None and low == "ahead")):
        return low
    return "undetermined"


def pace(proof: dict[str, Any], share: Any) -> tuple[Fraction | None, Fraction | None] | None:
    target, pack = proof["target"], proof["pack"]
    if proof["promised"] is None or proof["as_of"] is None:
        return None
    if pack["measure"] == "growth_ratio":
        stated = proof["measure"]
        return None if stated is None else (Fraction(stated[0]), Fraction(stated[1]))
    if share is None:
        return None
    if proof["milestones"]:
        planned = by_milestones(proof)
        return None if planned is None else less(share, planned)
    if not target["adds_up"] and target["baseline"] is None:
        return less(share, Fraction(1)) if pack["rates_on_pace"] and target["growth"] else None
    gone = days_gone(proof)
    return None if gone is None else less(share, gone)


def by_milestones(proof: dict[str, Any]) -> Fraction | None:
    """Walk from one milestone to the next; before the first lies nothing, after the last the whole."""
    start, end = proof["promised"]
    if start is None:
        return None
    now = date.fromisoformat(proof["as_of"])
    day, reached = date.fromisoformat(start) - timedelta(days=1), Fraction(0)
    points = [(date.fromisoformat(by), Fraction(planned)) for by, planned in proof["milestones"]]
    if points[-1][0] < date.fromisoformat(end):
        points.append((date.fromisoformat(end), Fraction(1)))
    if now <= day:
        return reached
    for by, planned in points:
        if now <= by:
            return reached + (planned - reached) * Fraction((now - day).days, (by - day).days)
        day, reached = by, planned
    return reached


def less(share: Any, by: Fraction) -> tuple[Fraction | None, Fraction | None]:
    return tuple(None if end is None else end - by for end in share)


def days_gone(proof: dict[str, Any]) -> Fraction | None:
    start, end = proof["promised"]
    if start is None:
        return None
    first, last, now = date.fromisoformat(start), date.fromisoformat(end), date.fromisoformat(proof["as_of"])
    whole = (last - first).days + 1
    return Fraction(min(max((now - first).days + 1, 0), whole), whole)


def reaches_end(proof: dict[str, Any]) -> bool:
    if proof["promised"] is None:
        return False
    end = proof["promised"][1]
    if proof["joined"] == "part_sum":
        return False
    if proof["joined"] == "sum":
        return proof["as_of"] >= end
    return all(each["as_of"] is not None and each["as_of"] >= end for each in proof["figures"])


def joined(proof: dict[str, Any]) -> Ends:
    parts = [value(each) for each in proof["figures"]]
    if proof["joined"] in ("sum", "part_sum"):
        low, high = add(part[0] for part in parts), add(part[1] for part in parts)
        opens = any(part[2] for part in parts), any(part[3] for part in parts)
        return (low, high, *opens) if proof["joined"] == "sum" else (low, None, opens[0], False)
    result = parts[0]
    for part in parts[1:]:
        lows = [(end, shut) for end, _, shut, _ in (result, part) if end is not None]
        highs = [(end, not shut) for _, end, _, shut in (result, part) if end is not None]
        low, low_open = max(lows) if lows else (None, False)
        high, high_shut = min(highs) if highs else (None, True)
        if below(result, part) or below(part, result):
            raise NoProofError("two bounds exclude each other")
        result = (low, high, low_open, not high_shut)
    return result


def add(ends: Iterable[Fraction | None]) -> Fraction | None:
    """Add ends; without one of them the sum has none."""
    told = list(ends)
    return None if None in told else sum(told, Fraction(0))


def value(figure: dict[str, Any]) -> Ends:
    low, high, low_open, high_open = printed(figure)
    factor = Fraction(figure["factor"])
    low, high = low * factor, high * factor
    if factor < 0:
        low, high, low_open, high_open = high, low, high_open, low_open
    ends: Ends = (low, high, low_open, high_open)
    if figure["scope"] == "subset":
        ends = (low, None, low_open, False)
    if figure["scope"] == "superset":
        ends = (Fraction(0), high, False, high_open and high > 0) if high >= 0 else (None, None, False, False)
    if figure["part_of_period"]:
        return (ends[0], None, ends[2], False)
    return ends if figure["before"] is None else reckoned(ends, figure)


def reckoned(now: Ends, figure: dict[str, Any]) -> Ends:
    then = read(figure["before"])
    if figure["use"] == "stock_difference":
        low = None if now[0] is None or then[1] is None else now[0] - then[1]
        return (low, None, low is not None and (now[2] or then[3]), False)
    base = then[0]
    assert base is not None
    assert now[0] is not None
    high = None if now[1] is None else now[1] / base * 100 - 100
    return (now[0] / base * 100 - 100, high, now[2], now[3])


def printed(stated: dict[str, Any]) -> tuple[Fraction, Fraction, bool, bool]:
    v, grain, word = Fraction(stated["value"]), Fraction(stated["grain"]), stated["comparator"]
    if stated["upper"] is not None:
        return v, Fraction(stated["upper"]), False, False
    if word == "about":
        return v - slack(stated), v + slack(stated), False, False
    if word in ("at_least", "more_than"):
        return v, v + grain, word == "more_than", True
    if word in ("at_most", "less_than"):
        return v - grain, v, True, word == "less_than"
    return v, v, False, False


def slack(stated: dict[str, Any]) -> Fraction:
    v, grain = Fraction(stated["value"]), Fraction(stated["grain"])
    if stated["unit"] in ("%", "‰", "百分点", "个百分点"):
        return min(grain, Fraction(1)) / 2
    return min(grain / 2, abs(v) / 20) or grain / 2


def region(target: dict[str, Any]) -> Ends:
    v, word, falling = Fraction(target["value"]), target["comparator"], target["less_is_better"]
    if target["upper"] is not None:
        upper = Fraction(target["upper"])
        if target["basis"] not in ("increment", "change"):
            return (v, upper, False, False)
        return (None, upper, False, False) if falling else (v, None, False, False)
    if word in ("at_most", "less_than"):
        return (None, v, False, word == "less_than")
    if word == "more_than":
        return (v, None, True, False)
    room = slack(target) if word == "about" else Fraction(0)
    return (None, v + room, False, False) if falling and word != "at_least" else (v - room, None, False, False)


def read(text: str) -> Ends:
    low, high = text[1:-1].split(", ")
    low_end = None if low == "-∞" else Fraction(low)
    high_end = None if high == "∞" else Fraction(high)
    return (low_end, high_end, low_end is not None and text[0] == "(", high_end is not None and text[-1] == ")")


def below(one: Ends, other: Ends) -> bool:
    """All of one lies below all of the other."""
    if one[1] is None or other[0] is None:
        return False
    return one[1] < other[0] or (one[1] == other[0] and (one[3] or other[2]))


def inside(values: Ends, asked: Ends) -> bool | None:
    if below(values, asked) or below(asked, values):
        return False
    starts = asked[0] is None or (
        values[0] is not None and (values[0] > asked[0] or (values[0] == asked[0] and (values[2] or not asked[2])))
    )
    stops = asked[1] is None or (
        values[1] is not None and (values[1] < asked[1] or (values[1] == asked[1] and (values[3] or not asked[3])))
    )
    return True if starts and stops else None


def conflict(one: Ends, other: Ends, asked: Ends) -> bool:
    return (below(one, other) or below(other, one)) and inside(one, asked) != inside(other, asked)


def implausible(values: Ends, target: dict[str, Any], asked: Ends) -> bool:
    goal, low = Fraction(target["value"]), values[0]
    if low is None or goal <= 0 or asked[0] is None:
        return False
    return low >= 8 * goal and low - goal >= 30 if target["growth"] else low >= 10 * goal


def shares(values: Ends, target: dict[str, Any], asked: Ends) -> tuple[Fraction | None, Fraction | None] | None:
    goal, low, high = Fraction(target["value"]), values[0], values[1]
    if target["baseline"] is not None:
        base = Fraction(target["baseline"])
        if goal == base or inside((base, base, False, False), asked):
            return None
        ends = [None if end is None else (end - base) / (goal - base) for end in (low, high)]
        return (ends[1], ends[0]) if goal < base else (ends[0], ends[1])
    if goal <= 0:
        return None
    if asked[0] is None:
        worst = goal / high if high is not None and high > 0 else None
        return (worst, goal / low if low is not None and low > 0 else None)
    return (None if low is None else low / goal, None if high is None else high / goal)
