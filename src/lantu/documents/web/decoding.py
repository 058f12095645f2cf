"""In which encoding a page is: a byte order mark, what it says of itself if its bytes agree, else its bytes alone."""

from __future__ import annotations

import codecs
import re

from ..decoding import decode

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_HEAD = 4096
_MARKED = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs"}
"""Pages name the narrow encoding and use characters of the wide one."""
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


def decode_page(data: bytes, name: str) -> str:
    """Decode a page.

    Raises
    ------
    InputError
        Where no encoding fits.
    """
    declared = _declared(data)
    if declared is not None and not data.startswith(_MARKED):
        text = _strictly(data, declared)
        if text is not None:
            return text
    text = None if b"\x00" in data else _strictly(data, "utf-8-sig")
    return decode(_CONTROL.sub(b"", data) if b"\x00" not in data else data, name) if text is None else text


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data, 0, _HEAD)
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    try:
        codecs.lookup(_WIDER.get(name, name))
    except LookupError:
        return None
    return _WIDER.get(name, name)


def _strictly(data: bytes, encoding: str) -> str | None:
    """Decode in the declared encoding; a few broken bytes, as cut pages have, are marked and do not decide."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, ValueError):
        text = data.decode(encoding, "replace")
        return text if (text.count("\ufffd") - 1) * 1000 < len(text) else None
    except LookupError:  # a codec of Python that is none of text (hex, rot13)
        return None
