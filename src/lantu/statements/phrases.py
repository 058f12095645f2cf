"""Clean the words around a number into an indicator: openers off, lists of examples cut, the topic found."""

from __future__ import annotations

import re

from .lexicon import Words, word_list

_LIST = word_list("words")
_ALL_VERBS = (_LIST["verbs"]["done"] + " " + _LIST["verbs"]["started"]).split()
VERBS = Words(_ALL_VERBS)
"""Verbs that put a thing into the world, finish it or begin it."""
LONG_VERBS = Words(verb for verb in _ALL_VERBS if len(verb) > 1)
RELATIONAL = Words(_LIST["relational"])
"""Nouns that measure something else, named before them."""
_OPENERS = Words(_LIST["openers"])
_KEPT_BEFORE: dict[str, str] = {str(word): after or "" for word, after in _LIST["opener_before"].items()}
_BEFORE_VERBS = Words(_LIST["openers_before_verbs"])
_TIME_HEAD = re.compile(
    r"(?:到|至|截至|截止)?(?:(?:19|20)[0-9]{2}(?:[—–\-－~～至到]{1,2}(?:19|20)?[0-9]{2})?年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[一二][〇○零一二三四五六七八九]{3}年|今年|去年|明年|年底|[“\"]?十?[一二三四五六七八九十]五[”\"]?(?:期间|时期|期?末|以来)|过去[一二三四五]年|未来[一二三四五]年|今后[一二三四五]年|[一二三四五]年来|[一二三四五]年(?=累计|年均|平均|$)|前三季度|上半年|[0-9]{1,2}[—\-至][0-9]{1,2}月份?)(?:末|底|间|内|中|时|初|前|以来|度)?"
)
_LIST_MARK = re.compile(
    r"(?:[（(][0-9一二三四五六七八九十]{1,3}[)）]|[①-⑳⑴-⒇]|[0-9]{1,2}[.．、)）](?![0-9])|[一二三四五六七八九十]{1,3}[、是])"
)
_HEAD_SIGNS = frozenset(
    '到至截0123456789一二三四五六七八九十今去明年“"过未前上(（①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'
)
"""What a time or the mark of a list begins with."""
_PUNCTUATION = " 　、，,：:；;。.!！*#—-·的"
_PAIRS = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"), ("‘", "’"))
_OPEN_BRACKETS, _CLOSE_BRACKETS = ("（", "("), frozenset("）)")
_SIGNS = frozenset("“”（）()《》‘’")
_WON = ("资金", "中央", "上级", "国家", "省", "各类", "专项", "地方", "债券", "超长期", "到", "项目")
_LISTED = re.compile(r"(?P<list>[^，。；]*(?:[、]|”“)[^，。；]*)等(?![级次量于待候同效额值])(?P<noun>[^，。；等]+)$")
_INNER_VERB = re.compile(
    r"(?<=.{4})(?:取消|下放|新建|新增|建成|引进|完成|发放|培育|获评|获批|改造提升|改扩建|创建|实施)(?=.{4})"
)
_GENERIC = re.compile(
    r"项目|活动|赛事|政策|行业|工程|产业(?!集群|专班|园|链|联盟)|企业|产品|会议|地区|领域|设施|展会|会展|品牌|村|镇|县"
)


def strip_openers(text: str) -> str:
    """Take off what a clause opens with that belongs to no indicator: 全市, 今年, 力争, 到2030年.

    >>> strip_openers("今年全市力争新建幼儿园")
    '新建幼儿园'
    """
    while True:
        text = text.strip(_PUNCTUATION)
        if text[:1] in _OPEN_BRACKETS and text[0] and not _CLOSE_BRACKETS.intersection(text):
            text = text[1:]
        found = (_TIME_HEAD.match(text) or _LIST_MARK.match(text)) if text[:1] in _HEAD_SIGNS else None
        length = found.end() if found is not None else len(_opener(text))
        if not length:
            return _balanced(text)
        text = text[length:]


def _opener(text: str) -> str:
    word = _OPENERS.begins(text)
    while word and _kept(word, text[len(word) :]):
        word = _OPENERS.begins(word[:-1])
    return word


def _kept(word: str, rest: str) -> bool:
    """Whether a word that opens a clause is part of what follows: 再就业, 完成投资."""
    if word in ("完成", "实现"):
        return 0 < len(rest) <= 4
    if word == "对" and rest.endswith("贡献率"):
        return True
    if word == "争取":
        return rest.startswith(_WON)
    if word in _BEFORE_VERBS:
        return not VERBS.begins(rest)
    return bool(rest) and rest[0] in _KEPT_BEFORE.get(word, "")


def _balanced(text: str) -> str:
    """Drop quotation marks and brackets that lost their partner."""
    if _SIGNS.isdisjoint(text):
        return text
    for left, right in _PAIRS:
        surplus = text.count(left) - text.count(right)
        if surplus > 0 and text.endswith(left):
            text = text[:-1]
        elif surplus < 0 and text.startswith(right):
            text = text[1:]
    return text


def leading_verb(text: str) -> str:
    """Give the verb that the phrase begins with, or the empty string.

    >>> leading_verb("新建幼儿园")
    '新建'
    """
    verb = VERBS.begins(text)
    if not verb and text[:1] == "新" and len(text) > 2:
        after = VERBS.begins(text, 1)
        verb = "新" + after if len(after) > 1 else ""
    # 投资额, 服务业, 生产总值: with these after it the verb is a noun.
    follower = text[len(verb) : len(verb) + 1]
    return "" if verb and follower and (follower in "率额量数业力值" or verb + follower == "生产总") else verb


def trailing_verb(text: str) -> str:
    """Give the verb that the phrase ends with after other words, or the empty string."""
    verb = VERBS.ends(text)
    return verb if len(verb) < len(text) else ""


def topic(indicator: str) -> str:
    """Give what an indicator is about, without the verb that it begins or ends with.

    >>> topic("新建充电桩"), topic("第三批审批改革取消市级审批事项")
    ('充电桩', '市级审批事项')
    """
    rest = _object(indicator)
    if len(rest) < 2:
        return indicator
    listed = _LISTED.match(rest)
    if listed is not None and len(listed["noun"]) >= 4:
        rest = listed["noun"]
    inner = _INNER_VERB.search(rest)
    if inner is not None:
        rest = rest[inner.end() :]
    after = trailing_verb(rest)
    return rest[: -len(after)] if after and len(rest) > len(after) + 1 else rest


def _object(indicator: str) -> str:
    """Take the verbs off the beginning: 新建、改扩建学校 → 学校."""
    rest = indicator
    for _ in range(3):
        verb = leading_verb(rest)
        if not verb or len(rest) <= len(verb):
            break
        after = rest[len(verb) :].removeprefix("了").lstrip("、和及")
        if len(after) < 3 and rest is not indicator:
            break
        rest = after
    return indicator if rest in VERBS else rest


def drop_beneficiary(rest: str) -> str:
    """Take off for whom a thing is done, where a verb follows: 为困难企业缓缴社保费 → 缓缴社保费.

    >>> drop_beneficiary("为小微企业发放贷款")
    '发放贷款'
    """
    if rest[:1] not in "为对向给" or leading_verb(rest):
        return rest
    for at in range(3, min(len(rest) - 3, 24)):
        if LONG_VERBS.begins(rest, at):
            return rest[at:]
    return rest


def drop_listed(rest: str) -> str:
    """Take examples off a phrase whose noun says enough: 创作戏剧、歌舞等文艺精品 → 创作文艺精品.

    >>> drop_listed("创作话剧、歌剧等舞台精品")
    '创作舞台精品'
    """
    match = _LISTED.match(rest)
    if match is None or len(match["noun"]) < 4 or (len(match["noun"]) <= 8 and _GENERIC.search(match["noun"])):
        return rest
    return _verb_in(match["list"]) + match["noun"]


def drop_examples(head: str, noun: str) -> str:
    """Take the list of examples (甲、乙等) off the words before a number, where the counted thing says enough."""
    if not head.endswith("等"):
        return head
    if len(noun) <= 8 and _GENERIC.search(noun):
        return head
    return _verb_in(head)


def _verb_in(head: str) -> str:
    """Give the verb before a list of examples, also behind an adverb (精心策划创作戏剧)."""
    verb = leading_verb(head)
    for at in range(1, 5):
        if verb or at >= len(head) or head[at - 1] in "、“”":
            break
        verb = LONG_VERBS.begins(head, at)
    return verb
