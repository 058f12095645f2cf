"""An SVG picture of ours as PNG for print, with its Chinese letters (extra ``report``: typst and a font)."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from lantu.model import InputError

_DENSITY = 300
"""Pixels an inch: a map 190 mm wide, as on a page of A4, is sharp in print."""
_PAGE = b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")\n'


def can_rasterise() -> bool:
    """Tell whether what draws PNG is installed."""
    return find_spec("typst") is not None and find_spec("noto_cjk_sans_otc") is not None


def picture_forms() -> tuple[str, ...]:
    """Give the forms in which this installation can write a picture, as endings of file names."""
    return ("svg", "png") if can_rasterise() else ("svg",)


def rasterised(svg: str) -> bytes:
    """Give an SVG picture as PNG; the same picture gives the same bytes.

    Raises
    ------
    InputError
        Where typst or its font is not installed.
    """
    if not can_rasterise():
        problem = "a PNG picture needs typst and a font, which are not installed"
        raise InputError(problem, "./lantu install report, or ask for an .svg")
    font = Path(str(import_module("noto_cjk_sans_otc").FONT_PATH))
    drawn: bytes = import_module("typst").compile(
        _PAGE,
        font_paths=[str(font.parent)],
        ignore_system_fonts=True,
        sys_inputs={"svg": svg},
        format="png",
        ppi=_DENSITY,
    )
    return drawn


def write_picture(path: Path, svg: str) -> None:
    """Write a picture as its name says: ``.png`` for print, or ``.svg``.

    Raises
    ------
    InputError
        Where a PNG is asked for and cannot be drawn.
    """
    if path.suffix.lower() == ".png":
        path.write_bytes(rasterised(svg))
    else:
        path.write_text(svg, encoding="utf-8", newline="\n")
