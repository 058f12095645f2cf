"""Read the files of J. E. Beasley's OR-Library as they lie in the shared folder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from scipy.sparse.csgraph import floyd_warshall


def published(folder: Path, name: str) -> dict[str, float]:
    lines = (folder / name).read_text().splitlines()
    return {line.split()[0]: float(line.split()[1]) for line in lines if line.startswith("pmed")}


def p_median_file(folder: Path, name: str) -> tuple[np.ndarray, int]:
    """Shortest ways between all vertices (a later edge between two vertices replaces an earlier one), and k."""
    numbers = np.array((folder / f"{name}.txt").read_text().split(), dtype=int)
    vertices, edges, k = numbers[:3]
    length = np.full((vertices, vertices), np.inf)
    for one, other, cost in numbers[3 : 3 + 3 * edges].reshape(-1, 3):
        length[one - 1, other - 1] = length[other - 1, one - 1] = cost
    np.fill_diagonal(length, 0.0)
    return floyd_warshall(length), int(k)


def capacitated_file(folder: Path, number: int) -> tuple[np.ndarray, np.ndarray, float, int, float]:
    """Distances rounded down, demand, capacity, k, and the published optimum."""
    words = (folder / f"pmedcap1_{number}.txt").read_text().split()
    vertices, k, capacity = (int(word) for word in words[2:5])
    table = np.array(words[5 : 5 + 4 * vertices], dtype=float).reshape(vertices, 4)
    distances = np.floor(np.hypot(*(table[:, None, axis] - table[None, :, axis] for axis in (1, 2))))
    return distances, table[:, 3], float(capacity), k, float(words[1])
