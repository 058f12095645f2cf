"""One city or a whole country: reach within a limit, tile by tile, on one machine or many, with the same result."""

from .running import Runner, on_dask, on_processes, one_by_one
from .tiles import Tile, nearest_by_tile, partition

__all__ = ["Runner", "Tile", "nearest_by_tile", "on_dask", "on_processes", "one_by_one", "partition"]
