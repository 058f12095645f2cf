"""Find the ledger that a command means."""

from __future__ import annotations

from pathlib import Path

from lantu.model import InputError

NAME = "ledger.sqlite"
NEARBY = (NAME, f"*/{NAME}", f"*/*/{NAME}")


def ledger_of(path: Path) -> Path:
    """Give the ledger in a plan folder, or the file itself."""
    return path / NAME if path.is_dir() else path


def ledger_nearby() -> Path:
    """Give the one ledger in this folder or up to two folders below.

    Raises
    ------
    InputError
        Where there is none, or more than one.
    """
    found = sorted(path for pattern in NEARBY for path in Path().glob(pattern))
    if len(found) != 1:
        seen = f" ({', '.join(map(str, found[:5]))})" if found else ""
        problem = f"{'several ledgers' if found else 'no ledger'} here or below{seen}"
        raise InputError(problem, "name one with --ledger FILE, or build one with 'lantu build PLAN_FOLDER --on DATE'")
    return found[0]
