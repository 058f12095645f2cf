"""Complete a number that stands after what it counts or measures (新建公园5个), from the words that the list elides."""

from __future__ import annotations

import re

from .draft import Draft, Line
from .items import Item
from .lexicon import Words, word_list
from .phrases import RELATIONAL, VERBS, drop_beneficiary, drop_listed, leading_verb, topic
from .sharing import noun_after, shares_noun, words_between
from .spot import RELATIVE
from .tail import Tail
from .units import dimension

_LIST = word_list("words")
_ADJECTIVAL = Words(_LIST["adjectival"])
_COUNTS = Words("总数 数量 总量 个数")
_ALONE = Words(_LIST["alone"])
_MONEY = Words(
    "总产值 产值 总收入 收入 利润 税收 利税 增加值 营业收入 主营业务收入 销售收入 销售额 投资 出口额 进口额 总资产 资产"
)
_SHARE_OF = re.compile(r"占(?!地面|道|补|位|用)")
_PLACE = re.compile(r"(?:城区|市区|农村|城镇|乡村|县|市|区|省|全国)$")
_LEVEL = re.compile(r"(?:国家|省部|省|市|县|区|州|盟|旗|自治区|部|世界|国际|国内|镇|乡|村|街道|校)级?(?:及以上|以上)?")
_DEPENDENT = re.compile(r"对[^，]{1,16}贡献率$|(?:直接|新增|累计)?(?:覆盖|惠及|受益|辐射)(?!率|面)")
_MEASURE = re.compile(r"(?<=..)(?:..率|标准|比重|占比)$")
_OWN_VERBS = ("实现", "完成", "推进", "推动", "促进", "带动", "达到", "获得")
_REDUCED = re.compile(r"取消|精简|压减|削减|清理")
_THRESHOLD = re.compile(
    r"(?:投资|总投资)?(?:(?:超过?|达|过)[0-9.]{1,8}[百千]?[万亿]?(?:元|美元|吨|人|亩)?|[0-9.]{1,8}[百千]?[万亿]?(?:元|美元)"
    r"|[0-9.]{1,8}[百千]?[万亿]?(?:吨|人|亩|公里|平方米|名|户|家|千瓦|张)(?=以上|以下|及以上|级)"
    r"|[超过][十百千]?亿元?|[十百千]?亿元?(?=$|以上|以下|级|及|项目|企业|产业|工业|服务业|集群|园区)|[超过]?[百千]?万元(?=以上|以下|级|项目|企业))(?:以上|以下|及以上|级)?"
)
_SCALED = re.compile(
    r"[超达过]?(?:[0-9.]{1,8}[百千]?[万亿]?(?:元|吨|人|亩)|[十百千]?[万亿]元|[十百千]?亿级?|千万元?|百万)(?:以上|以下|及以上|级)?"
)


def counted_before(line: Line, index: int, previous: Draft | None) -> Draft:
    """Complete a closed item; the rules are tried in order and each has its id."""
    item, tail, rest = line.items[index], line.tails[index], line.rests[index]
    if item.shared:
        rest = words_between(rest)
    if rest in VERBS and shares_noun(line, index):
        return Draft(item, tail, rest + noun_after(line, index + 1)[0], "shared_noun", rest, rest)
    if not rest:
        return _elided(line, index, previous)
    if _DEPENDENT.match(rest):
        return _dependent(line, item, tail, rest, previous)
    if previous is None:
        return _first(line, item, tail, rest)
    return (
        _relational(item, tail, rest, previous)
        or _of_rank(item, tail, rest, previous)
        or _verb_alone(item, tail, rest, _counted_alike(line, item) or previous)
        or _threshold(item, tail, rest, previous)
        or _part_of(item, tail, rest, previous)
        or _shared_verb(item, tail, rest, previous)
        or _own(item, tail, rest)
    )


def _own(item: Item, tail: Tail, rest: str) -> Draft:
    rest = drop_beneficiary(drop_listed(rest))
    return Draft(item, tail, rest, "own_words", leading_verb(rest), topic(rest))


def _dependent(line: Line, item: Item, tail: Tail, rest: str, previous: Draft | None) -> Draft:
    """Complete whom a thing reaches (覆盖行政村, 新增受益人口) with the thing."""
    about = "" if previous is None or _DEPENDENT.match(previous.indicator) else previous.topic
    if previous is None or item.clause > previous.item.clause + 1 or not about:
        about = topic(line.subject_before(item)) or about
    if previous is not None and _DEPENDENT.match(previous.topic) is None and not about:
        about = previous.topic
    if not rest.endswith("贡献率"):
        about = _MEASURE.sub("", about)
    name = about.removesuffix(rest) + rest
    return Draft(item, tail, name, "reached", leading_verb(rest), about or rest)


def _first(line: Line, item: Item, tail: Tail, rest: str) -> Draft:
    """Complete the sentence's first number: a bare 总数 or 完成投资 is about the clause before."""
    if rest in RELATIONAL or rest in _ALONE or _SHARE_OF.match(rest):
        before = topic(line.subject_before(item))
        return Draft(item, tail, before + rest, "clause_before", "", before or rest)
    return _own(item, tail, rest)


def _elided(line: Line, index: int, previous: Draft | None) -> Draft:
    item, tail = line.items[index], line.tails[index]
    if shares_noun(line, index):
        name, _ = noun_after(line, index + 1)
        return Draft(item, tail, name, "shared_noun", leading_verb(name), topic(name))
    if previous is not None:
        # What is taken away shrinks: 第三批改革取消审批事项90项,减幅12% is of 审批事项.
        of_object = tail.change is not None and _REDUCED.search(previous.indicator) is not None
        name = previous.topic if of_object else previous.indicator
        return Draft(item, tail, name, "same_indicator", previous.verb, previous.topic)
    name = line.subject_before(item)
    if not name and line.carried is not None:
        return Draft(item, tail, line.carried.indicator, "carried", line.carried.verb, line.carried.topic)
    name = name or tail.change_word
    return Draft(item, tail, name, "clause_before", leading_verb(name), topic(name))


def _relational(item: Item, tail: Tail, rest: str, previous: Draft) -> Draft | None:
    if rest not in RELATIONAL and not _SHARE_OF.match(rest):
        return None
    about = previous.topic
    measured = _COUNTS.ends(about) or (_MONEY.ends(about) if rest in _MONEY else "")
    if measured and len(about) > len(measured) + 1:
        about = about[: -len(measured)]
    name = rest if rest.startswith(about) else about.removesuffix(rest) + rest
    return Draft(item, tail, name, "relational", "", previous.topic)


def _of_rank(item: Item, tail: Tail, rest: str, previous: Draft) -> Draft | None:
    """Complete 省级 from 国家级技术中心1个、省级5个."""
    if not _LEVEL.fullmatch(rest):
        return None
    noun = _LEVEL.sub("", previous.topic, count=1)
    return Draft(item, tail, previous.verb + rest + noun, "of_rank", previous.verb, previous.topic)


def _part_of(item: Item, tail: Tail, rest: str, previous: Draft) -> Draft | None:
    """Complete 其中: a part of the number before shares its verb (新建公路80公里,其中高速公路20公里)."""
    if not item.left.lstrip("（( ").startswith("其中") or tail.change is not None or leading_verb(rest):
        return None
    if item.number.unit != previous.item.number.unit or not previous.verb:
        return None
    name = rest + previous.topic if _PLACE.search(rest) else previous.verb + rest
    return Draft(item, tail, name, "part_of", previous.verb, rest)


def _counted_alike(line: Line, item: Item) -> Draft | None:
    """Give the last draft that counts in this item's unit (项目60个、总投资9亿元,竣工12个: 竣工 is of the projects)."""
    return line.alike(item) if dimension(item.number.printed) in ("count", "people") else None


def _verb_alone(item: Item, tail: Tail, rest: str, previous: Draft) -> Draft | None:
    if rest not in _ALONE:
        return None
    return Draft(item, tail, previous.topic + rest, "verb_alone", rest, previous.topic)


def _threshold(item: Item, tail: Tail, rest: str, previous: Draft) -> Draft | None:
    """Complete 50万元以上村占比 from 年收入10万元以上村占比, and 亿元以上 from 新签约项目."""
    match = _THRESHOLD.match(rest)
    if match is None:
        return None
    last = previous.indicator
    inner = _SCALED.search(last)
    after = rest[match.end() :]
    if inner is not None:
        name = last[: inner.start()] + rest if len(after) > 1 else last[: inner.start()] + rest + last[inner.end() :]
    else:
        name = previous.verb + rest + ("" if len(after) > 1 else previous.topic)
    return Draft(item, tail, name, "threshold_list", previous.verb, previous.topic)


def _shared_verb(item: Item, tail: Tail, rest: str, previous: Draft) -> Draft | None:
    own = leading_verb(rest)
    if own and len(rest) != len(own) + 1 and own not in _ADJECTIVAL:
        # One character after a verb makes a noun of it: 收集车, 加工厂.
        return None
    if not item.joined or not previous.verb or previous.tail.change is not None or tail.change:
        return None
    if dimension(item.number.printed) in RELATIVE or item.left.lstrip().startswith(_OWN_VERBS):
        return None
    rest = drop_listed(rest)
    return Draft(item, tail, previous.verb + rest, "shared_verb", previous.verb, rest)
