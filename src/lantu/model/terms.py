"""The closed lists of words that statements and verdicts are made of (glossary: docs/reference/glossary.md)."""

from __future__ import annotations

from enum import StrEnum


class Comparator(StrEnum):
    """界限词: how a printed number bounds the value it speaks of."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    ALL = "all"


class Basis(StrEnum):
    """口径: what kind of value a number is."""

    LEVEL = "level"
    INCREMENT = "increment"
    CHANGE = "change"
    SHARE = "share"
    RANK = "rank"
    STANDARD = "standard"


class Accumulation(StrEnum):
    """Over what a number adds up."""

    PERIOD = "period"
    YEAR_TO_DATE = "year_to_date"
    CUMULATIVE = "cumulative"
    ANNUAL_AVERAGE = "annual_average"


class Direction(StrEnum):
    """Of a change: which way it goes."""

    UP = "up"
    DOWN = "down"


class Status(StrEnum):
    """Of an observation: how far the thing has come."""

    DONE = "done"
    STARTED = "started"
    EXPECTED = "expected"


class Strength(StrEnum):
    """How firmly a commitment is promised (确保 · no word · 力争)."""

    HARD = "hard"
    PLAIN = "plain"
    SOFT = "soft"


class Stream(StrEnum):
    """Which of the three readings of a document a statement belongs to."""

    QUANTIFIED = "quantified"
    ACTS = "acts"
    CLAIMS = "claims"


class VerdictKind(StrEnum):
    """判定: the result of settling one commitment."""

    UNTESTABLE = "untestable"
    NOT_COMPARABLE = "not_comparable"
    UNDETERMINED = "undetermined"
    CONTESTED = "contested"
    EXCEEDED = "exceeded"
    MET = "met"
    MET_TO_DATE = "met_to_date"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    NOT_STARTED = "not_started"
    NOT_DUE = "not_due"
    NOT_REPORTED = "not_reported"
    PARTLY_MET = "partly_met"
    MISSED = "missed"
    REVERSED = "reversed"
    SILENT = "silent"


SATISFIED = frozenset({VerdictKind.MET, VerdictKind.EXCEEDED, VerdictKind.MET_TO_DATE})
"""The verdicts by which a promise is kept, finally or as things stand."""


class Reviewability(StrEnum):
    """Whether and how a commitment can be checked at all."""

    R0 = "R0"
    R1 = "R1"
    R2 = "R2"
    R3 = "R3"


class Grade(StrEnum):
    """Evidence grade, from none found to measured by us or audited."""

    E0 = "E0"
    E1 = "E1"
    E2 = "E2"
    E3 = "E3"
    E4 = "E4"


class Comparability(StrEnum):
    """How an observation's scope stands to the commitment's."""

    EXACT = "exact"
    SUBSET = "subset"
    SUPERSET = "superset"
    PROXY = "proxy"
    NOT_COMPARABLE = "not_comparable"


class Reason(StrEnum):
    """Why an observation cannot be compared with a commitment."""

    UNIT = "UNIT"
    BASIS = "BASIS"
    POPULATION = "POPULATION"
    TIER = "TIER"
    AREA = "AREA"
    PERIOD = "PERIOD"
    DEFINITION = "DEFINITION"
    DENOMINATOR = "DENOMINATOR"
    DIRECTION = "DIRECTION"
    STATUS = "STATUS"


class Level(StrEnum):
    """How much an issue matters; ``--fail-on`` names the level that makes a command exit with 1."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Role(StrEnum):
    """What a document is to its plan; a work report is both plan and report, its sections decide."""

    PLAN = "plan"
    REPORT = "report"
    RELEASE = "release"
    STATISTICS = "statistics"


class Licence(StrEnum):
    """What may be shown of a document: all of it, or only the quoted clause with its neighbours."""

    OPEN = "open"
    QUOTE = "quote"


class PassageKind(StrEnum):
    """What a passage of a document is; only headings, kickers and bodies carry statements."""

    HEADING = "heading"
    KICKER = "kicker"
    BODY = "body"
    FRONT = "front"
    BYLINE = "byline"
    CAPTION = "caption"
    BOX = "box"
    WEATHER = "weather"
    HOTLINE = "hotline"
    ADVERTISEMENT = "advertisement"
    TABLE = "table"
