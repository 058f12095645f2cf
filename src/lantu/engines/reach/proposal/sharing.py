"""How evenly a proposal serves: percentiles of the way, the worst-served tenth, groups, rich and poor."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from ..equity import Tail, concentration, percentile, worst_tenth
from ..siting.plan import Flags, Floats
from ..tables import Record, plain
from .asking import Proposal
from .town import Town

_HUNDREDTHS = (50, 75, 90, 95)


def equity_records(town: Town, answer: Proposal) -> Iterator[Record]:
    """Give a row for every measure of equity, before and after, in both languages.

    Ways without end count: where more than a tenth of the people have none, the percentile of 90 is empty. The
    worst-served tenth is taken of those who have a way. The concentration index of coverage is below 0 where it
    favours the poor and above 0 where it favours the rich (Wagstaff, Paci and van Doorslaer 1991).
    """
    within = answer.within

    def row(name: str, name_zh: str, measure: Callable[[Floats], float]) -> Record:
        before, after = measure(answer.before), measure(answer.after)
        return {"measure": name, "measure_zh": name_zh, "before": plain(before), "after": plain(after)}

    yield row("share within the limit", "限距内占比", lambda cost: _share(answer.weight, within(cost)))
    for part in _HUNDREDTHS:
        name, name_zh = f"way that {part} % of people do not exceed", f"{part}%的人不超过的距离"
        yield row(name, name_zh, _way_of(answer, part))
    yield row("mean way of the worst-served tenth", "最差一成人口的平均距离", lambda cost: _tail(answer, cost).mean)
    yield row("the same, times the mean of all", "与总体平均之比", lambda cost: _tail(answer, cost).gap)
    for name, people in town.groups.items():
        yield row(f"share within the limit: {name}", f"限距内占比：{name}", _of_group(answer, people))
    income = town.income
    if income is not None:
        yield row(
            "concentration index of coverage by income",
            "覆盖的收入集中指数",
            lambda cost: concentration(within(cost).astype(np.float64), answer.weight, income),
        )


def _way_of(answer: Proposal, part: int) -> Callable[[Floats], float]:
    return lambda cost: percentile(cost, answer.weight, part / 100)


def _of_group(answer: Proposal, people: Floats) -> Callable[[Floats], float]:
    return lambda cost: _share(people, answer.within(cost))


def _share(people: Floats, within: Flags) -> float:
    total = float(people.sum())
    return float(people[within].sum()) / total if total else float("nan")


def _tail(answer: Proposal, cost: Floats) -> Tail:
    there = np.isfinite(cost) & (answer.weight > 0)
    return worst_tenth(cost[there], answer.weight[there])
