"""What is known of a document beside its text: who published it, when, and which days it covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .period import Period
from .terms import Licence, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document of a plan, as its plan folder (or a bare file) states it.

    Parameters
    ----------
    document:
        The document's id, the SHA-256 of its decoded text.
    name:
        As the user names it: path on the command line or in the plan folder.
    published:
        It is evidence on and after this day; None where nobody says (then always).
    covers:
        The days it reports on; pace is computed at their end.
    roles:
        A work report is both plan and report.
    """

    document: str
    name: str
    title: str
    roles: frozenset[Role]
    published: date | None = None
    covers: Period | None = None
    publisher: str | None = None
    licence: Licence = Licence.QUOTE
    url: str | None = None
    sha256: str | None = None
