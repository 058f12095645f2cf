"""What kind of thing a single line is, judged by its own words and shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lantu.model import PassageKind

from .lexicon import lexicon
from .lines import Line
from .segments import Hint

SHORT = 40
"""A line without sentence punctuation up to this long may be a heading."""

LONG = 200
"""A line longer than this is prose; its words are not weighed."""

ENDS = frozenset("。！？!?；;：:…")
"""A line that ends so is whole."""

CLOSERS = frozenset("”’）)】」』》〉]］﹞〕\"'")

WIDE = 60
"""A line longer than this is set as a sentence is."""

SUSPECT, SHOWN, TOLD, SPARSE = 3, 4, 6, 9
"""Points of box words from which a line is suspect; is a box; is one though it is a sentence that is addressed to
readers; is one though other words prevail in it."""

COLUMNS = 3
"""A row of a table has at least so many cells."""

REMARK = 60
"""A remark in brackets after the last sentence (（牵头单位：…）, （掌声）) is at most this long."""

_REMARK = re.compile("[。！？；][”’]?[（(【][^（()）【】。]{1,50}[）)】][。；]?\\Z")
_INNER_END = re.compile("[。！？!?；;]")
_HINTED = {
    Hint.HEADING: PassageKind.HEADING,
    Hint.TURN: PassageKind.BOX,
    Hint.CELL: PassageKind.BODY,
    Hint.ROW: PassageKind.TABLE,
}
_SENTENCE = re.compile("[。，；！？]")
_CELL = re.compile(r"[<>＜＞≤≥]?[\[［〔(（]?[-+－]?[0-9][0-9,.]*[%％‰]?[\]］〕)）]?(?:左右)?|[-—–…]+")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:年?\s?[-—–－~～至到]{1,2}\s?(?:19|20)?[0-9]{2})?(?:年|(?=[)）]))")
_FIGURE = re.compile(r"[0-9０-９](?![0-9０-９年月日届次]|[.．、])")


def ended(text: str) -> bool:
    """Tell whether a line ends as a sentence does, closing quotes, brackets and a remark in brackets aside."""
    end = len(text)
    while end > 0 and end > len(text) - 4 and text[end - 1] in CLOSERS:
        end -= 1
    if end > 0 and text[end - 1] in ENDS:
        return not (text[end - 1] in ":：" and end > 1 and text[end - 2].isdigit())
    if end > 1 and text[end - 1] == "." and not text[end - 2].isdigit():
        return True
    return end < len(text) and _REMARK.search(text, max(0, len(text) - REMARK)) is not None


def holds_sentence(text: str) -> bool:
    """Tell whether a sentence ends within the line or at its end."""
    return _INNER_END.search(text) is not None


def heading_level(text: str) -> int:
    """Give the level of the number that a heading begins with, 0 where there is none."""
    for level, pattern in lexicon().headings:
        if pattern.match(text):
            return level
    return 0


def classify(line: Line) -> None:
    """Set the kind (and level) of a line where its own words and shape tell it; else leave it None.

    A line that begins with a number keeps its level whatever its kind, so that nothing is joined to it.
    """
    text = line.text
    line.level = heading_level(text[:12])
    if line.hint in _HINTED:
        line.kind = _HINTED[line.hint]
    elif line.comment:
        line.kind = PassageKind.CAPTION
    elif line.hashes:
        line.kind, line.level = PassageKind.HEADING, line.hashes
    elif len(text) > LONG:
        line.kind = PassageKind.BODY
    else:
        line.kind = _boxed(line) or _signed(line) or _tabled(line) or _headed(line)


def _boxed(line: Line) -> PassageKind | None:
    """Weigh the words of boxes: a line that is no sentence needs few, a sentence or an item many."""
    text, words = line.raw, lexicon()
    box, covered = words.box.score(text)
    sold, covered_too = words.advertisement.score(text)
    forecast = sum(pattern.search(text) is not None for pattern in words.weather)
    if box + sold == 0 and forecast < 2:
        return None
    line.suspect = (box + sold >= SUSPECT and not line.level) or forecast >= 2
    sentence = holds_sentence(text) or len(text) > WIDE
    if forecast == 3 or (forecast == 2 and (not sentence or len(text) <= WIDE)):
        return PassageKind.BOX
    phone = words.phone.search(text) is not None
    if sentence or line.level:
        # Without either, honest sentences about hotlines and advertising would be taken for them.
        addressed = phone or words.appeal.search(text) is not None
        return _kind_of(box, sold) if addressed and box + sold >= TOLD else None
    dense = (covered + covered_too) * 5 >= len(text)
    needed = SHOWN - 2 * phone if dense or phone else SPARSE
    needed += 2 * (holds_figure(text) and not phone and not sold)
    return _kind_of(box, sold) if box + sold >= needed else None


def _kind_of(box: int, sold: int) -> PassageKind:
    return PassageKind.ADVERTISEMENT if sold > box else PassageKind.BOX


def _signed(line: Line) -> PassageKind | None:
    text, words = line.raw, lexicon()
    if len(text) > 120:
        return None
    if words.caption.search(text):
        return PassageKind.CAPTION
    if line.level == 0 and len(text) <= 80 and not holds_sentence(text) and words.byline.match(text):
        return PassageKind.BYLINE
    return None


def _tabled(line: Line) -> PassageKind | None:
    """Tell a row of a table that is drawn with white space: three cells or more, most of them numbers."""
    if line.raw == line.text or _SENTENCE.search(line.text):
        return None
    cells = line.raw.split()
    numbers = sum(_CELL.fullmatch(cell) is not None for cell in cells)
    return PassageKind.TABLE if len(cells) >= COLUMNS and numbers >= 2 and 2 * numbers >= len(cells) - 1 else None


def _headed(line: Line) -> PassageKind | None:
    """Tell headings with a number from items of a list and from paragraphs."""
    text = line.text
    if line.level:
        whole = not holds_sentence(text[:-1])
        if line.level >= 4:
            heading = whole and not ended(text) and len(text) <= 30
        else:
            heading = whole and len(text) <= (50 if ended(text) else 60)
        return PassageKind.HEADING if heading else PassageKind.BODY
    if holds_sentence(text) or len(text) > SHORT or ended(text) or text[-1] in "，、,":
        return PassageKind.BODY
    return None


def holds_figure(text: str) -> bool:
    """Tell whether a number stands in the line that is not a year, a day, or the number of a meeting."""
    return _FIGURE.search(_YEARS.sub("年", text)) is not None


def spread_tables(lines: Sequence[Line]) -> None:
    """Let a table draw in the line of its column names: three words or more, parted by white space."""
    for line, after in pairwise(lines):
        if line.kind is None and after.kind is PassageKind.TABLE and len(line.raw.split()) >= COLUMNS:
            line.kind = PassageKind.TABLE
