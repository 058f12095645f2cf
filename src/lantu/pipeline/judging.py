"""Hold people's decisions against what was read: none may get lost unnoticed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from lantu.model import Issue, Judgement, Level

_FILE = "judgements.jsonl"


def decided_by(on: date, judgements: Sequence[Judgement]) -> tuple[list[Judgement], list[Issue]]:
    """Part the judgements made by the end of the day ``on`` from later ones, which do not count yet."""
    decided = [one for one in judgements if one.when[:10] <= on.isoformat()]
    later = len(judgements) - len(decided)
    if not later:
        return decided, []
    issue = Issue.worded(
        "not_yet_decided",
        "%(count)s judgements were made after %(on)s: not applied",
        Level.INFO,
        _FILE,
        count=later,
        on=on,
    )
    return decided, [issue]


def lost_judgements(
    judgements: Iterable[Judgement], quotes: Mapping[str, str], observations: Collection[str]
) -> list[Issue]:
    """Tell the judgements whose statement is gone or says something else now.

    Parameters
    ----------
    quotes:
        The quote of every commitment that was read, by its id.
    observations:
        The ids of the observations that were read.
    """
    found = []
    for one in judgements:
        if one.commitment not in quotes:
            found.append(_without_commitment(one))
        elif one.observation is not None and one.observation not in observations:
            found.append(_without_observation(one))
        elif one.quote is not None and one.quote != quotes[one.commitment]:
            found.append(_reads_otherwise(one, quotes[one.commitment]))
    return found


def _without_commitment(judgement: Judgement) -> Issue:
    return Issue.worded(
        "lost_judgement",
        "the commitment %(id)s is gone, on which %(by)s decided on %(when)s: decide again",
        Level.WARNING,
        _FILE,
        id=judgement.commitment,
        by=judgement.by,
        when=judgement.when,
    )


def _without_observation(judgement: Judgement) -> Issue:
    return Issue.worded(
        "lost_judgement",
        "the observation %(id)s is gone, on which %(by)s decided on %(when)s: decide again",
        Level.WARNING,
        _FILE,
        id=judgement.observation,
        by=judgement.by,
        when=judgement.when,
    )


def _reads_otherwise(judgement: Judgement, quote: str) -> Issue:
    return Issue.worded(
        "lost_judgement",
        "the commitment %(id)s reads 「%(quote)s」 now, on which %(by)s decided on %(when)s: decide again",
        Level.WARNING,
        _FILE,
        id=judgement.commitment,
        quote=quote,
        by=judgement.by,
        when=judgement.when,
    )
