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
Coordinates = Literal["wgs84", "gcj02", "bd09"]
Where = dict[str, tuple[str, ...] | str]
SLOW = 3.6
"""km/h, 1.0 m/s: what signals are timed for where slow walkers cross (RiLSA 2015, section 2.6)."""


class Label(Struct, frozen=True, forbid_unknown_fields=True):
    """A name in both languages."""

    zh: Text
    en: Text


_PEOPLE, _PLACES = Label("人口", "people"), Label("地点", "places")


class DistrictRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A map of districts: its file, which of its areas are meant, and the column with their names."""

    layer: Text
    where: Where = {}
    coordinates: Coordinates | None = None
    name: Text = "name"


class DemandRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who is to be served.

    Parameters
    ----------
    layer:
        File with population cells, buildings or residents.
    where:
        Columns and the values (any of a list, ``*`` for any value) of the places that count.
    coordinates:
        ``gcj02`` or ``bd09`` for a layer from a Chinese map service; noticed by itself in most cases.
    weight:
        Column that says how many people (or square metres of floor) each place counts for; 1 where None.
    id, group:
        Columns with the place's own id and the district it belongs to.
    districts:
        A map of districts, where no column names them.
    segments:
        Columns that count parts of the weight: age or income groups.
    names:
        What readers call a segment or a district, by its column or its value in the layer: ``over_60``.
    spread:
        Whether a cell's people stand at its centroid or evenly over the cell.
    side:
        Metres across a cell of which the layer gives only the centroid.
    """

    layer: Text
    where: Where = {}
    coordinates: Coordinates | None = None
    weight: Text | None = None
    id: Text | None = None
    group: Text | None = None
    districts: DistrictRule | None = None
    segments: tuple[Text, ...] = ()
    names: dict[Text, Label] = {}
    spread: Spread = "centroid"
    side: Positive | None = None

    def __post_init__(self) -> None:
        if self.group is not None and self.districts is not None:
            raise ValueError("districts from a column and from a map: give 'group' or 'districts', one of the two")

    def called(self, name: str) -> Label:
        """Give what readers call a segment or a district: its own name where the rule has no other."""
        return self.names.get(name, Label(name, name))


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
    at_least:
        Columns and the least number that a facility must have in them.
    size, open:
        Further conditions.
    id, capacity:
        Columns with the facility's own id and with its seats or slots.
    """

    layer: Text
    where: Where = {}
    at_least: dict[str, float] = {}
    coordinates: Coordinates | None = None
    size: SizeRule | None = None
    open: OpenRule | None = None
    id: Text | None = None
    capacity: Text | None = None


class SitingRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where more facilities could stand, and how many may be built: the best are proposed beside the measured value.

    Parameters
    ----------
    layer:
        File with the candidates.
    where:
        Columns and the values (any of a list, ``*`` for any value) that a candidate must have.
    id:
        Column with the candidate's own id.
    k:
        How many may be built.
    """

    layer: Text
    k: Annotated[int, Meta(ge=1, le=50, description="1 to 50")]
    where: Where = {}
    coordinates: Coordinates | None = None
    id: Text | None = None


class NetworkRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """On what people move, and how."""

    layer: Text
    mode: Text = "walk"
    coordinates: Coordinates | None = None


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
    """Another usual reading of the same promise: what it does differently.

    ``any_size`` and ``any_hour`` drop the condition that the definition sets.
    """

    name: Text
    way: Way | None = None
    spread: Spread | None = None
    speed: Positive | None = None
    limit: Limit | None = None
    size: SizeRule | None = None
    open: OpenRule | None = None
    any_size: bool = False
    any_hour: bool = False


class Definition(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One computed indicator, as ``indicators/*.yaml`` of a plan folder writes it.

    Parameters
    ----------
    id, title:
        Its name for programs and for readers.
    serves:
        The commitment's id, or the words of the indicator that it measures.
    siting:
        Where the next facilities could stand; the best of them are proposed.
    speed:
        km/h on level ground; the mode's own where None.
    speeds:
        km/h of single segments, such as people over 65.
    variants:
        Other readings, measured beside this one; where none are given, the usual ones: the other ways of
        measuring, without the condition on size or hours, people over their cells, slow walkers.
    target:
        Per cent that the plan promises to serve.
    weight:
        What is counted, in both languages; where None people, or places where no column weighs them.
    attribution:
        Whose data it is, shown beside every picture.
    """

    id: Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9-]*$", description="a short name of a-z, 0-9 and -")]
    title: Label
    demand: DemandRule
    facilities: FacilityRule
    limit: Limit
    engine: Literal["reach"] = "reach"
    serves: Text | None = None
    network: NetworkRule | None = None
    siting: SitingRule | None = None
    way: Way = "legs"
    speed: Positive | None = None
    speeds: dict[str, Positive] = {}
    variants: tuple[Variant, ...] = ()
    target: Annotated[float, Meta(ge=0, le=100, description="per cent, 0 to 100")] | None = None
    weight: Label | None = None
    attribution: Text | None = None

    @property
    def counted(self) -> Label:
        """What is counted: in the definition's own words, else people, or places where each counts once."""
        return self.weight or (_PLACES if self.demand.weight is None else _PEOPLE)

    def readings(self) -> tuple[tuple[str, Definition], ...]:
        """Give this definition (named ``as defined``) and its other readings, each under its name."""
        others = self.variants or self._usual()
        return (("as defined", self), *((other.name, self._varied(other)) for other in others))

    def _usual(self) -> tuple[Variant, ...]:
        ways: tuple[Way, ...] = ("straight",) if self.network is None else ("straight", "network", "legs")
        others = [Variant(name=way, way=way) for way in ways if way != self.way]
        if self.demand.side is not None:
            spread: Spread = "centroid" if self.demand.spread == "cell" else "cell"
            others.append(Variant(name=spread, spread=spread))
        if self.facilities.size is not None:
            others.append(Variant(name="any size", any_size=True))
        if self.facilities.open is not None:
            others.append(Variant(name="any hour", any_hour=True))
        walked = self.network is None or self.network.mode == "walk"
        if walked and self.limit.minutes is not None and self.speed != SLOW:
            others.append(Variant(name="slow", speed=SLOW))
        return tuple(others)

    def _varied(self, other: Variant) -> Definition:
        facilities = replace(
            self.facilities,
            size=None if other.any_size else other.size or self.facilities.size,
            open=None if other.any_hour else other.open or self.facilities.open,
        )
        return replace(
            self,
            way=other.way or self.way,
            demand=replace(self.demand, spread=other.spread or self.demand.spread),
            speed=other.speed or self.speed,
            speeds={} if other.speed else self.speeds,
            limit=other.limit or self.limit,
            facilities=facilities,
            variants=(),
        )
