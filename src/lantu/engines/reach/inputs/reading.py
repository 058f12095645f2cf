"""Read a layer from a file, whatever kind of file it is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from lantu.model import InputError, Issue

from ..definition import Coordinates
from ..layers import Layer
from .checks import checked
from .geojson import read_geojson
from .packages import read_geopackage, read_geoparquet
from .tables import read_csv

KINDS: dict[str, Callable[[Path, bytes], Layer]] = {
    ".geojson": read_geojson,
    ".json": read_geojson,
    ".csv": read_csv,
    ".gpkg": read_geopackage,
    ".parquet": read_geoparquet,
    ".geoparquet": read_geoparquet,
}


def read_layer(
    path: Path, *, name: str | None = None, coordinates: Coordinates | None = None, tags: Iterable[str] = ()
) -> tuple[Layer, list[Issue]]:
    """Read places from GeoJSON, CSV, GeoPackage, GeoParquet or an OpenStreetMap extract.

    Parameters
    ----------
    path:
        The file; for GeoParquet also a folder of parts.
    name:
        What messages call it; its path where None.
    coordinates:
        What it was drawn in, where that is known; see ``shifted``.
    tags:
        For an extract: features with any of these keys are read.

    Raises
    ------
    InputError
        Where it cannot be read, is empty, or its coordinates cannot be longitude and latitude.
    """
    said = name or str(path)
    if path.name.endswith(".osm.pbf"):
        from .features import read_features  # noqa: PLC0415 - an extra

        return checked(read_features(path, said, tuple(tags)), coordinates)
    kind = read_geoparquet if path.is_dir() else KINDS.get(path.suffix.lower())
    if kind is None:
        raise InputError(f"{said}: no kind of file for places", f"give {', '.join(sorted(KINDS))} or .osm.pbf")
    content = bytes_of(path, said)
    layer = kind(path, content)
    return checked(Layer(said, layer.shapes, layer.columns, digest(path, content)), coordinates, layer.name)


def bytes_of(path: Path, name: str) -> bytes:
    """Give the bytes of a file, none for a folder.

    Raises
    ------
    InputError
        Where there is none.
    """
    try:
        return b"" if path.is_dir() else path.read_bytes()
    except OSError as error:
        raise InputError(f"{name}: {(error.strerror or str(error)).lower()}", "check the path") from error


def digest(path: Path, content: bytes) -> str:
    """Give the SHA-256 of a file's bytes; of a folder that of its files' names and hashes, in order."""
    if not path.is_dir():
        return hashlib.sha256(content).hexdigest()
    parts = sorted(each for each in path.rglob("*") if each.is_file())
    lines = (f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.relative_to(path).as_posix()}" for each in parts)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
