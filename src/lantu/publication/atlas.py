"""Writes the files of a measured map: the drawing, the places for its scripts, and tiles for web servers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lantu.engines import reach

from .language import Language
from .maps import map_script
from .press import printable

_MAPS = {"": "map", "-next": "map_next"}
"""Endings of file names, and the pictures of a record: as it is, and as it would be."""


def write_map(record: Mapping[str, Any], language: Language, folder: Path) -> None:
    """Write the map of one measured value in one language into ``folder``."""
    folder.mkdir(exist_ok=True)
    name = folder / record["id"]
    for ending, key in _MAPS.items():
        drawn = record.get(key + ("_en" if language.code == "en" else ""))
        if drawn is not None:
            (folder / f"{record['id']}{ending}.svg").write_bytes(printable(drawn).encode())
    if "cells" in record:
        name.with_suffix(".js").write_bytes(printable(map_script(record, language)).encode())


def write_prints(record: Mapping[str, Any], folder: Path) -> None:
    """Write the maps of one measured value for print into ``folder``, as SVG and where possible as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    for ending, key in _MAPS.items():
        for code, drawn in (("zh", record.get(key)), ("en", record.get(f"{key}_en"))):
            for form in reach.picture_forms() if drawn is not None else ():
                name = folder / f"{record['id']}{ending}-{code}.{form}"
                reach.write_picture(name, printable(str(drawn)))


def write_tiles(record: Mapping[str, Any], folder: Path) -> None:
    """Write the tiles of one measured value into ``folder``; they hold no words and serve every language."""
    if "cells" not in record:
        return
    folder.mkdir(exist_ok=True)
    (folder / f"{record['id']}.pmtiles").write_bytes(reach.vector_tiles(record["cells"]))
