"""Write the reference pages that the code itself knows: ``python docs/_make/reference.py``."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from lantu.ledger import schema
from lantu.ledger.views import definitions
from lantu.verdicts.packs import load_pack

PAGES = Path(__file__).resolve().parents[1] / "reference"


def pages() -> dict[str, str]:
    """Give each generated page by its file name."""
    return {"ledger.md": ledger_page(), "packs.md": packs_page()}


def ledger_page() -> str:
    """Give the tables, views and columns of a ledger, from the description that every ledger carries itself."""
    told: dict[str, Any] = yaml.safe_load((files("lantu.ledger") / "readme.yaml").read_text("utf-8"))
    parts = [
        "# The ledger",
        "`lantu build` writes one SQLite file. Open it with any SQLite tool; begin with the view `commitment_verdict`. "
        "The same descriptions stand in the file's own table `readme`. "
        "Decimals are text, days are ISO text, lists are JSON text.",
        "```console\n$ lantu build examples/qinglan-2023 --on 2026-03-20 --no-site\n"
        "$ lantu verify examples/qinglan-2023\n```",
        "## Views",
        "\n".join(f"- `{name}` – {_both(told['views'][name])}" for name in definitions()),
        "## Tables",
    ]
    for name, table in schema.metadata.tables.items():
        parts += [f"### {name}", _both(told["tables"][name])]
        parts.append(_table(("column", "English", "中文"), _columns(name, [c.name for c in table.columns], told)))
    return "\n\n".join(parts) + "\n"


def _columns(table: str, names: Iterable[str], told: dict[str, Any]) -> Iterable[tuple[str, str, str]]:
    columns = told["columns"]
    for name in names:
        line = columns.get(f"{table}.{name}") or columns[name]
        yield f"`{name}`", line["en"], line["zh"]


def packs_page() -> str:
    """Give the thresholds of every policy pack with their source."""
    folder = files("lantu.verdicts") / "packs"
    names = sorted(file.name.removesuffix(".yaml") for file in folder.iterdir() if file.name.endswith(".yaml"))
    packs = [load_pack(name) for name in names]
    rows = [
        ("measure of pace", [pack.measure for pack in packs]),
        ("exceeded from (beyond the target)", [pack.margin for pack in packs]),
        ("flag “possibly set low” from", [pack.overfulfilled for pack in packs]),
        ("grace after the deadline, days", [pack.grace_days for pack in packs]),
        ("`due_soon`, days before the deadline", [pack.due_soon_days for pack in packs]),
        ("`not_started` after this share of time", [pack.not_started_after for pack in packs]),
        ("`ahead` above", [pack.ahead_above for pack in packs]),
        ("`behind` below", [pack.behind_below for pack in packs]),
    ]
    parts = [
        "# Policy packs",
        "A pack holds the thresholds of verdicts and lights; the logic is the same for all. "
        "`plan.yaml` names one (`pack: default`), `lantu settle --targets … --pack NAME` another, and a path that ends "
        "in `.yaml` names your own. *difference*: share achieved less share expected. *growth_ratio*: observed over "
        "required compound annual growth.",
        _table(("", *names), [(label, *map(str, values)) for label, values in rows]),
        "## Lights\n\nThe first line that holds is lit.",
    ]
    for pack in packs:
        lamps = [(lamp.when, "" if lamp.at_least is None else str(lamp.at_least), lamp.light) for lamp in pack.lights]
        parts += [
            f"### {pack.name} · {pack.title_en} · {pack.title_zh}",
            f"Source: {' '.join(pack.source.split())}.",
            _table(("when", "at least", "light"), lamps),
        ]
    return "\n\n".join(parts) + "\n"


def _both(line: dict[str, str]) -> str:
    return f"{line['en']} {line['zh']}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head), ["---"] * len(list(head)), *map(list, rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    for page, text in pages().items():
        (PAGES / page).write_text(text, encoding="utf-8")
