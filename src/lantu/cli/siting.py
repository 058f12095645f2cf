"""``lantu siting``: where to build next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lantu.model import InputError

from . import options
from .rows import note, print_rows

if TYPE_CHECKING:
    from lantu.engines.reach.proposal import Proposal, Town

GOALS = ("coverage", "mean", "farthest", "everyone")
COLUMNS = {
    "order": "order",
    "id": "id",
    "state": "state",
    "price": "price",
    "adds": "adds",
    "adds_so_far": "so far",
    "nearest_for": "nearest for",
}


@click.command(name="siting", short_help="Say where to build next, with the proven gap to the best plan.")
@click.argument("demand", type=options.FILE, metavar="DEMAND")
@click.argument("candidates", type=options.FILE, metavar="CANDIDATES")
@click.option("--goal", type=click.Choice(GOALS), default="coverage", show_default=True, help="What is to be best.")
@click.option("--limit", type=float, metavar="METRES", help="Served is who has at most so far to go.")
@click.option("--minutes", type=float, metavar="N", help="The same in minutes, along the streets of --osm.")
@click.option("--k", type=int, metavar="N", help="How many sites may be built.")
@click.option("--budget", type=float, metavar="SUM", help="How much all new sites may cost together.")
@click.option("--existing", type=options.FILE, metavar="FILE", help="Sites that stand already and stay.")
@click.option("--weight", metavar="COLUMN", help="Column of DEMAND that counts people; weight or population if there.")
@click.option("--price", metavar="COLUMN", help="Column of CANDIDATES with their prices; each costs 1 if not given.")
@click.option("--district", metavar="COLUMN", help="Column of DEMAND that names districts, to compare them.")
@click.option(
    "--group", "groups", multiple=True, metavar="COLUMN", help="Column of DEMAND that counts a group's people."
)
@click.option("--income", metavar="COLUMN", help="Column of DEMAND by which people are ranked, poorest first.")
@click.option("--costs", type=options.FILE, metavar="FILE", help="CSV from,to,cost instead of straight lines.")
@click.option("--edges", type=options.FILE, metavar="FILE", help="CSV from,to,length: the edges of a network.")
@click.option("--osm", type=options.FILE, metavar="FILE", help="OpenStreetMap extract (.osm.pbf): follow its streets.")
@click.option("--mode", type=options.MODES, default="walk", show_default=True, help="Who follows the streets of --osm.")
@click.option("--capacity", metavar="COLUMN", help="Column of all sites: so many people each can take (goal mean).")
@click.option("--plans", type=int, default=1, show_default=True, metavar="N", help="So many of the best plans.")
@click.option("--no-curve", is_flag=True, help="Do not find what each further site buys.")
@click.option(
    "--seconds", type=float, default=60.0, show_default=True, metavar="S", help="Give the best plan found by then."
)
@click.option(
    "--map",
    "picture",
    type=options.PICTURE,
    metavar="FILE",
    help="Write before and after there: .svg, or .png for print.",
)
@click.option("--out", type=options.FILE, metavar="DIR", help="Write tables, GeoJSON, GeoParquet and a map here.")
@options.form
def command(
    demand: Path,
    candidates: Path,
    goal: str,
    limit: float | None,
    minutes: float | None,
    k: int | None,
    budget: float | None,
    existing: Path | None,
    weight: str | None,
    price: str | None,
    district: str | None,
    groups: tuple[str, ...],
    income: str | None,
    costs: Path | None,
    edges: Path | None,
    osm: Path | None,
    mode: str,
    capacity: str | None,
    plans: int,
    no_curve: bool,
    seconds: float,
    picture: Path | None,
    out: Path | None,
    form: str | None,
) -> int:
    """Say where to build next: the sites of the best plan, in the order in which to build them.

    DEMAND and CANDIDATES are CSV files with id and lon,lat (degrees) or x,y (metres), GeoJSON,
    GeoPackage or GeoParquet. The goals: coverage
    (as many people as possible within the limit), mean (the shortest mean way), farthest (the shortest longest way),
    everyone (all within the limit with as few sites as possible). How far the plan may be from the best possible is
    proven and printed.

    \b
    Examples:
      lantu siting homes.csv lots.csv --limit 500 --k 3 --existing clinics.csv --out plan
      lantu siting homes.csv lots.csv --goal mean --budget 900 --price cost --plans 3
    """  # noqa: D301 - \b is click's
    from lantu.engines.reach import write_picture
    from lantu.engines.reach.proposal import (
        Goal,
        Question,
        Sources,
        draw,
        propose,
        read_town,
        site_records,
        write_proposal,
    )

    if limit is not None and minutes is not None:
        raise InputError("a limit in metres and one in minutes", "give one of the two")
    question = Question(Goal(goal), limit if minutes is None else minutes, k, budget, plans, not no_curve, seconds)
    sources = Sources(
        demand,
        candidates,
        existing,
        weight,
        price,
        district,
        costs,
        edges,
        groups,
        income,
        osm,
        mode,
        capacity,
        minutes=minutes is not None,
    )
    town = read_town(sources)
    for issue in town.issues:
        note(str(issue))
    answer = propose(question, town.ways, town.weight, town.stands, town.prices, town.capacity)
    print_rows(site_records(town, answer), form, COLUMNS)
    _tell(town, answer)
    if picture is not None:
        write_picture(picture, draw(town, answer))
        note(f"{picture}: before and after")
    if out is not None:
        names = ", ".join(path.name for path in write_proposal(out, town, answer))
        note(f"{out}: {names}")
    return 0


def _tell(town: Town, answer: Proposal) -> None:
    """Say before and after, how sure the plan is, what the others are worth, and what each site buys."""
    from lantu.engines.reach.proposal import curve_records, plan_records, summary_record

    brief = summary_record(town, answer)
    for name in ("before", "after"):
        note(f"{name}: {_state(brief[name], brief['unit'])}")
    lost = brief["beyond_every_site"]
    if lost["places"]:
        note(f"beyond every site, standing or possible: {lost['places']} places, weight {lost['weight']:,g}")
    candidates = len(town.sites) - len(town.stands)
    if (answer.question.k or 0) > candidates:
        note(f"{answer.question.k} sites were asked for, of {candidates} candidates")
    note(f"plan of {brief['new_sites']} new sites: {answer.sure}")
    for row in list(plan_records(town, answer))[1:]:
        note(f"plan {row['rank']}: value {_number(row['value'])}: {row['sites']}")
    steps = " ".join(f"{row['new_sites']}:{_number(row['value'])}" for row in curve_records(answer))
    if steps:
        note(f"best value by new sites: {steps}")


def _state(state: dict[str, float | None], unit: str) -> str:
    """Say one state in a line."""
    ways = [
        f"{name} {_number(state[name])} {unit}".rstrip() for name in ("mean", "farthest") if state[name] is not None
    ]
    return ", ".join([f"{_number(state['served'])} served ({100 * (state['share'] or 0):.1f} %)", *ways])


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.4g}"
