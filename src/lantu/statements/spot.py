"""A number in its surroundings, as the rules of refusal see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from .lexicon import alternation, word_list
from .scan import Found
from .units import dimension

_LIST = word_list("words")
AFTER: dict[str, str] = {word: bound for bound, text in _LIST["after"].items() for word in text.split()}
"""What bounds a number from behind (以上), and how."""
SUFFIX = re.compile(rf"(?:{alternation(' '.join(AFTER))}){{1,2}}(?<![多余强](?=[一-龥]))")
RELATIVE = frozenset({"share", "points", "times"})


@dataclass
class Spot:
    """A number of a sentence with some words before and after it.

    Parameters
    ----------
    text, start, end:
        The passage and the sentence's place in it.
    numbers, index:
        All numbers of the sentence and which of them this is.
    """

    text: str
    start: int
    end: int
    numbers: list[Found]
    index: int

    def __post_init__(self) -> None:
        number = self.number = self.numbers[self.index]
        self.before = self.text[max(self.start, number.start - 26) : number.start]
        suffix = SUFFIX.match(self.text, number.end, self.end)
        self.suffixed = suffix is not None
        self.tail_end = number.end if suffix is None else suffix.end()
        self.after = self.text[self.tail_end : min(self.end, self.tail_end + 24)]
        self.next = self.after[:1]

    @property
    def closed(self) -> bool:
        """Whether nothing is counted after the number."""
        return self.next in "，,、。；;和（("

    @cached_property
    def kind(self) -> str:
        """The dimension of its unit."""
        return dimension(self.number.printed)

    @property
    def relative(self) -> bool:
        """Whether it is a percentage, points or a multiple."""
        return self.kind in RELATIVE

    @cached_property
    def following(self) -> int:
        """Where the next number with a unit begins in the passage, or 0."""
        for number in self.numbers[self.index + 1 :]:
            if number.printed:
                return number.start
        return 0

    @property
    def onward(self) -> str:
        """The words from the end of the number, its bound included."""
        return self.text[self.number.end : min(self.end, self.tail_end + 30)]
