"""Commitments and observations in, verdicts with their working out; no clock, no document, no network.

`settle` is the whole; `load_pack` and `light` serve the thresholds and lamps of a policy pack;
`told_once` joins what one document tells twice; `replay` computes a verdict again from its proof alone;
`restated` finds the promises of one year among those of the next.
"""

from .pace import Milestone
from .packs import DEFAULT_PACK, Lamp, Pack, light, load_pack
from .repetition import told_once
from .replay import Replay, replay
from .restating import Restated, restated
from .scoring import Meaning
from .settling import settle

__all__ = [
    "DEFAULT_PACK",
    "Lamp",
    "Meaning",
    "Milestone",
    "Pack",
    "Replay",
    "Restated",
    "light",
    "load_pack",
    "replay",
    "restated",
    "settle",
    "told_once",
]
