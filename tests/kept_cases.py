"""The kept cases of the verdicts: what was promised, reported and claimed, and the verdicts with their proofs."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent / "unit/verdicts/cases.jsonl"
"""Written by ``tests/unit/verdicts/test_cases.py``."""
Case = dict[str, Any]


@cache
def cases() -> list[Case]:
    """Read the cases, once for all tests."""
    return [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
