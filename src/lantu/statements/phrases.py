"""Clean the words around a number into an indicator: openers off, lists of examples and predicates cut, members parted."""

from __future__ import annotations

import re

from .lexicon import alternation, word_list, words

_LIST = word_list("words")
VERBS = frozenset(words(_LIST["verbs"]["done"])) | frozenset(words(_LIST["verbs"]["started"]))
RELATIONAL = frozenset(words(_LIST["relational"]))
_OPENERS = frozenset(words(_LIST["openers"]))
_OPENER_LENGTHS = sorted({len(word) for word in _OPENERS}, reverse=True)
_KEPT_BEFORE: dict[str, str] = {str(word): after or "" for word, after in _LIST["opener_before"].items()}
_BEFORE_VERBS = frozenset(words(_LIST["openers_before_verbs"]))
_VERB_LENGTHS = sorted({len(word) for word in VERBS}, reverse=True)
_TIME_HEAD = re.compile(
    r"(?:到|至|截至|截止)?(?:(?:19|20)[0-9]{2}(?:[—–\-－~～至到]{1,2}(?:19|20)?[0-9]{2})?年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[一二][〇○零一二三四五六七八九]{3}年|今年|去年|明年|年底|[“\"]?十?[一二三四五六]五[”\"]?(?:期间|时期|期?末|以来)|过去[一二三四五]年|未来[一二三四五]年|今后[一二三四五]年|[一二三四五]年来|前三季度|上半年|[0-9]{1,2}[—\-至][0-9]{1,2}月份?)(?:末|底|间|内|中|时|初|前|以来|度)?"
)
_LIST_MARK = re.compile(
    r"(?:[（(][0-9一二三四五六七八九十]{1,3}[)）]|[①-⑳]|[0-9]{1,2}[.．、)）](?![0-9])|[一二三四五六七八九十]{1,3}[、是])"
)
_PUNCTUATION = " 　、，,：:；;。.!！*#—-·的"
_EXAMPLES = re.compile(r"[^，。；]*[、][^，。；]*等$")
_LISTED = re.compile(r"(?P<list>[^，。；]*(?:[、]|”“)[^，。；]*)等(?![级次量于待候同效额值])(?P<noun>[^，。；等]+)$")
_INNER_VERB = re.compile(
    r"(?<=.{4})(?:取消|下放|新建|新增|建成|引进|完成|发放|培育|获评|获批|改造提升|改扩建|创建|实施)(?=.{4})"
)
_GENERIC = re.compile(
    r"项目|活动|赛事|政策|行业|工程|产业(?!集群|专班|园|链|联盟)|企业|产品|会议|地区|领域|设施|展会|会展|品牌|村|镇|县"
)
_LATE_VERB = re.compile(
    rf"[^、“”]{{1,4}}?({'|'.join(sorted((v for v in VERBS if len(v) > 1), key=len, reverse=True))})"
)
_FOR = re.compile(
    rf"[为对向给][^，]{{2,20}}?(?=(?:{'|'.join(sorted((v for v in VERBS if len(v) > 1), key=len, reverse=True))})[^，]{{2}})"
)
_SEPARATORS = tuple(
    re.compile(signs)
    for signs in (
        "、",
        "以及|和(?![谐美平])",
        "、|以及|和(?![谐美平])",
        "、|以及|和(?![谐美平])|及(?![时格])",
        "、|以及|和(?![谐美平])|及(?![时格])|与(?!会)",
    )
)
_PAIRS = {"城乡": ("城镇", "农村"), "存贷款": ("存款", "贷款")}
_NUMBERED = re.compile(r"[一二三四五六七八九十两][大个类](?=.)")
_METRIC_END = re.compile(
    r"(?:总额|收入|支出|增加值|产值|投资|总量|人次|花费|率|值|量|数|额|余额|面积|规模|产量|比重|占比|贷款|存款|税收|利润|消费|零售额|出口|进口|价格|指数|人口|里程|能耗|强度|排放|浓度|总值|资金|收支|贸易|存量)$"
)
_SHARED_NOUN = re.compile(
    r"(产业|行业|企业|保险|居民|人员|人口|事项|学校|机构|产品|设施|工程|园区|用水|公路|污水|垃圾|住房|用户|市场|地区|银行|标准)[^、]{0,12}$"
)
_SHARED_METRIC = re.compile(
    r"(?:..率|..度|总额|收入|支出|增加值|产值|投资|总量|人次|花费|量|数|额|余额|面积|规模|产量|比重|占比|贷款|存款|税收|利润|消费|零售额|出口|进口|价格|指数|里程|能耗|强度|排放|浓度|总值|资金)$"
)
_NUMERAL_HEAD = re.compile(r"^[一二三四五六七八九十两][大个类项条]")


def strip_openers(text: str) -> str:
    """Take off what a clause opens with that belongs to no indicator: 全市, 今年, 力争, 到2030年.

    >>> strip_openers("今年全市力争新建幼儿园")
    '新建幼儿园'
    """
    while True:
        text = text.strip(_PUNCTUATION)
        time = _TIME_HEAD.match(text)
        if time is not None:
            text = text[time.end() :]
            continue
        mark = _LIST_MARK.match(text)
        if mark is not None:
            text = text[mark.end() :]
            continue
        for length in _OPENER_LENGTHS:
            word = text[:length]
            if word in _OPENERS and len(text) >= length and not _kept(word, text[length:]):
                text = text[length:]
                break
        else:
            return _balanced(text)


def _kept(word: str, rest: str) -> bool:
    """Whether a word that opens a clause is part of what follows: 再就业, 完成投资."""
    if word in ("完成", "实现"):
        return 0 < len(rest) <= 4
    if word in _BEFORE_VERBS:
        return not leading_verb(rest)
    return bool(rest) and rest[0] in _KEPT_BEFORE.get(word, "")


def _balanced(text: str) -> str:
    """Drop quotation marks and brackets that lost their partner."""
    for left, right in (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"), ("‘", "’")):
        if text.count(left) != text.count(right):
            if text.count(left) > text.count(right) and text.endswith(left):
                text = text[:-1]
            elif text.startswith(right):
                text = text[1:]
    return text


def leading_verb(text: str) -> str:
    """Give the verb that the phrase begins with, or the empty string.

    >>> leading_verb("新建幼儿园")
    '新建'
    """
    for length in _VERB_LENGTHS:
        if text[:length] in VERBS and len(text) >= length:
            return text[:length]
    return ""


def trailing_verb(text: str) -> str:
    """Give the verb that the phrase ends with, or the empty string."""
    for length in _VERB_LENGTHS:
        if len(text) > length and text[-length:] in VERBS:
            return text[-length:]
    return ""


def topic(indicator: str) -> str:
    """Give what an indicator is about, without the verb that it begins or ends with.

    >>> topic("新建充电桩"), topic("第三批审批改革取消市级审批事项")
    ('充电桩', '市级审批事项')
    """
    verb = leading_verb(indicator)
    rest = indicator[len(verb) :].removeprefix("了") if len(indicator) > len(verb) else indicator
    listed = _LISTED.match(rest)
    if listed is not None and len(listed["noun"]) >= 4:
        rest = listed["noun"]
    inner = _INNER_VERB.search(rest)
    if inner is not None:
        rest = rest[inner.end() :]
    after = trailing_verb(rest)
    return rest[: -len(after)] if after and len(rest) > len(after) + 1 else rest


def drop_beneficiary(rest: str) -> str:
    """Take off for whom a thing is done, where a verb follows: 为困难企业缓缴社保费 → 缓缴社保费.

    >>> drop_beneficiary("为小微企业发放贷款")
    '发放贷款'
    """
    if rest[:1] not in "为对向给" or leading_verb(rest):
        return rest
    match = _FOR.match(rest)
    return rest if match is None else rest[match.end() :]


def drop_listed(rest: str) -> str:
    """Take examples off a phrase whose noun says enough: 创作戏剧、歌舞等文艺精品 → 创作文艺精品.

    >>> drop_listed("创作话剧、歌剧等舞台精品")
    '创作舞台精品'
    """
    match = _LISTED.match(rest)
    if match is None or len(match["noun"]) < 4 or (len(match["noun"]) <= 8 and _GENERIC.search(match["noun"])):
        return rest
    return _verb_in(match["list"]) + match["noun"]


def _verb_in(head: str) -> str:
    """Give the verb before a list of examples, also behind an adverb (精心策划创作戏剧)."""
    verb = leading_verb(head)
    if verb:
        return verb
    inner = _LATE_VERB.match(head)
    return "" if inner is None else inner[1]


def drop_examples(head: str, noun: str) -> str:
    """Take the list of examples (甲、乙等) off the words before a number, where the counted thing says enough."""
    if not head.endswith("等"):
        return head
    if len(noun) <= 8 and _GENERIC.search(noun):
        return head
    return _verb_in(head)


def members(subject: str, count: int) -> list[str] | None:
    """Part a subject into as many members as there are values: 铁路、公路里程 → 铁路里程, 公路里程.

    Returns None where it does not part into that many.
    """
    if count == 2:
        for pair, (first, second) in _PAIRS.items():
            if pair in subject:
                return [subject.replace(pair, first, 1), subject.replace(pair, second, 1)]
    for separator in _SEPARATORS:
        parts = [part for part in separator.split(subject) if part.strip()]
        if len(parts) == count:
            return _complete(parts)
    return None


def _complete(parts: list[str]) -> list[str]:
    """Give each member the ending (and beginning) that the list shares."""
    last = parts[-1]
    if len(parts[0]) > 1 and parts[0][-1] in "存进" and last[0] in "贷出" and len(last) > 2:
        return [parts[0] + last[1:] if last[1] in "款口" else parts[0], parts[0][:-1] + last]
    done = []
    for part in parts[:-1]:
        done.append(
            part if _METRIC_END.search(part) and not _same_ending(part, last) else part + _shared_ending(part, last)
        )
    if len(parts) == 2 and last in RELATIONAL:
        # 各类事故起数、死亡人数: the second is of the first's kind.
        last = _METRIC_END.sub("", parts[0]) + last
    return [*done, last]


def _same_ending(part: str, last: str) -> bool:
    at = last.find(part[-2:]) if len(part) >= 2 else -1
    return 0 < at < len(last) - 2


def _shared_ending(part: str, last: str) -> str:
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
    return "" if metric is None else last[metric.start() :]
