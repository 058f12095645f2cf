"""Cut the decoded text into lines, each free of markup and of stray white space, and none of it lost.

Markup marks (``#``, ``**``, ``>``, ``- ``, table pipes, rules, comment brackets) are layout: they are left
out of the pieces, as white space is. White space inside a line is left out as well, but for a space that
parts two Latin words or numbers (``AI for Science``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.model import PassageKind

from .segments import Hint, Traits, parts

Pieces = tuple[tuple[int, int], ...]

MARKS = frozenset("*#>-+|:=_<!~`")
"""Characters that may stand outside every passage, being markup where they do; white space aside."""

INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
"""Characters without width, which are treated as white space."""

MAX_GAPS = 20_000
"""A line with more gaps than this keeps them: it is no prose, and its map would outgrow its text."""

_SPACE = rf"[\s{INVISIBLE}]"
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_GAP = re.compile(rf"[\s{INVISIBLE}*]+")
_FINE_GAP = re.compile(rf"(?<!\*)\*{{2,3}}(?!\*)|{_SPACE}+")
_MARKUP = re.compile(rf"(?:{_SPACE}|[>](?={_SPACE}))*(#{{1,6}}(?={_SPACE}|[^#\s0-9A-Za-z])|[-*+](?={_SPACE}))?")
_RULE = re.compile(rf"(?:{_SPACE}*[-*_=~`|:+]){{3,}}{_SPACE}*\Z")
_COMMENT = re.compile(r"<!--+|--+>")
_BAR = re.compile(r"\|")
_WORDLIKE = re.compile(r"[0-9A-Za-z]")
_SENTENCE = re.compile("[。，；]")


@dataclass(slots=True)
class Line:
    """One line of the decoded text.

    Parameters
    ----------
    text:
        The line without marks and white space.
    pieces:
        The ranges of the decoded text that make up ``text``.
    gap:
        How many lines after the line before it stands: 1 directly below, 2 after one blank line.
    raw:
        The line as it stands, without marks, with its inner white space.
    hint:
        What is known of it where it is but a part of a line.
    hashes:
        How many ``#`` mark it as a heading.
    bold:
        Whether all of it is set in bold.
    bullet, comment:
        Whether it is an item of a Markdown list; whether it stands in comment brackets.
    indent:
        How many half-width columns of white space or marks stand before it, at most 16.
    suspect:
        Whether some of its words are those of boxes, though not enough to tell by themselves.
    kind, level:
        What it is, None until that is decided; the level of the number it begins with, 0 without number.
    """

    text: str
    pieces: Pieces
    gap: int
    raw: str
    hint: Hint = Hint.NONE
    hashes: int = 0
    bold: bool = False
    bullet: bool = False
    comment: bool = False
    indent: int = 0
    suspect: bool = False
    kind: PassageKind | None = None
    level: int = 0


def cut(text: str, start: int = 0) -> Iterator[Line]:
    """Give the lines of the text from ``start`` on that are not blank and not mere rules, in order."""
    last, gap = start, 0
    traits = Traits.of(text)
    for match in _LINE.finditer(text, start):
        begin, end = match.span()
        gap += _breaks(text, last, begin)
        last = end
        if end - begin < 200 and _RULE.match(text, begin, end):
            continue
        for a, b, hint in parts(text, begin, end, traits):
            line = _read_line(text, a, b, gap, hint, comments=traits.comments)
            if line is not None:
                yield line
                gap = 0


def _breaks(text: str, start: int, end: int) -> int:
    """How many line breaks stand between two lines; a carriage return with its newline counts once."""
    breaks = text[start:end]
    return len(breaks) - breaks.count("\r\n")


def _read_line(text: str, start: int, end: int, gap: int, hint: Hint, *, comments: bool) -> Line | None:
    comment = comments and (text.find("<!--", start, end) >= 0 or text.find("-->", start, end) >= 0)
    hashes, bullet, begin = _strip_markup(text, start, end)
    bold = text.startswith("**", begin) and text.endswith("**", begin + 2, end)
    row = hint is Hint.ROW or hint is Hint.CELL
    pieces = pieces_of(text, begin, end, marks=_COMMENT if comment else _BAR if row else None)
    if not pieces:
        return None
    first, last = pieces[0][0], pieces[-1][1]
    raw = text[first:last]
    clean = raw if len(pieces) == 1 else "".join([text[a:b] for a, b in pieces])
    indent = sum(2 if c == "\u3000" else 1 for c in text[start : min(first, start + 8)])
    return Line(clean, pieces, gap, raw.replace("**", ""), hint, hashes, bold, bullet, comment, indent)


def _strip_markup(text: str, start: int, end: int) -> tuple[int, bool, int]:
    match = _MARKUP.match(text, start, end)
    if match is None or match.end() == end:
        return 0, False, start
    mark = match[1] or ""
    return (len(mark), False, match.end()) if mark.startswith("#") else (0, bool(mark), match.end())


def pieces_of(text: str, start: int, end: int, *, marks: re.Pattern[str] | None = None) -> Pieces:
    """Give the ranges of ``text[start:end]`` that are neither marks nor white space."""
    line = text[start:end]
    # Printable text holds no white space but the plain space, and nothing without width.
    if marks is None and " " not in line and "*" not in line and line.isprintable():
        return ((start, end),)
    gaps = list(_gaps(text, start, end))
    if marks is not None:
        gaps = sorted([*gaps, *(match.span() for match in marks.finditer(text, start, end))])
    if len(gaps) > MAX_GAPS:
        gaps = [gap for gap in gaps if gap[0] == start or gap[1] == end]
    if not gaps:
        return ((start, end),)
    prose = _SENTENCE.search(text, start, end) is not None
    pieces: list[tuple[int, int]] = []
    at = start
    for a, b in gaps:
        if a > at and not _parts_words(text, a, b, end, prose=prose):
            pieces.append((at, a))
            at = b
        elif a <= at:
            at = max(at, b)
    if at < end:
        pieces.append((at, end))
    return tuple(pieces)


def _gaps(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the runs of white space and of bold marks; a single star or a row of stars is text."""
    for match in _GAP.finditer(text, start, end):
        a, b = match.span()
        if text.find("*", a, b) < 0:
            yield a, b
        else:
            yield from (fine.span() for fine in _FINE_GAP.finditer(text, a, b))


def _parts_words(text: str, a: int, b: int, end: int, *, prose: bool) -> bool:
    """Tell whether the white space ``text[a:b]`` parts two Latin words or two numbers and is kept."""
    if b >= end or text[a] in "*<-" or not _WORDLIKE.match(text[a - 1]) or not _WORDLIKE.match(text[b]):
        return False
    return not (prose and text[a - 1].isdigit() and text[b].isdigit() and _one_number(text, a, b, end))


def _one_number(text: str, a: int, b: int, end: int) -> bool:
    """Tell whether a space stands inside one number (``43 579户``): three digits follow and no more."""
    digits = 0
    while b + digits < end and digits < 4 and text[b + digits].isdigit():
        digits += 1
    before = 1
    while before < 4 and a - before > 0 and text[a - before - 1].isdigit():
        before += 1
    return digits == 3 and before <= 3
