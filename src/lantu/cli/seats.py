"""``lantu seats``: who gets a seat within reach, who does not, and why."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .rows import note, print_rows

PER_HEAD = ("2sfca", "e2sfca", "3sfca", "m2sfca")
COLUMNS = {"id": "id", "weight": "people", "seated": "seated", "left_out": "left out", "reason": "reason", "why": "why"}


@click.command(name="seats", short_help="Say who gets a seat within reach, who does not, and why.")
@click.argument("demand", type=options.FILE, metavar="DEMAND")
@click.argument("facilities", type=options.FILE, metavar="FACILITIES")
@click.option("--limit", type=float, required=True, metavar="METRES", help="How far people can go.")
@click.option("--seats", default="seats", show_default=True, metavar="COLUMN", help="Column of FACILITIES with seats.")
@click.option("--weight", metavar="COLUMN", help="Column of DEMAND that counts people; weight or population if there.")
@click.option("--district", metavar="COLUMN", help="Column of DEMAND that names districts, to compare them.")
@click.option("--income", metavar="COLUMN", help="Column of DEMAND by which people are ranked, poorest first.")
@click.option(
    "--per-head",
    type=click.Choice(PER_HEAD),
    default="2sfca",
    show_default=True,
    help="How seats a head are counted; in all but the first a long way counts less.",
)
@click.option("--costs", type=options.FILE, metavar="FILE", help="CSV from,to,cost instead of straight lines.")
@click.option("--edges", type=options.FILE, metavar="FILE", help="CSV from,to,length: the edges of a network.")
@click.option("--osm", type=options.FILE, metavar="FILE", help="OpenStreetMap extract (.osm.pbf): follow its streets.")
@click.option("--all", "everybody", is_flag=True, help="Print all places, not only those that are left out.")
@click.option("--out", type=options.FILE, metavar="DIR", help="Write tables, GeoJSON and GeoParquet here.")
@options.form
def command(
    demand: Path,
    facilities: Path,
    limit: float,
    seats: str,
    weight: str | None,
    district: str | None,
    income: str | None,
    per_head: str,
    costs: Path | None,
    edges: Path | None,
    osm: Path | None,
    everybody: bool,
    out: Path | None,
    form: str | None,
) -> int:
    """Say who gets a seat within reach, who does not, and why: one row a place that is left out.

    Seats go to as many people as possible, and then so that the ways are shortest. Where people find all within reach
    full, the row names the facilities that they and their rivals can reach, and how many seats lack, whoever gets
    them. DEMAND and FACILITIES are CSV files with id and lon,lat (degrees) or x,y (metres), GeoJSON,
    GeoPackage or GeoParquet.

    \b
    Examples:
      lantu seats children.csv kindergartens.csv --limit 500
      lantu seats children.csv kindergartens.csv --limit 500 --seats places --out seats
    """  # noqa: D301 - \b is click's
    from lantu.engines.reach.proposal import Sources
    from lantu.engines.reach.seats import card_records, seat, seating_record, shortage_records, write_seating

    sources = Sources(
        demand, facilities, weight=weight, district=district, income=income, costs=costs, edges=edges, osm=osm
    )
    seating = seat(sources, seats, limit, per_head)
    for issue in seating.town.issues:
        note(str(issue))
    print_rows((row for row in card_records(seating) if everybody or row["left_out"]), form, COLUMNS)
    brief = seating_record(seating)
    note(f"{brief['people']:,} people, {brief['seats']:,} seats: {brief['seated']:,} seated")
    note(f"left out: {brief['beyond']:,} beyond the limit, {brief['full']:,} where all in reach is full")
    note(f"free: {brief['free_seats']:,} seats")
    for row in shortage_records(seating):
        lack = f"{row['lacking']:,} seats lack for {row['people']:,} people"
        note(f"shortage {row['shortage']}: {lack} ({row['facilities']})")
    if out is not None:
        note(f"{out}: {', '.join(path.name for path in write_seating(out, seating))}")
    return 0
