"""A proposal: where to build next, asked in a planner's words and answered with the proven gap to the best possible."""

from .asking import Proposal, propose
from .drawing import draw
from .question import Goal, Question
from .records import curve_records, district_records, place_records, plan_records, site_records, summary_record
from .sharing import equity_records
from .town import Sources, Town, read_town
from .writing import write_proposal

__all__ = [
    "Goal",
    "Proposal",
    "Question",
    "Sources",
    "Town",
    "curve_records",
    "district_records",
    "draw",
    "equity_records",
    "place_records",
    "plan_records",
    "propose",
    "read_town",
    "site_records",
    "summary_record",
    "write_proposal",
]
