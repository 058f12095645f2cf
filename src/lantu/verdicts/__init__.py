"""Commitments and observations in, verdicts with their working out; no clock, no document, no network.

`settle` is the whole; `load_pack` and `light` serve the thresholds and lamps of a policy pack;
`told_once` joins what one document tells twice; `answered_by_list` lets a list reported done as a whole answer
for its items; `restated` finds the promises of one year among those of the next.
"""

from .lists import answered_by_list
from .packs import DEFAULT_PACK, Lamp, Pack, light, load_pack
from .repetition import told_once
from .restating import Restated, restated
from .scoring import Meaning
from .settling import settle

__all__ = [
    "DEFAULT_PACK",
    "Lamp",
    "Meaning",
    "Pack",
    "Restated",
    "answered_by_list",
    "light",
    "load_pack",
    "restated",
    "settle",
    "told_once",
]
