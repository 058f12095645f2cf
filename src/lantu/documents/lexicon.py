"""The words and shapes of ``lexicon.yaml``, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Cues:
    """Words with points: the score of a line is the sum over the different cues in it."""

    pattern: re.Pattern[str]
    points: tuple[int, ...]

    @classmethod
    def of(cls, listed: dict[int, list[str]]) -> Cues:
        """Build one pattern out of lists of words by points; the heaviest is tried first."""
        ordered = sorted(listed.items(), reverse=True)
        words = [f"({'|'.join(words)})" for _, words in ordered]
        return cls(re.compile("|".join(words)), tuple(points for points, _ in ordered))

    def score(self, text: str) -> tuple[int, int]:
        """Give the points of a line and how many of its characters are cues."""
        points = covered = 0
        seen: set[str] = set()
        for match in self.pattern.finditer(text):
            covered += match.end() - match.start()
            if match[0] not in seen:
                seen.add(match[0])
                points += self.points[(match.lastindex or 1) - 1]
        return points, covered


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled lexicon; see the comments in ``lexicon.yaml``."""

    box: Cues
    advertisement: Cues
    weather: tuple[re.Pattern[str], ...]
    forecast: re.Pattern[str]
    hotline: re.Pattern[str]
    phone: re.Pattern[str]
    appeal: re.Pattern[str]
    caption: re.Pattern[str]
    byline: re.Pattern[str]
    headings: tuple[tuple[int, re.Pattern[str]], ...]
    starters: re.Pattern[str]
    front_keys: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Load the lexicon that lies beside this module."""
    data: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("lexicon.yaml").read_text("utf-8"))
    return Lexicon(
        box=Cues.of(data["box"]),
        advertisement=Cues.of(data["advertisement"]),
        weather=tuple(re.compile(pattern) for pattern in data["weather"].values()),
        forecast=re.compile(data["forecast"]),
        hotline=re.compile(data["hotline"]),
        phone=re.compile(data["phone"]),
        appeal=re.compile(data["appeal"]),
        caption=_any(data["caption"]),
        byline=_any(data["byline"]),
        headings=tuple((entry["level"], re.compile(entry["pattern"])) for entry in data["headings"]),
        starters=re.compile(data["starters"]),
        front_keys=frozenset(data["front_keys"]),
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
