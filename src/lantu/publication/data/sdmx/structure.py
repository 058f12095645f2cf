"""The data structure definition in SDMX-ML 3.0: codes, concepts, the structure, and the dataflow that uses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from ... import wording
from ...language import languages
from ...press import printable
from ..release import Release
from ..tables import tables
from .cube import Words, area, components

AGENCY, VERSION = "LANTU", "1.0.0"
_BASE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
_MES, _STR, _COM = (f"{{{_BASE}{name}}}" for name in ("message", "structure", "common"))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SERIES = ("REF_AREA", "COMMITMENT")
_CODED = {
    "REF_AREA": "CL_AREA",
    "COMMITMENT": "CL_COMMITMENT",
    "VALUE_TYPE": "CL_VALUE_TYPE",
    "OBS_STATUS": "CL_OBS_STATUS",
    "VERDICT": "CL_VERDICT",
    "COMPUTED": "CL_VERDICT",
}
OF_OBSERVATION: Words = {
    "OBS_STATUS": {"en": "Whether the value is there", "zh": "数值状态"},
    "UNIT": {"en": "Unit of the value; 1 for a share", "zh": "单位（比率为1）"},
}
"""The attributes of single observations."""

Node = Any
"""An element of lxml, which carries no types."""


def urn(kind: str, name: str) -> str:
    """Give the URN of one of our artefacts (``datastructure.Dataflow``, ``codelist.Codelist`` …)."""
    return f"urn:sdmx:org.sdmx.infomodel.{kind}={AGENCY}:{name}({VERSION})"


def attribute_words() -> Words:
    """Give what every attribute of a series says, by its name."""
    columns = {f"{table.name}.{column.name}": column for table in tables() for column in table.columns}
    told = {name: columns[where] for name, where in components()["attributes"].items()}
    return {name: {"en": column.en, "zh": column.zh} for name, column in told.items()}


def codelists(release: Release) -> Mapping[str, Words]:
    """Give the lists of codes with their names in both languages."""
    plan, chinese = release.book.plan, languages()[0]
    place = plan.get("place") or area(release)
    return {
        "CL_AREA": {area(release): {"en": plan.get("place_en") or place, "zh": place}},
        "CL_COMMITMENT": {entry.id: {"zh": entry.commitment["indicator"]} for entry in release.book.entries},
        "CL_OBS_STATUS": components()["statuses"],
        "CL_VALUE_TYPE": components()["values"],
        "CL_VERDICT": {
            kind: {"en": word.label, "zh": chinese.say(word.label)} for kind, word in wording.VERDICTS.items()
        },
    }


def structure_bytes(release: Release) -> bytes:
    """Write the structure message."""
    names = {"mes": f"{_BASE}message", "str": f"{_BASE}structure", "com": f"{_BASE}common"}
    root = etree.Element(f"{_MES}Structure", nsmap=names)
    _header(root, release)
    structures = etree.SubElement(root, f"{_MES}Structures")
    lists = etree.SubElement(structures, f"{_STR}Codelists")
    for name, codes in codelists(release).items():
        _items(lists, ("Codelist", name), ("Code", codes))
    concepts = etree.SubElement(structures, f"{_STR}ConceptSchemes")
    _items(concepts, ("ConceptScheme", "CS_LANTU"), ("Concept", _concepts()))
    flows = etree.SubElement(structures, f"{_STR}Dataflows")
    flow = _artefact(flows, "Dataflow", "DF_LANTU", release)
    etree.SubElement(flow, f"{_STR}Structure").text = urn("datastructure.DataStructure", "DSD_LANTU")
    definitions = etree.SubElement(structures, f"{_STR}DataStructures")
    _components(_artefact(definitions, "DataStructure", "DSD_LANTU", release))
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _header(root: Node, release: Release) -> None:
    header = etree.SubElement(root, f"{_MES}Header")
    etree.SubElement(header, f"{_MES}ID").text = release.name
    etree.SubElement(header, f"{_MES}Test").text = "false"
    etree.SubElement(header, f"{_MES}Prepared").text = f"{release.book.on}T00:00:00Z"
    etree.SubElement(header, f"{_MES}Sender", id=AGENCY)


def _concepts() -> Words:
    told = components()
    return {**told["dimensions"], **told["measure"], **OF_OBSERVATION, **attribute_words()}


def _items(parent: Node, scheme: tuple[str, str], items: tuple[str, Words]) -> None:
    node = _maintained(parent, *scheme)
    _named(node, {"en": scheme[1]})
    for name, words in items[1].items():
        _named(etree.SubElement(node, f"{_STR}{items[0]}", id=name), words)


def _artefact(parent: Node, kind: str, name: str, release: Release) -> Node:
    node = _maintained(parent, kind, name)
    _named(node, {"en": release.title_en or release.title, "zh": release.title})
    return node


def _maintained(parent: Node, kind: str, name: str) -> Node:
    return etree.SubElement(parent, f"{_STR}{kind}", id=name, agencyID=AGENCY, version=VERSION)


def _named(node: Node, words: Mapping[str, str]) -> None:
    for code, text in words.items():
        etree.SubElement(node, f"{_COM}Name", {_LANG: code}).text = printable(text)


def _components(definition: Node) -> None:
    parts = etree.SubElement(definition, f"{_STR}DataStructureComponents")
    dimensions = etree.SubElement(parts, f"{_STR}DimensionList", id="DimensionDescriptor")
    for position, name in enumerate(components()["dimensions"], start=1):
        time = name == "TIME_PERIOD"
        node = etree.SubElement(dimensions, f"{_STR}{'TimeDimension' if time else 'Dimension'}", id=name)
        if not time:
            node.set("position", str(position))
        _represented(node, name, "ObservationalTimePeriod" if time else "String")
    attributes = etree.SubElement(parts, f"{_STR}AttributeList", id="AttributeDescriptor")
    for name in (*OF_OBSERVATION, *attribute_words()):
        node = etree.SubElement(attributes, f"{_STR}Attribute", id=name, usage="optional")
        _represented(node, name, "String")
        _related(node, () if name in OF_OBSERVATION else _SERIES)
    measures = etree.SubElement(parts, f"{_STR}MeasureList", id="MeasureDescriptor")
    _represented(etree.SubElement(measures, f"{_STR}Measure", id="OBS_VALUE", usage="optional"), "OBS_VALUE", "Decimal")


def _represented(node: Node, name: str, kind: str) -> None:
    concept = f"{urn('conceptscheme.Concept', 'CS_LANTU')}.{name}"
    etree.SubElement(node, f"{_STR}ConceptIdentity").text = concept
    local = etree.SubElement(node, f"{_STR}LocalRepresentation")
    if name in _CODED:
        etree.SubElement(local, f"{_STR}Enumeration").text = urn("codelist.Codelist", _CODED[name])
    else:
        etree.SubElement(local, f"{_STR}TextFormat", textType=kind)


def _related(node: Node, dimensions: Iterable[str]) -> None:
    relation = etree.SubElement(node, f"{_STR}AttributeRelationship")
    for dimension in dimensions:
        etree.SubElement(relation, f"{_STR}Dimension").text = dimension
    if not len(relation):
        etree.SubElement(relation, f"{_STR}Observation")
