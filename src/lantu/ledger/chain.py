"""The hash chain: every event carries the SHA-256 of itself and of the event before it.

The hash is that of seven lines of UTF-8 text joined by line feeds: the previous hash (empty for the first
event), number, recorded, kind, action, key, record (empty where retired). Only the record may hold further
line feeds and it comes last, so two events never give the same lines. Anyone can repeat it with ``sha256sum``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

START = ""
"""What stands as the previous hash of the first event."""


@dataclass(slots=True)
class Chain:
    """The end of the book, to which the next event is tied."""

    number: int = 0
    hash: str = START

    def add(self, on: date, kind: str, key: str, record: str | None) -> dict[str, Any]:
        """Give the row of the next event; ``record`` is its JSON text, None where the entry is retired."""
        action = "retired" if record is None else "stated"
        self.number += 1
        row = {
            "number": self.number,
            "recorded": on.isoformat(),
            "kind": kind,
            "key": key,
            "action": action,
            "record": record,
            "previous": self.hash,
        }
        self.hash = row["hash"] = event_hash(self.hash, self.number, on.isoformat(), kind, action, key, record)
        return row


def event_hash(previous: str, number: int, recorded: str, kind: str, action: str, key: str, record: str | None) -> str:
    """Give the hash of an event, in hexadecimal."""
    lines = "\n".join((previous, str(number), recorded, kind, action, key, record or ""))
    return hashlib.sha256(lines.encode()).hexdigest()
