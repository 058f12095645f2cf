"""What to say when nothing was reported: not yet, silent after the deadline, and where was searched."""

from __future__ import annotations

from datetime import timedelta

from lantu.model import Commitment, Grade, Line, Period, Role, Source, Verdict, VerdictKind

from .context import Context
from .measures import reviewability
from .proof import absence_proof

UNANSWERED = frozenset({VerdictKind.NOT_REPORTED, VerdictKind.SILENT})
"""What `absent` gives."""
RESULTS = frozenset({Role.REPORT, Role.RELEASE, Role.STATISTICS})


def absent(commitment: Commitment, context: Context) -> Verdict:
    """Give the verdict where no evidence was found; a missing figure is never a zero."""
    promised = context.promised(commitment)
    searched = [source for source in _searched(commitment, context) if _before_end(source, promised, context)]
    telling = [source for source in searched if _speaks_of_theme(source, commitment, context)]
    final = [source for source in telling if _covers_end(source, promised, context)]
    silent = bool(final) or (context.over(promised) and bool(telling))
    names = ", ".join(source.name for source in searched)
    lines = [Line("searched", f"searched: {names or 'no document'}; found nothing", f"已查:{names or '无'};未见数据")]
    if promised is not None:
        lines.append(_deadline_line(promised, final, context))
    return Verdict(
        commitment=commitment.id,
        kind=VerdictKind.SILENT if silent else VerdictKind.NOT_REPORTED,
        on=context.on,
        working=tuple(lines),
        rules=("silent_after_deadline" if silent else "nothing_reported",),
        reviewability=reviewability(commitment),
        grade=Grade.E0,
        flags=_flags(promised, telling, commitment, context),
        searched=tuple(source.document for source in searched),
        proof=absence_proof(promised, final_report=bool(final), telling=len(telling), pack=context.pack, silent=silent),
    )


def _searched(commitment: Commitment, context: Context) -> list[Source]:
    sources = context.library.sources.values()
    return [
        source
        for source in sources
        if source.document != commitment.span.document
        and (source.published is None or source.published <= context.on)
        and source.roles & RESULTS
    ]


def _before_end(source: Source, promised: Period | None, context: Context) -> bool:
    """A document on days before the promise began was no place to look."""
    covers = context.library.covered.get(source.document)
    return covers is None or promised is None or promised.start is None or covers.end >= promised.start


def _speaks_of_theme(source: Source, commitment: Commitment, context: Context) -> bool:
    themes = context.library.themes.get(source.document, frozenset())
    return commitment.theme is None or not themes or commitment.theme in themes


def _covers_end(source: Source, promised: Period | None, context: Context) -> bool:
    covers = context.library.covered.get(source.document)
    return covers is not None and promised is not None and covers.end >= promised.end


def _deadline_line(promised: Period, final: list[Source], context: Context) -> Line:
    if final:
        name = final[0].name
        return Line("final_report", f"{name} reviews the whole of {promised}", f"{name} 已回顾 {promised} 全期")
    grace = promised.end + timedelta(days=context.pack.grace_days)
    days = context.pack.grace_days
    return Line(
        "deadline",
        f"due on {promised.end}, with {days} days of grace on {grace}; seen on {context.on}",
        f"时限 {promised.end},宽限 {days} 天至 {grace};判定日 {context.on}",
    )


def _flags(promised: Period | None, telling: list[Source], commitment: Commitment, context: Context) -> tuple[str, ...]:
    flags = []
    if promised is None:
        flags.append("undated")
    elif 0 <= (promised.end - context.on).days <= context.pack.due_soon_days:
        flags.append("due_soon")
    named = any(commitment.theme in context.library.themes.get(source.document, ()) for source in telling)
    if commitment.theme is not None and named:
        flags.append("covered_elsewhere")
    return tuple(flags)
