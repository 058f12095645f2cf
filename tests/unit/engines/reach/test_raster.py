from __future__ import annotations

import io
from pathlib import Path

import pytest

from lantu.engines.reach import raster as room
from lantu.engines.reach import rasterised, write_picture
from lantu.model import InputError

TEXT = '<text x="4" y="40" font-size="30" font-family="Noto Sans CJK SC">{}</text>'


def svg(inside: str = "") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48" viewBox="0 0 96 48">{inside}</svg>'


def ink(picture: bytes) -> int:
    """Count the dark pixels."""
    from PIL import Image  # noqa: PLC0415 - an optional part

    grey = Image.alpha_composite(
        Image.new("RGBA", (300, 150), "white"), Image.open(io.BytesIO(picture)).convert("RGBA")
    )
    return sum(grey.convert("L").histogram()[:128])


@pytest.mark.extra("typst")  # noqa: S610
@pytest.mark.extra("PIL")  # noqa: S610
class TestDrawn:
    def test_an_inch_has_three_hundred_pixels(self):
        from PIL import Image  # noqa: PLC0415

        assert Image.open(io.BytesIO(rasterised(svg()))).size == (300, 150)

    def test_chinese_letters_are_drawn_each_its_own(self):
        one, other, nothing = (rasterised(svg(TEXT.format(word))) for word in ("蓝", "图", ""))

        assert ink(nothing) == 0
        assert min(ink(one), ink(other)) > 500
        assert ink(one) != ink(other)

    def test_the_same_picture_gives_the_same_bytes(self):
        assert rasterised(svg(TEXT.format("图"))) == rasterised(svg(TEXT.format("图")))

    @pytest.mark.parametrize(("name", "start"), [("m.png", b"\x89PNG"), ("m.PNG", b"\x89PNG"), ("m.svg", b"<svg")])
    def test_the_name_of_the_file_says_the_form(self, tmp_path: Path, name: str, start: bytes):
        write_picture(tmp_path / name, svg())

        assert (tmp_path / name).read_bytes().startswith(start)


def test_without_the_extra_a_png_is_refused_and_an_svg_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(room, "find_spec", lambda _: None)

    write_picture(tmp_path / "m.svg", svg())
    with pytest.raises(InputError, match="needs typst and a font, which are not installed"):
        write_picture(tmp_path / "m.png", svg())

    assert (tmp_path / "m.svg").is_file()
