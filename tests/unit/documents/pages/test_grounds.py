"""Boxes on a ground of their own colour in scans: found by the paper between the letters."""
# ruff: noqa: PLC0415 - what reads scans is an optional part

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.extra("rapidocr")  # noqa: S610 - a mark
DOTS = 200.0


def page(paper: int = 255) -> Any:
    """A page with lines of black bars on white paper."""
    import numpy as np

    made = np.full((1600, 1200), paper, dtype=np.uint8)
    for top in range(100, 1500, 34):
        for left in range(100, 1100, 24):
            made[top : top + 20, left : left + 18 : 3] = 30
    return made


def found(pixels: Any) -> list[tuple[float, ...]]:
    from lantu.documents.pages.grounds import grounds

    return list(grounds(pixels, DOTS))


def test_a_page_of_text_alone_has_no_grounds() -> None:
    assert found(page()) == []


@pytest.mark.parametrize("noise", [0, 12])
def test_a_pale_ground_under_text_is_found_on_clean_and_on_noisy_paper(noise: int) -> None:
    import numpy as np

    made = page()
    part = made[400:700, 300:900]
    part[part == 255] = 238
    noisy = np.clip(made * 0.9 + np.random.default_rng(1).normal(0, noise, made.shape), 0, 255).astype(np.uint8)

    [ground] = found(noisy)

    assert ground == pytest.approx((300, 400, 900, 700), abs=12)


def test_a_band_as_low_as_a_line_is_no_ground() -> None:
    made = page()
    made[300:340, 300:900] = 220

    assert found(made) == []


def test_a_shaded_half_of_a_photographed_page_is_no_ground() -> None:
    made = page()
    made[:, :700] = (made[:, :700] * 0.8).astype("uint8")

    assert found(made) == []
