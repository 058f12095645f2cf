"""How likely two ends of text are the halves of one broken sentence, by the characters that meet.

A naive Bayes score in natural log odds: how much oftener the two characters that meet stand side by side than
by chance, plus how much oftener the end (the start) stands within a sentence than at the end of one (at the
start of a paragraph). On held-out reports 95 of 100 sentences broken at a random place score 0 or more, and 6
of 100 neighbouring paragraphs do (``benchmarks/documents/learn_cohesion.py``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

UNSEEN = -1
"""Weight of a pair that the table does not list."""

_DIGITS = dict.fromkeys(map(ord, "0123456789０１２３４５６７８９"), "0")
_LETTERS = {code: "a" for first in "aA" for code in range(ord(first), ord(first) + 26) if code != ord("Y")}
_WIDE = dict(zip(map(ord, ",;:!?()"), "，；：！？（）", strict=True))
_NORMAL = str.maketrans(_DIGITS | _LETTERS | _WIDE)
_YEAR = re.compile("(?:19|20|１９|２０)[0-9０-９]{2}(?=年)")


def normal(text: str) -> str:
    """Write years as YYYY, other digits as 0, Latin letters as a, and punctuation full-width."""
    return _YEAR.sub("YYYY", text).translate(_NORMAL)


@dataclass(frozen=True, slots=True)
class Cohesion:
    """The weights of ``cohesion.txt``."""

    pair: Mapping[str, int]
    end: Mapping[str, int]
    start: Mapping[str, int]

    @classmethod
    def load(cls) -> Cohesion:
        """Read the table that lies beside this module."""
        tables: dict[str, dict[str, int]] = {"pair": {}, "end": {}, "start": {}}
        name = ""
        for line in files(__package__).joinpath("cohesion.txt").read_text("utf-8").splitlines():
            if line.startswith("#"):
                continue
            if line.startswith("[") and line.endswith("]"):
                name = line[1:-1]
            elif name == "pair":
                first, *groups = line.split(" ")
                tables[name].update((first + char, int(group[0])) for group in groups for char in group[1:])
            else:
                weight, *keys = line.split(" ")
                tables[name].update(dict.fromkeys(keys, int(weight)))
        return cls(**tables)

    def odds(self, before: str, after: str) -> int:
        """Give the log odds that the sentence ``before`` breaks off and ``after`` continues it."""
        one, two = normal(before[-5:])[-2:], normal(after[:5])[:2]
        if not one or not two:
            return UNSEEN
        end = self.end.get(one, self.end.get(one[-1], 0))
        return self.pair.get(one[-1] + two[0], UNSEEN) + end + self.inside(after)

    def inside(self, after: str) -> int:
        """Give the log odds that ``after`` begins within a sentence rather than at the start of a paragraph."""
        two = normal(after[:5])[:2]
        return self.start.get(two, self.start.get(two[:1], 0))


@cache
def cohesion() -> Cohesion:
    """Give the table, loaded once."""
    return Cohesion.load()
