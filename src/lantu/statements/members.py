"""Part a subject into its members: 铁路、公路里程 into 铁路里程 and 公路里程."""

from __future__ import annotations

import re

from .phrases import RELATIONAL

_SURE = tuple(re.compile(signs) for signs in ("、", "以及|和(?![谐美平])", "、|以及|和(?![谐美平])"))
_UNSURE = tuple(
    re.compile(signs)
    for signs in ("、|以及|和(?![谐美平])|及(?![时格])", "、|以及|和(?![谐美平])|及(?![时格])|与(?!会)")
)
_PAIRS = {"城乡": ("城镇", "农村"), "存贷款": ("存款", "贷款")}
_NUMBERED = re.compile(r"[一二三四五六七八九十两][大个类](?=.)")
_METRIC_END = re.compile(
    r"(?:总额|收入|支出|增加值|产值|投资|总量|人次|花费|率|值|量|数|额|余额|面积|规模|产量|比重|占比|贷款|存款|税收|利润|消费|零售额|出口|进口|价格|指数|人口|里程|能耗|强度|密度|排放|浓度|总值|资金|收支|贸易|存量|产能|能力)$"
)
_SHARED_NOUN = re.compile(
    r"(产业|行业|企业|上市公司|保险|居民|人员|人口|事项|学校|机构|产品|设施|工程|园区|用水|公路|污水|垃圾|住房|用户|市场|地区|银行|标准)[^、]{0,12}$"
)
_SHARED_METRIC = re.compile(
    r"(?:..率|[使排交发用运消销处投出存吞周饲接客保播][用放易电输费售理栏吐转养待流有种]量|产量|数量|总量|销量|人数|户数|件数|起数|家数"
    r"|(?:种植|播种|养殖|栽培|建筑|绿化|覆盖)?面积|总额|余额|销售额|交易额|成交额|营业额|执行额|出口额|进口额|总收入|收入|支出|增加值|产值|投资|人次|花费"
    r"|产能|规模|比重|占比|贷款|存款|税收|利润|消费|零售额|出口|进口|价格|指数|里程|能耗|强度|密度|排放|浓度|总值|资金|标准|警情|案件)$"
)
_NUMERAL_HEAD = re.compile(r"^[一二三四五六七八九十两][大个类项条]")


def members(subject: str, count: int) -> list[str] | None:
    """Part a subject into as many members as there are values: 铁路、公路里程 → 铁路里程, 公路里程.

    Returns None where it does not part into that many.
    """
    return _parted(subject, count, _SURE) or _paired(subject, count) or _parted(subject, count, _UNSURE)


def _parted(subject: str, count: int, separators: tuple[re.Pattern[str], ...]) -> list[str] | None:
    for separator in separators:
        parts = [part for part in separator.split(subject) if part.strip()]
        if len(parts) == count:
            return _complete(parts)
    return None


def _paired(subject: str, count: int) -> list[str] | None:
    for pair, (first, second) in _PAIRS.items() if count == 2 else ():
        if pair in subject:
            return [subject.replace(pair, first, 1), subject.replace(pair, second, 1)]
    return None


def _complete(parts: list[str]) -> list[str]:
    """Give each member the ending (and beginning) that the list shares."""
    last = parts[-1]
    if len(parts[0]) > 1 and parts[0][-1] in "存进" and last[0] in "贷出" and len(last) > 2:
        return [parts[0] + last[1:] if last[1] in "款口" else parts[0], parts[0][:-1] + last]
    done = [part if _whole(part, last) else _ended(part, _shared_ending(part, last)) for part in parts[:-1]]
    if len(parts) == 2 and last in RELATIONAL:
        # 各类事故起数、死亡人数: the second is of the first's kind.
        measured = RELATIONAL.ends(parts[0])
        last = (parts[0].removesuffix(measured) if measured else _METRIC_END.sub("", parts[0])) + last
    return [*done, last]


def _ended(part: str, ending: str) -> str:
    """Give a member its ending, where it does not end so already (治安警情、刑事警情)."""
    return part if part.endswith(ending) else part + ending


def _whole(part: str, last: str) -> bool:
    """Whether a member has its own measure and lacks nothing of the last one's."""
    if _METRIC_END.search(part) is None:
        return False
    at = last.find(part[-2:]) if len(part) >= 2 else -1
    return not 0 < at < len(last) - 2


def _shared_ending(part: str, last: str) -> str:
    if _METRIC_END.search(part) is None:
        # 加工业、制造业增加值: what follows the sign that both end with, where it is a measure.
        for at in range(1, len(last) - 1):
            if last[at] == part[-1] and RELATIONAL.begins(last, at + 1):
                return last[at + 1 :]
    for length in (4, 3, 2):
        at = last.find(part[-length:]) if len(part) >= length else -1
        if at >= 0 and at + length < len(last):
            return _NUMERAL_HEAD.sub("", last[at + length :])
    kinds = _NUMBERED.split(last, maxsplit=1)
    if len(kinds) > 1:
        return kinds[1]
    if _METRIC_END.search(part):
        return ""
    noun = _SHARED_NOUN.search(last)
    if noun is not None and noun.start() > 0:
        return last[noun.end(1) if part.endswith(noun[1][-1]) else noun.start() :]
    metric = _SHARED_METRIC.search(last)
    return max(("" if metric is None else metric[0], _measure(last)), key=len)


def _measure(last: str) -> str:
    measured = RELATIONAL.ends(last)
    return measured if len(measured) < len(last) else ""
