"""Draw a measurement as a map: an SVG of our own, with its legend, its scale and the definition on it.

Colours are read from light (near) to dark (far) and tell served from not served by hue as well, so that the map
survives a copier and most kinds of colour blindness (after ColorBrewer's PuOr).
"""

from __future__ import annotations

from typing import Literal
from xml.sax.saxutils import escape

import numpy as np
import shapely

from .arrays import Floats, Indices
from .definition import Definition, Label
from .measuring import Addition, Measurement
from .network import Network
from .projection import Projection
from .words import words_of

Language = Literal["zh", "en"]
WIDTH, _MARGIN, _LINE = 720.0, 12.0, 16.0
_MOST_PLACES, _ACROSS, _MOST_WAYS = 2500, 70, 6000
STEPS = (0.5, 1.0, 1.5, 2.0)
"""Upper ends of the classes, in limits."""
_COLOURS = ("#c7d8f0", "#5b8cc9", "#fdc086", "#e0701a", "#7f2704")
_FACILITY, _NEW, _WAY, _INK, _PAPER = "#111111", "#f2a900", "#d9d9d9", "#222222", "#ffffff"
_FONT = "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
_WORDS = {
    "served": Label("服务到", "served"),
    "not": Label("未服务到", "not served"),
    "beyond": Label("以上或不可达", "or more, or no way"),
    "facility": Label("设施", "facility"),
    "next": Label("拟建设施，按先后", "next facility, first to build first"),
    "minutes": Label("分钟", "min"),
    "metres": Label("米", "m"),
}


class _Frame:
    """The map's piece of the ground, in pixels."""

    def __init__(self, measured: Measurement) -> None:
        people = measured.demand
        self._plane = Projection.around(people.lon, people.lat)
        x, y = self._plane.to_metres(people.lon, people.lat)
        around = 0.02 * max(float(np.ptp(x)), float(np.ptp(y)), 200.0)
        self._west, self._north = float(x.min()) - around, float(y.max()) + around
        self.metres = (float(np.ptp(x)) + 2 * around) / (WIDTH - 2 * _MARGIN)
        tall = (float(np.ptp(y)) + 2 * around) / self.metres
        if tall > 1.4 * WIDTH:
            self.metres *= tall / (1.4 * WIDTH)
            tall = 1.4 * WIDTH
        self.height = tall + 2 * _MARGIN

    def pixels(self, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
        x, y = self._plane.to_metres(lon, lat)
        return _MARGIN + (x - self._west) / self.metres, _MARGIN + (self._north - y) / self.metres


def draw(
    measured: Measurement, language: Language, network: Network | None = None, addition: Addition | None = None
) -> str:
    """Give the map of the definition's own reading as SVG text.

    Many places are drawn as squares that stand for all in them; ``network`` adds the ways of a small town; with an
    ``addition`` the map shows the state once its facilities stand.
    """
    frame, definition = _Frame(measured), measured.definition
    cost = (measured if addition is None else addition).reading.cost
    body = [*_ways(frame, network), *_places(frame, measured, cost), *_facilities(frame, measured)]
    body += [*_next(frame, addition), _scale(frame, language)]
    legend, top = _legend(definition, language, frame.height + 18)
    if addition is not None:
        legend, top = [*legend, *_next_legend(language, top)], top + _LINE
    text, bottom = _text(definition, language, top + 8)
    title = escape(getattr(definition.title, language))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {bottom:.0f}" width="{WIDTH:g}" '
        f'height="{bottom:.0f}" role="img" font-family="{_FONT}" font-size="12" fill="{_INK}">'
        f'<title>{title}</title><rect width="{WIDTH:g}" height="{bottom:.0f}" fill="{_PAPER}"/>'
    )
    return "\n".join([head, *body, *legend, *text, "</svg>"]) + "\n"


def classes_of(cost: Floats, limit: float) -> Indices:
    """Give the class of each cost: the first whose upper end it does not exceed, the last one has none."""
    return np.searchsorted(np.array(STEPS) * (1 + 1e-12), cost / limit)


def _places(frame: _Frame, measured: Measurement, cost: Floats) -> list[str]:
    people, limit = measured.demand, measured.definition.limit
    classes = classes_of(cost, limit.minutes or limit.metres or 1.0)
    x, y = frame.pixels(people.lon, people.lat)
    if len(x) > _MOST_PLACES:
        x, y, classes = _squares(x, y, people.weight, classes)
        size, cap = (WIDTH - 2 * _MARGIN) / _ACROSS * 0.94, "square"
        return _dots(x, y, classes, size / 2, cap)
    room = frame.height * WIDTH / max(len(x), 1)
    return _dots(x, y, classes, float(np.clip(0.75 * np.sqrt(room), 3.0, 15.0)), "round")


def _squares(x: Floats, y: Floats, weight: Floats, classes: Indices) -> tuple[Floats, Floats, Indices]:
    """Give squares in the place of places, each with the class that most of its weight is in."""
    side = (WIDTH - 2 * _MARGIN) / _ACROSS
    square = np.floor((y - _MARGIN) / side).astype(np.int64) * 1000 + np.floor((x - _MARGIN) / side).astype(np.int64)
    at, where = np.unique(square, return_inverse=True)
    share = np.zeros((len(at), len(_COLOURS)))
    np.add.at(share, (where, classes), weight)
    across, up = (np.asarray(_MARGIN + (each + 0.5) * side, dtype=np.float64) for each in (at % 1000, at // 1000))
    return across, up, share.argmax(axis=1).astype(np.int64)


def _dots(x: Floats, y: Floats, classes: Indices, size: float, cap: str) -> list[str]:
    lines = []
    for number, colour in enumerate(_COLOURS):
        mine = np.flatnonzero(classes == number)
        path = "".join(f"M{x[i]:.1f} {y[i]:.1f}h0" for i in mine)
        if path:
            lines.append(f'<path d="{path}" stroke="{colour}" stroke-width="{size:.1f}" stroke-linecap="{cap}"/>')
    return lines


def _facilities(frame: _Frame, measured: Measurement) -> list[str]:
    middle = shapely.centroid(measured.facilities.shapes)
    x, y = frame.pixels(shapely.get_x(middle), shapely.get_y(middle))
    seen = np.flatnonzero((x >= 0) & (x <= WIDTH) & (y >= 0) & (y <= frame.height))
    path = "".join(f"M{x[i]:.1f} {y[i]:.1f}h0" for i in seen)
    size = 9 if len(seen) <= 100 else 4
    return [
        f'<path d="{path}" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>'
        for colour, width in ((_PAPER, size + 3), (_FACILITY, size))
        if path
    ]


def _next(frame: _Frame, addition: Addition | None) -> list[str]:
    """Number the facilities that are proposed."""
    if addition is None:
        return []
    middle = shapely.centroid(addition.facilities.shapes[len(addition.facilities) - len(addition.best.chosen) :])
    at = zip(*frame.pixels(shapely.get_x(middle), shapely.get_y(middle)), strict=True)
    return [_disc(float(x), float(y), str(number)) for number, (x, y) in enumerate(at, 1)]


def _disc(x: float, y: float, text: str) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" fill="{_NEW}" stroke="{_FACILITY}"/>'
        f'<text x="{x:.1f}" y="{y + 3.8:.1f}" font-size="10.5" text-anchor="middle">{text}</text>'
    )


def _next_legend(language: Language, y: float) -> list[str]:
    said = escape(getattr(_WORDS["next"], language))
    return [_disc(_MARGIN + 8, y - 4, "1"), f'<text x="{_MARGIN + 24:g}" y="{y:.1f}">{said}</text>']


def _ways(frame: _Frame, network: Network | None) -> list[str]:
    if network is None:
        return []
    start, end = shown_ways(network)
    x, y = frame.pixels(network.lon, network.lat)
    lines = "".join(f"M{x[a]:.1f} {y[a]:.1f}L{x[b]:.1f} {y[b]:.1f}" for a, b in zip(start, end, strict=True))
    return [f'<path d="{lines}" stroke="{_WAY}" stroke-width="1.5" fill="none"/>'] if lines else []


def shown_ways(network: Network) -> tuple[Indices, Indices]:
    """Give both ends of every way of a small town, each once; none of a large one, where they would hide the map."""
    start = np.repeat(np.arange(len(network)), np.diff(network.metres.indptr))
    end = network.metres.indices
    once = (start < end) | (network.metres[end, start].A1 == 0 if len(start) <= 2 * _MOST_WAYS else False)
    few = int(np.sum(once)) <= _MOST_WAYS
    return (start[once], end[once]) if few else (start[:0], end[:0])


def _scale(frame: _Frame, language: Language) -> str:
    wanted = 140 * frame.metres
    size = max(step for step in (10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5) if step <= wanted)
    name = f"{size:g} {_WORDS['metres'].en}" if size < 1000 else f"{size / 1000:g} km"
    if language == "zh":
        name = f"{size:g}米" if size < 1000 else f"{size / 1000:g}公里"
    right, y = WIDTH - _MARGIN, frame.height + 4
    left = right - size / frame.metres
    return (
        f'<path d="M{left:.1f} {y - 4:.1f}v4H{right:g}v-4" stroke="{_INK}" fill="none"/>'
        f'<text x="{right:g}" y="{y + 14:.1f}" text-anchor="end">{name}</text>'
    )


def _legend(definition: Definition, language: Language, top: float) -> tuple[list[str], float]:
    limit, unit = definition.limit.minutes or definition.limit.metres or 1.0, "metres"
    unit = "minutes" if definition.limit.minutes is not None else "metres"
    ends = [f"{step * limit:g}" for step in STEPS]
    words = {name: getattr(label, language) for name, label in _WORDS.items()}
    gap = "" if language == "zh" else " "
    texts = [f"≤ {ends[0]}", f"{ends[0]}–{ends[1]}", f"{ends[1]}–{ends[2]}", f"{ends[2]}–{ends[3]}"]
    texts = [f"{text}{gap}{words[unit]}" for text in texts] + [f"{ends[3]}{gap}{words[unit]}{gap}{words['beyond']}"]
    lines, y = [], top
    for number, (colour, text) in enumerate(zip(_COLOURS, texts, strict=True)):
        said = words["served" if number < 2 else "not"]
        lines.append(f'<rect x="{_MARGIN:g}" y="{y - 10:.1f}" width="16" height="11" fill="{colour}"/>')
        lines.append(f'<text x="{_MARGIN + 24:g}" y="{y:.1f}">{escape(f"{text} · {said}")}</text>')
        y += _LINE
    lines.append(f'<circle cx="{_MARGIN + 8:g}" cy="{y - 5:.1f}" r="4.5" fill="{_FACILITY}"/>')
    name = getattr(definition.title, language)
    lines.append(f'<text x="{_MARGIN + 24:g}" y="{y:.1f}">{escape(words["facility"])} ({escape(name)})</text>')
    return lines, y + _LINE


def _text(definition: Definition, language: Language, top: float) -> tuple[list[str], float]:
    lines, y = [], top
    said = getattr(words_of(definition), language)
    paragraphs = [said, *([definition.attribution] if definition.attribution else [])]
    for paragraph in paragraphs:
        for line in _wrapped(paragraph, WIDTH - 2 * _MARGIN):
            lines.append(f'<text x="{_MARGIN:g}" y="{y:.1f}">{escape(line)}</text>')
            y += _LINE
    return lines, y


def _wrapped(text: str, width: float) -> list[str]:
    """Break a text by the width of its letters: a Chinese one takes twelve units, others about six and a half."""
    lines, line, used = [], "", 0.0
    for word in _words(text):
        size = sum(12.2 if ord(letter) > 0x2E80 else 6.4 for letter in word)
        if used + size > width and line:
            lines.append(line.rstrip())
            line, used = "", 0.0
        line, used = line + word, used + size
    return [*lines, line.rstrip()] if line.strip() else lines


def _words(text: str) -> list[str]:
    words: list[str] = []
    for letter in text:
        if ord(letter) > 0x2E80 or not words or words[-1].endswith(" ") or ord(words[-1][-1]) > 0x2E80:
            words.append(letter)
        else:
            words[-1] += letter
    return words
