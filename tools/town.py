"""Draw the town of the fictional example: streets, people and canteens of Qinglan, the same on every run.

    python tools/town.py            # writes examples/qinglan-2023/indicators/data/

The town lies in the empty Pacific, because it does not exist. A river with three bridges runs through it; the
canteens stand mostly north of the river, where the offices are.
"""

from __future__ import annotations

import csv
import json
import math
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "examples/qinglan-2023/indicators/data"
WEST, SOUTH = 150.0, 30.0
EAST_STEP, NORTH_STEP = 1 / 96_486.0, 1 / 110_853.0
"""Degrees a metre at this place."""
ACROSS, UP, STEP = 31, 26, 200.0
RIVER, BRIDGES = 11, (5, 15, 24)
CELL = 250.0
CENTRES = ((2200.0, 3300.0, 900.0), (4300.0, 3700.0, 700.0), (3600.0, 1300.0, 800.0))
SIDES = ("东", "西", "南", "北", "中")
NAMES = ("棉坊", "柳岸", "鼓楼", "书院", "东桥", "石井", "槐荫", "灯市", "竹巷", "南渡", "河湾", "新田")

Point = tuple[float, float]


def degrees(x: float, y: float) -> tuple[str, str]:
    """Give longitude and latitude of metres east and north of the town's corner, as they are written."""
    return f"{WEST + x * EAST_STEP:.5f}", f"{SOUTH + y * NORTH_STEP:.5f}"


def corners(chance: random.Random) -> dict[tuple[int, int], Point]:
    """Give the street corners, each a little off the grid."""
    places = ((i, j) for i in range(ACROSS) for j in range(UP))
    return {(i, j): (i * STEP + chance.uniform(-35, 35), j * STEP + chance.uniform(-35, 35)) for i, j in places}


def streets(chance: random.Random) -> Iterable[dict[str, str]]:
    """Give the edges: some are missing, some are stairs or private; few cross the river."""
    place = corners(chance)
    for (i, j), (x, y) in place.items():
        for other in ((i + 1, j), (i, j + 1)):
            if other not in place:
                continue
            crosses = other[1] != j and j == RIVER
            missing = chance.random() < 0.12
            if (crosses and i not in BRIDGES) or (missing and not crosses):
                continue
            kind = "steps" if chance.random() < 0.02 else "residential"
            access = "private" if chance.random() < 0.02 and not crosses else ""
            ends = (*degrees(x, y), *degrees(*place[other]))
            row = dict(zip(("from_lon", "from_lat", "to_lon", "to_lat"), ends, strict=True))
            yield {**row, "highway": kind, "access": access}


def district(x: float, y: float) -> str:
    """Give the district of a place: south of the river, or north of it to the west or east."""
    if y < (RIVER + 0.5) * STEP:
        return "汀南区"
    return "汀北区" if x < 3200 else "青岚新区"


def people(chance: random.Random) -> Iterable[dict[str, str]]:
    """Give the cells with the people in them and how many of these are over 60."""
    number = 0
    for i in range(int((ACROSS - 1) * STEP / CELL)):
        for j in range(int((UP - 1) * STEP / CELL)):
            x, y = (i + 0.5) * CELL, (j + 0.5) * CELL
            near = sum(math.exp(-(math.hypot(x - a, y - b) ** 2) / (2 * c * c)) for a, b, c in CENTRES)
            count = round(900 * near * chance.uniform(0.6, 1.4))
            if count < 20 or abs(y - (RIVER + 0.5) * STEP) < CELL / 2:
                continue
            number += 1
            lon, lat = degrees(x, y)
            old = round(count * chance.uniform(0.14, 0.3))
            row = {"id": f"c{number:03d}", "lon": lon, "lat": lat, "people": str(count), "over_60": str(old)}
            yield {**row, "district": district(x, y)}


def canteens(chance: random.Random) -> Iterable[dict[str, object]]:
    """Give the canteens as features: nine north of the river, three south of it."""
    spots: Sequence[Point] = (
        *((1500, 3400), (2100, 2900), (2300, 3700), (2800, 3200), (3000, 4200), (900, 4300)),
        *((3900, 3900), (4500, 3500), (4700, 4300), (3500, 1500), (4200, 900), (1100, 900)),
    )
    for number, (name, (x, y)) in enumerate(zip(NAMES, spots, strict=True), 1):
        lon, lat = degrees(x + chance.uniform(-60, 60), y + chance.uniform(-60, 60))
        hours = "Mo-Fr 10:30-18:30" if number % 4 else "Mo-Su 10:30-13:30"
        yield {
            "type": "Feature",
            "properties": {
                "id": f"k{number:02d}",
                "name": f"{name}社区食堂",
                "opening_hours": hours,
                "seats": 40 + 10 * (number % 5),
            },
            "geometry": {"type": "Point", "coordinates": [float(lon), float(lat)]},
        }


def lots(chance: random.Random) -> Iterable[dict[str, str]]:
    """Give the empty shops where a canteen could open: five near the name of every quarter, all over the town."""
    for number in range(len(NAMES) * len(SIDES)):
        x, y = chance.uniform(300, (ACROSS - 1) * STEP - 300), chance.uniform(300, (UP - 1) * STEP - 300)
        name = f"{NAMES[number // len(SIDES)]}{SIDES[number % len(SIDES)]}空置门面"
        lon, lat = degrees(x, y)
        yield {"id": f"l{number + 1:02d}", "name": name, "lon": lon, "lat": lat}


def write(folder: Path) -> None:
    """Write the four files."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(20230210)  # noqa: S311 - a drawing, no secret
    for name, rows in (("streets.csv", list(streets(chance))), ("people.csv", list(people(chance)))):
        write_table(folder / name, rows)
    features = ",\n".join(json.dumps(each, ensure_ascii=False) for each in canteens(chance))
    text = f'{{"type": "FeatureCollection", "features": [\n{features}\n]}}\n'
    (folder / "canteens.geojson").write_text(text, encoding="utf-8", newline="\n")
    write_table(folder / "lots.csv", list(lots(chance)))


def write_table(path: Path, rows: Sequence[dict[str, str]]) -> None:
    """Write rows with a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    write(FOLDER)
