"""Read ``judgements.jsonl``: what named people decided, one object a line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from lantu.model import InputError, Judgement

from .yaml_file import plainly, read_plain

LARGEST = 50_000_000
"""Bytes of the largest file of judgements that is read."""


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    decision: str
    commitment: str
    by: str
    when: str
    reason: str
    observation: str | None = None
    verdict: str | None = None
    quote: str | None = None


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """Read every judgement, in the order they were made.

    Raises
    ------
    InputError
        Where a line is no judgement; the message names the line.
    """
    lines = read_plain(path, LARGEST).splitlines()
    return tuple(_judgement(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def _judgement(path: Path, number: int, line: str) -> Judgement:
    remedy = "write one JSON object a line with decision, commitment, by, when, reason"
    try:
        row = msgspec.json.decode(line, type=_Row)
        judgement = msgspec.convert(msgspec.structs.asdict(row), Judgement)
    except msgspec.DecodeError as error:
        raise InputError(f"{path}:{number}: {plainly(str(error))}", remedy) from error
    try:
        date.fromisoformat(judgement.when[:10])
    except ValueError as error:
        raise InputError(f"{path}:{number}: 'when' is no date: '{judgement.when}'", "write 2024-12-31") from error
    if judgement.decision == "override" and judgement.verdict is None:
        raise InputError(f"{path}:{number}: an override without verdict", "add the verdict that it sets")
    if judgement.decision in ("confirm", "reject", "link") and judgement.observation is None:
        raise InputError(f"{path}:{number}: '{judgement.decision}' without observation", "add the observation's id")
    return judgement
