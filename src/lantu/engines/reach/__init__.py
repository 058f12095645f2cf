"""Reach: who is served, by the plan's own definition, and where the next facility should stand."""

from .definition import Definition
from .from_files import measure_files
from .measuring import Measurement
from .record import definition_id, measurement_record

__all__ = ["Definition", "Measurement", "definition_id", "measure_files", "measurement_record"]
