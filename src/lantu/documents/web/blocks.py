"""The blocks of a page in reading order: headings, paragraphs, items, tables."""

from __future__ import annotations

from typing import Any

from ..grid import Span, spread
from ..manuscript import Manuscript, plain

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "body",
        "html",
        "center",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "li",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "figure",
        "figcaption",
        "address",
        "fieldset",
        "details",
        "summary",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_CAPTION = 60
WIDEST_SPAN = 200


def write_blocks(main: Any, manuscript: Manuscript) -> None:
    """Write the blocks of an element."""
    line: list[str] = []

    def end(level: int = 0, *, item: bool = False) -> None:
        text = "".join(line)
        line.clear()
        if level:
            manuscript.heading(text, level)
        elif item:
            manuscript.item(text)
        else:
            manuscript.paragraph(text)

    # Walked without recursion: (element, opening) pairs, so that no nesting of a page can exhaust the stack.
    stack: list[tuple[Any, bool]] = [(main, True)]
    while stack:
        element, opening = stack.pop()
        tag = element.tag
        if not opening:
            if tag in _BLOCKS:
                end(_HEADINGS.get(tag, 0), item=tag == "li" and _unnumbered(element))
            line.append((element.tail or "") if element is not main else "")
            continue
        if tag in _BLOCKS:
            end()
        if tag == "table" and not _lays_out(element):
            _write_table(element, manuscript)
            line.append(element.tail or "" if element is not main else "")
            continue
        if tag == "br":
            end()
        line.append(element.text or "")
        stack.append((element, False))
        stack.extend((child, True) for child in reversed(element))
    end()


def _unnumbered(element: Any) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "ul"


def _lays_out(table: Any) -> bool:
    """Tell whether a table only lays out the page: it holds another table, headings, or a single column or row."""
    if table.find(".//table") is not None or any(table.find(f".//{tag}") is not None for tag in ("h1", "h2", "h3")):
        return True
    rows = list(table.iter("tr"))
    return len(rows) < 2 or max(len(_cells(row)) for row in rows) < 2


def _cells(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _write_table(table: Any, manuscript: Manuscript) -> None:
    caption = table.find("caption")
    if caption is not None:
        manuscript.paragraph("".join(caption.itertext()))
    rows = [[_spanned(cell) for cell in _cells(row)] for row in table.iter("tr")]
    manuscript.table(spread(rows))


def _spanned(cell: Any) -> Span:
    return Span(_cell_text(cell), _number(cell.get("rowspan")), _number(cell.get("colspan")))


def _cell_text(cell: Any) -> str:
    """Give the words of a cell; what stands in blocks of its own is parted by a space unless a word would break."""
    parts = []
    for element in cell.iter():
        if element.tag in _BLOCKS or element.tag == "br":
            parts.append(" ")
        parts.append(element.text or "")
        if element is not cell:
            parts.append(element.tail or "")
    return plain("".join(parts))


def _number(printed: str | None) -> int:
    digits = (printed or "1").strip()
    return min(max(int(digits), 1), WIDEST_SPAN) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 1
