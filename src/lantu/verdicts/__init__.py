"""Commitments and observations in, verdicts with their working out; no clock, no document, no network.

`settle` is the whole; `load_pack` and `light` serve the thresholds and lamps of a policy pack;
`told_once` joins what one document tells twice.
"""

from .packs import DEFAULT_PACK, Lamp, Pack, light, load_pack
from .repetition import told_once
from .settling import settle

__all__ = ["DEFAULT_PACK", "Lamp", "Pack", "light", "load_pack", "settle", "told_once"]
