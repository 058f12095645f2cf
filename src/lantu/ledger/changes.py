"""What changed between two ledgers: verdicts that are new, gone, or say something else."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.model.records import Record

SUBSTANCE = ("verdict", "override", "secured", "attainment", "comparability", "reason", "evidence_grade", "claim")
"""Fields of a verdict in which a difference is a change; working and expected pace move every day."""


@dataclass(frozen=True, slots=True)
class Change:
    """A commitment whose verdict changed; ``before`` is None where it is new, ``after`` where it is gone."""

    commitment: str
    before: Record | None
    after: Record | None

    @property
    def verdicts(self) -> tuple[str | None, str | None]:
        """The verdicts that counted before and after: a reviewer's where there is one, else the computed one."""
        return _shown(self.before), _shown(self.after)


def compare(before: list[Record], after: list[Record]) -> list[Change]:
    """Compare verdict records: changes in the order of ``after``, then the gone in the order of ``before``."""
    earlier = {record["commitment"]["id"]: record for record in before}
    later = {record["commitment"]["id"]: record for record in after}
    changes = [Change(key, earlier.get(key), record) for key, record in later.items()]
    gone = [Change(key, record, None) for key, record in earlier.items() if key not in later]
    return [change for change in changes + gone if substance(change.before) != substance(change.after)]


def substance(record: Record | None) -> object:
    """Give what must differ for a verdict to have changed."""
    if record is None:
        return None
    return [record[field] for field in SUBSTANCE], [item["id"] for item in record["evidence"]]


def _shown(record: Record | None) -> str | None:
    return None if record is None else record["override"] or record["verdict"]
