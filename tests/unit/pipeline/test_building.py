"""What a build of a plan folder brings into the ledger and onto the site."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from lantu.ledger import Ledger
from lantu.pipeline import build
from lantu.plans import plan_from

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "qinglan-2023"
PACE = "pace: [{indicator: 社区食堂, milestones: [{by: 2023-12-31, share: 0.35}], reason: 实施方案附表}]\n"


def test_corrections_and_milestones_come_into_the_ledger_with_their_reasons(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("indicators", "ledger.sqlite*", "site", ".site*"))
    (folder / "lookups.yaml").write_text(PACE, encoding="utf-8")

    built = build(plan_from(folder), on=date(2024, 7, 5), publishing=False)

    with Ledger.open(built.ledger) as book:
        [told] = (book.plan() or {})["corrections"]
    assert (told["sort"], told["words"], told["reason"]) == ("pace", ["社区食堂"], "实施方案附表")
    assert told["milestones"] == [{"by": "2023-12-31", "share": "0.35"}]


def test_districts_and_segments_are_called_as_the_indicator_says(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("ledger.sqlite*", "site", ".site*"))

    site = build(plan_from(folder), on=date(2024, 7, 5)).site

    assert site is not None
    chinese, english = ((site / code / "measured.html").read_text(encoding="utf-8") for code in ("zh", "en"))
    assert "60岁及以上" in chinese
    assert "over_60" not in chinese
    assert '<th scope="row">Tingnan</th>' in english
    assert '"Tingnan"' in (site / "en" / "measured" / "canteens-nearby.js").read_text(encoding="utf-8")
    assert '"汀南区"' in (site / "zh" / "measured" / "canteens-nearby.js").read_text(encoding="utf-8")
