"""Commitments and observations in, verdicts with their working out; no clock, no document, no network.

`settle` is the whole; `load_pack` and `light` serve the thresholds and lamps of a policy pack.
"""

from .packs import DEFAULT_PACK, Lamp, Pack, light, load_pack
from .settling import settle

__all__ = ["DEFAULT_PACK", "Lamp", "Pack", "light", "load_pack", "settle"]
