"""Let these tests import the builders that all rooms share; a slow machine is no failure of a law."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import settings

_TESTS = str(Path(__file__).resolve().parents[1])
if _TESTS not in sys.path:
    sys.path.insert(0, _TESTS)

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")
