"""Writes the files of a measured map: the drawing, the places for its scripts, and tiles for web servers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lantu.engines import reach

from .language import Language
from .maps import map_script
from .press import printable


def write_map(record: Mapping[str, Any], language: Language, folder: Path) -> None:
    """Write the map of one measured value in one language into ``folder``."""
    folder.mkdir(exist_ok=True)
    name = folder / record["id"]
    drawn = record["map_en" if language.code == "en" else "map"]
    name.with_suffix(".svg").write_bytes(printable(drawn).encode())
    if "cells" in record:
        name.with_suffix(".js").write_bytes(printable(map_script(record, language)).encode())


def write_prints(record: Mapping[str, Any], folder: Path) -> None:
    """Write the map of one measured value for print into ``folder``, as SVG and where possible as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    for code, drawn in (("zh", record["map"]), ("en", record["map_en"])):
        name = folder / f"{record['id']}-{code}"
        reach.write_picture(name.with_suffix(".svg"), printable(drawn))
        if reach.can_rasterise():
            reach.write_picture(name.with_suffix(".png"), printable(drawn))


def write_tiles(record: Mapping[str, Any], folder: Path) -> None:
    """Write the tiles of one measured value into ``folder``; they hold no words and serve every language."""
    if "cells" not in record:
        return
    folder.mkdir(exist_ok=True)
    (folder / f"{record['id']}.pmtiles").write_bytes(reach.vector_tiles(record["cells"]))
