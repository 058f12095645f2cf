"""What is known of a document from outside, beside its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lantu.model import Period, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a plan folder knows of a document; everything is optional and else inferred from the text.

    Parameters
    ----------
    published, covers:
        The day it appeared and the days it reports on.
    roles:
        Whether it promises (plan), reports (report, release, statistics) or both.
    horizon:
        The days that its plan covers; commitments without own time get them.
    place, themes:
        Put on every statement; the plan's own themes, matched against headings.
    ignore:
        Ids of statements that a look-up strikes out.
    indicator_aliases, unit_synonyms:
        Spellings to replace in the output, from look-ups.
    """

    published: date | None = None
    covers: Period | None = None
    roles: frozenset[Role] = frozenset()
    horizon: Period | None = None
    place: str | None = None
    themes: tuple[str, ...] = ()
    ignore: frozenset[str] = frozenset()
    indicator_aliases: Mapping[str, str] = field(default_factory=dict)
    unit_synonyms: Mapping[str, str] = field(default_factory=dict)
