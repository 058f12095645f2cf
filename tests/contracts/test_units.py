"""The units that verdicts convert are units that reading knows, and in one dimension for both."""

from __future__ import annotations

import pytest

from lantu.statements.lexicon import word_list
from lantu.statements.units import dimension
from lantu.verdicts.data import read_data

WRITTEN_ONLY_BY_HAND = {"成", "人民币", "块", "列次", "分", "名次"}
"""Spellings that reading gives another unit for (成 is read as %), or that only a plan folder writes."""


@pytest.mark.parametrize("name", sorted(read_data("units.yaml")["dimensions"]))
def test_units_that_convert_into_one_another_are_read_in_one_dimension(name: str) -> None:
    units = set(read_data("units.yaml")["dimensions"][name]) - WRITTEN_ONLY_BY_HAND

    assert len({dimension(unit) for unit in units}) <= 1
    assert "" not in {dimension(unit) for unit in units}


def test_the_spelling_of_the_output_converts_like_what_was_printed() -> None:
    known = {unit for units in read_data("units.yaml")["dimensions"].values() for unit in units}
    aliases = read_data("units.yaml")["aliases"]

    unknown = {
        plain: printed
        for printed, plain in word_list("units")["spelling"].items()
        if dimension(printed) not in ("count", "people", "time") and aliases.get(plain, plain) not in known
    }
    assert unknown == {}
