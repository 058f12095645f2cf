"""Write radicals and compatibility characters of a PDF as the ideographs that they stand for."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

import yaml

_FOLDED_BY_NORMALISATION = (
    (0x2F00, 0x2FDF),  # Kangxi Radicals
    (0xF900, 0xFAFF),  # CJK Compatibility Ideographs
    (0xFB00, 0xFB06),  # Latin ligatures
    (0x2F800, 0x2FA1F),  # CJK Compatibility Ideographs Supplement
)


def fold(text: str) -> str:
    """Give the text with ordinary ideographs for radicals and compatibility characters.

    Full-width digits and punctuation stay as they are printed. A ligature becomes its letters.

    >>> fold("人⺠的⽣活，⻓者")
    '人民的生活，长者'
    """
    return text if text.isascii() else text.translate(_table())


@cache
def _table() -> dict[int, str]:
    listed = yaml.safe_load(files(__package__).joinpath("radicals.yaml").read_text("utf-8"))["supplement"]
    table = {ord(pair[0]): pair[1] for pair in listed.split()}
    for first, last in _FOLDED_BY_NORMALISATION:
        for code in range(first, last + 1):
            normal = unicodedata.normalize("NFKC", chr(code))
            if normal != chr(code):
                table[code] = normal
    return table
