"""The arrays that the rooms of reach hand one another."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]
Flags = NDArray[np.bool_]
Objects = NDArray[np.object_]
Graph: TypeAlias = Any
"""A scipy CSR matrix: entry (i, j) is the cost of going from node i to node j."""
