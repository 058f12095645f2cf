"""Streets and paths as a graph: read, checked, joined to the places that matter."""

from .attach import Attached, attach
from .graph import Network, network_from_edges
from .modes import Mode, load_mode

__all__ = ["Attached", "Mode", "Network", "attach", "load_mode", "network_from_edges"]
