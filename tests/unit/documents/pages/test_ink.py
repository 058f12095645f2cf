"""Where the ink of a line stands: thin strokes count, noise and rules do not."""
# ruff: noqa: PLC0415 - what reads scans is an optional part

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.extra("rapidocr")  # noqa: S610 - a mark
BOX = (0, 0, 200, 24)


def blank(level: int = 235) -> Any:
    import numpy as np

    return np.full((24, 200), level, dtype=np.uint8)


def inked(grey: Any) -> list[tuple[int, int]]:
    from lantu.documents.pages.ink import stretches

    return stretches(grey, BOX)


def test_characters_are_found_to_about_a_pixel() -> None:
    grey = blank()
    grey[4:20, 20:60] = grey[4:20, 100:140] = 30

    [(a, b), (c, d)] = inked(grey)

    assert [a, b, c, d] == pytest.approx([20, 60, 100, 140], abs=2)


def test_a_thin_stroke_counts() -> None:
    grey = blank()
    grey[4:20, 20:60] = 30
    grey[12:13, 100:120] = 60

    assert len(inked(grey)) == 2


def test_noise_of_the_paper_does_not_count() -> None:
    import numpy as np

    grey = blank()
    grey[4:20, 20:60] = 30
    noisy = np.clip(grey + np.random.default_rng(1).normal(0, 12, grey.shape), 0, 255).astype(np.uint8)

    [(start, end)] = inked(noisy)

    assert (start, end) == pytest.approx((20, 60), abs=2)


def test_a_rule_between_columns_is_left_out() -> None:
    grey = blank()
    grey[4:20, 20:60] = grey[4:20, 100:140] = 30
    grey[:, 80:82] = 30

    assert len(inked(grey)) == 2


def test_light_letters_on_dark_ground_are_ink() -> None:
    grey = blank(40)
    grey[4:20, 20:60] = 240

    [(start, end)] = inked(grey)

    assert (start, end) == pytest.approx((20, 60), abs=2)
