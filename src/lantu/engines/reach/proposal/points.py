"""The places of a siting question: who is to be served, where could be built, what stands already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from lantu.model import InputError, Issue

from ..definition import Coordinates
from ..inputs.checks import conversion
from ..inputs.reading import read_layer
from ..inputs.shifted import said_to_be, to_wgs84
from ..inputs.tables import rows_of
from ..layers import Layer
from ..siting.plan import Floats

_LON = frozenset({"lon", "lng", "long", "longitude", "经度"})
_LAT = frozenset({"lat", "latitude", "纬度"})
_NO = frozenset({"", "0", "no", "false", "否", "none"})


@dataclass(frozen=True, eq=False)
class Points:
    """Places with what is known of each.

    Parameters
    ----------
    name:
        The file, as the user named it.
    id:
        One name a place, all different.
    x, y:
        Metres on a plane, or longitude and latitude (WGS 84) where ``degrees`` is set.
    columns:
        What else is known, by column; an empty string where nothing is.
    """

    name: str
    id: tuple[str, ...]
    x: Floats
    y: Floats
    degrees: bool
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.id)

    def numbers(self, column: str) -> Floats:
        """Give a column as numbers, 0 or more.

        Raises
        ------
        InputError
            Where there is no such column, or a field is empty, negative or no number: missing is not zero.
        """
        values = self.words(column)
        numbers = np.array([_number(value) for value in values])
        wrong = np.flatnonzero(~np.isfinite(numbers) | (numbers < 0))
        if len(wrong):
            at = int(wrong[0])
            raise InputError(
                f"{self.name}: '{values[at]}' in column '{column}', id {self.id[at]}, is no number of 0 or more",
                "correct it, or leave the place out; an empty field is not zero",
            )
        return numbers

    def words(self, column: str) -> tuple[str, ...]:
        """Give a column as text.

        Raises
        ------
        InputError
            Where there is no such column, naming those that there are.
        """
        if column not in self.columns:
            known = ", ".join(sorted(self.columns)) or "none beside id and coordinates"
            raise InputError(f"{self.name}: no column '{column}'", f"it has {known}")
        return self.columns[column]

    def flags(self, column: str) -> np.ndarray:
        """Tell for which places a column says yes; everywhere no where there is no such column."""
        if column not in self.columns:
            return np.zeros(len(self), dtype=bool)
        return np.array([value.strip().lower() not in _NO for value in self.columns[column]], dtype=bool)

    def only(self, rows: np.ndarray) -> Points:
        """Give some of the places, by flags or by number."""
        kept = np.arange(len(self))[rows]
        columns = {name: tuple(values[i] for i in kept) for name, values in self.columns.items()}
        ids = tuple(self.id[i] for i in kept)
        return Points(self.name, ids, self.x[kept], self.y[kept], self.degrees, columns)


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return float("nan")


def read_points(path: Path) -> tuple[Points, list[Issue]]:
    """Read places from CSV (with a header), GeoJSON, GeoPackage or GeoParquet, by the file's ending.

    CSV needs ``id`` and either ``lon`` and ``lat`` (degrees) or ``x`` and ``y`` (metres). The others are in degrees;
    of lines and areas the middle is taken. Where a name says that coordinates are those of a Chinese map service
    (``gcj02_lng``, ``bd09.csv``), they are converted, and an issue says so.

    Raises
    ------
    InputError
        Where the file holds no places, two of one id, or coordinates that cannot be.
    """
    if path.suffix.lower() != ".csv":
        layer, issues = read_layer(path)
        points = _from_layer(layer)
        _check(points)
        return points, issues
    points, header = _from_csv(str(path), path.read_bytes())
    _check(points)
    told = said_to_be(path.name, *header) if points.degrees else None
    if told is None:
        return points, []
    return moved(points, told), [conversion(str(path), told, sure=False)]


def moved(points: Points, coordinates: Coordinates) -> Points:
    """Give the places in WGS 84 that are in the coordinates of a Chinese map service."""
    lon, lat = to_wgs84(points.x, points.y, coordinates)
    return replace(points, x=lon, y=lat)


def read_table(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    """Read a CSV file with a header: the names of its columns, and its rows."""
    rows = rows_of(path, path.read_bytes())
    return list(rows[0]), rows


def _from_csv(name: str, content: bytes) -> tuple[Points, list[str]]:
    rows = rows_of(Path(name), content)
    header = list(rows[0])
    lon, lat = _named(header, _LON), _named(header, _LAT)
    degrees = lon is not None and lat is not None
    pair = (lon, lat) if degrees else ("x", "y")
    if not {*pair} <= {*header}:
        raise InputError(f"{name}: no coordinates in {', '.join(header)}", "name two columns lon,lat or x,y")
    if "id" not in header:
        raise InputError(f"{name}: no column 'id'", f"it has {', '.join(header)}")
    x, y = (np.array([_number(row[str(axis)]) for row in rows]) for axis in pair)
    columns = {column: tuple(row[column] for row in rows) for column in header if column not in {"id", *pair}}
    return Points(name, tuple(row["id"] for row in rows), x, y, degrees, columns), header


def _named(header: list[str], names: frozenset[str]) -> str | None:
    """Find a column by its name, or by its name with another word joined to it: ``gcj02_lng``."""
    exact = (column for column in header if column.lower() in names)
    joined = (column for column in header if names & {*column.lower().split("_")})
    return next(exact, None) or next(joined, None)


def _from_layer(layer: Layer) -> Points:
    columns = {name: tuple(_word(value) for value in values) for name, values in layer.columns.items()}
    ids = columns.pop("id", tuple(map(str, range(1, len(layer) + 1))))
    lon, lat = layer.places()
    return Points(layer.name, ids, lon, lat, True, columns)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


def _check(points: Points) -> None:
    repeated = _first_repeated(points.id)
    if repeated is not None:
        raise InputError(f"{points.name}: id {repeated!r} stands twice", "give every place an id of its own")
    lost = np.flatnonzero(~(np.isfinite(points.x) & np.isfinite(points.y)))
    if len(lost):
        raise InputError(
            f"{points.name}: {len(lost)} places without coordinates, first id {points.id[lost[0]]}",
            "fill them in or leave these places out",
        )
    if points.degrees:
        _check_degrees(points)


def _first_repeated(ids: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            return one
        seen.add(one)
    return None


def _check_degrees(points: Points) -> None:
    """Refuse what is no longitude and latitude, and say so where the two seem swapped."""
    wrong = np.flatnonzero((np.abs(points.x) > 180) | (np.abs(points.y) > 90))
    if not len(wrong):
        return
    at = int(wrong[0])
    here = f"lon {points.x[at]:g}, lat {points.y[at]:g} of id {points.id[at]}"
    swapped = bool((np.abs(points.y) <= 180).all() and (np.abs(points.x) <= 90).all())
    remedy = "the axes seem swapped: exchange lon and lat" if swapped else "metres belong in columns x and y"
    raise InputError(f"{points.name}: {here} is no place on earth", remedy)


def join_points(first: Points, second: Points) -> Points:
    """Give the places of two files as one.

    Raises
    ------
    InputError
        Where an id stands in both, or one is in degrees and the other on a plane.
    """
    if first.degrees is not second.degrees:
        raise InputError(
            f"{first.name} and {second.name} are not both in degrees", "give lon,lat in both files or x,y in both"
        )
    ids = (*first.id, *second.id)
    repeated = _first_repeated(ids)
    if repeated is not None:
        raise InputError(f"id {repeated!r} stands in {first.name} and in {second.name}", "name every site once")
    columns = {
        name: first.columns.get(name, ("",) * len(first)) + second.columns.get(name, ("",) * len(second))
        for name in {**first.columns, **second.columns}
    }
    x, y = np.concatenate([first.x, second.x]), np.concatenate([first.y, second.y])
    return Points(first.name, ids, x, y, first.degrees, columns)
