"""Bytes in, text out: which encoding a file is in, decided by its bytes alone.

A byte order mark decides; else valid UTF-8; else the candidate (GB18030, Big5, UTF-16 without mark) under
which most of the characters are common ones. No newline is translated and the byte order mark is dropped,
so an offset is a plain ``str`` index.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from importlib.resources import files

from lantu.model import InputError

SAMPLE = 200_000
"""Bytes that are scored to choose between encodings."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_NEEDED = 0.25
"""Share of common characters below which text that is not UTF-8 is taken for no text at all."""
_ADVANTAGE = 1.5
"""How many times better than GB18030 another encoding must score."""


def decode(data: bytes, name: str) -> str:
    """Decode the bytes of a text file.

    Raises
    ------
    InputError
        Where the bytes are no text in any encoding that is read here.
    """
    text, encoding = _decode(data, name)
    control = _CONTROL.search(text)
    if control is not None:
        raise InputError(
            f"{name}: not a text file, character {control.start()} is the control character "
            f"U+{ord(control[0]):04X} (read as {encoding})",
            "give a text file in UTF-8, GB18030 or UTF-16",
        )
    return text


def _decode(data: bytes, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, len(mark), encoding, name), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, name, error.start)
    if "\x00" in text[:SAMPLE]:
        return _guess(data, name, data.index(b"\x00"))
    return text, "utf-8"


def _strictly(data: bytes, mark: int, encoding: str, name: str) -> str:
    try:
        return data[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: the byte order mark says {encoding}, but byte {mark + error.start} does not fit it",
            "save the file again as UTF-8",
        ) from None


def _guess(data: bytes, name: str, where: int) -> tuple[str, str]:
    """Choose by how common the characters are; GB18030 unless another encoding is clearly better."""
    scores = {encoding: _score(data, encoding) for encoding in ("gb18030", "big5", "utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda encoding: scores[encoding] / (_ADVANTAGE if encoding != "gb18030" else 1))
    if scores[best] >= _NEEDED:
        try:
            return data.decode(best), best
        except UnicodeDecodeError as error:
            where, best = error.start, f"{best}, the likeliest encoding,"
            raise InputError(f"{name}: byte {where} does not fit {best}", "save the file again as UTF-8") from None
    raise InputError(
        f"{name}: not text that can be decoded, byte {where} is not UTF-8 and no other encoding fits",
        "give a text file in UTF-8, GB18030 or UTF-16",
    )


def _score(data: bytes, encoding: str) -> float:
    """Give the share of common characters in the first bytes, 0 where they do not decode."""
    sample = data[:SAMPLE]
    if encoding.startswith("utf-16") and len(data) % 2:
        return 0.0
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        text = decoder.decode(sample, final=len(sample) == len(data))
    except UnicodeDecodeError:
        return 0.0
    letters = [c for c in text if not c.isspace()]
    if not letters or _CONTROL.search(text):
        return 0.0
    return sum(map(_common().__contains__, letters)) / len(letters)


@cache
def _common() -> frozenset[str]:
    listed = files(__package__).joinpath("common_characters.txt").read_text("utf-8")
    ascii_text = "".join(map(chr, range(0x20, 0x7F)))
    return frozenset("".join(line for line in listed.splitlines() if not line.startswith("#")) + ascii_text)
