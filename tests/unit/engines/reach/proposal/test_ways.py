from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from lantu.engines.reach.proposal.points import Points
from lantu.engines.reach.proposal.ways import Straight, read_costs_table, read_edges_table
from lantu.model import InputError

HERE = np.zeros(0, dtype=np.int64)


def on_plane(names: str, *x: float) -> Points:
    return Points("file", tuple(names), np.array(x), np.zeros(len(x)), degrees=False)


def in_degrees(*pairs: tuple[float, float]) -> Points:
    lon, lat = np.array(pairs).T
    return Points("file", tuple(str(i) for i in range(len(pairs))), lon, lat, degrees=True)


def a_file(folder: Path, text: str) -> Path:
    (folder / "table.csv").write_text(text)
    return folder / "table.csv"


def test_the_limit_itself_is_within_reach():
    ways = Straight(on_plane("ab", 0.0, 500.0), on_plane("s", 1000.0))

    assert ways.within(500.0).toarray().tolist() == [[0.0], [1.0]]


@pytest.mark.extra("pyproj")  # noqa: S610 - no database here
def test_lengths_on_the_earth_are_those_of_geodesy():
    import pyproj  # noqa: PLC0415 - an extra

    places, sites = in_degrees((118.0, 36.8), (118.0, 36.8)), in_degrees((118.001, 36.8), (118.4, 37.1))
    _, _, wanted = pyproj.Geod(ellps="WGS84").inv([118.0] * 2, [36.8] * 2, [118.001, 118.4], [36.8, 37.1])

    assert Straight(places, sites).to(np.arange(2))[0] == pytest.approx(wanted, rel=1e-6)


def test_the_nearest_site_is_that_of_all_costs():
    draw = np.random.default_rng(5)
    places, sites = in_degrees(*draw.uniform(10, 10.2, (40, 2))), in_degrees(*draw.uniform(10, 10.2, (9, 2)))
    ways, some = Straight(places, sites), np.array([1, 4, 8])

    cost, site = ways.nearest(some)

    assert cost == pytest.approx(ways.to(some).min(axis=1))
    assert site.tolist() == some[ways.to(some).argmin(axis=1)].tolist()


def test_without_sites_nothing_is_near():
    cost, site = Straight(on_plane("a", 0.0), on_plane("s", 1.0)).nearest(HERE)

    assert (cost.tolist(), site.tolist()) == ([np.inf], [-1])


def test_a_pair_that_no_table_lists_has_no_way(tmp_path: Path):
    table = a_file(tmp_path, "from,to,cost\na,s,4\na,s,3\nb,t,5\n")

    ways = read_costs_table(table, on_plane("ab", 0, 0), on_plane("st", 0, 0))

    assert ways.to(np.arange(2)).tolist() == [[3.0, np.inf], [np.inf, 5.0]]


def test_ways_over_edges_are_the_shortest_and_respect_one_way(tmp_path: Path):
    table = a_file(tmp_path, "from,to,length,one_way\na,m,4,\na,m,9,\nm,s,1,yes\ns,b,2,yes\nb,m,0,\n")

    ways = read_edges_table(table, on_plane("ab", 0, 0), on_plane("s", 0))

    assert ways.to(np.arange(1))[:, 0] == pytest.approx([5.0, 1.0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("from,to\na,s\n", "no column 'cost'"),
        ("from,to,cost\nz,s,1\n", "id 'z' in line 2"),
        ("from,to,cost\na,s,-1\n", "'-1' in line 2"),
        ("from,to,cost\na,s,nan\n", "'nan' in line 2"),
    ],
)
def test_a_table_that_cannot_be_used_is_said_in_a_line(tmp_path: Path, text: str, said: str):
    with pytest.raises(InputError, match=said):
        read_costs_table(a_file(tmp_path, text), on_plane("a", 0), on_plane("s", 0))


def test_a_place_off_the_network_is_named(tmp_path: Path):
    with pytest.raises(InputError, match="id b stands at no node"):
        read_edges_table(a_file(tmp_path, "from,to,length\na,s,4\n"), on_plane("b", 0), on_plane("s", 0))


def test_degrees_and_metres_do_not_mix():
    with pytest.raises(InputError, match="not both in degrees"):
        Straight(on_plane("a", 0.0), in_degrees((1.0, 2.0)))


def test_pairs_are_the_costs_within_the_limit_and_a_way_of_no_length_is_one():
    ways = Straight(on_plane("ab", 0.0, 300.0), on_plane("st", 0.0, 1000.0))

    pairs = ways.pairs(300.0)

    assert (pairs.indices.tolist(), pairs.data.tolist()) == ([0, 0], [0.0, 300.0])
