"""The data message in SDMX-JSON 2.1: flat observations, with the attributes of a series told once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ..release import Release
from .cube import Series, Words, components, series
from .structure import AGENCY, OF_OBSERVATION, attribute_words, codelists, urn

SCHEMA = "https://json.sdmx.org/2.1/sdmx-json-data-schema.json"
Json = dict[str, Any]


def message(release: Release) -> Json:
    """Give the message."""
    told = list(series(release.book))
    values = {name: _values(name, told, release) for name in (*attribute_words(), *OF_OBSERVATION)}
    return {
        "meta": {
            "schema": SCHEMA,
            "id": release.name,
            "test": False,
            "prepared": f"{release.book.on}T00:00:00Z",
            "contentLanguages": ["zh", "en"],
            "sender": {"id": AGENCY},
        },
        "data": {"structures": [_structure(release, values)], "dataSets": [_data(told, values)]},
    }


def _values(name: str, told: Sequence[Series], release: Release) -> list[str]:
    """Give the distinct values of an attribute, in a fixed order; missing ones are none of them."""
    if name == "OBS_STATUS":
        return list(components()["statuses"])
    if name == "UNIT":
        return sorted({value.unit for each in told for value in each.values if value.unit})
    if name in components()["coded"]:
        return list(codelists(release)["CL_VERDICT"])
    return sorted({each.attributes[name] for each in told if each.attributes[name]})


def _structure(release: Release, values: Mapping[str, Sequence[str]]) -> Json:
    lists = codelists(release)
    coded = {"REF_AREA": lists["CL_AREA"], "COMMITMENT": lists["CL_COMMITMENT"], "VALUE_TYPE": lists["CL_VALUE_TYPE"]}
    return {
        "dataSets": [0],
        "links": [{"urn": urn("datastructure.DataStructure", "DSD_LANTU"), "rel": "datastructure"}],
        "dimensions": {
            "observation": [
                _dimension(place, name, words, coded.get(name), release.book.on)
                for place, (name, words) in enumerate(components()["dimensions"].items())
            ]
        },
        "measures": {
            "observation": [
                {"id": name, **_names(words), "format": {"dataType": "Decimal"}}
                for name, words in components()["measure"].items()
            ]
        },
        "attributes": {
            "dimensionGroup": [
                _attribute(name, words, values[name], lists, {"dimensions": ["REF_AREA", "COMMITMENT"]})
                for name, words in attribute_words().items()
            ],
            "observation": [
                _attribute(name, words, values[name], lists, {"observation": {}})
                for name, words in OF_OBSERVATION.items()
            ],
        },
    }


def _dimension(place: int, name: str, words: Mapping[str, str], codes: Words | None, on: str) -> Json:
    values = [{"value": on}] if codes is None else [{"id": code, **_names(told)} for code, told in codes.items()]
    return {"id": name, **_names(words), "keyPosition": place, "values": values}


def _attribute(
    name: str, words: Mapping[str, str], values: Sequence[str], lists: Mapping[str, Words], to: Json
) -> Json:
    codes = lists["CL_VERDICT"] if name in components()["coded"] else {}
    codes = lists["CL_OBS_STATUS"] if name == "OBS_STATUS" else codes
    told = [{"id": value, **_names(codes[value])} if value in codes else {"value": value} for value in values]
    return {"id": name, **_names(words), "relationship": to, **({"values": told} if told else {})}


def _names(words: Mapping[str, str]) -> Json:
    return {"name": words["zh"], "names": dict(words)}


def _data(told: Sequence[Series], values: Mapping[str, Sequence[str]]) -> Json:
    index = {name: {value: at for at, value in enumerate(known)} for name, known in values.items()}
    kinds = {kind: at for at, kind in enumerate(components()["values"])}
    return {
        "structure": 0,
        "action": "Information",
        "links": [{"urn": urn("datastructure.Dataflow", "DF_LANTU"), "rel": "dataflow"}],
        "dimensionGroupAttributes": {
            f"0:{at}::": [index[name].get(each.attributes[name]) for name in attribute_words()]
            for at, each in enumerate(told)
        },
        "observations": {
            f"0:{at}:{kinds[value.kind]}:0": [
                _number(value.value),
                index["OBS_STATUS"][value.status],
                index["UNIT"].get(value.unit),
            ]
            for at, each in enumerate(told)
            for value in each.values
        },
    }


def _number(text: str | None) -> int | float | None:
    """Give a JSON number; None where the value is missing."""
    if text is None:
        return None
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else float(number)
