"""``lantu explain``: one verdict with its quote, evidence and arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lantu.model import InputError

from . import options
from .books import ledger_nearby, ledger_of
from .rows import note, piped, print_rows
from .verdict_rows import attained

if TYPE_CHECKING:
    from lantu.ledger import Ledger

Record = dict[str, Any]
WORDS = {
    "commitment": "承诺事项",
    "theme": "领域",
    "promised": "承诺",
    "period": "期间",
    "verdict": "判定",
    "attained": "完成程度",
    "expected by then": "序时应达",
    "evidence": "依据",
    "no evidence; searched": "无依据;已查文件",
    "working": "计算",
    "the source itself says": "来源自评",
    "decided by": "判定人",
    "computed": "系统判定",
    "under review": "待复核",
    "secured": "已锁定",
    "flags": "标记",
    "rules": "规则",
    "confidence": "置信度",
    "earlier verdicts": "历次判定",
    "no evidence": "无依据",
}


@click.command(name="explain", short_help="Show one verdict with quote, evidence and arithmetic.")
@click.argument("id", metavar="ID")
@options.ledger
@options.language
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="As text for people, or as JSON.",
)
def command(id: str, ledger: Path | None, language: str, form: str) -> None:  # noqa: A002 - as users call it
    """Show the verdict on the commitment ID (or the beginning of its id, or of the id of its evidence).

    Without --ledger the one ledger.sqlite in this folder or below is read.

    \b
    Example:
      lantu explain 3f2a --ledger my-plan/ledger.sqlite
    """  # noqa: D301 - \b is click's
    from lantu.ledger import Ledger

    path = ledger_nearby() if ledger is None else ledger_of(ledger)
    with Ledger.open(path) as opened:
        found = _matching(opened, id, path)
        if form == "jsonl":
            print_rows(found, "jsonl", {})
            return
        with piped():
            for record in found:
                for line in explained(record, opened, language):
                    click.echo(line)


def _matching(ledger: Ledger, start: str, path: Path) -> list[Record]:
    records = ledger.verdicts()
    mine = [record for record in records if record["commitment"]["id"].startswith(start)]
    if not mine:
        mine = [record for record in records if any(one["id"].startswith(start) for one in record["evidence"])]
        if mine:
            note(f"{start} is evidence for {len(mine)} commitments")
            return mine
    if len(mine) > 1 and all(record["commitment"]["id"] != start for record in mine):
        ids = ", ".join(record["commitment"]["id"] for record in mine[:6])
        raise InputError(f"'{start}' begins the ids of {len(mine)} commitments ({ids})", "write more of the id")
    if not mine:
        raise InputError(f"{path}: no commitment has an id that begins with '{start}'", "'lantu settle' prints the ids")
    return mine


def explained(record: Record, ledger: Ledger, language: str) -> Iterator[str]:
    """Give the lines that explain one verdict: promise, quotes, evidence, arithmetic, history."""

    def say(word: str) -> str:
        return WORDS[word] if language == "zh" else word

    commitment = record["commitment"]
    yield f"{say('commitment')} {commitment['id']}"
    yield f"  {say('promised')}: {commitment['quote']} – {commitment['indicator']}"
    if commitment["theme"]:
        yield f"  {say('theme')}: {commitment['theme']}"
    if commitment["period_end"]:
        yield f"  {say('period')}: {commitment['period_start'] or '…'} – {commitment['period_end']}"
    yield from _place(commitment, ledger)
    yield from _verdict(record, say, language)
    yield f"{say('working')}:"
    yield from (f"  {line}" for line in record["working_zh" if language == "zh" else "working"])
    yield from _evidence(record, ledger, say)
    for word, value in (("the source itself says", record["claim"]), ("flags", ", ".join(record["flags"]))):
        if value:
            yield f"{say(word)}: {value}"
    yield f"{say('rules')}: {', '.join(record['rules'])}"
    earlier = ledger.history(commitment["id"])[:-1]
    if earlier:
        yield f"{say('earlier verdicts')}: " + ", ".join(f"{one.recorded} {one.verdict['verdict']}" for one in earlier)


def _verdict(record: Record, say: Any, language: str) -> Iterator[str]:
    notes = [
        say(word) for word, holds in (("secured", record["secured"]), ("under review", record["needs_review"])) if holds
    ]
    shown = record["override"] or record["verdict"]
    label = _label(shown, language)
    yield f"{say('verdict')} {record['on']}: {', '.join([label, *notes])}"
    if record["override"]:
        by, why = record["override_by"], record["override_reason"]
        yield f"  {say('decided by')} {by}: {why}; {say('computed')}: {_label(record['verdict'], language)}"
    if record["attainment"] is not None:
        yield f"  {say('attained')}: {attained(record['attainment'])}"
    if record["expected"] is not None:
        yield f"  {say('expected by then')}: {attained([record['expected']] * 2)}"


def _label(kind: str, language: str) -> str:
    from lantu.publication.language import languages
    from lantu.publication.wording import VERDICTS

    spoken = next(one for one in languages() if one.code == language)
    return f"{kind} ({spoken.say(VERDICTS[kind].label)})"


def _evidence(record: Record, ledger: Ledger, say: Any) -> Iterator[str]:
    if not record["evidence"]:
        names = {source.document: source.name for source in ledger.sources()}
        searched = ", ".join(names.get(document, document[:8]) for document in record["searched"])
        yield f"{say('no evidence; searched')}: {searched}" if searched else say("no evidence")
        return
    yield f"{say('evidence')} ({record['evidence_grade']}):"
    for one in record["evidence"]:
        reason = f" {one['reason']}" if one["reason"] else ""
        held = f"{one['comparability']}{reason}, {say('confidence')} {one['confidence']:.2f}"
        yield f"  {one['quote']} – {one['indicator']} ({'; '.join(filter(None, [held, one['note']]))})"
        yield from _place(one, ledger)


def _place(record: Record, ledger: Ledger) -> Iterator[str]:
    clause = _clause(record, ledger)
    if clause:
        yield f"    「{clause}」"
    yield f"    {record['document']}[{record['start']}:{record['end']}]"


def _clause(record: Record, ledger: Ledger) -> str:
    """Slice the clause from the passages that the ledger keeps."""
    for passage in ledger.passages(record["document_id"]):
        kept = [
            passage.text[at]
            for at in range(len(passage.text))
            if record["sentence_start"] <= passage.origin(at) < record["sentence_end"]
        ]
        if kept:
            return "".join(kept)
    return ""
