"""Turns a template and its values into the bytes of a page, in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import yaml
from jinja2.ext import Extension
from markupsafe import Markup, escape

from lantu.engines import reach
from lantu.model import Issue

from . import figures, wording
from .axis import Axis
from .chart import chart_data, counted_figure, reported_figures
from .language import Language, languages
from .maps import legend
from .sheets import ROWS
from .tally import waits

FOLDER = Path(__file__).parent
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""Content Security Policy of every page: nothing inline, nothing from elsewhere."""

_CONSTANT = re.compile(r'\{\{ _\("([^"\\]{1,500})"\) \}\}')
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a verdict looks: its family (colour, texture) and the path of its shape in a 16 × 16 box."""

    family: str
    icon: str


@cache
def looks() -> Mapping[str, Look]:
    """Give the look of every verdict, in the order of legends, bars and tables."""
    text = (FOLDER / "looks.yaml").read_text("utf-8")
    return {kind: Look(**look) for kind, look in yaml.safe_load(text).items()}


class _Constants(Extension):
    """Translates messages without values once, when a template is compiled, and not on every page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """Put the translation where the template asks for it."""
        language: Language = self.environment.globals["language"]  # type: ignore[assignment]
        return _CONSTANT.sub(lambda found: str(escape(language.say(found[1]))), source)


class Press:
    """Renders pages in one language.

    Parameters
    ----------
    language:
        Of the labels, numbers and dates; what documents say stays in their own language.
    values:
        What every page may use beside its own values.
    """

    def __init__(self, language: Language, **values: object) -> None:
        self.language = language
        self._pages = jinja2.Environment(
            loader=jinja2.FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            extensions=["jinja2.ext.i18n", _Constants],
        )
        self._pages.install_gettext_translations(language.catalogue, newstyle=True)  # type: ignore[attr-defined]
        # As filters, since a filter is called three times as fast as a function and a chart asks forty times.
        self._pages.filters.update(x=Axis.x, y=Axis.y)
        self._pages.globals.update(_globals(language), **values)
        self._menus: dict[tuple[int, str, str], Markup] = {}
        self._pages.globals["menu"] = self._menu
        self._pages.globals["p"] = self._pages.get_template("parts.html").module  # the parts that pages share

    def _menu(self, entries: Sequence[tuple[str, str]], path: str, up: str) -> Markup:
        """Give the items of a menu; written once for all the pages that stand in none of its places."""
        key = (id(entries), path if path in {target for target, _ in entries} else "", up)
        if key not in self._menus:
            rendered = self._pages.get_template("menu.html").render(entries=entries, current=key[1], up=up)
            self._menus[key] = Markup(rendered)  # noqa: S704 - escaped by the template
        return self._menus[key]

    def page(self, template: str, path: str, values: Mapping[str, Any]) -> bytes:
        """Render the page at ``path``; characters that no reader should meet (controls, overrides) become �."""
        up = "../" * path.count("/")
        return printable(self._pages.get_template(template).render(values, path=path, up=up)).encode()


def printable(text: str) -> str:
    """Replace control characters, direction overrides and lone surrogates by �, one for one."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _globals(language: Language) -> dict[str, Any]:
    say = language.say
    return {
        "language": language,
        "languages": languages(),
        "policy": POLICY,
        "gap": "" if language.code == "zh" else " ",
        "looks": looks(),
        "limit": ROWS,
        "words": wording,
        "say": say,
        "label": {kind: say(word.label) for kind, word in wording.VERDICTS.items()},
        "means": {kind: say(word.means) for kind, word in wording.VERDICTS.items()},
        "flag": lambda name: _flag(name, language),
        "number": lambda value: figures.number(Decimal(value), language),
        "quantity": lambda record: figures.quantity(record, language),
        "bounded": lambda record: figures.bounded(record, language),
        "share": lambda value: figures.share(Decimal(value)),
        "attained": lambda ends: figures.attained(figures.ends(ends), language),
        "day": lambda when: figures.day(_date(when), language),
        "period": lambda start, end: figures.period(None if start is None else _date(start), _date(end), language),
        "unit": lambda name: figures.unit(name, language),
        "chart": lambda axis, verdict: chart_data(axis, verdict, language),
        "prints": reach.picture_forms(),
        "legend": lambda record: legend(record, language),
        "counted_figure": lambda one, verdict: counted_figure(one, verdict, language),
        "reported_figures": lambda axis, verdict: reported_figures(axis, verdict, language),
        "waits": waits,
        "told": lambda issue: _told(issue, language),
        "working": lambda verdict: verdict["working_zh" if language.code == "zh" else "working"],
        "comparing": lambda item: item.get("note_zh" if language.code == "zh" else "note") or "",
    }


def _date(when: str | date) -> date:
    return date.fromisoformat(when) if isinstance(when, str) else when


def _told(issue: Issue, language: Language) -> str:
    """Tell an issue in a language; nothing where its words are known in English alone."""
    if language.code == "en":
        return issue.message
    told = language.fill(issue.pattern, **dict(issue.facts)) if issue.pattern else issue.message
    return "" if told == issue.message else told


def _flag(name: str, language: Language) -> str:
    counted = wording.KEPT.match(name)
    if counted:
        return language.fill(wording.KEPT_YEARS, kept=counted[1], years=counted[2])
    return language.say(wording.FLAGS[name]) if name in wording.FLAGS else ""
