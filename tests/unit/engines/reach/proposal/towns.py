"""Small towns on paper: one row a place, written as the files that a user gives."""

from __future__ import annotations

from pathlib import Path

from lantu.engines.reach.proposal import Sources, Town, read_town

HOMES = "id,x,y,weight\na,0,0,10\nb,100,0,20\nc,1000,0,30\nd,1100,0,5\ne,5000,0,7\n"
LOTS = "id,x,y,cost\nwest,50,0,3\neast,1050,0,4\nmiddle,550,0,9\n"


def town(folder: Path, homes: str = HOMES, lots: str = LOTS, clinics: str | None = None, **options: str) -> Town:
    for name, text in (("homes.csv", homes), ("lots.csv", lots), ("clinics.csv", clinics)):
        if text is not None:
            (folder / name).write_text(text, encoding="utf-8")
    existing = None if clinics is None else folder / "clinics.csv"
    return read_town(Sources(folder / "homes.csv", folder / "lots.csv", existing, **options))
