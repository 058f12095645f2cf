"""One plan, end to end: read, settle, build, fetch. A part is loaded when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .building import Built, build
    from .chains import Link, YearlyReport, follow
    from .counting import Count, counts, uncounted
    from .fetching import Fetched, fetch
    from .measuring import Measured, measure_definition, measure_folder, measure_plan
    from .reading import ReadDocument, Track, read_document, read_files
    from .replaying import Replayed, replay_ledger
    from .settling import Settlement, settle_files, settle_plan
    from .showing import ShownPage, show

__all__ = [
    "Built",
    "Count",
    "Fetched",
    "Link",
    "Measured",
    "ReadDocument",
    "Replayed",
    "Settlement",
    "ShownPage",
    "Track",
    "YearlyReport",
    "build",
    "counts",
    "fetch",
    "follow",
    "measure_definition",
    "measure_folder",
    "measure_plan",
    "read_document",
    "read_files",
    "replay_ledger",
    "settle_files",
    "settle_plan",
    "show",
    "uncounted",
]

_PARTS = {
    "building": ("Built", "build"),
    "chains": ("Link", "YearlyReport", "follow"),
    "counting": ("Count", "counts", "uncounted"),
    "fetching": ("Fetched", "fetch"),
    "measuring": ("Measured", "measure_definition", "measure_folder", "measure_plan"),
    "reading": ("ReadDocument", "Track", "read_document", "read_files"),
    "replaying": ("Replayed", "replay_ledger"),
    "showing": ("ShownPage", "show"),
    "settling": ("Settlement", "settle_files", "settle_plan"),
}
_PART_OF = {name: part for part, names in _PARTS.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _PART_OF:
        raise AttributeError(f"module 'lantu.pipeline' has no attribute '{name}'")
    return getattr(import_module(f"lantu.pipeline.{_PART_OF[name]}"), name)
