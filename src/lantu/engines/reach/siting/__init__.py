"""Where the next sites should stand: exact, or with the proven gap to the best possible.

Rows are demand, columns are candidate sites. Sites that stand already are ``kept``; ``k`` counts the new ones.
Nothing but numpy and scipy is needed.
"""

from .capacitated import capacitated_p_median
from .lscp import lscp
from .mclp import mclp
from .p_center import p_center
from .p_median import p_median
from .plan import UNSERVED, SitingPlan
from .sequence import Solver, Step, best_plans, marginal_curve

__all__ = [
    "UNSERVED",
    "SitingPlan",
    "Solver",
    "Step",
    "best_plans",
    "capacitated_p_median",
    "lscp",
    "marginal_curve",
    "mclp",
    "p_center",
    "p_median",
]
