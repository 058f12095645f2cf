"""Read ``judgements.jsonl``: what named people decided, one object a line."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
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


def append_judgement(path: Path, judgement: Judgement) -> None:
    """Add one judgement as a line of its own, on the disk when this returns; earlier lines stay as they are.

    Raises
    ------
    InputError
        Where it is no judgement (`read_judgements` would refuse it): nothing is written.
    """
    told = {name: value for name, value in asdict(judgement).items() if value is not None}
    line = json.dumps(told, ensure_ascii=False)
    _judgement(path, 1, line)
    with path.open("a+b") as file:
        file.seek(0, os.SEEK_END)
        if file.tell():
            file.seek(-1, os.SEEK_END)
            line = line if file.read(1) == b"\n" else f"\n{line}"
        file.write(f"{line}\n".encode())
        file.flush()
        os.fsync(file.fileno())


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
