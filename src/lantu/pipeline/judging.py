"""Hold people's decisions against what was read: none may get lost unnoticed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from lantu.model import Issue, Judgement, Level


def decided_by(on: date, judgements: Sequence[Judgement]) -> tuple[list[Judgement], list[Issue]]:
    """Part the judgements made by the end of the day ``on`` from later ones, which do not count yet."""
    decided = [one for one in judgements if one.when[:10] <= on.isoformat()]
    later = len(judgements) - len(decided)
    if not later:
        return decided, []
    message = f"{later} judgements were made after {on}: not applied"
    return decided, [Issue("not_yet_decided", message, Level.INFO, "judgements.jsonl")]


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
            found.append(_lost(one, f"the commitment {one.commitment} is gone"))
        elif one.observation is not None and one.observation not in observations:
            found.append(_lost(one, f"the observation {one.observation} is gone"))
        elif one.quote is not None and one.quote != quotes[one.commitment]:
            found.append(_lost(one, f"the commitment {one.commitment} reads 「{quotes[one.commitment]}」 now"))
    return found


def _lost(judgement: Judgement, why: str) -> Issue:
    who = f"{judgement.by} decided '{judgement.decision}' on {judgement.when}"
    return Issue("lost_judgement", f"{why}; {who}: decide again", Level.WARNING, "judgements.jsonl")
