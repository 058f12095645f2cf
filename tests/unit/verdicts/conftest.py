"""Let these tests import the builders that all rooms share."""

from __future__ import annotations

import sys
from pathlib import Path

_TESTS = str(Path(__file__).resolve().parents[2])
if _TESTS not in sys.path:
    sys.path.insert(0, _TESTS)

import pytest  # noqa: E402

import lantu.verdicts  # noqa: E402

_ROOM = [module for name, module in sys.modules.items() if name.startswith(f"{lantu.verdicts.__name__}.")]
_KEPT = {each for module in _ROOM for each in vars(module).values() if hasattr(each, "cache_parameters")}
"""Functions of the room that remember what they gave."""


@pytest.fixture(scope="session", autouse=True)
def nothing_remembered() -> None:
    """Begin without what an earlier run in the same process kept, word lists too: it would hide a fault."""
    for each in _KEPT:
        each.cache_clear()


@pytest.fixture(autouse=True)
def no_wording_remembered() -> None:
    """Let each test read and compare its wordings itself, not find what another one kept."""
    for each in _KEPT:
        if (each.cache_parameters()["maxsize"] or 0) > 16:
            each.cache_clear()
