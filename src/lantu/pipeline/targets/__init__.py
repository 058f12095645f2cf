"""The growth targets of a corpus of work reports: one row a report, with quote, place code and rule, or the reason."""

from __future__ import annotations

from .choice import Choice, choose
from .codes import place_code
from .corpus import Corpus, Target, read_targets
from .coverage import Coverage
from .indicators import Indicator, named_indicator
from .table import COLUMNS, codebook, target_record, write_targets

__all__ = [
    "COLUMNS",
    "Choice",
    "Corpus",
    "Coverage",
    "Indicator",
    "Target",
    "choose",
    "codebook",
    "named_indicator",
    "place_code",
    "read_targets",
    "target_record",
    "write_targets",
]
