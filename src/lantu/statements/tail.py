"""Read the words that stand directly before a number: bounds, links, changes and adverbs, from the number backwards."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.model import Accumulation, Comparator, Direction, Strength

from .lexicon import word_list, words
from .units import dimension

_LIST = word_list("words")


def _table() -> dict[str, tuple[str, str]]:
    """Give for each word what it does: (role, detail)."""
    table: dict[str, tuple[str, str]] = {}
    for word in words(_LIST["link"]):
        table[word] = ("link", "")
    for detail, text in _LIST["adverbs"].items():
        for word in words(text):
            table[word] = ("adverb", detail)
    for detail, text in _LIST["change"].items():
        for word in words(text):
            table[word] = ("change", detail)
    for detail, text in _LIST["before"].items():
        for word in words(text):
            table[word] = ("bound", detail)
    return table


_TABLE = _table()
_LENGTHS: dict[str, list[int]] = {
    last: sorted({len(word) for word in _TABLE if word[-1] == last}, reverse=True)
    for last in {word[-1] for word in _TABLE}
}
_DOWN_LINK = frozenset(words(_LIST["down_link"]))
_RELATIVE = frozenset({"share", "points", "times"})
# One character changes only what is relative: 增5%, but not 新增5家.
_SHORT_CHANGE = frozenset(word for table in _LIST["change"].values() for word in words(table) if len(word) == 1)
_COMPARING = frozenset(words("优于 多 高 快 高出 快于 高于 领先 领先于 好于 低 少 慢 低于 少于 慢于 落后"))
_AMBIGUOUS_BOUND = frozenset(words("高于 低于 少于"))
_STOPPED_BY = {
    "近": "附靠最就邻相临远渐将",
    "超": "高",
    "破": "突爆侦告",
    "共": "公",
    "计": "统设会审预合",
    "有": "所没国拥具公私享占",
    "为": "作成行因认分成",
    "在": "存现所",
    "到": "签报迟",
    "达": "发到表抵送直通",
    "由": "自理",
    "从": "",
    "约": "节签集公合制",
    "增": "倍年月",
    "高": "提",
    "低": "降",
    "多": "很",
    "快": "加",
    "是": "",
    "总": "",
    "全": "安健完",
    "要": "主重需必",
    "能": "产性功节智职",
    "可": "许认",
    "各": "",
    "均": "人平户",
    "年均": "上去前今",
    "并": "撤合归吞兼",
    "都": "首成",
    "也": "",
    "正": "",
    "自然": "大",
    "实际": "",
    "的": "",
    "后": "靠最落先",
    "且": "",
    "同": "合共协",
    "只": "",
    "其": "",
    "将": "",
    "至": "",
    "升": "提",
    "涨": "",
    "减": "",
    "降": "",
    "首次": "",
    "才": "人英天奇",
    "应": "供适响反效对相",
    "计有": "累合总共",
    "计划": "度年定五划期资",
    "改善": "",
}


@dataclass(slots=True)
class Tail:
    """What the words before a number say, and the words that remain before them.

    ``linked`` holds after a verb that leads to the number (增加到, 达); ``change`` where the number is itself
    the growth or fall.
    """

    rest: str
    scope: str = ""
    comparator: Comparator | None = None
    change: Direction | None = None
    change_word: str = ""
    comparing: bool = False
    linked: bool = False
    falling: bool = False
    share_of: bool = False
    accumulation: Accumulation | None = None
    strength: Strength | None = None
    expected: bool = False
    yearly: bool = False
    future: bool = False
    respectively: bool = False


_BASE = re.compile(
    r"(?:比|较|(?<!参)与|同)(?:上年|去年|前年|上一年|上一个|前[一二三四五]年|上届|年初|同期|全国|全省|全市|全区|计划|预期|目标|预算|\d{4}|[“\"]?十[一二三四五]五|[一二三四五六七八九十]{1,3}年前|[一二]?[〇○零一二三四五六七八九]{3,4}年|[^，、]{0,4}平均|“|原|过去|解放|历史|改革|农村|城镇|常规|最高)"
    r"[^，、。；]{0,14}$"
    r"|(?:比|较)[^，、。；]{1,6}、[^，、。；]{1,6}$"
)
_FROM = re.compile(
    r"(?:(?<!理)(?<!自)由|(?<!服)从)(?:原来的?|最初的?|上年的?|去年的?|不足|的)?[^，、；由从]{0,12}[0-9一二三四五六七八九十百年][^，；由从]{0,20}$"
)
_STREAK = re.compile(r"自[0-9]{1,2}月份?(?:以来|起)?$|连续[0-9一二三四五六七八九十]{1,3}(?:年|个月|届|次|个季度)$")
_MULTIPLE_OF = re.compile(r"(?:大约|约)?(?:是|为|相当于|达到|达)[^，、；]{0,16}的$")
_OF_PLAN = re.compile(r"^(?:为|是|完成|相当于)了?[^，、；]{0,8}(?:计划|任务|预算|目标)(?:数|任务|总数)?的?$")
"""Before a share: of what is promised it is a part (为年度计划的111%)."""
_BY_METHOD = re.compile(r"[，（(]?按(?:照)?[^，、；]{1,10}(?:计算|口径|价格|价|统计)[)）]?$")
_TIME_END = re.compile(
    r"(?:(?:19|20)[0-9]{2}年(?:底|末|内)?|(?<![0-9十近这前后个])[一二三四五六七八九十]年|(?<=[^0-9近这前后个])[1-9]年|今年|明年|去年|全年)$"
)
_PER = re.compile(r"(?<=[到至达])(?:了)?(?:人均|户均|生均|每人每年|每人每月|每年每人|每月|每人|每平方米|每亩|每户)$")
_COMPARE_END = re.compile(
    r"(?:高于|低于|快于|慢于|高出|好于|优于|领先|领先于|超出|超|超过|落后|落后于|低)(?:于)?(?:“?十[一二三四五]五”?|全国|全省|全市|全区|同期|预期|国家|省|目标|年度|计划|GDP|地区|经济|上年|平均|城镇|城市|农村|沿海)[^，、。；]{0,14}$"
)


def read_tail(left: str, unit: str, *, closed: bool) -> Tail:
    """Strip the words before a number and keep what they say.

    Parameters
    ----------
    left:
        The clause up to the number.
    unit:
        The unit as printed: some words change only percentages and points.
    closed:
        Whether nothing is counted after the number (增加学位500个 against 增加500个学位).
    """
    tail = Tail(left.rstrip(" 　“\"’‘'"))
    relative = dimension(unit) in _RELATIVE
    if dimension(unit) == "times":
        tail.rest = _MULTIPLE_OF.sub("", tail.rest)
    while tail.rest:
        per = _PER.search(tail.rest[-8:])
        if per is not None:
            tail.rest = tail.rest[: -len(per[0])]
        word = _last_word(tail.rest)
        if not word or not _take(tail, word, relative=relative, closed=closed):
            if not _strip_base(tail, unit, relative=relative):
                break
            continue
        tail.rest = tail.rest[: -len(word)].rstrip()
    return tail


def _last_word(text: str) -> str:
    for length in _LENGTHS.get(text[-1], ()):
        word = text[-length:]
        if len(text) >= length and word in _TABLE:
            stopped = _STOPPED_BY.get(word)
            if stopped is None or len(text) == length or text[-length - 1] not in stopped:
                return word
    return ""


def _take(tail: Tail, word: str, *, relative: bool, closed: bool) -> bool:
    role, detail = _TABLE[word]
    if role == "change":
        return _take_change(tail, word, detail, relative=relative, closed=closed)
    if role == "bound":
        if word in _AMBIGUOUS_BOUND and relative and tail.comparator is None and not tail.rest[: -len(word)]:
            tail.comparing = True
        if tail.comparator is None:
            tail.comparator = Comparator(detail)
        return True
    if role == "adverb":
        _take_adverb(tail, detail)
        return True
    if len(word) == 1 and word in "由从" and not closed:
        return False
    if tail.change is None and word not in "的了等：:，,":
        tail.linked = True
        tail.falling = tail.falling or word in _DOWN_LINK
    return True


def _take_change(tail: Tail, word: str, detail: str, *, relative: bool, closed: bool) -> bool:
    if tail.change is not None or (tail.linked and not relative):
        return False
    if not relative and (not closed or word in _SHORT_CHANGE):
        return False
    if word in _COMPARING and word not in ("低于", "高于", "少于") and not relative:
        return False
    tail.change, tail.change_word = Direction(detail), word
    return True


def _take_adverb(tail: Tail, detail: str) -> None:
    if detail == "total":
        tail.accumulation = Accumulation.CUMULATIVE
    elif detail == "average":
        tail.accumulation = Accumulation.ANNUAL_AVERAGE
    elif detail == "yearly":
        tail.yearly = True
    elif detail == "respectively":
        tail.respectively = True
    elif detail == "expected":
        tail.expected = True
    elif detail in ("soft", "hard"):
        tail.strength = Strength(detail)
    elif detail == "to_do":
        tail.future = True


def _strip_base(tail: Tail, unit: str, *, relative: bool) -> bool:
    """Take off the base of a comparison or change: 比上年 …, 高于全国平均水平 …, 由5%; and a time (2030年达到)."""
    window = tail.rest[-36:]
    match = _BASE.search(window) or _TIME_END.search(window) or _STREAK.search(window)
    if match is None and dimension(unit) == "times":
        match = _MULTIPLE_OF.search(window)
    if match is None and relative:
        match = _OF_PLAN.search(window)
    if match is None:
        match = _BY_METHOD.search(window)
    if match is None and (tail.linked or tail.change is not None):
        match = _FROM.search(window)
    if match is None and relative:
        match = _COMPARE_END.search(window)
        if match is not None:
            tail.comparing = True
            if tail.change is None:
                tail.change = Direction.UP
    if match is None:
        return False
    tail.rest = tail.rest[: len(tail.rest) - len(window) + match.start()].rstrip()
    return True
