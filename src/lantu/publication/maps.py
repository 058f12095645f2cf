"""What the scripts of a measured map are given: places as columns, and every word that a reader meets."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import msgspec

from .language import Language, mark

_UNITS = {"minutes": mark("%(figure)s min"), "metres": mark("%(figure)s m")}
_WORDS = {
    "place": mark("Place %(name)s"),
    "square": mark("A square of %(side)s m with %(count)s places"),
    "all": mark("All are served."),
    "some": mark(
        "%(served)s of %(weight)s are served: not the whole place, or not everybody in it, is within the limit."
    ),
    "nobody": mark("None is served."),
    "nearest": mark("To the nearest, %(name)s: %(cost)s."),
    "within": mark("The limit is %(limit)s."),
    "over": mark("That is %(over)s more than the limit of %(limit)s."),
    "no_way": mark("No way leads from here to any of them."),
    "not_within": mark("There is none within the limit of %(limit)s."),
    "crow": mark("As the crow flies all would be within the limit: the ways make the difference."),
    "reading": mark("Definition"),
    "cost": mark("To the nearest"),
    "served": mark("Served"),
    "none": mark("no way"),
    "next": mark("with the next facilities"),
    "scale": mark("%(figure)s km"),
    "last": mark("No other place is left out."),
}


def map_script(record: Mapping[str, Any], language: Language) -> str:
    """Give the script that holds the places of one measured value, and the words of one language."""
    english = language.code == "en"
    data = {
        **{key: record["cells"][key] for key in record["cells"] if key != "readings"},
        **_districts(record, "label_en" if english else "label"),
        "limit": record["limit"],
        "what": record["weight_en" if english else "weight"],
        "unit": language.say(_UNITS[record["cost_unit"]]).replace("%(figure)s", "{figure}"),
        "metres": language.say(_UNITS["metres"]).replace("%(figure)s", "{figure}"),
        "readings": [
            {**cells, "name": told["label_en" if english else "label"], "way": told["way"]}
            for cells, told in zip(record["cells"]["readings"], record["readings"], strict=True)
        ],
        "words": {name: _template(language.say(words)) for name, words in _WORDS.items()},
    }
    named = msgspec.json.encode(record["id"]).decode(), msgspec.json.encode(data).decode()
    return "(window.lantuMaps ??= {{}})[{}] = {};\n".format(*named)


def _districts(record: Mapping[str, Any], label: str) -> dict[str, list[str]]:
    """Give the names of the districts as the readers of a language call them; nothing where there are none."""
    if "district_names" not in record["cells"]:
        return {}
    called = {each["name"]: each.get(label, each["name"]) for each in record["groups"]}
    return {"district_names": [called.get(name, name) for name in record["cells"]["district_names"]]}


def _template(words: str) -> str:
    """Write the named places of a message as the scripts fill them: {name}."""
    return words.replace("%(", "{").replace(")s", "}")


def legend(record: Mapping[str, Any], language: Language) -> list[str]:
    """Give the words of the map's classes, near to far."""
    unit, ends = _UNITS[record["cost_unit"]], [f"{step:g}" for step in record["cells"]["steps"]]
    first = language.fill(mark("up to %(figure)s"), figure=language.fill(unit, figure=ends[0]))
    between = [language.fill(unit, figure=f"{low}–{high}") for low, high in pairwise(ends)]
    last = language.fill(mark("more than %(figure)s, or no way"), figure=language.fill(unit, figure=ends[-1]))
    served, beyond = mark("served: %(figure)s"), mark("not served: %(figure)s")
    return [
        language.fill(served if number < 2 else beyond, figure=figure)  # the second class ends at the limit
        for number, figure in enumerate([first, *between, last])
    ]
