"""Reach: who is served, by the plan's own definition, and where the next facility should stand.

A part is loaded when it is first asked for: arrays and geometry take a while, and most plans measure nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .archive import vector_tiles
    from .definition import Definition
    from .from_files import measure_files
    from .measuring import Measurement
    from .raster import can_rasterise, picture_forms, rasterised, write_picture
    from .record import definition_id, measurement_record
    from .scale import Runner, on_dask, on_processes
    from .writing import write_measurement

__all__ = [
    "Definition",
    "Measurement",
    "Runner",
    "can_rasterise",
    "definition_id",
    "measure_files",
    "measurement_record",
    "on_dask",
    "on_processes",
    "picture_forms",
    "rasterised",
    "vector_tiles",
    "write_measurement",
    "write_picture",
]

_PARTS = {
    "archive": ("vector_tiles",),
    "definition": ("Definition",),
    "from_files": ("measure_files",),
    "measuring": ("Measurement",),
    "raster": ("can_rasterise", "picture_forms", "rasterised", "write_picture"),
    "record": ("definition_id", "measurement_record"),
    "scale": ("Runner", "on_dask", "on_processes"),
    "writing": ("write_measurement",),
}
_PART_OF = {name: part for part, names in _PARTS.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _PART_OF:
        raise AttributeError(f"module 'lantu.engines.reach' has no attribute '{name}'")
    return getattr(import_module(f"lantu.engines.reach.{_PART_OF[name]}"), name)
