"""A computed indicator as data: what counts as served, word for word, with the usual other readings beside it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

Text = Annotated[str, Meta(min_length=1)]
Positive = Annotated[float, Meta(gt=0)]
Way = Literal["straight", "network", "legs"]
"""As the crow flies; along the network from where a leg meets it; along the network with the legs."""
Spread = Literal["centroid", "cell"]


class Label(Struct, frozen=True, forbid_unknown_fields=True):
    """A name in both languages."""

    zh: Text
    en: Text


class DemandRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who is to be served.

    Parameters
    ----------
    layer:
        File with population cells, buildings or residents.
    weight:
        Column that says how many people (or square metres of floor) each place counts for; 1 where None.
    id, group:
        Columns with the place's own id and the district it belongs to.
    segments:
        Columns that count parts of the weight: age or income groups.
    spread:
        Whether a cell's people stand at its centroid or evenly over the cell.
    side:
        Metres across a cell of which the layer gives only the centroid.
    """

    layer: Text
    weight: Text | None = None
    id: Text | None = None
    group: Text | None = None
    segments: tuple[Text, ...] = ()
    spread: Spread = "centroid"
    side: Positive | None = None


class SizeRule(Struct, frozen=True, forbid_unknown_fields=True):
    """The least size of a facility in square metres: of its drawn area, or of a column."""

    at_least: Positive
    column: Text | None = None


class OpenRule(Struct, frozen=True, forbid_unknown_fields=True):
    """Only facilities open at a moment of the week, such as ``Tu 10:00``; those without hours count."""

    at: Annotated[str, Meta(pattern="^(Mo|Tu|We|Th|Fr|Sa|Su) [0-2][0-9]:[0-5][0-9]$", description="such as 'Tu 10:00'")]
    column: Text = "opening_hours"


class FacilityRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What serves.

    Parameters
    ----------
    layer:
        File with the facilities.
    where:
        Columns and the values (any of a list, ``*`` for any value) that a facility must have.
    size, open:
        Further conditions.
    id, capacity:
        Columns with the facility's own id and with its seats or slots.
    """

    layer: Text
    where: dict[str, tuple[str, ...] | str] = {}
    size: SizeRule | None = None
    open: OpenRule | None = None
    id: Text | None = None
    capacity: Text | None = None


class NetworkRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """On what people move, and how."""

    layer: Text
    mode: Text = "walk"


class Limit(Struct, frozen=True, forbid_unknown_fields=True):
    """How far is near enough: ``minutes`` or ``metres``, one of the two.

    Raises
    ------
    ValueError
        Where both or neither are given.
    """

    minutes: Positive | None = None
    metres: Positive | None = None

    def __post_init__(self) -> None:
        if (self.minutes is None) is (self.metres is None):
            raise ValueError("a limit is in minutes or in metres: give one of the two")


class Variant(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Another usual reading of the same promise: what it does differently."""

    name: Text
    way: Way | None = None
    spread: Spread | None = None
    speed: Positive | None = None
    limit: Limit | None = None
    size: SizeRule | None = None


class Definition(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One computed indicator, as ``indicators/*.yaml`` of a plan folder writes it.

    Parameters
    ----------
    id, title:
        Its name for programs and for readers.
    serves:
        The commitment's id, or the words of the indicator that it measures.
    speed:
        km/h on level ground; the mode's own where None.
    speeds:
        km/h of single segments, such as people over 65.
    variants:
        Other readings, measured beside this one; where none are given, the three ways of measuring.
    """

    id: Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9-]*$", description="a short name of a-z, 0-9 and -")]
    title: Label
    demand: DemandRule
    facilities: FacilityRule
    limit: Limit
    engine: Literal["reach"] = "reach"
    serves: Text | None = None
    network: NetworkRule | None = None
    way: Way = "legs"
    speed: Positive | None = None
    speeds: dict[str, Positive] = {}
    variants: tuple[Variant, ...] = ()

    def readings(self) -> tuple[tuple[str, Definition], ...]:
        """Give this definition (named ``as defined``) and its other readings, each under its name."""
        others = self.variants or self._usual()
        return (("as defined", self), *((other.name, self._varied(other)) for other in others))

    def _usual(self) -> tuple[Variant, ...]:
        ways: tuple[Way, ...] = ("straight",) if self.network is None else ("straight", "network", "legs")
        return tuple(Variant(name=way, way=way) for way in ways if way != self.way)

    def _varied(self, other: Variant) -> Definition:
        return replace(
            self,
            way=other.way or self.way,
            demand=replace(self.demand, spread=other.spread or self.demand.spread),
            speed=other.speed or self.speed,
            speeds={} if other.speed else self.speeds,
            limit=other.limit or self.limit,
            facilities=replace(self.facilities, size=other.size or self.facilities.size),
            variants=(),
        )
