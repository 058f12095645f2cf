"""A plan folder in, typed configuration, look-ups and expectations out."""

from .folder import PlanFolder, findings, plan_from
from .indicators import indicator_files, read_indicator
from .judgements import append_judgement, read_judgements
from .new import new_folder
from .shape import (
    Days,
    DocumentEntry,
    Expected,
    Ignored,
    IndicatorLookup,
    Lookups,
    MilestoneEntry,
    OfficeEntry,
    PaceLookup,
    Place,
    Plan,
    SiteEntry,
    Theme,
    UnitLookup,
)

__all__ = [
    "Days",
    "DocumentEntry",
    "Expected",
    "Ignored",
    "IndicatorLookup",
    "Lookups",
    "MilestoneEntry",
    "OfficeEntry",
    "PaceLookup",
    "Place",
    "Plan",
    "PlanFolder",
    "SiteEntry",
    "Theme",
    "UnitLookup",
    "append_judgement",
    "findings",
    "indicator_files",
    "new_folder",
    "plan_from",
    "read_indicator",
    "read_judgements",
]
