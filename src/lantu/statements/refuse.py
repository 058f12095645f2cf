"""Tell which numbers of a sentence state nothing: names, thresholds, sizes, baselines, the structure of a policy."""

from __future__ import annotations

import re
from collections.abc import Callable

from .bare import give_unit
from .lexicon import Words, alternation, word_list
from .phrases import VERBS
from .scan import Found
from .spot import Spot
from .units import DESCRIBING, SPANS, SPELLED

_LIST = word_list("refuse")
_SIZES, _TOTALS, _LINKS = Words(_LIST["sizes"]), Words(_LIST["total_sizes"]), Words(_LIST["links"])
_SETS, _SPANS_OF, _SPENT = Words(_LIST["sets"]), Words(_LIST["spans_of"]), Words(_LIST["spent"])
_FILLERS, _OBJECTS, _REACHED = Words(_LIST["fillers"]), Words(_LIST["objects"]), Words(_LIST["reached"])
_LIMITS, _RANKS, _CLASSES = Words(_LIST["limits"]), Words(_LIST["ranks"]), Words(_LIST["classes"])
_PUBLISHED, _CONCRETE = Words(_LIST["published"]), Words(_LIST["concrete"])
_SPELLED_AFTER, _ONE_AFTER = Words(_LIST["spelled_after"]), Words(_LIST["one_after"])
_SPELLED_MEMBER = re.compile(r"[两三四五六七八九十]{1,3}[个座条所处家][^，。、；0-9]{1,12}、$")
"""The member before of a list in Chinese numerals (新建三个公园、两座广场)."""
_STRUCTURE = Words(word_list("words")["structure"])
_STRUCTURE_UNITS = Words("个 项 条 大 件 类 套 份 种 部 场 轮")
_STRUCTURE_HEAD = re.compile(
    r"的?(?:(?:具体|重大|重点|主要|新|配套|专项|政策|工作|核心|关键|基本|相关|系列|一揽子|改革|涉企|惠企|惠民|稳增长|[“\"][^”\"]{1,14}[”\"])){0,3}"
)
_STRUCTURE_END = Words("， 。 、 ； ： ） ) ” 和 与 及 等 全面 落地 出台 全部 得到 圆满 已 均 顺利 有效 要求 精神 的")
_STRUCTURE_ANY = re.compile(
    r"(?:重点)?(?:方面|领域|环节|大类)|[0-9]{1,4}(?:条|项|个方面|大类|个子)|(?:全国|全省|全区|全球|世界|国内|省内)?第一"
)
_HANDLED = re.compile(rf"(?:{alternation(_LIST['handled'])})[^，。；]{{0,24}}$")
_RUN = re.compile(r"(?:连续|连|蝉联|连冠|保持|持续)[^，,]{0,2}$")
_FROM = re.compile(r"(?:(?<!理)(?<!自)由|(?<!服)从)[^，,；;到至]{0,24}$")
_REACHES = re.compile(
    r"(?:[和与、及][0-9.]{1,8}[^，。；0-9]{0,6}){0,3}[^，,；;。0-9]{0,16}?(?:到|至|为|成)[^，,；;。0-9]{0,8}(?:[0-9]{4}年[底末]?的?)?[0-9一二三四五六七八九]"
    r"|[^，,；;。0-9]{0,10}?(?:跃居|升居|跃升)(?:全国|全省|全市)?第?[0-9一二三四五六七八九]"
    r"|(?:左右|以上)?(?:[和与、及][0-9.]{1,8}[^，。；0-9]{0,6}){0,3}[，,](?:预计|分别|已){0,2}(?:提高|上升|增加|下降|降低|减少|扩大|发展|增长|缩短)(?:到|至|为)"
)
_ON_BASE = re.compile(r"的?基础上")
_OF_PROJECTS = re.compile(r"[^，,。；;]{1,80}等[^，。；、0-9]{0,4}(?:[0-9]{1,4}[个项]|一批)?[^，。；、]{0,10}项目")
"""After a size: that it belongs to one of a list of projects (蓝湾10万吨冷库、东港码头等项目)."""
_COMPARED_WITH = re.compile(r"[比较][^，,；;。]{2,16}的$")
_GREW = re.compile(r"，?(?:增长|提高|增加|下降|减少|翻|高|低|多|少|增)")
_MEASURES = frozenset({"money", "dollars", "voltage", "power", "capacity_electric", "area", "mass", "length", "volume"})
_PLACES = re.compile(r"[^，。、；0-9]{0,4}(?:县|市|区|乡镇|镇|乡|街道|省|部门|城市|地区|流域|州|单位)(?!级)")
_BOUNDARY = re.compile(r"[，,。；;、：]|[和及与]$")
_PLANT = re.compile(rf"[^，、。；0-9]{{0,10}}(?:{alternation(_LIST['plants'])})")
_MEANS = re.compile(
    r"[^，。；0-9]{1,20}?为(?:载体|重点|抓手|依托|支撑|目标|主体|核心|龙头|基础|引领|主(?![导要])|中心|突破口|契机|牵引|主线|骨干|纽带|平台)"
)
_ATTRIBUTES = re.compile(r"、[^，。；]{2,22}的[一-龥]")
# 收入过300亿、200亿和50亿元的企业: every number of such a list bounds the thing after 的.
_LISTED_LIMIT = re.compile(r"(?:[、和与及][0-9.]{1,8}[百千万亿]{0,2}元?){1,5}的")
_LIST_BEFORE = re.compile(r"(?:[0-9.]{1,8}[百千万亿]{0,2}元?[、和与及]){1,5}$")
_OWN_TARGET = re.compile(r"的(?:预[定期]|年度|年初|计划|既定|调控)?[^，。；]{0,4}(?:目标|要求|任务)")
_COMPARED = re.compile(
    r"(?:低于|高于|超过|好于|优于|快于|超)了?(?:全年|年初|预期|省定|市定|计划|原定|[^，。；]{0,8}(?:计划|规划)[^，。；]{0,8})?$"
)
_SHARE_OF = re.compile(r"占[^，。；、]{0,10}$")
_ATTRIBUTE_OK = re.compile(
    r"的(?:[^，。；]{0,4}目标|任务|预期|速度|增长|增速|水平|幅度|成绩|好成绩|要求|比例|标准|底线|以上|历史)"
)
_GRADES = frozenset(_LIST["grades"].split())
_ORDINALS = re.compile(r"、[一二三四五六](?:产业|、|期|批|轮|次)")
_FIRSTS = re.compile(r"[0-9一二三四五六七八九十两多几][个项](?:全国|全省|全区|全球|世界|国内|省内|全疆|行业|“)$")
_RANK_LIST = re.compile(r"第[0-9一二三四五六七八九十]{1,3}[位名]?[、和与及]$")
_RANK_CLOSED = re.compile(r"[，,、。；;！和与及）)位名的且并”]|$|以上|左右|增速")
_EACH = re.compile(r"[每各][^，。；]{0,14}$")
_UNDERGONE = re.compile(rf"[^，。]{{1,16}}(?:{alternation(_LIST['undergone'])})")
_TASKS = re.compile(r"(?:民生|惠民|为民|便民)(?:办)?实事")
"""What a spelled number always counts: 十件民生实事."""
_HOTLINE = re.compile(r"[0-9]{3,6}市民[^，。；]{0,6}热线")
"""A telephone number before 市民 is no number of cities: 12345市民服务热线."""


def refused(text: str, start: int, end: int, numbers: list[Found], index: int, names: list[tuple[int, int]]) -> str:
    """Give the id of the rule by which a number states nothing, or the empty string.

    Parameters
    ----------
    text, start, end:
        The passage and the sentence's place in it.
    numbers, index:
        All numbers of the sentence and which of them is asked for; a bare number whose words say people or money gets
        its unit here.
    names:
        Places between quotation marks, title marks or brackets in the sentence.
    """
    number = numbers[index]
    if any(a <= number.start < b for a, b in names):
        return "in_name"
    spot = Spot(text, start, end, numbers, index)
    if number.rank:
        return _ordinal(spot) or ("baseline" if _baseline(spot) else "")
    if not number.printed and not give_unit(spot):
        return "no_unit"
    before = text[number.start - 1 : number.start]
    if before.isascii() and before.isalpha() and not spot.before.endswith("GDP"):
        return "in_name"
    for rule, applies in _RULES:
        if applies(spot):
            return rule
    return ""


def _streak(spot: Spot) -> bool:
    unit = spot.number.printed
    return (unit in DESCRIBING or unit in ("次", "届", "位", "天", "个月")) and _RUN.search(spot.before) is not None


def _describing(spot: Spot) -> bool:
    unit = spot.number.printed
    if unit not in DESCRIBING:
        return False
    if _HOTLINE.match(spot.text, spot.number.start):
        return True
    valued = unit in ("个月", "分", "岁", "度", "周岁") or (spot.number.value >= 100 and unit not in ("年", "号"))
    return not (valued and _set(spot))


def _set(spot: Spot) -> bool:
    return bool(_SETS.ends(_filled(spot.before, ("近", "约", "了", "全国", "的"))))


def _span(spot: Spot) -> bool:
    unit = spot.number.printed
    if unit not in SPANS or _set(spot) or "天数" in spot.before:
        return False
    return not (unit == "天" and not _SPANS_OF.ends(spot.before) and spot.next in "，、。；,")


def _per_unit(spot: Spot) -> bool:
    return spot.before[-1:] in ("每", "第", "逢", "满")


def _spelled_name(spot: Spot) -> bool:
    """Refuse small Chinese numerals, most of which are names (两个大局), but after a verb that adds (建成两座)."""
    number, before = spot.number, spot.before
    if not number.chinese or (number.printed == "件" and number.value > 1 and _TASKS.match(spot.after)):
        return False
    if number.printed in SPELLED:
        return before.endswith("最后") or not (spot.closed or spot.suffixed)  # 最后一公里, 七里河
    if number.value == 1:
        return not _ONE_AFTER.ends(before) or (number.printed == "个" and _EACH.search(before) is None)
    if number.printed == "个" and spot.next in ("", "，", "。"):
        return True
    before = _SPELLED_MEMBER.sub("", before)
    if number.printed in _CONCRETE and (VERBS.ends(before) or _spelled_out(spot)):
        return False
    return not _SPELLED_AFTER.ends(before) and _UNDERGONE.match(spot.after) is None


def _spelled_out(spot: Spot) -> bool:
    """Whether a number is spelled with its digits and closes its clause (建成渔港十二处), unlike 千家万户, 前三十名."""
    printed = spot.text[spot.number.start]
    return spot.number.value > 10 and spot.closed and printed not in "百千万亿" and spot.before[-1:] not in ("前", "后")


def _baseline(spot: Spot) -> bool:
    if spot.relative and _ON_BASE.match(spot.after):
        return True
    if _FROM.search(spot.before) is not None and _REACHES.match(spot.onward) is not None:
        return True
    return spot.before[-1:] == "的" and bool(_COMPARED_WITH.search(spot.before) and _GREW.match(spot.onward))


def _structure(spot: Spot) -> bool:
    unit = spot.number.printed
    if unit not in _STRUCTURE_UNITS or spot.suffixed:
        return False
    if unit == "大" or spot.next in ("”", "》") or _names_structure(spot.after):
        return True
    if unit not in ("条", "项", "个", "份") or spot.next not in ("，", "。", "、", "；", ""):
        return False
    return bool(_PUBLISHED.ends(spot.before)) and _HANDLED.search(spot.before) is None


def _names_structure(after: str) -> bool:
    if _STRUCTURE_ANY.match(after):
        return True
    head = _STRUCTURE_HEAD.match(after)
    for at in {0, 0 if head is None else head.end()}:
        noun = _STRUCTURE.begins(after, at)
        if noun and (at + len(noun) == len(after) or _STRUCTURE_END.begins(after, at + len(noun))):
            return True
    return False


def _means(spot: Spot) -> bool:
    """Refuse what a thing is done with or by: 以6个园区为载体."""
    return not spot.closed and _MEANS.match(spot.after) is not None


def _attribute(spot: Spot) -> bool:
    """Refuse what describes a thing: 总投资3亿元的项目, 占全国7%的耕地."""
    listed = spot.kind == "money" and _LISTED_LIMIT.match(spot.onward) is not None
    if listed and _LIMITS.ends(_LIST_BEFORE.sub("", spot.before)):
        return True
    if spot.next != "的":
        return False
    if spot.relative:
        own = _OWN_TARGET.match(spot.after) is not None and _COMPARED.search(spot.before) is not None
        return own or _SHARE_OF.search(spot.before) is not None
    if _ATTRIBUTE_OK.match(spot.after):
        return False
    if _size_word(spot) or _LIMITS.ends(spot.before):
        return True
    return spot.kind in _MEASURES and not _acted_on(spot)


def _size_word(spot: Spot) -> str:
    if spot.relative:
        return ""
    before = spot.before
    link = _LINKS.ends(before)
    return _SIZES.ends(before) or (_SIZES.ends(before[: -len(link)]) if link else "")


def _acted_on(spot: Spot) -> bool:
    before = _filled(spot.before, _FILLERS)
    return bool(VERBS.ends(before) or _OBJECTS.ends(before))


def _filled(before: str, fillers: Words | tuple[str, ...]) -> str:
    if isinstance(fillers, tuple):
        filler = next((word for word in fillers if before.endswith(word)), "")
    else:
        filler = fillers.ends(before)
    return before[: -len(filler)] if filler else before


def _places(spot: Spot) -> bool:
    """Refuse the number of places that something else is told of: 12个县实现收入3亿元."""
    if not spot.following or _PLACES.match(spot.after) is None:
        return False
    return _BOUNDARY.search(spot.text[spot.tail_end : spot.following]) is None and not _REACHED.ends(spot.before)


def _size(spot: Spot) -> bool:
    if spot.kind in _MEASURES and _PLANT.match(spot.after) is not None and not _acted_on(spot):
        return True
    if spot.kind in _MEASURES and not spot.closed and not _acted_on(spot) and _listed_project(spot):
        return True
    word = _size_word(spot)
    if not word or not spot.closed:
        return bool(word)
    if spot.next == "、" and _ATTRIBUTES.match(spot.after):
        return True
    return word in _TOTALS and not any(verb in spot.before[-18:] for verb in _LIST["spent"].split())


def _listed_project(spot: Spot) -> bool:
    return _OF_PROJECTS.match(spot.text, spot.tail_end, min(spot.end, spot.tail_end + 110)) is not None


def _threshold(spot: Spot) -> bool:
    """Refuse a bound that makes part of a name: 50万元以上项目12个, 10亿元企业."""
    if spot.kind == "money" and _CLASSES.begins(spot.after):
        return True
    if spot.kind == "money" and spot.before[-1:] in ("超", "过", "达") and not spot.closed and spot.following:
        return _BOUNDARY.search(spot.text[spot.tail_end : spot.following]) is None
    if not spot.suffixed or not spot.after or spot.closed or spot.next in "及与）)的":
        return False
    if spot.index and spot.numbers[spot.index - 1].end == spot.number.start:
        return True  # 34所20人以下小规模学校
    if (spot.kind in _MEASURES or spot.kind == "time") and not _acted_on(spot):
        return True
    between = spot.text[spot.tail_end : spot.following] if spot.following else "，"
    return re.search(r"[，,。；;、]|[和及与]$", between) is None


def _grade(spot: Spot) -> bool:
    return spot.next in _GRADES and (spot.kind in _MEASURES or spot.kind == "count")


def _ordinal(spot: Spot) -> str:
    number = spot.number
    if not number.printed or _ORDINALS.match(spot.after):
        return "ordinal"
    explicit = spot.text[number.start] == "第" and spot.text[number.end - 1] == "位"
    if not explicit and not _RANK_CLOSED.match(spot.after):
        return "ordinal"
    if _FIRSTS.search(spot.before):
        return "ordinal"
    if _RANK_LIST.search(spot.before):
        return ""
    return "" if _RANKS.ends(spot.before.rstrip('“"第')) else "ordinal"


_RULES: tuple[tuple[str, Callable[[Spot], bool]], ...] = (
    ("streak", _streak),
    ("describing", _describing),
    ("span", _span),
    ("per_unit", _per_unit),
    ("spelled_name", _spelled_name),
    ("baseline", _baseline),
    ("structure", _structure),
    ("means", _means),
    ("attribute", _attribute),
    ("places", _places),
    ("size", _size),
    ("threshold", _threshold),
    ("grade", _grade),
)
