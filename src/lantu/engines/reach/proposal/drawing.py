"""Before and after, as one SVG picture with legend and definition; nothing but text is needed to draw it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

import numpy as np

from ..siting.plan import Flags, Floats
from .asking import Proposal
from .question import Goal
from .town import Town

_SIDE, _GAP, _TOP, _FOOT = 560.0, 24.0, 92.0, 72.0
_SERVED, _UNSERVED, _BEYOND = "#2a7f9e", "#d1495b", "#b9b3a9"
_EXISTING, _NEW = "#2b2b2b", "#f2a900"
_NUMBERED = 60
"""With more new sites than this their numbers would hide the map."""
_GOALS = {
    Goal.COVERAGE: ("most people within the limit", "限距内人数最多"),
    Goal.MEAN: ("shortest mean way", "平均距离最短"),
    Goal.FARTHEST: ("shortest longest way", "最远距离最短"),
    Goal.EVERYONE: ("everyone within the limit, fewest sites", "全覆盖、点位最少"),
}


@dataclass(frozen=True, slots=True)
class _Frame:
    """From coordinates to the picture: one scale for both axes, north up."""

    west: float
    north: float
    across: float
    up: float
    left: float

    def place(self, x: Floats, y: Floats) -> Floats:
        """Give positions, a pair a row."""
        return np.column_stack([self.left + (x - self.west) * self.across, _TOP + (self.north - y) * self.up])


def draw(town: Town, answer: Proposal) -> str:
    """Draw the places by whether they are served, and the sites, without and with the new ones, side by side."""
    frames = [_frame(town, left) for left in (_GAP, 2 * _GAP + _SIDE)]
    width, height = 3 * _GAP + 2 * _SIDE, _TOP + _SIDE + _FOOT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-labelledby="title about" font-family="Noto Sans, Noto Sans CJK SC, sans-serif" font-size="14">',
        f'<title id="title">{escape(_title(answer))}</title>',
        f'<desc id="about">{escape(_about(town, answer))}</desc>',
        f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>',
        f'<text x="{_GAP:g}" y="30" font-size="19" font-weight="600">{escape(_title(answer))}</text>',
        f'<text x="{_GAP:g}" y="52" fill="#555555">{escape(_about(town, answer))}</text>',
        *_panel(town, answer, frames[0], after=False),
        *_panel(town, answer, frames[1], after=True),
        *_legend(),
        *_scale_bar(town, frames[1]),
        f'<text x="{_GAP:g}" y="{_TOP + _SIDE + 58:g}" font-size="11" fill="#555555">{escape(town.ways.credit)}</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _frame(town: Town, left: float) -> _Frame:
    x, y = np.concatenate([town.places.x, town.sites.x]), np.concatenate([town.places.y, town.sites.y])
    squeeze = float(np.cos(np.radians((y.min() + y.max()) / 2))) if town.places.degrees else 1.0
    wide, high = max(float(np.ptp(x)) * squeeze, 1e-9), max(float(np.ptp(y)), 1e-9)
    scale = (_SIDE - 24) / max(wide, high)
    return _Frame(
        west=float(x.min()) - ((_SIDE / scale) - wide) / 2 / squeeze,
        north=float(y.max()) + ((_SIDE / scale) - high) / 2,
        across=scale * squeeze,
        up=scale,
        left=left,
    )


def _title(answer: Proposal) -> str:
    english, chinese = _GOALS[answer.question.goal]
    return f"{len(answer.plan.opened)} new sites: {english} · 选址方案：{chinese}"


def _about(town: Town, answer: Proposal) -> str:
    limit = answer.question.limit
    unit = f" {town.ways.unit}" if town.ways.unit else ""
    within = "ways " if limit is None else f"served = within {limit:g}{unit} "
    people = f"{len(town.places):,} places, {answer.weight.sum():,.0f} people"
    return f"{within}{' · '.join(town.ways.kind)}; {people}; {answer.sure}"


def _panel(town: Town, answer: Proposal, frame: _Frame, *, after: bool) -> Iterator[str]:
    cost = answer.after if after else answer.before
    share = answer.served(cost) / float(answer.weight.sum())
    mean = answer.mean(cost)
    name = "after · 建成后" if after else "before · 现状"
    way = "" if np.isnan(mean) else f", mean way {_figure(mean)}{' ' + town.ways.unit if town.ways.unit else ''}"
    yield f'<text x="{frame.left:g}" y="{_TOP - 10:g}" font-weight="600">{name}: {100 * share:.1f} % served{way}</text>'
    box = f'x="{frame.left:g}" y="{_TOP:g}" width="{_SIDE:g}" height="{_SIDE:g}"'
    yield f'<rect {box} fill="#f7f5f1" stroke="#cfcac0"/>'
    within = answer.within(cost)
    at = frame.place(town.places.x, town.places.y)
    yield from _dots(at, answer, ~within & ~answer.reachable, _BEYOND)
    yield from _dots(at, answer, ~within & answer.reachable, _UNSERVED)
    yield from _dots(at, answer, within, _SERVED)
    yield from _sites(town, answer, frame, after=after)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:,.1f}"


def _dots(at: Floats, answer: Proposal, shown: Flags, colour: str) -> Iterator[str]:
    """Draw all dots of one colour and size as one path of points: a city is a small file."""
    size = _sizes(answer.weight)
    for width in np.unique(size):
        rows = at[shown & (size == width) & (answer.weight > 0)]
        if len(rows):
            points = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in rows)
            yield f'<path d="{points}" stroke="{colour}" stroke-width="{width:g}" stroke-linecap="round" opacity=".8"/>'


def _sizes(weight: Floats) -> Floats:
    """Give dots four widths by weight, thinner where there are many."""
    counted = weight[weight > 0]
    base = float(np.clip(7.0 - 1.25 * np.log10(max(10, len(counted))), 1.6, 6.0))
    steps = np.quantile(counted, [0.25, 0.5, 0.75]) if len(counted) else np.zeros(3)
    return base * np.array([0.7, 0.9, 1.1, 1.4])[np.searchsorted(steps, weight)]


def _sites(town: Town, answer: Proposal, frame: _Frame, *, after: bool) -> Iterator[str]:
    for x, y in frame.place(town.sites.x[town.stands], town.sites.y[town.stands]):
        yield _square(x, y)
    if not after:
        return
    numbered = len(answer.order) <= _NUMBERED
    for number, column in enumerate(answer.order, 1):
        (x, y), name = frame.place(town.sites.x[[column]], town.sites.y[[column]])[0], town.sites.id[column]
        yield f"<g><title>{number}: {escape(name)}</title>{_disc(x, y, 9 if numbered else 5)}"
        if numbered:
            yield f'<text x="{x:.1f}" y="{y + 3.8:.1f}" font-size="10.5" text-anchor="middle">{number}</text>'
        yield "</g>"


def _square(x: float, y: float) -> str:
    return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{_EXISTING}" stroke="#ffffff"/>'


def _disc(x: float, y: float, radius: float) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{_NEW}" stroke="#2b2b2b"/>'


def _legend() -> Iterator[str]:
    y, x = _TOP + _SIDE + 30, _GAP
    for colour, text in (
        (_SERVED, "served 已覆盖"),
        (_UNSERVED, "not served 未覆盖"),
        (_BEYOND, "beyond every site 无点位可及"),
    ):
        yield f'<path d="M{x + 6:g} {y - 5:g}h0" stroke="{colour}" stroke-width="9" stroke-linecap="round"/>'
        yield f'<text x="{x + 18:g}" y="{y:g}">{text}</text>'
        x += 40 + 8.2 * len(text)
    yield f'{_square(x + 6, y - 5)}<text x="{x + 18:g}" y="{y:g}">existing 已有</text>'
    yield f'{_disc(x + 146, y - 5, 7)}<text x="{x + 160:g}" y="{y:g}">new, first to build first 新建（按先后）</text>'


def _scale_bar(town: Town, frame: _Frame) -> Iterator[str]:
    """Show how long a round number of metres is."""
    metre = frame.up / (111_195.0 if town.places.degrees else 1.0)
    length = _round_below(0.25 * _SIDE / metre)
    x, y = frame.left + _SIDE - length * metre, _TOP + _SIDE + 58
    text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    yield f'<path d="M{x:.1f} {y - 4:g}v4h{length * metre:.1f}v-4" fill="none" stroke="#2b2b2b"/>'
    yield f'<text x="{x - 8:.1f}" y="{y:g}" text-anchor="end">{text}</text>'


def _round_below(value: float) -> float:
    power = 10.0 ** np.floor(np.log10(value))
    return float(next(step for step in (5, 2, 1) if step * power <= value) * power)
