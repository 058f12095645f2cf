"""Places per head within reach: two-step floating catchment areas and their enhanced forms.

First each facility's capacity is shared among all whom it can serve; then each place adds up the shares of
the facilities that it can reach.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .arrays import Floats

Decay = Callable[[Floats], Floats]
"""Cost of the way to a weight 0..1."""


def within(limit: float) -> Decay:
    """Count everything within the limit alike (Luo and Wang 2003)."""
    return lambda cost: (cost <= limit).astype(np.float64)


def stepped(weights: dict[float, float]) -> Decay:
    """Count by zones: for each upper end of a zone its weight (Luo and Qi 2009)."""
    ends = np.array(sorted(weights))
    values = np.append([weights[end] for end in ends], 0.0)
    return lambda cost: values[np.searchsorted(ends, cost)]


def gaussian(limit: float) -> Decay:
    """Let the weight fall as a bell to 0 at the limit (Dai 2010)."""
    edge = np.exp(-0.5)

    def weigh(cost: Floats) -> Floats:
        near = (np.exp(-0.5 * (cost / limit) ** 2) - edge) / (1.0 - edge)
        return np.where(cost <= limit, near, 0.0)

    return weigh


def floating_catchment(costs: Any, capacity: Floats, demand: Floats, decay: Decay) -> Floats:
    """Give for each place the capacity per head within its reach (2SFCA; enhanced by ``decay``).

    Parameters
    ----------
    costs:
        Sparse, facilities x places, as ``catchments`` gives it: an entry is the cost of the way, 0 included.
    capacity:
        Seats, beds or hours of each facility.
    demand:
        Weight of each place.
    decay:
        What a way of some cost counts.
    """
    weight = _weighed(costs, decay)
    crowd = weight @ demand
    offered = np.divide(capacity, crowd, out=np.zeros(len(capacity)), where=crowd > 0)
    shares: Floats = weight.T @ offered
    return shares


def three_step(costs: Any, capacity: Floats, demand: Floats, decay: Decay) -> Floats:
    """Give the capacity per head where people choose between facilities by their weight (3SFCA, Wan et al. 2012)."""
    weight = _weighed(costs, decay)
    options = np.asarray(weight.sum(axis=0)).ravel()
    choice = weight.multiply(np.divide(1.0, options, out=np.zeros(len(options)), where=options > 0)[None, :]).tocsr()
    chosen = choice.multiply(weight).tocsr()
    crowd = chosen @ demand
    offered = np.divide(capacity, crowd, out=np.zeros(len(capacity)), where=crowd > 0)
    shares: Floats = chosen.T @ offered
    return shares


def modified(costs: Any, capacity: Floats, demand: Floats, decay: Decay) -> Floats:
    """Count the way a second time, so that far capacity is worth less even without rivals (M2SFCA, Delamater 2013)."""
    weight = _weighed(costs, decay)
    crowd = weight @ demand
    offered = np.divide(capacity, crowd, out=np.zeros(len(capacity)), where=crowd > 0)
    shares: Floats = weight.multiply(weight).T.tocsr() @ offered
    return shares


def _weighed(costs: Any, decay: Decay) -> Any:
    weight = costs.tocsr().copy()
    weight.data = decay(weight.data)
    return weight
