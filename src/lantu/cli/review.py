"""``lantu review``: walk the verdicts that wait for a person, and write down what the person decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lantu.model import Decision, InputError, Judgement, VerdictKind

from . import options
from .books import NAME
from .explain import explained
from .rows import note

if TYPE_CHECKING:
    from lantu.plans import PlanFolder

Record = dict[str, Any]
ABSTAINED = frozenset({VerdictKind.UNDETERMINED, VerdictKind.NOT_COMPARABLE, VerdictKind.CONTESTED})
CHOICES = {"c": Decision.CONFIRM, "r": Decision.REJECT, "l": Decision.LINK, "v": Decision.OVERRIDE}
ASKED = "[c]onfirm the evidence, [r]eject it, [l]ink another, set the [v]erdict, [s]kip, [q]uit"


@click.command(name="review", short_help="Walk what waits for a person, and write down the decisions.")
@click.argument("plan_folder", type=options.FILE)
@click.option("--by", required=True, metavar="NAME", help="Who decides; the name is published with the decision.")
@click.option("--on", "when", type=options.DAY, metavar="DATE", help="The day of the decisions; today if not given.")
@options.ledger
@options.language
def command(plan_folder: Path, by: str, when: date | None, ledger: Path | None, language: str) -> None:
    """Walk the open items of PLAN_FOLDER: verdicts under review, and those on which the program abstained.

    Each is shown with its quotes and its arithmetic. A decision is added to judgements.jsonl at once, with name, day
    and reason; nothing is ever changed there. Build again to see what follows from it. A verdict that is right as it
    was computed is signed by setting it: the computed one stays beside it.

    \b
    Example:
      lantu review my-plan --by 林晚舟
    """  # noqa: D301 - \b is click's
    from lantu.ledger import Ledger
    from lantu.plans import plan_from

    if not by.strip():
        raise InputError("--by is empty", "give the name of the person who decides")
    folder = plan_from(plan_folder)
    day = (when or date.today()).isoformat()
    written = 0
    with Ledger.open(plan_folder / NAME if ledger is None else ledger) as opened:
        waiting = list(_open_items(opened.verdicts(), folder.judgements))
        note(f"{len(waiting)} items wait for a person")
        try:
            for place, record in enumerate(waiting, 1):
                click.echo(f"\n── {place} of {len(waiting)} " + "─" * 40)
                click.echo("\n".join(explained(record, opened, language)))
                written += _decide(record, folder, by, day)
        except (click.Abort, EOFError):
            click.echo("")
    note(f"{written} decisions written to {folder.path / 'judgements.jsonl'}; build again to replay them")


def _open_items(verdicts: Sequence[Record], judgements: Sequence[Judgement]) -> Iterator[Record]:
    """Give the verdicts that wait and that nobody decided since the ledger was built."""
    signed = {one.commitment for one in judgements if one.decision is Decision.OVERRIDE}
    pairs = {(one.commitment, one.observation) for one in judgements}
    for record in verdicts:
        commitment, evidence = record["commitment"]["id"], record["evidence"]
        judged = evidence and all((commitment, one["id"]) in pairs for one in evidence)
        waits = record["needs_review"] or (evidence and record["verdict"] in ABSTAINED)
        if waits and not record["override"] and commitment not in signed and not judged:
            yield record


def _decide(record: Record, folder: PlanFolder, by: str, day: str) -> int:
    """Ask until the item is decided or skipped; give how many decisions were written.

    Raises
    ------
    click.Abort
        Where the person ends the review.
    """
    answer = click.prompt(ASKED, type=click.Choice([*CHOICES, "s", "q"]), show_choices=False)
    if answer == "q":
        raise click.Abort
    if answer == "s":
        return 0
    decision = CHOICES[answer]
    about = _about(decision, record)
    if not about:
        return 0
    reason = click.prompt("reason")
    for each in about:
        _write(Judgement(decision=decision, by=by, when=day, reason=reason, **each), folder)
    return len(about)


def _about(decision: Decision, record: Record) -> list[dict[str, str]]:
    """Ask what the decision is about: which evidence, which observation, which verdict."""
    commitment = {"commitment": record["commitment"]["id"], "quote": record["commitment"]["quote"]}
    if decision is Decision.OVERRIDE:
        kinds = [str(kind) for kind in VerdictKind]
        kind = click.prompt("verdict", type=click.Choice(kinds), default=record["verdict"], show_choices=False)
        return [{**commitment, "verdict": kind}]
    if decision is Decision.LINK:
        return [{**commitment, "observation": click.prompt("id of the observation ('lantu read' prints it)")}]
    if not record["evidence"]:
        note("there is no evidence to decide about")
        return []
    return [{**commitment, "observation": one["id"]} for one in _chosen(record["evidence"])]


def _chosen(evidence: list[Record]) -> list[Record]:
    """Ask which of several pieces of evidence is meant."""
    if len(evidence) == 1:
        return evidence
    for number, one in enumerate(evidence, 1):
        click.echo(f"  {number}  {one['quote']} – {one['indicator']} ({one['document']})")
    number = click.prompt("which one (0: all)", type=click.IntRange(0, len(evidence)))
    return evidence if number == 0 else [evidence[number - 1]]


def _write(judgement: Judgement, folder: PlanFolder) -> None:
    from lantu.plans import append_judgement

    append_judgement(folder.path / "judgements.jsonl", judgement)
