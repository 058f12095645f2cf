"""Word files (DOCX): headings, paragraphs with the numbers Word writes, lists, tables, notes, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lantu.model import InputError

from ..extract import Extract
from ..manuscript import WIDEST, Manuscript, plain
from .archive import Archive
from .numbers import BULLET, Numbering, W, value_of
from .styles import Style, numbered, outline_level, read_styles

_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "object", "pict", "drawing"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HOLDERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo"))
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
NESTED = 8
"""Tables within tables are read to this depth."""


def read_word(data: bytes, name: str) -> Extract:
    """Turn a Word file into text.

    Raises
    ------
    InputError
        Where it is damaged, encrypted, hostile or without text.
    """
    archive = Archive(data, name)
    part = archive.main_part("word/document.xml")
    root = archive.root(part)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise InputError(f"{name}: a Word file without a body", "save it again from Word, or give its text")
    writer = _Writer(archive, part)
    writer.blocks(body)
    writer.notes()
    text = writer.manuscript.text()
    if not text.strip():
        raise InputError(f"{name}: a Word file without text", "it may hold pictures of pages: export it as PDF")
    return Extract(text, issues=archive.issues())


class _Writer:
    """Writes the blocks of one file."""

    def __init__(self, archive: Archive, part: str) -> None:
        parts = dict(archive.related(part).values())
        self.manuscript = Manuscript()
        self.styles = read_styles(archive.root(parts.get("styles", "word/styles.xml")))
        self.numbering = Numbering.of(archive.root(parts.get("numbering", "word/numbering.xml")))
        noted = [kind for kind in ("footnotes", "endnotes") if kind in parts]
        self.sources: dict[str, Any] = {kind: archive.root(parts[kind]) for kind in noted}
        self.noted: list[tuple[str, str]] = []

    def blocks(self, holder: Any, depth: int = 0) -> None:
        """Write what a body, a cell or a text box holds."""
        for element in _blocks(holder):
            if element.tag == f"{W}tbl":
                self._table(element, depth)
            else:
                self._paragraph(element)

    def _paragraph(self, element: Any) -> None:
        style = self.styles.get(value_of(element.find(f"{W}pPr/{W}pStyle")), Style())
        text = "".join(self._words(element))
        boxes = list(_text_boxes(element))
        if text.strip() and not style.contents:
            own, depth = numbered(element)
            number = self.numbering.next(own or style.number, depth if own else style.depth)
            level = outline_level(element) or style.level
            if level:
                self.manuscript.heading((number if number != BULLET else "") + plain(text), level)
            elif number == BULLET:
                self.manuscript.item(text)
            else:
                self.manuscript.paragraph(number + plain(text))
        for box in boxes:
            self.blocks(box)

    def _words(self, element: Any) -> Iterator[str]:
        """Give the words of a paragraph as they are shown: without deleted, hidden and field text."""
        stack = list(reversed(element))
        while stack:
            one = stack.pop()
            if one.tag == f"{W}t":
                yield one.text or ""
            elif one.tag in _SIGNS:
                yield _SIGNS[one.tag]
            elif one.tag in _NOTES:
                yield self._note(_NOTES[one.tag], one.get(f"{W}id") or "")
            elif one.tag not in _SKIPPED and one.tag != _FALLBACK and not _hidden(one):
                stack.extend(reversed(one))

    def _note(self, kind: str, number: str) -> str:
        self.noted.append((kind, number))
        return f"[{len(self.noted)}]"

    def notes(self) -> None:
        """Write the notes below the text, in the order of their marks."""
        told = [(at, self._noted(*note)) for at, note in enumerate(self.noted, start=1)]
        if any(text for _, text in told):
            self.manuscript.heading("注释", 2)
        for at, text in told:
            if text:
                self.manuscript.paragraph(f"[{at}] {text}")

    def _noted(self, kind: str, number: str) -> str:
        source = self.sources.get(kind)
        for one in () if source is None else source:
            if one.get(f"{W}id") == number:
                return plain(" ".join("".join(self._words(each)) for each in one.iter(f"{W}p")))
        return ""

    def _table(self, table: Any, depth: int) -> None:
        rows = [list(_within(row, f"{W}tc")) for row in _within(table, f"{W}tr")]
        if max(map(len, rows), default=0) < 2 and depth < NESTED:
            for row in rows:
                for cell in row:
                    self.blocks(cell, depth + 1)
            return
        self.manuscript.table(list(self._grid(rows)))

    def _grid(self, rows: list[list[Any]]) -> Iterator[list[str]]:
        """Give the rows with a merged cell in each place that it covers."""
        above: list[str] = []
        for row in rows:
            line: list[str] = []
            for cell in row[:WIDEST]:
                properties = cell.find(f"{W}tcPr")
                across = value_of(None if properties is None else properties.find(f"{W}gridSpan"))
                merge = None if properties is None else properties.find(f"{W}vMerge")
                if merge is not None and value_of(merge) != "restart":
                    text = above[len(line)] if len(line) < len(above) else ""
                else:
                    text = " ".join("".join(self._words(each)) for each in cell.iter(f"{W}p"))
                line += [text] * (min(int(across), 100) if across.isdigit() and len(across) < 4 else 1)
            above = line[:WIDEST]
            yield above


def _blocks(holder: Any) -> Iterator[Any]:
    """Give paragraphs and tables in order, those inside content controls too."""
    stack = list(reversed(holder))
    while stack:
        one = stack.pop()
        if one.tag in (f"{W}p", f"{W}tbl"):
            yield one
        elif one.tag in _HOLDERS:
            stack.extend(reversed(one))


def _within(holder: Any, tag: str) -> Iterator[Any]:
    """Give the rows of a table or the cells of a row, those inside content controls too."""
    stack = list(reversed(holder))
    while stack:
        one = stack.pop()
        if one.tag == tag:
            yield one
        elif one.tag in _HOLDERS:
            stack.extend(reversed(one))


def _text_boxes(element: Any) -> Iterator[Any]:
    for box in element.iter(f"{W}txbxContent"):
        above = [one.tag for one in box.iterancestors()]
        if _FALLBACK not in above and above.count(f"{W}txbxContent") == 0:
            yield box


def _hidden(run: Any) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish") if run.tag == f"{W}r" else None
    return vanish is not None and value_of(vanish) not in ("0", "false")
