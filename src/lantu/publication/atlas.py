"""The files of measured maps: the drawing, the places for its scripts, tiles for web servers, pictures for print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lantu.engines import reach

from .language import Language
from .maps import map_script
from .press import printable

_MAPS = {"": "map", "-next": "map_next"}
"""Endings of file names, and the pictures of a record: as it is, and as it would be."""


def map_files(record: Mapping[str, Any], language: Language) -> Iterator[tuple[str, bytes]]:
    """Give the files of the map of one measured value in one language, by their names."""
    for ending, key in _MAPS.items():
        drawn = record.get(key + ("_en" if language.code == "en" else ""))
        if drawn is not None:
            yield f"{record['id']}{ending}.svg", printable(drawn).encode()
    if "cells" in record:
        yield f"{record['id']}.js", printable(map_script(record, language)).encode()


def print_files(record: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Give the maps of one measured value for print, as SVG and where possible as PNG, by their names."""
    for ending, key in _MAPS.items():
        for code, drawn in (("zh", record.get(key)), ("en", record.get(f"{key}_en"))):
            for form in reach.picture_forms() if drawn is not None else ():
                svg = printable(str(drawn))
                yield f"{record['id']}{ending}-{code}.{form}", reach.rasterised(svg) if form == "png" else svg.encode()


def tile_files(record: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Give the tiles of one measured value, by their name; they hold no words and serve every language."""
    if "cells" in record:
        yield f"{record['id']}.pmtiles", reach.vector_tiles(record["cells"])
