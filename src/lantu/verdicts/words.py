"""Read an indicator: its qualifiers by family, and the core that says what is counted.

``新增省级以上科技创新平台`` has the tier {province, nation} and the core ``科技创新平台``; verbs, hedges and praise
are left out. Word lists are data: ``qualifiers.yaml``, ``synonyms.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lantu.model import Reason

from .data import read_data


@dataclass(frozen=True, slots=True)
class Family:
    """A family of words that exclude one another, and what it means when a side has none of them."""

    name: str
    reason: Reason
    absent: str
    why_en: str
    why_zh: str
    in_core: bool
    members: Mapping[str, frozenset[str]]
    implied: Mapping[str, str]
    unfinished: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()

    def implied_by(self, text: str) -> frozenset[str]:
        """Give what words outside the family stand for where only the other side has a word of it (新增: built)."""
        return frozenset(member for word, member in self.implied.items() if word in text)

    def whole(self, found: frozenset[str]) -> bool:
        """Tell whether no word, or words for every member, were found: 城乡 is as much as no word."""
        return not found or found == frozenset().union(*self.members.values())


@dataclass(frozen=True, slots=True)
class Wording:
    """An indicator as the gate reads it.

    Parameters
    ----------
    core:
        What is counted, without qualifiers that are compared on their own, verbs, hedges and praise.
    qualifiers:
        Per family the members that the words stand for, and the words themselves.
    weak:
        True where the verb promises work without its completion.
    thresholds:
        Sizes that an indicator names (``10亿元以上项目``).
    denominator:
        What a share is a share of (``占规上工业增加值比重``).
    listed:
        True where one number counts several things (``车间、工厂``).
    generic:
        True where the core counts nothing by itself (项目, 投资).
    inherited:
        Members per family that the clauses before it give to a shortened indicator (新增学位, after 新建幼儿园).
    """

    text: str
    core: str
    qualifiers: Mapping[str, tuple[frozenset[str], tuple[str, ...]]]
    weak: bool
    thresholds: tuple[str, ...] = ()
    denominator: str = ""
    listed: bool = False
    generic: bool = False
    inherited: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    families: tuple[Family, ...]
    qualifier: re.Pattern[str]
    known: frozenset[str]
    synonym: re.Pattern[str]
    canonical: Mapping[str, str]
    light: re.Pattern[str]
    start: re.Pattern[str]
    end: re.Pattern[str]
    weak: re.Pattern[str]
    generic: frozenset[str]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    qualifiers: dict[str, Any] = read_data("qualifiers.yaml")
    words: dict[str, Any] = read_data("synonyms.yaml")
    families = tuple(_family(name, family) for name, family in qualifiers["families"].items())
    accidents = [fold(word) for word in qualifiers["accidents"]]
    canonical = {fold(word): fold(line[0]) for line in words["same"] for word in line}
    verbs = _any_of(qualifiers["verbs"]).pattern
    praise, whole = _any_of(words["praise"]).pattern, _any_of(words["whole"]).pattern
    return _Lexicon(
        families=families,
        qualifier=_any_of([*accidents, *(word for family in families for word in family.members)]),
        known=frozenset(word for family in families for word in family.members),
        synonym=_any_of(canonical),
        canonical=canonical,
        light=_any_of(words["light"]),
        start=re.compile(rf"(?:(?!{whole})(?:\||{verbs}|{praise}|新(?!型|能源|材料|闻)))+"),
        end=re.compile(rf"(?:\||{verbs})+\Z"),
        weak=_any_of(qualifiers["weak_verbs"]),
        generic=frozenset(map(fold, words["generic"])),
    )


def _family(name: str, data: dict[str, Any]) -> Family:
    members = {fold(word): frozenset(stands_for) for word, stands_for in data["words"].items()}
    return Family(
        name=name,
        reason=Reason(data["reason"]),
        absent=data["absent"],
        why_en=data["why"]["en"],
        why_zh=data["why"]["zh"],
        in_core=data.get("in_core", data["absent"] == "closed"),
        members=members,
        unfinished=frozenset(data.get("unfinished", ())),
        begun=frozenset(data.get("begun", ())),
        implied={fold(word): member for word, member in data.get("implied", {}).items()},
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w))))


def families() -> tuple[Family, ...]:
    """Give the families of qualifiers in the order of the file."""
    return _lexicon().families


_THRESHOLD = re.compile(
    r"(?:(?:不足|超过|超|年|总|单体|计划)?(?:投资|产值|营业收入|收入|主营业务收入|营收|税收)?(?:不足|超过|超)?)"
    r"(?:[0-9]{1,9}(?:\.[0-9]{1,4})?|[一二三五十百千])(?:百|千|万|亿|[^0-9上下内以及]){1,6}(?:级)?(?:及)?(?:以上|以下|以内)(?:的)?"
    r"|(?:百亿|千亿|十亿|亿元|千万元|百亿元|千亿元|十亿元|超亿元|超百亿|超千亿)(?:级|元)?(?:及)?(?:以上)?(?:的)?"
)
_DENOMINATOR = re.compile(r"占([^占比,，、]{2,16}?)(?:的)?(?:比重|比例|比率|之比|比|份额)(?!例|重|率)")
_LIST = re.compile(r"[一-鿿)][、,](?=[一-鿿])|[一-鿿)](?:和(?![谐平田县顺])|及(?!以|时|其)|与(?!会))(?=[一-鿿])")
_PROVINCE = re.compile(
    r"(?<![全我本各外跨该一两三多在出入来])省(?![级内外委府政人市会道直属里运份际域力控考定长区部重示财心优时事])"
)
_COUNTED = re.compile(r"\A[0-9]{1,4}(?:大类|类|项(?!目)|个|家|种|大|件|条)")
_IGNORED = re.compile(r"[\s“”‘’\"'「」『』《》〈〉【】\[\]—–\-·…]+")


def fold(text: str) -> str:
    """Give the text in one width and case, without spaces, quotation marks and dashes."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).upper()


@lru_cache(maxsize=262_144)
def read_wording(indicator: str) -> Wording:
    """Read an indicator as a document words it.

    >>> read_wording("新增省级以上科技创新平台").core
    '科技创新平台'
    """
    lexicon = _lexicon()
    text = lexicon.synonym.sub(lambda match: lexicon.canonical[match[0]], _without_examples(fold(indicator), lexicon))
    text = _PROVINCE.sub("省级", text)
    denominators = _DENOMINATOR.findall(text)
    text = _COUNTED.sub("", _DENOMINATOR.sub("占比", text))
    found: dict[str, tuple[set[str], list[str]]] = {}

    def take(match: re.Match[str]) -> str:
        word, kept = match[0], match[0] not in lexicon.known
        for family in lexicon.families:
            if word in family.members:
                kept = kept or family.in_core
                if family.members[word]:
                    members, spelt = found.setdefault(family.name, (set(), []))
                    members |= family.members[word]
                    spelt.append(word)
        return word if kept else "|"

    thresholds = tuple(_THRESHOLD.findall(text))
    rest = lexicon.qualifier.sub(take, _THRESHOLD.sub("|", text))
    qualifiers = {name: (frozenset(members), tuple(spelt)) for name, (members, spelt) in found.items()}
    core, generic = _core(rest, text, lexicon)
    return Wording(
        text=indicator,
        core=core,
        qualifiers=qualifiers,
        weak=lexicon.weak.search(text) is not None,
        thresholds=thresholds,
        denominator="".join(denominators),
        listed=_LIST.search(rest) is not None,
        generic=generic,
    )


_EXAMPLES = re.compile(
    r"[^,，;；。]{2,60}?[^中高初平同对优相何一二三四甲乙特上下](?:等|等等)(?![级额值同温待候距离量于次分奖功线]|$)"
)


def _without_examples(text: str, lexicon: _Lexicon) -> str:
    """Leave out named examples before what they are examples of: 改造百鸟亭路、苹果山路等道路 counts roads."""
    verb = lexicon.start.match(text)
    begin = 0 if verb is None else verb.end()
    match = _EXAMPLES.match(text, begin)
    if match is None or len(text) - match.end() < 2 or lexicon.qualifier.search(match[0]) is not None:
        return text
    return text[:begin] + text[match.end() :]


_NOISE = re.compile(r"[|,，、;；:：()（）/]+")


def _core(rest: str, text: str, lexicon: _Lexicon) -> tuple[str, bool]:
    """Give what is left when idle words are taken away, and whether nothing was: then a general word stays."""
    core = lexicon.light.sub("|", rest)
    for trim in (lexicon.start.match, lexicon.end.search):
        match = trim(core)
        if match is not None:
            left = core[: match.start()] + core[match.end() :]
            core = left if len(_NOISE.sub("", left)) > 1 else core
    core = _NOISE.sub("", core)
    if core:
        return core, core in lexicon.generic
    return _NOISE.sub("", rest) or _NOISE.sub("", text), True
