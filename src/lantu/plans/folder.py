"""Read a plan folder: what a user wrote, typed and checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from lantu.model import InputError, Issue, Judgement, Level, Role

from .judgements import read_judgements
from .shape import DocumentEntry, Lookups, Plan
from .yaml_file import read_yaml

YEAR_END = timedelta(days=31)
"""A report given in the last weeks of a period may review the whole of it."""


@dataclass(frozen=True, slots=True)
class PlanFolder:
    """A plan folder as its user wrote it; nothing of it is derived.

    ``path`` is the folder itself; the documents lie in ``path / "documents"`` unless a command names
    another folder.
    """

    path: Path
    plan: Plan
    documents: tuple[DocumentEntry, ...]
    lookups: Lookups
    judgements: tuple[Judgement, ...]


def plan_from(path: Path | str) -> PlanFolder:
    """Read the plan folder at ``path``.

    Raises
    ------
    InputError
        Where a file is missing or unreadable, a key is unknown, dates contradict one another, or no document
        is listed.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise InputError(f"{folder}: no such plan folder", f"'lantu new {folder}' writes one to start from")
    lookups = folder / "lookups.yaml"
    judgements = folder / "judgements.jsonl"
    read = PlanFolder(
        path=folder,
        plan=read_yaml(folder / "plan.yaml", Plan, None),
        documents=read_yaml(folder / "documents.yaml", tuple[DocumentEntry, ...], ()),
        lookups=read_yaml(lookups, Lookups, Lookups()) if lookups.exists() else Lookups(),
        judgements=read_judgements(judgements) if judgements.exists() else (),
    )
    _check_plan(read)
    _check_documents(read)
    return read


def _check_plan(read: PlanFolder) -> None:
    plan, where = read.plan, read.path / "plan.yaml"
    if plan.issued > plan.horizon.end:
        problem = f"{where}: issued {plan.issued} after its horizon ends on {plan.horizon.end}"
        raise InputError(problem, "correct one of the two dates")
    for what, entries in (("themes", plan.themes), ("offices", plan.offices)):
        for word in ("id", "name"):
            twins = _twins([getattr(entry, word) for entry in entries])
            if twins:
                raise InputError(f"{where}: two {what} have the {word} '{twins[0]}'", "give each its own")


def _check_documents(read: PlanFolder) -> None:
    where = read.path / "documents.yaml"
    if not read.documents:
        raise InputError(f"{where}: lists no document", "add at least the plan itself, with path, title, roles")
    if not any(Role.PLAN in entry.roles for entry in read.documents):
        raise InputError(f"{where}: no document has the role 'plan'", "say which document holds the commitments")
    for word, named in (
        ("path", [entry.name for entry in read.documents]),
        ("sha256", [entry.sha256 for entry in read.documents if entry.sha256]),
        ("url", [entry.url for entry in read.documents if entry.url]),
    ):
        twins = _twins(named)
        if twins:
            raise InputError(f"{where}: two documents have the {word} '{twins[0]}'", "list each document once")
    for entry in read.documents:
        if entry.covers is not None and entry.covers.start > entry.published:
            problem = f"{where}: '{entry.name}' was published {entry.published}, before what it covers begins"
            raise InputError(f"{problem} ({entry.covers.start})", "correct published or covers")


def _twins(named: list[str]) -> list[str]:
    return [name for name, count in Counter(named).items() if count > 1]


def findings(read: PlanFolder, documents: Path | None = None) -> list[Issue]:
    """Tell what is missing or does not add up, without reading any document."""
    return [*_uneven_counts(read.plan), *_odd_entries(read), *_absent_files(read, documents)]


def _uneven_counts(plan: Plan) -> list[Issue]:
    expected = plan.expected
    found = []
    if plan.themes and expected.themes is not None and len(plan.themes) != expected.themes:
        found.append(
            Issue.worded(
                "uneven_counts",
                "expected.themes is %(total)s, but %(listed)s themes are listed",
                Level.WARNING,
                "plan.yaml",
                total=expected.themes,
                listed=len(plan.themes),
            )
        )
    for word, total, parts in (
        ("items", expected.items, [theme.items for theme in plan.themes]),
        ("tasks", expected.tasks, [theme.tasks for theme in plan.themes]),
    ):
        known = [part for part in parts if part is not None]
        if known and len(known) == len(parts) and total is not None and sum(known) != total:
            found.append(
                Issue.worded(
                    "uneven_counts",
                    "expected.%(what)s is %(total)s, but the themes sum to %(sum)s",
                    Level.WARNING,
                    "plan.yaml",
                    what=word,
                    total=total,
                    sum=sum(known),
                )
            )
    return found


def _odd_entries(read: PlanFolder) -> list[Issue]:
    issues = []
    for entry in read.documents:
        if entry.covers is not None and entry.covers.end - entry.published > YEAR_END:
            issues.append(
                Issue.worded(
                    "covers_future",
                    "covers days until %(end)s, long after its publication on %(published)s",
                    Level.WARNING,
                    entry.name,
                    end=entry.covers.end,
                    published=entry.published,
                )
            )
        if entry.sha256 is None:
            issues.append(
                Issue.worded(
                    "no_hash",
                    "has no sha256: a changed file would go unnoticed; 'lantu check' prints it",
                    Level.INFO,
                    entry.name,
                )
            )
    return issues


def _absent_files(read: PlanFolder, documents: Path | None) -> list[Issue]:
    base = read.path / "documents" if documents is None else documents
    return [_absent(entry) for entry in read.documents if not (base / entry.name).is_file()]


def _absent(entry: DocumentEntry) -> Issue:
    """Tell that a file is not there; its folder is not named, for a site is read on other machines."""
    if entry.url is None:
        return Issue.worded("absent_file", "not found; put it into the folder of documents", Level.WARNING, entry.name)
    return Issue.worded("absent_file", "not found; 'lantu fetch' brings it from its url", Level.WARNING, entry.name)
