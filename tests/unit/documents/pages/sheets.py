"""PDF files for the tests: text at given places, written by hand so that a test shows what stands where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0


@dataclass
class Sheet:
    """A page in the making; heights are measured from the top, to the base line of the text."""

    rotation: int = 0
    width: float = WIDTH
    height: float = HEIGHT
    content: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 10, *, matrix: str = "1 0 0 1") -> Sheet:
        """Set a line of text."""
        shown = text.encode("utf-16-be").hex()
        self.content.append(f"BT /F1 {size} Tf {matrix} {x} {self.height - y} Tm <{shown}> Tj ET")
        return self

    def column(self, x: float, y: float, lines: Sequence[str], size: float = 10, pitch: float = 15) -> Sheet:
        """Set lines one below the other; a line that begins with an ideographic space is set in by two ems."""
        for index, line in enumerate(lines):
            inset = 2 * size if line.startswith("\u3000") else 0
            self.text(x + inset, y + index * pitch, line.strip("\u3000"), size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draw a line."""
        self.content.append(f"{x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draw a frame."""
        self.content.append(f"{x0} {self.height - y1} {x1 - x0} {y1 - y0} re S")
        return self


def pdf_of(*sheets: Sheet, locked: bool = False) -> bytes:
    """Give a PDF of these pages, in a face that every reader of PDF knows by name; a locked one asks for a password."""
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(sheets)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /W [1 [500] 17 [500 500 500 500 500 500 "
        b"500 500 500 500]] >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /Ascent 880 /Descent -120 /CapHeight 880 "
        b"/ItalicAngle 0 /StemV 90 /FontBBox [0 -120 1000 880] >>",
    ]
    for sheet in sheets:
        stream = "\n".join(sheet.content).encode()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Rotate {sheet.rotation} "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    if locked:
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32))
    return _file(objects, f"/Encrypt {len(objects)} 0 R /ID [<00> <00>]" if locked else "")


def _file(objects: Sequence[bytes], more: str) -> bytes:
    made, places = bytearray(b"%PDF-1.5\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {more} >>\nstartxref\n{start}\n%%EOF\n"
    made += trailer.encode()
    return bytes(made)
