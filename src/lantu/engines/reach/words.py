"""A definition in words, Chinese and English: what a reader must know to repeat the figure."""

from __future__ import annotations

from .definition import Definition, Label
from .measuring import speed_of

_WAYS = {
    "straight": Label("直线距离", "as the crow flies"),
    "network": Label("沿路网（不计从住处到路网的一段）", "along the network, without the legs to it"),
    "legs": Label("沿路网（计入从住处到路网的一段）", "along the network, with the legs from doors to it"),
}
_MODES = {"walk": Label("步行", "walking"), "cycle": Label("骑行", "cycling"), "drive": Label("驾车", "driving")}
_DAYS = {
    "Mo": Label("周一", "Monday"),
    "Tu": Label("周二", "Tuesday"),
    "We": Label("周三", "Wednesday"),
    "Th": Label("周四", "Thursday"),
    "Fr": Label("周五", "Friday"),
    "Sa": Label("周六", "Saturday"),
    "Su": Label("周日", "Sunday"),
}
_NAMES = {
    "as defined": Label("按本定义", "as defined"),
    "straight": Label("直线距离", "straight line"),
    "network": Label("沿路网，不计接入段", "network without legs"),
    "legs": Label("沿路网，计入接入段", "network with legs"),
    "cell": Label("人口均匀分布在格内", "people spread over their cells"),
    "centroid": Label("人口位于格中心", "people at the middle of their cells"),
    "any size": Label("不限面积", "facilities of any size"),
    "any hour": Label("不论开放时间", "facilities at any hour"),
    "slow": Label("慢行者（3.6公里/小时）", "slow walkers (3.6 km/h)"),
}


def name_of(reading: str) -> Label:
    """Give the name of a reading in both languages; one that a definition made up itself stays as it is."""
    return _NAMES.get(reading, Label(reading, reading))


def limit_of(definition: Definition) -> Label:
    """Give the limit in words."""
    if definition.limit.metres is not None:
        return Label(f"{definition.limit.metres:g}米", f"{definition.limit.metres:g} m")
    mode = _MODES.get(definition.network.mode if definition.network else "walk", Label("出行", "going"))
    speed, minutes = f"{speed_of(definition):g}", f"{definition.limit.minutes:g}"
    return Label(f"{mode.zh}{minutes}分钟（{speed}公里/小时）", f"{minutes} minutes' {mode.en} at {speed} km/h")


def words_of(definition: Definition) -> Label:
    """Give the whole definition as a few sentences."""
    limit, way = limit_of(definition), _WAYS[definition.way]
    parts = [
        Label(
            f"计入的是到最近一处“{definition.title.zh}”{way.zh}不超过{limit.zh}的{definition.counted.zh}。",
            f"Counted are {definition.counted.en} within {limit.en} of the nearest facility, {way.en}.",
        ),
        *_places(definition),
        *_facilities(definition),
    ]
    for segment, speed in definition.speeds.items():
        named = definition.demand.called(segment)
        parts.append(Label(f"“{named.zh}”按{speed:g}公里/小时计。", f"'{named.en}' move at {speed:g} km/h."))
    return Label("".join(part.zh for part in parts), " ".join(part.en for part in parts))


def _places(definition: Definition) -> list[Label]:
    rule = definition.demand
    if rule.spread == "cell":
        return [Label("人口均匀分布在所在网格内。", "People are spread evenly over their cells.")]
    if rule.side is not None:
        return [Label("人口计在网格中心。", "People are taken to stand at the middle of their cells.")]
    return []


def _facilities(definition: Definition) -> list[Label]:
    rule, parts = definition.facilities, []
    if rule.size is not None:
        least = f"{rule.size.at_least:g}"
        parts.append(Label(f"只计面积不小于{least}平方米的设施。", f"Only facilities of at least {least} m² count."))
    if rule.open is not None:
        day, _, clock = rule.open.at.partition(" ")
        said = f"Only facilities open on {_DAYS[day].en} at {clock} count; those without hours do too."
        parts.append(Label(f"只计{_DAYS[day].zh}{clock}开放的设施，未标时间的计入。", said))
    return parts
