"""The words of the system: frozen, self-checking values; standard library only."""

from .errors import InputError
from .issue import Issue
from .judgement import Decision, Judgement
from .office import Office
from .passage import Passage
from .period import Period
from .quantity import Interval, Quantity, plain
from .source import Source
from .span import Span, document_id
from .statement import Claim, Commitment, Observation, Statement
from .terms import (
    SATISFIED,
    Accumulation,
    Basis,
    Comparability,
    Comparator,
    Direction,
    Grade,
    Level,
    Licence,
    PassageKind,
    Reason,
    Reviewability,
    Role,
    Status,
    Stream,
    Strength,
    VerdictKind,
)
from .verdict import Evidence, Line, Proof, Verdict

__all__ = [
    "SATISFIED",
    "Accumulation",
    "Basis",
    "Claim",
    "Commitment",
    "Comparability",
    "Comparator",
    "Decision",
    "Direction",
    "Evidence",
    "Grade",
    "InputError",
    "Interval",
    "Issue",
    "Judgement",
    "Level",
    "Licence",
    "Line",
    "Observation",
    "Office",
    "Passage",
    "PassageKind",
    "Period",
    "Proof",
    "Quantity",
    "Reason",
    "Reviewability",
    "Role",
    "Source",
    "Span",
    "Statement",
    "Status",
    "Stream",
    "Strength",
    "Verdict",
    "VerdictKind",
    "document_id",
    "plain",
]
