"""From files to seats: who gets one within reach, who does not, why, and how many seats there are a head."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from lantu.model import InputError

from ..arrays import Floats
from ..equity import concentration, gini, lorenz
from ..floating import floating_catchment, gaussian, modified, three_step, within
from ..proposal.points import Points
from ..proposal.town import Sources, Town, read_town
from ..tables import Record, csv_text, json_text, plain, position, write_layer, write_texts
from .flow import Allotment, allot
from .shortage import LeftOut, left_out


@dataclass(frozen=True, eq=False)
class Seating:
    """Who gets a seat, who does not, and why.

    Parameters
    ----------
    town:
        The places, and the facilities as its sites.
    limit:
        How far people can go, in the unit of the town's ways.
    allotment, out:
        Who gets a seat where, and who gets none.
    per_head:
        Seats a head within reach of each place: each facility's seats are shared among all who reach it.
    """

    town: Town
    limit: float
    allotment: Allotment
    out: LeftOut
    per_head: Floats


FORMS: Mapping[str, Callable[[Any, Floats, Floats, float], Floats]] = {
    "2sfca": lambda costs, seats, people, limit: floating_catchment(costs, seats, people, within(limit)),
    "e2sfca": lambda costs, seats, people, limit: floating_catchment(costs, seats, people, gaussian(limit)),
    "3sfca": lambda costs, seats, people, limit: three_step(costs, seats, people, gaussian(limit)),
    "m2sfca": lambda costs, seats, people, limit: modified(costs, seats, people, gaussian(limit)),
}
"""How seats a head are counted; see ``floating``. In all but the first a way counts less the longer it is."""


def seat(sources: Sources, seats: str, limit: float, per_head: str = "2sfca") -> Seating:
    """Allot the seats of the facilities (the candidates of the sources) within the limit.

    Parameters
    ----------
    sources:
        Demand and facilities.
    seats:
        The column of the facilities that counts their seats.
    limit:
        How far people can go.
    per_head:
        How seats a head are counted: one of ``FORMS``.

    Raises
    ------
    InputError
        Where a file cannot be used or the limit makes no sense.
    """
    if not 0 < limit < np.inf:
        raise InputError(f"limit {limit:g}", "give metres above 0")
    town = read_town(sources)
    room = town.sites.numbers(seats)
    costs = town.ways.pairs(limit)
    allotment = allot(costs, town.weight, room)
    heads = FORMS[per_head](costs.T.tocsr(), room, town.weight, limit * (1 + 1e-9))
    return Seating(town, limit, allotment, left_out(allotment), heads)


def card_records(seating: Seating) -> Iterator[Record]:
    """Give a row for every place: how many got a seat, how many did not, and why in a sentence of each language."""
    out, allotment = seating.out, seating.allotment
    for row, name in enumerate(seating.town.places.id):
        left = float(out.people[row])
        yield {
            "id": name,
            **_at(seating.town.places, row),
            "weight": plain(allotment.weight[row]),
            "seated": plain(allotment.served[row]),
            "left_out": plain(left),
            "reason": "" if not left else "beyond" if out.beyond[row] else "full",
            "shortage": None if out.shortage[row] < 0 or not left else int(out.shortage[row]) + 1,
            "seats_per_head": plain(seating.per_head[row]),
            **({"why": "", "why_zh": ""} if not left else _why(seating, row)),
        }


def _why(seating: Seating, row: int) -> Record:
    """Say why people of a place get no seat, so that a reader can check it with a pencil."""
    left, weight = (plain(value[row]) for value in (seating.out.people, seating.allotment.weight))
    unit, unit_zh = (f" {seating.town.ways.unit}", "米") if seating.town.ways.unit else ("", "")
    if seating.out.beyond[row]:
        return {
            "why": f"{left} of {weight} without a seat: no facility within {seating.limit:g}{unit}",
            "why_zh": f"{weight}人中{left}人无席位：{seating.limit:g}{unit_zh}内没有设施",
        }
    lack = seating.out.shortages[seating.out.shortage[row]]
    names = [seating.town.sites.id[column] for column in lack.facilities]
    people, seats, lacking = (plain(value) for value in (lack.people, lack.seats, lack.lacking))
    only = f"{people} people reach only {_listed(names, ', ')}, which have {seats} seats"
    only_zh = f"{people}人只能到达{_listed(names, '、')}，共{seats}个席位"
    return {
        "why": f"{left} of {weight} without a seat: {only}; {lacking} go without, whoever gets them",
        "why_zh": f"{weight}人中{left}人无席位：{only_zh}，无论如何分配都缺{lacking}个",
    }


def _listed(names: list[str], joint: str) -> str:
    return joint.join(names if len(names) <= 5 else [*names[:4], f"… ({len(names)})"])


def facility_records(seating: Seating) -> Iterator[Record]:
    """Give a row for every facility: its seats, how many are taken, and how many people reach it."""
    in_reach = _reaching(seating)
    of = {int(column): number for number, each in enumerate(seating.out.shortages, 1) for column in each.facilities}
    for column, name in enumerate(seating.town.sites.id):
        taken = float(seating.allotment.used[column])
        yield {
            "id": name,
            **_at(seating.town.sites, column),
            "seats": plain(seating.allotment.seats[column]),
            "taken": plain(taken),
            "free": plain(seating.allotment.seats[column] - taken),
            "people_in_reach": plain(in_reach[column]),
            "shortage": of.get(column),
        }


def _reaching(seating: Seating) -> Floats:
    table = seating.allotment.costs
    row = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    people = np.bincount(table.indices, weights=seating.allotment.weight[row], minlength=table.shape[1])
    return people.astype(np.float64)


def shortage_records(seating: Seating) -> Iterator[Record]:
    """Give a row for every shortage: so many people reach only these facilities, which have so many seats."""
    for number, each in enumerate(seating.out.shortages, 1):
        yield {
            "shortage": number,
            "people": plain(each.people),
            "seats": plain(each.seats),
            "lacking": plain(each.lacking),
            "places": len(each.places),
            "facilities": " ".join(seating.town.sites.id[column] for column in each.facilities),
        }


def seating_record(seating: Seating) -> Record:
    """Give all in brief."""
    out, allotment = seating.out, seating.allotment
    return {
        "limit": seating.limit,
        "unit": seating.town.ways.unit,
        "inputs": dict(seating.town.inputs),
        "places": len(seating.town.places),
        "people": plain(allotment.weight.sum()),
        "facilities": len(seating.town.sites),
        "seats": plain(allotment.seats.sum()),
        "seated": plain(allotment.served.sum()),
        "left_out": plain(out.people.sum()),
        "beyond": plain(out.beyond.sum()),
        "full": plain(out.people.sum() - out.beyond.sum()),
        "free_seats": plain(allotment.seats.sum() - allotment.used.sum()),
        "mean_way": plain(_mean_way(allotment)),
        "gini_of_seats_per_head": plain(gini(seating.per_head, allotment.weight)),
        "concentration_by_income": plain(_by_income(seating)),
    }


def _by_income(seating: Seating) -> float:
    """Give the concentration index of seats a head, poorest first; not a number where incomes are not known."""
    income = seating.town.income
    return float("nan") if income is None else concentration(seating.per_head, seating.allotment.weight, income)


def lorenz_records(seating: Seating) -> Iterator[Record]:
    """Give the Lorenz curve of seats a head: what share of all seats the people with fewest have, by hundredths."""
    people, had = lorenz(seating.per_head, seating.allotment.weight)
    for share in np.linspace(0, 1, 101):
        yield {"share_of_people": plain(share), "share_of_seats": plain(np.interp(share, people, had))}


def seated_district_records(seating: Seating) -> Iterator[Record]:
    """Give a row for every district: its people, how many are seated, and its seats a head."""
    names = np.array(seating.town.districts or (), dtype=object)
    weight, served = seating.allotment.weight, seating.allotment.served
    for name in sorted(set(names)):
        here = names == name
        total = float(weight[here].sum())
        yield {
            "district": name,
            "people": plain(total),
            "seated": plain(served[here].sum()),
            "left_out": plain(seating.out.people[here].sum()),
            "share_seated": plain(served[here].sum() / total) if total else None,
            "seats_per_head": plain(seating.per_head[here] @ weight[here] / total) if total else None,
        }


def _mean_way(allotment: Allotment) -> float:
    seated = float(allotment.served.sum())
    return float(allotment.amount.multiply(allotment.costs).sum()) / seated if seated else float("nan")


def _at(points: Points, row: int) -> Record:
    return position(points.degrees, points.x[row], points.y[row])


def write_seating(folder: Path, seating: Seating) -> tuple[Path, ...]:
    """Write who gets a seat, who does not and why, and what the facilities lack, into a folder; give the files."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"seating.json": json_text(seating_record(seating)), "shortages.csv": csv_text(shortage_records(seating))}
    texts["lorenz.csv"] = csv_text(lorenz_records(seating))
    if seating.town.districts is not None:
        texts["districts.csv"] = csv_text(seated_district_records(seating))
    written = write_texts(folder, texts)
    for name, rows in (("places", list(card_records(seating))), ("facilities", list(facility_records(seating)))):
        written += write_layer(folder, name, rows, degrees=seating.town.places.degrees)
    return tuple(sorted(written))
