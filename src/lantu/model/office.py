"""牵头 / 配合单位: who answers for a task and who helps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """An office of the administration, with the themes or items it leads and those it supports."""

    name: str
    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
