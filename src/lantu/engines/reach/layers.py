"""A layer: places drawn on the map, with what is known of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import shapely

from lantu.model import InputError

from .arrays import Flags, Floats, Objects


@dataclass(frozen=True)
class Layer:
    """Features in longitude and latitude (WGS 84).

    Parameters
    ----------
    name:
        The file, as the user named it.
    shapes:
        One shapely geometry a feature: point, line or area.
    columns:
        What is known of each feature, by column.
    sha256:
        Hash of the file's bytes.
    """

    name: str
    shapes: Objects
    columns: Mapping[str, Objects] = field(default_factory=dict)
    sha256: str | None = None

    def __len__(self) -> int:
        return len(self.shapes)

    def only(self, kept: Flags) -> Layer:
        """Give the layer with some of its features."""
        columns = {name: values[kept] for name, values in self.columns.items()}
        return Layer(self.name, self.shapes[kept], columns, self.sha256)

    def meeting(self, where: Mapping[str, tuple[str, ...] | str]) -> Flags:
        """Tell which features have the wanted values (any of a list, ``*`` for any value) in these columns."""
        kept = np.ones(len(self), dtype=bool)
        for name, wanted in where.items():
            accepted = {wanted} if isinstance(wanted, str) else set(wanted)
            given = [value not in (None, "") for value in self.column(name)]
            meets = given if "*" in accepted else [str(value) in accepted for value in self.column(name)]
            kept &= np.array(meets, dtype=bool)
        return kept

    def column(self, name: str) -> Objects:
        """Give a column.

        Raises
        ------
        InputError
            Where the layer has no such column, naming those that it has.
        """
        if name not in self.columns:
            raise InputError(f"{self.name}: no column '{name}'", f"it has {', '.join(sorted(self.columns)) or 'none'}")
        return self.columns[name]

    def numbers(self, name: str) -> Floats:
        """Give a column as numbers; an empty field is not a number.

        Raises
        ------
        InputError
            Where a field holds something else, naming the row.
        """
        values = self.column(name)
        numbers = np.full(len(values), np.nan)
        for row, value in enumerate(values):
            if value is None or value == "":
                continue
            try:
                numbers[row] = float(value)
            except (TypeError, ValueError) as error:
                problem = f"{self.name}: '{value}' in column '{name}', row {row + 1}, is no number"
                raise InputError(problem, "correct it or leave it empty") from error
        return numbers

    def places(self) -> tuple[Floats, Floats]:
        """Give longitude and latitude of each feature: the point itself, or the middle of what is drawn."""
        middles = shapely.centroid(self.shapes)
        return shapely.get_x(middles), shapely.get_y(middles)


def require_unique(name: str, what: str, ids: Objects) -> None:
    """Refuse a layer in which an id stands twice: either would count for the other.

    Raises
    ------
    InputError
        Naming the id.
    """
    seen: set[object] = set()
    for each in ids:
        if each in seen:
            raise InputError(f"{name}: two {what} have the id '{each}'", "give each its own, or drop the twin")
        seen.add(each)
