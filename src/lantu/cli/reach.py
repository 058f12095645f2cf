"""``lantu reach``: who is served, measured without a plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from lantu.model import InputError

from . import options
from .ending import finish
from .measured_rows import print_measured
from .rows import note


@click.command(name="reach", short_help="Measure who is within reach of a facility, without a plan.")
@click.argument("definition", type=options.FILE, required=False, metavar="[DEFINITION.yaml]")
@click.option("--demand", metavar="FILE", help="Who is to be served: CSV, GeoJSON, GeoPackage, GeoParquet, .osm.pbf.")
@click.option("--weight", metavar="COLUMN", help="How many people each place counts for; 1 if not given.")
@click.option("--group", metavar="COLUMN", help="The district of each place.")
@click.option("--facilities", metavar="FILE", help="What serves.")
@click.option("--where", multiple=True, metavar="COLUMN=VALUE", help="Only such facilities; * is any value.")
@click.option("--network", metavar="FILE", help="Ways: an .osm.pbf extract, lines, or a table of edges.")
@click.option("--mode", type=options.MODES, default="walk", show_default=True, help="Who uses the ways.")
@click.option("--minutes", type=float, metavar="N", help="The limit in minutes ...")
@click.option("--metres", type=float, metavar="N", help="... or in metres.")
@click.option("--processes", default=1, show_default=True, type=click.IntRange(1), help="Measure in tiles on so many.")
@click.option("--scheduler", metavar="ADDRESS", help="Measure in tiles on a Dask cluster, such as tcp://host:8786.")
@click.option("--out", type=options.FILE, metavar="DIR", help="Write readings, places and maps there.")
@click.option(
    "--map", "picture", type=options.PICTURE, metavar="FILE", help="Write the map there: .svg, or .png for print."
)
@options.language
@options.form
@options.issue_options
def command(
    definition: Path | None,
    demand: str | None,
    weight: str | None,
    group: str | None,
    facilities: str | None,
    where: tuple[str, ...],
    network: str | None,
    mode: str,
    minutes: float | None,
    metres: float | None,
    processes: int,
    scheduler: str | None,
    out: Path | None,
    picture: Path | None,
    language: str,
    form: str | None,
    list_issues: bool,
    fail_on: str,
) -> int:
    """Print what share is served under a definition and under the usual others: a band, never one naked number.

    The definition is a file as in a plan folder's indicators/, or it is given by options.

    \b
    Examples:
      lantu reach health-circle.yaml --map health-circle.svg
      lantu reach --demand cells.csv --weight population --facilities city.osm.pbf --where amenity=clinic
        --network city.osm.pbf --minutes 15
    """  # noqa: D301 - \b is click's
    from lantu.engines.reach import write_picture
    from lantu.pipeline import measure_definition
    from lantu.pipeline.measuring import read_definition, running, typed_definition

    if definition is not None:
        if demand or facilities or network or minutes or metres or where or weight or group:
            raise InputError("a definition and options at once", "write the options into the definition")
        wanted, base = read_definition(definition), definition.parent
    else:
        if demand is None or facilities is None:
            raise InputError("nothing to measure", "name a DEFINITION.yaml, or --demand and --facilities")
        limit = {key: value for key, value in (("minutes", minutes), ("metres", metres)) if value is not None}
        if len(limit) != 1:
            raise InputError("how far is near enough?", "give --minutes or --metres, one of the two")
        title = Path(facilities).name.partition(".")[0]
        said: dict[str, Any] = {
            "id": "reach",
            "title": {"zh": title, "en": title},
            "demand": {"layer": demand, "weight": weight, "group": group},
            "facilities": {"layer": facilities, "where": _conditions(where)},
            "limit": limit,
            "way": "straight" if network is None else "legs",
        }
        if network is not None:
            said["network"] = {"layer": network, "mode": mode}
        wanted, base = typed_definition(said), Path()
    with running(processes, scheduler) as runner:
        record, issues = measure_definition(wanted, base, runner=runner, out=out)
    print_measured([record], form)
    if picture is not None:
        write_picture(picture, record["map" if language == "zh" else "map_en"])
        note(f"{picture}: the map")
    return finish(issues, fail_on, every=list_issues)


def _conditions(where: tuple[str, ...]) -> dict[str, list[str]]:
    conditions: dict[str, list[str]] = {}
    for each in where:
        column, given, value = each.partition("=")
        if not given:
            raise InputError(f"--where {each}: no value", "write COLUMN=VALUE, such as amenity=clinic")
        conditions.setdefault(column, []).append(value)
    return conditions
