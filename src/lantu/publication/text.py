"""The stored text of one document: where a statement stands in its passages, and that its quote really stands there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lantu.model import InputError, Passage

_STOP = re.compile("[。；;！？!?\n]")
_COMMAS = "，,；;。：:"
_REACH, _BRIEF, _LEAST = 80, 40, 4


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A half-open range ``[start, end)`` of the text of passage number ``passage``."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quote with what stands around it: ``before`` + ``lead`` + ``quote`` + ``rest`` + ``after``.

    ``lead`` and ``rest`` belong to the clause that states it, ``before`` and ``after`` are its neighbours.
    """

    before: str
    lead: str
    quote: str
    rest: str
    after: str

    @property
    def clause(self) -> str:
        """The clause that states it."""
        return self.lead + self.quote + self.rest

    @property
    def brief(self) -> Excerpt:
        """The part of a long clause that a list has room for: from a comma that leaves enough to the next."""
        if len(self.clause) <= _BRIEF:
            return self
        breaks = [at + 1 for at, sign in enumerate(self.lead[:-_LEAST]) if sign in _COMMAS]
        start = max(breaks[-1] if breaks else 0, len(self.lead) - _BRIEF)
        ends = [at for at, sign in enumerate(self.rest) if sign in _COMMAS]
        end = min(ends[0] if ends else len(self.rest), _BRIEF)
        lead = ("…" if start > 0 else "") + self.lead[start:]
        return Excerpt("", lead, self.quote, self.rest[:end] + ("…" if end < len(self.rest) else ""), "")


class Text:
    """The passages of one document, found again by offsets of its decoded text.

    Parameters
    ----------
    name:
        The document's name, for messages.
    passages:
        In reading order; each character of the decoded text stands in at most one of them.
    complete:
        Every character that is not white space stands in a passage. It is not so where a document may only
        be quoted: then the ledger holds nothing but the quoted clauses with their neighbours.
    """

    def __init__(self, name: str, passages: Sequence[Passage], *, complete: bool) -> None:
        self.name, self.passages, self.complete = name, tuple(passages), complete
        self._pieces = sorted(_pieces(self.passages))
        self._starts = [piece[0] for piece in self._pieces]

    def prove(self, record: Mapping[str, Any]) -> Place:
        """Give the place of a statement's record, having checked that its quote stands there.

        Raises
        ------
        InputError
            Where the quote of the record is not what the stored passages hold at its offsets.
        """
        start, end, quote = record["start"], record["end"], record["quote"]
        place = self.find(start, end)
        if place is None or len(quote) != end - start or not self._says(start, quote):
            raise InputError(
                f"{self.name}[{start}:{end}]: the quote of {record['id']} is not what the stored text says there",
                "rebuild the ledger from the documents; nothing was published",
            )
        return place

    def find(self, start: int, end: int) -> Place | None:
        """Give the place of the decoded range ``[start, end)``, or None where no single passage holds both ends."""
        first, last = self._locate(start), self._locate(end - 1)
        if first is None or last is None or first[0] != last[0] or first[1] > last[1]:
            return None
        return Place(first[0], first[1], last[1] + 1)

    def excerpt(self, place: Place, clause: Place | None) -> Excerpt:
        """Give the quote at ``place`` with its clause and at most one neighbouring sentence on each side."""
        text = self.passages[place.passage].text
        if clause is None or clause.passage != place.passage:
            clause = place
        start, end = min(clause.start, place.start), max(clause.end, place.end)
        left, right = neighbourhood(text, start, end)
        return Excerpt(
            before=("…" if left > 0 else "") + text[left:start],
            lead=text[start : place.start],
            quote=text[place.start : place.end],
            rest=text[place.end : end],
            after=text[end:right] + ("…" if right < len(text) else ""),
        )

    def _locate(self, offset: int) -> tuple[int, int] | None:
        nearest = bisect_right(self._starts, offset) - 1
        if nearest < 0:
            return None
        start, end, passage, within = self._pieces[nearest]
        return (passage, within + offset - start) if offset < end else None

    def _says(self, start: int, quote: str) -> bool:
        gaps, after = [], start
        for piece in self._pieces[bisect_right(self._starts, start) - 1 :]:
            low, high = max(piece[0], start), min(piece[1], start + len(quote))
            if low >= start + len(quote):
                break
            within = piece[3] + low - piece[0]
            if self.passages[piece[2]].text[within : within + high - low] != quote[low - start : high - start]:
                return False
            gaps.append(quote[after - start : low - start])
            after = high
        return not self.complete or not "".join(gaps).strip()


def neighbourhood(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the neighbours of ``[start, end)`` begin and end.

    On each side that is the rest of the sentence and one more sentence, at most 80 characters: what may be
    quoted around a clause whatever the licence of its document.
    """
    least, most = max(0, start - _REACH), min(len(text), end + _REACH)
    own = _sentence_start(text, start, least)
    rest = _sentence_end(text, end - 1, most)
    return _sentence_start(text, own - 1, least), _sentence_end(text, rest, most)


def _sentence_start(text: str, offset: int, least: int) -> int:
    """Give where the sentence begins that ``offset`` follows in, not before ``least``."""
    ends = [stop.end() for stop in _STOP.finditer(text, least, max(least, offset))]
    return ends[-1] if ends else least


def _sentence_end(text: str, offset: int, most: int) -> int:
    """Give where the sentence ends that goes on at ``offset``, not after ``most``."""
    stop = _STOP.search(text, offset, most)
    return most if stop is None else stop.end()


def _pieces(passages: Sequence[Passage]) -> Iterator[tuple[int, int, int, int]]:
    for number, passage in enumerate(passages):
        within = 0
        for start, end in passage.pieces:
            yield start, end, number, within
            within += end - start
