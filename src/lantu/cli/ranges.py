"""Parts of files over HTTP (RFC 9110, section 14): what a map needs that reads its tiles from one large file."""

from __future__ import annotations

import re

_ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)


def part(asked: str | None, size: int) -> tuple[int, int] | None:
    """Give first byte and length of the part that a ``Range`` header asks for; None for the whole file.

    What is no single range of bytes is answered with the whole, as the RFC allows.

    >>> part("bytes=10-19", 100), part("bytes=90-", 100), part("bytes=-5", 100), part("bytes=0-0,5-6", 100)
    ((10, 10), (90, 10), (95, 5), None)

    Raises
    ------
    ValueError
        Where the part begins behind the end of the file.
    """
    found = _ONE_RANGE.fullmatch(asked or "")
    if found is None or not any(found.groups()):
        return None
    if not found[1]:
        length = min(int(found[2]), size)
        first = size - length
    else:
        first, last = int(found[1]), int(found[2]) if found[2] else size - 1
        if last < first <= size - 1:
            return None
        length = min(last, size - 1) - first + 1
    if length <= 0 or first >= size:
        raise ValueError(f"{asked} of {size} bytes")
    return first, length
