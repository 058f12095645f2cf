"""lantu (蓝图): a government's published plan as an auditable ledger of promises, evidence and verdicts.

Stable for other programs::

    statements, issues = lantu.read("report.txt")
    verdicts = lantu.settle(commitments, observations, on=date(2024, 12, 31))
    with lantu.build("my-plan", on=date(2024, 12, 31)) as ledger: ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from lantu.ledger import Ledger
    from lantu.model import Commitment, Issue, Observation, Source, Verdict

__version__ = "0.1.0"
__all__ = ["__version__", "build", "read", "settle"]


def read(path_or_text: Path | str) -> tuple[list[Commitment | Observation], list[Issue]]:
    """Read the statements of a document.

    Parameters
    ----------
    path_or_text:
        A path; or a text, or the path of an existing file as a string.

    Returns
    -------
    statements, issues:
        Commitments and observations in the order of their places, and what could not be read with confidence.

    Raises
    ------
    lantu.model.InputError
        Where the file or text cannot be read.
    """
    from lantu.pipeline import read_document

    one = read_document(path_or_text)
    return one.statements, one.issues


def settle(
    commitments: Iterable[Commitment],
    observations: Iterable[Observation],
    *,
    on: date,
    pack: str = "default",
    sources: Iterable[Source] = (),
) -> list[Verdict]:
    """Settle commitments against observations as of the day ``on``; one verdict each, in their order.

    Parameters
    ----------
    pack:
        The policy pack whose thresholds are used.
    sources:
        What is known of the documents: without them each observation counts as published by ``on``.
    """
    from lantu import verdicts

    return list(verdicts.settle(tuple(commitments), tuple(observations), on=on, pack=pack, sources=tuple(sources)))


def build(plan_folder: Path | str, *, on: date, documents: Path | str | None = None, site: bool = True) -> Ledger:
    """Build a plan folder's ledger (and its site) as of the day ``on``, and open the ledger for reading.

    Raises
    ------
    lantu.model.InputError
        Where the input is unusable; an earlier ledger stays as it was.
    """
    from pathlib import Path

    from lantu.ledger import Ledger
    from lantu.pipeline import build
    from lantu.plans import plan_from

    place = None if documents is None else Path(documents)
    return Ledger.open(build(plan_from(plan_folder), on=on, documents=place, publishing=site).ledger)
