"""Which wordings mean an indicator: 全市生产总值增速, GDP and 国内生产总值 are one thing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_SIGNS = re.compile(r"[\s“”\"'‘’《》*#_,，.。:：;；~～─—-]+")
_YEAR = re.compile(
    r"(?:19|20)[0-9]{2}年|[0-9一二三四五六七八九十]{1,3}[、.．)）]|[（(][一二三四五六七八九十0-9]{1,2}[)）]"
)
_BRACKETS = re.compile(r"[()（）〔〕\[\]]")
_ANNOUNCED = re.compile(r"^.*目标(?:是|为)(?=.)")
_REACHED = re.compile(r"(?:增速|增长)?(?:历史性|高于|快于)[^、，]*$")
_MEMBERS = re.compile(r"[、和与及]")


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with all the wordings that mean it."""

    name: str
    words: frozenset[str]

    def means(self, printed: str, place: str = "") -> bool:
        """Tell whether a printed indicator is this one.

        >>> named_indicator("地区生产总值").means("全市生产总值增速")
        True
        >>> named_indicator("地区生产总值").means("人均生产总值")
        False
        """
        return bare(printed, place) in self.words

    def leads(self, printed: str, place: str = "") -> bool:
        """Tell whether it is the first of several that share one figure (生产总值和财政收入均增长8%)."""
        members = _MEMBERS.split(printed)
        return len(members) > 1 and self.means(members[0], place)


def named_indicator(name: str) -> Indicator:
    """Give the indicator with this name or wording; an unknown one has only its own wording."""
    for title, words in word_list()["indicators"].items():
        if name == title or bare(name) in words.split():
            return Indicator(title, frozenset(words.split()))
    return Indicator(name, frozenset({bare(name)}))


def bare(printed: str, place: str = "") -> str:
    """Take scope, time and growth off a printed indicator: 我市2019年地区生产总值增速 is 地区生产总值."""
    text = unicodedata.normalize("NFKC", printed)
    text = _BRACKETS.sub("", _SIGNS.sub("", _YEAR.sub("", text)))
    text = _REACHED.sub("", _ANNOUNCED.sub("", text))
    before = _names(place) | set(word_list()["before"].split())
    after = set(word_list()["after"].split())
    known = _known()
    while text not in known:
        shorter = next((text[len(w) :] for w in sorted(before, key=len, reverse=True) if text.startswith(w)), None)
        if not shorter:
            shorter = next((text[: -len(w)] for w in sorted(after, key=len, reverse=True) if text.endswith(w)), None)
        if not shorter:
            break
        text = shorter
    return text


@cache
def _names(place: str) -> frozenset[str]:
    """Give the names a place may call itself by: 青海省, 青海; the first two or three signs of a longer name."""
    return frozenset({place, place[:-1], place[:2], place[:3]} - {"", "全"})


@cache
def _known() -> frozenset[str]:
    return frozenset(word for words in word_list()["indicators"].values() for word in words.split())


@cache
def word_list() -> Mapping[str, Any]:
    """Give what ``indicators.yaml`` beside this file holds."""
    loaded: Mapping[str, Any] = yaml.safe_load(files(__package__).joinpath("indicators.yaml").read_text("utf-8"))
    return loaded
