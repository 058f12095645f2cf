"""Write the arithmetic of a verdict so that a reader with a pencil can repeat it, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from lantu.model import Comparator, Interval, Line, Period, Quantity, plain

from .attainment import Aim, Share
from .evidence import Figure
from .intervals import within
from .pace import Milestone, elapsed

_SIGNS = {
    Comparator.AT_LEAST: ("≥", "≥"),
    Comparator.MORE_THAN: (">", ">"),
    Comparator.AT_MOST: ("≤", "≤"),
    Comparator.LESS_THAN: ("<", "<"),
    Comparator.ABOUT: ("≈", "≈"),
    Comparator.ALL: ("all of", "全部"),
}


def percent(share: Decimal | None) -> str:
    """Write a share as a percentage with one decimal: 0.5342 is 53.4%."""
    if share is None:
        return "∞"
    return f"{plain((share * 100).quantize(Decimal('0.1'), ROUND_HALF_UP))}%"


def target_line(quantity: Quantity, comparator: Comparator | None, region: Interval, deadline: Period | None) -> Line:
    """Say what was promised and which values satisfy it."""
    sign, zh = _SIGNS.get(comparator or Comparator.EXACTLY, ("=", "="))
    by = "" if deadline is None else f" by {deadline.end}"
    bis = "" if deadline is None else f",时限 {deadline.end}"
    return Line(
        "target",
        f"promised {sign} {quantity}{by}: satisfied by values in {region}",
        f"承诺 {zh} {quantity}{bis}:取值在 {region} 内即达标",
    )


def value_line(
    figures: Sequence[Figure], values: Interval, unit: str, as_of: date | None, *, added: bool = True
) -> Line:
    """Say what was reported and what it can mean: figures that are added, or bounds that hold together."""
    printed = [_printed(figure) for figure in figures]
    en = (" + " if added else " and ").join(told for told, _ in printed)
    zh = (" + " if added else "、").join(told for _, told in printed)
    day = "" if as_of is None else f" as of {as_of}"
    tag = "" if as_of is None else f",截至 {as_of}"
    number = plain(values.low) if values.low == values.high and values.low is not None else str(values)
    return Line("reported", f"reported {en}{day}: {number} {unit}", f"通报 {zh}{tag}:{number} {unit}")


def _printed(figure: Figure) -> tuple[str, str]:
    observation = figure.observation
    sign, zh = _SIGNS.get(observation.comparator or Comparator.EXACTLY, ("", ""))
    return f"{sign} {observation.quantity}".lstrip(), f"{zh} {observation.quantity}".lstrip()


def share_line(values: Interval, aim: Aim, share: Share, unit: str) -> Line:
    """Write the division that gives the attainment."""
    number = plain(values.low) if values.low == values.high and values.low is not None else str(values)
    target = plain(aim.threshold or Decimal(0))
    low, high = percent(share[0]), percent(share[1])
    result = low if share[0] == share[1] else f"{low if share[0] is not None else '-∞'} … {high}"
    if aim.baseline is not None:
        base = plain(aim.baseline)
        sum_ = f"({number} - {base}) / ({target} - {base})"
    else:
        sum_ = f"{target} / {number}" if aim.falling else f"{number} / {target}"
    return Line("attainment", f"{sum_} {unit} = {result}", f"{sum_} {unit} = {result}")


def pace_line(period: Period, as_of: date, expected: Decimal, milestones: Sequence[Milestone] = ()) -> Line:
    """Write the days gone over the days in all, or the milestones between which the day lies."""
    if milestones:
        told = ", ".join(f"{percent(share)} by {day}" for day, share in milestones)
        bis = "、".join(f"{day} 达 {percent(share)}" for day, share in milestones)
        return Line(
            "milestones",
            f"planned are {told}: {percent(expected)} expected by {as_of}",
            f"节点计划:{bis};截至 {as_of} 应完成 {percent(expected)}",
        )
    days = elapsed(period, as_of)
    gone, whole = days if days is not None else (0, 0)
    return Line(
        "expected_progress",
        f"{gone} of {whole} days of {period} had gone by {as_of}: {percent(expected)} expected",
        f"截至 {as_of},{period} 的 {whole} 天已过 {gone} 天:应完成 {percent(expected)}",
    )


def satisfied_line(satisfied: bool | None, values: Interval, region: Interval, *, in_doubt: bool = False) -> Line:
    """Say whether every value, no value or only some of the values satisfy the promise, and what that settles."""
    held = within(values, region)
    en, zh = {
        True: (f"all of {values} lies in {region}", f"{values} 全部落在 {region} 内"),
        False: (f"none of {values} lies in {region}", f"{values} 均不在 {region} 内"),
        None: (f"{values} lies partly in {region}", f"{values} 部分落在 {region} 内"),
    }[held]
    if satisfied is not None:
        so, zh_so = ("satisfied", "达标") if satisfied else ("not satisfied", "未达标")
    elif in_doubt:
        so, zh_so = "open, for the figure is in doubt", "数据存疑,不作判定"
    elif held is None:
        so, zh_so = "open", "无法判定"
    else:
        so, zh_so = "open, for rounding can hide which side of the bound it is on", "恰在界限上,四舍五入后无法判定"
    return Line("test", f"{en}: {so}", f"{zh}:{zh_so}")
