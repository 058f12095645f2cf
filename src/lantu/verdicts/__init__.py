"""Commitments and observations in, verdicts with their working out; no clock, no document, no network.

`settle` is the whole; `load_pack` and `light` serve the thresholds and lamps of a policy pack;
`told_once` joins what one document tells twice; `answered_by_list` lets a list reported done as a whole answer
for its items.
"""

from .lists import answered_by_list
from .packs import DEFAULT_PACK, Lamp, Pack, light, load_pack
from .repetition import told_once
from .settling import settle

__all__ = ["DEFAULT_PACK", "Lamp", "Pack", "answered_by_list", "light", "load_pack", "settle", "told_once"]
