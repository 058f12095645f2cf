"""Turns a template and its values into the bytes of a page, in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import yaml

from . import figures, wording
from .language import Language, languages
from .tally import shown, waits

FOLDER = Path(__file__).parent
POLICY = "; ".join(
    (
        "default-src 'none'",
        # file: beside 'self' because Firefox takes 'self' for nothing at all in a page opened from a folder;
        # a page that a server sends cannot reach file: addresses, so there it allows nothing.
        "script-src 'self' file:",
        "style-src 'self' file:",
        "img-src 'self' file:",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""Content Security Policy of every page: nothing inline, nothing from elsewhere."""

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
            extensions=["jinja2.ext.i18n"],
        )
        self._pages.install_gettext_translations(language.catalogue, newstyle=True)  # type: ignore[attr-defined]
        self._pages.globals.update(_globals(language), **values)

    def page(self, template: str, **values: object) -> bytes:
        """Render one page; characters that no reader should meet (controls, direction overrides) become �."""
        return printable(self._pages.get_template(template).render(values)).encode()


def printable(text: str) -> str:
    """Replace control characters, direction overrides and lone surrogates by �, one for one."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _globals(language: Language) -> dict[str, Any]:
    say = language.say
    return {
        "language": language,
        "languages": languages(),
        "policy": POLICY,
        "looks": looks(),
        "words": wording,
        "say": say,
        "label": lambda kind: say(wording.VERDICTS[kind].label),
        "means": lambda kind: say(wording.VERDICTS[kind].means),
        "number": lambda value: figures.number(Decimal(value), language),
        "quantity": lambda record: figures.quantity(record, language),
        "bounded": lambda record: figures.bounded(record, language),
        "share": lambda value: figures.share(Decimal(value)),
        "attained": lambda ends: figures.attained(figures.ends(ends), language),
        "day": lambda when: figures.day(_date(when), language),
        "period": lambda start, end: figures.period(None if start is None else _date(start), _date(end), language),
        "shown": shown,
        "waits": waits,
        "working": lambda verdict: verdict["working_zh" if language.code == "zh" else "working"],
    }


def _date(when: str | date) -> date:
    return date.fromisoformat(when) if isinstance(when, str) else when
