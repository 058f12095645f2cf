"""Which kinds of numbers may meet: level against increment, growth against level, share against share."""

from __future__ import annotations

from lantu.model import Commitment, Line, Observation, Reason

from .comparison import Findings, Use
from .measures import Kind, is_at_constant_prices, kind_of

_DONE = frozenset({Kind.ACTIVITY, Kind.FLOW})
_HELD = frozenset({Kind.STOCK, Kind.COUNT})
_NAMES = {
    Kind.CHANGE: ("growth", "增长"),
    Kind.SHARE: ("a share", "占比"),
    Kind.RANK: ("a rank", "位次"),
    Kind.STOCK: ("a stock", "存量"),
    Kind.FLOW: ("a total of the period", "期间总量"),
    Kind.ACTIVITY: ("additions in the period", "期间新增"),
    Kind.COUNT: ("a level", "总量"),
}


def compare_bases(commitment: Commitment, observation: Observation, findings: Findings) -> Use:
    """Tell how the reported number enters the arithmetic; refuse where it cannot."""
    promised, reported = kind_of(commitment), kind_of(observation)
    use = _use(promised, reported)
    if use is Use.GROWTH_OF_LEVELS and not _relative(commitment):
        # 平均受教育年限提高0.5年: held against the difference of two levels, not against growth in per cent.
        use = Use.STOCK_DIFFERENCE if reported in _HELD else None
    if use is Use.VALUE:
        return use
    (want, want_zh), (have, have_zh) = _NAMES[promised], _NAMES[reported]
    if use is None:
        line = Line("basis_differs", f"promised is {want}, reported is {have}", f"承诺为{want_zh},通报为{have_zh}")
        findings.refuse(Reason.BASIS, line)
        return Use.GROWTH_OF_LEVELS if Kind.CHANGE in (promised, reported) else Use.VALUE
    if use is Use.LOWER_BOUND:
        text = f"promised is {want}, reported are {have}: at least that much stands"
        findings.narrow(Line("increment_bounds_level", text, f"承诺为{want_zh},通报为{have_zh}:只作下限"))
        return use
    if use is Use.GROWTH_OF_LEVELS and is_at_constant_prices(commitment):
        text = "growth is counted at constant prices, the level is printed at current ones"
        findings.refuse(Reason.BASIS, Line("constant_prices", text, "增速按不变价计算,总量按现价公布"))
        return use
    text = f"promised is {want}, reported is {have}: needs the value before the period"
    findings.say(Line("needs_baseline", text, f"承诺为{want_zh},通报为{have_zh}:须有基期值"))
    return use


def _relative(commitment: Commitment) -> bool:
    return commitment.quantity is None or commitment.quantity.unit in ("%", "‰", "倍")


def _use(promised: Kind, reported: Kind) -> Use | None:
    if promised is reported or {promised, reported} <= _DONE or {promised, reported} <= _HELD:
        return Use.VALUE
    if promised in _HELD and reported in _DONE:
        return Use.LOWER_BOUND
    if promised is Kind.ACTIVITY and reported in _HELD:
        return Use.STOCK_DIFFERENCE
    if promised is Kind.CHANGE and reported in _HELD | {Kind.FLOW}:
        return Use.GROWTH_OF_LEVELS
    return None
