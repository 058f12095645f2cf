"""Files in, layers and networks out: what is wrong with a file is one clear line."""

from .edges import read_network
from .reading import read_layer

__all__ = ["read_layer", "read_network"]
