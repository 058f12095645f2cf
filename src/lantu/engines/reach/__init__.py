"""Reach: who is served, by the plan's own definition, and where the next facility should stand."""

from .definition import Definition
from .from_files import measure_files
from .measuring import Measurement
from .record import definition_id, measurement_record
from .scale import Runner, on_dask, on_processes
from .writing import write_measurement

__all__ = [
    "Definition",
    "Measurement",
    "Runner",
    "definition_id",
    "measure_files",
    "measurement_record",
    "on_dask",
    "on_processes",
    "write_measurement",
]
