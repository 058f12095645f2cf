"""SDMX: the figures of every commitment as statistical data, with the structure that describes them.

SDMX-CSV 2.1 and SDMX-JSON 2.1 hold the data, SDMX-ML 3.0 the data structure definition.
"""

from .files import files

__all__ = ["files"]
