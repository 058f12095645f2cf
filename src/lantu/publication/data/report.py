"""The printable report (PDF, extra ``report``): two to eight pages for people who brief a mayor.

What it says is gathered here, how it looks stands in ``report.typ``. Every list has a limit and says what it
leaves out; what is negative and waits for a reviewer says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from lantu.model import InputError, plain

from .. import figures, wording
from ..book import Book, Entry
from ..language import Language, languages
from ..press import looks, printable
from ..tally import Tally, tally, waits
from .release import Files, Release
from .workbook import Shown, actual, target

_TEMPLATE = Path(__file__).parent / "report.typ"
_LIMITS = {"negative": 24, "silent": 20, "delivered": 20, "open": 12, "upcoming": 12}
_NEGATIVE = ("reversed", "missed", "partly_met", "contested", "behind", "not_started")
_DELIVERED = ("exceeded", "met")
_OPEN = ("undetermined", "not_comparable")
_SETTLED = {*_DELIVERED, "untestable"}

Told = dict[str, Any]


def files(release: Release) -> Files:
    """Give the report.

    Raises
    ------
    InputError
        Where typst or its font is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - an extra, loaded where it is used
        from noto_cjk_sans_otc import FONT_PATH  # noqa: PLC0415
    except ImportError as error:
        raise InputError(
            "the report needs typst and a font", "install the extra: pip install 'lantu[report]'"
        ) from error
    yield (
        "report.pdf",
        bytes(
            typst.compile(
                str(_TEMPLATE),
                font_paths=[str(Path(str(FONT_PATH)).parent)],
                ignore_system_fonts=True,
                sys_inputs={"told": json.dumps(told(release), ensure_ascii=False)},
                timestamp=0,
            )
        ),
    )


def told(release: Release) -> Told:
    """Give what the report says."""
    book, language = release.book, languages()[0]
    counts = tally(entry.verdict for entry in book.entries)
    return {
        "title": printable(release.title),
        "day": figures.day(date.fromisoformat(book.on), language),
        "place": printable(book.plan.get("place") or ""),
        "publisher": printable(book.plan.get("publisher") or ""),
        "documents": len(book.sources),
        "counts": _counts(counts),
        "kinds": [
            {"label": _label(kind, language), "count": counts.kinds[kind], "family": look.family}
            for kind, look in looks().items()
            if counts.kinds.get(kind)
        ],
        "themes": [
            {"name": printable(theme.label(language)), **_counts(tally(one.verdict for one in theme.entries))}
            for theme in book.themes
        ],
        "lists": list(_lists(book)),
    }


def _counts(counts: Tally) -> Told:
    names = ("total", "due", "delivered", "reported", "waiting", "secured", "review")
    return {name: getattr(counts, name) for name in names}


def _lists(book: Book) -> Iterator[Told]:
    entries = sorted(book.entries, key=lambda entry: book.theme_of[entry.id].name is None)  # the plan's own first
    upcoming = sorted(filter(_lies_ahead, entries), key=lambda one: one.commitment["period_end"])
    yield _list(book, "negative", "需要关注：未完成、滞后或有争议", _ranked(entries, _NEGATIVE))
    yield _list(book, "silent", "到期而无任何通报（不等于未完成，只是无人说明）", _of(entries, ("silent",)))
    yield _list(book, "open", "有通报但无法判定或口径不可比", _of(entries, _OPEN))
    yield _list(book, "delivered", "有据表明已兑现", _ranked(entries, _DELIVERED))
    yield _list(book, "upcoming", "接下来到期", upcoming)


def _of(entries: Iterable[Entry], kinds: Sequence[str]) -> list[Entry]:
    return [entry for entry in entries if entry.kind in kinds]


def _ranked(entries: Iterable[Entry], kinds: Sequence[str]) -> list[Entry]:
    return sorted(_of(entries, kinds), key=lambda entry: kinds.index(entry.kind))


def _lies_ahead(entry: Entry) -> bool:
    return not entry.due and entry.kind not in _SETTLED and entry.commitment["period_end"] is not None


def _list(book: Book, name: str, title: str, entries: Sequence[Entry]) -> Told:
    shown = entries[: _LIMITS[name]]
    rows = [_row(book, entry) for entry in shown]
    return {"title": title, "count": len(entries), "left": len(entries) - len(shown), "rows": rows}


def _row(book: Book, entry: Entry) -> Told:
    language, verdict = languages()[0], entry.verdict
    ends = verdict["attainment"]
    cited = verdict["evidence"][0] if verdict["evidence"] else None
    reason = wording.REASONS.get(verdict["reason"] or "") if entry.kind == "not_comparable" else None
    return {
        "promise": printable(book.excerpt(entry.commitment).brief.clause),
        "target": _text(target(entry.commitment), entry.commitment["unit"]),
        "actual": _text(actual(entry), entry.commitment["unit"]),
        "attained": "" if ends is None else figures.attained(figures.ends(ends), language),
        "verdict": _label(entry.kind, language),
        "family": looks()[entry.kind].family,
        "waits": waits(verdict),
        "deadline": entry.commitment["period_end"] or "",
        "evidence": "" if cited is None else printable(_cited(book, cited)),
        "reason": "" if reason is None else language.say(reason),
    }


def _cited(book: Book, record: Any) -> str:
    source = book.sources[record["document_id"]]
    when = "" if source.published is None else f"（{source.published}）"
    return f"“{record['quote']}”{when}"


def _text(shown: Shown, unit: str | None) -> str:
    """Write a figure of the workbook as text."""
    if isinstance(shown.value, str):
        return shown.value
    number = figures.number(shown.value, languages()[0]) if shown.value else plain(shown.value)
    return f"{shown.sign}{number}{unit or ''}"


def _label(kind: str, language: Language) -> str:
    return language.say(wording.VERDICTS[kind].label)
