"""Tell which numbers of a sentence state nothing: names, dates, thresholds, sizes, baselines, the structure of a policy."""

from __future__ import annotations

import re

from .items import _SUFFIX
from .lexicon import alternation, word_list
from .phrases import trailing_verb
from .scan import Found
from .units import DESCRIBING, SPANS, dimension

_LIST = word_list("words")
_STRUCTURE = re.compile(
    r"的?(?:(?:具体|重大|重点|主要|新|配套|专项|政策|工作|核心|关键|基本|相关|系列|一揽子|改革|涉企|惠企|惠民|稳增长|[“\"][^”\"]{1,14}[”\"])){0,3}"
    rf"(?:(?:{alternation(_LIST['structure'])})(?=[，。、；：）)”和与及等]|$|全面|落地|出台|全部|得到|圆满|已|均|顺利|有效|要求|精神|的)|(?:重点)?(?:方面|领域|环节|大类))"
)
_STRUCTURE_NEXT = re.compile(r"[0-9]{1,4}(?:条|项|个方面|大类|个子)")
_HANDLED = re.compile(r"(?:清理|废止|办理|办复|审议|调整|修订|听取|审查|答复|承办|办结)[^，。；]{0,24}$")
_PUBLISHED = re.compile(r"(?:措施|政策|意见|办法|方案|制度|机制|清单|举措|行动|计划|规划|体系|任务|文件)$")
_STRUCTURE_UNITS = frozenset("个 项 条 大 件 类 套 份 种 部 场 轮".split())
_SIZE = re.compile(
    r"(?:总投资|总投资额|计划投资|计划总投资|概算投资|概算总投资|估算投资|估算总投资|预计投资|预计总投资|投资规模|拟投资|建筑面积|总建筑面积|占地|占地面积|总占地|年产|年产量|日处理|日供水|日产|年处理|年加工|年生产|日处理能力|单体|全长|总长|直径|装机|总装机|容量|设计|规格|双向|每台|规模以上|年吞吐|年出栏|概算|规划面积|单笔|市值|估值)"
    r"(?:约为|约|达到|达|为|超过|超|近|逾|共|突破|不低于|不少于|在|合计|共计|共约|的)?$"
)
_SET = re.compile(
    r"(?:到|至|为|达|达到|寿命|年龄|总分|积分|得分|评分|缩短|压缩|压减|增加|减少|延长|提前|提速|控制在|超过|不超过|不少于|不低于|保持在|稳定在|提高|增长|少|多|第)(?:近|约|了|全国|的)?$"
)
_FROM = re.compile(r"(?:由|从|自)[^，,；;到至]{0,24}$")
_REACHES = re.compile(
    r"(?:[和与、及][0-9.]{1,8}[^，。；0-9]{0,6}){0,3}[^，,；;。0-9]{0,16}?(?:到|至|为|成)[^，,；;。0-9]{0,8}(?:[0-9]{4}年[底末]?的?)?[0-9一二三四五六七八九]"
    r"|(?:左右|以上)?(?:[和与、及][0-9.]{1,8}[^，。；0-9]{0,6}){0,3}[，,](?:预计|分别|已){0,2}(?:提高|上升|增加|下降|降低|减少|扩大|发展|增长|缩短)(?:到|至|为)"
)
_COMPARED_WITH = re.compile(r"[比较][^，,；;。]{2,16}的$")
_GREW = re.compile(r"(?:，)?(?:增长|提高|增加|下降|减少|翻|高|低|多|少|增)")
_EVERY = re.compile(
    r"(?:每|户均|人均每|按每|第|逢|满|近|前|后|上|首|头|未来|今后|过去|连续|连|为期|历时|用了?|力争用|经过|历经|再用|再过|再有|提前|实施|一期|间隔)$"
)
_RUN = re.compile(r"(?:连续|连|蝉联|已连续|连冠|保持|持续)(?:[^，,]{0,2})$")
_MEASURES = frozenset("money dollars voltage power capacity_electric area mass length volume".split())
_DONE_BEFORE = re.compile(
    rf"(?:{alternation(_LIST['verbs']['done'])}|全长|全部|安排|签署|签订|达成)(?:了|近|约|超|超过|累计|共|全部|全市|全省)?$"
)
_LIMIT_BEFORE = re.compile(r"(?:投资|超|超过|过|低于|高于|不足|收入|纯收入|产值|规模|达到|占地|长|年产|吨位|装机)$")
_PLACES = re.compile(r"(?:[^，。、；0-9]{0,4}(?:县|市|区|乡镇|镇|乡|街道|省|部门|城市|地区|流域|州|单位))(?!级)")
_BOUNDARY = re.compile(r"[，,。；;、：]|[和及与]$")
_ACTED_ON = re.compile(
    r"(?:建成|建设|覆盖|为|对|向|帮助|支持|推动|完成|新增|创建|打造|达到|达|有|组织|实现|开展|在|惠及|实施|改造|命名|确定|安排)$"
)
_PLANT = re.compile(
    r"[^，、。；0-9]{0,10}(?:厂|项目|工程|生产线|装置|机组|电站|码头|锅炉|基地|水库|变电站|风电场|泊位|车间|矿井|煤矿|扩能)"
)
_TOTAL = re.compile(r"总投资|概算|估算|计划总投资|单")
_SPENT = re.compile(r"(?:完成|带动|拉动|撬动|累计|达成|形成)[^，。；]{0,14}$|总投资达到$")
_OWN_TARGET = re.compile(r"的(?:预[定期]|年度|年初|计划|既定|调控)?[^，。；]{0,4}(?:目标|要求|任务)")
_COMPARED = re.compile(
    r"(?:低于|高于|超过|好于|优于|快于|超)(?:了)?(?:全年|年初|预期|省定|市定|计划|原定|[^，。；]{0,8}(?:计划|规划)[^，。；]{0,8})?$"
)
_SHARE_BEFORE = re.compile(r"占[^，。；、]{0,10}$")
_ATTRIBUTE_OK = re.compile(
    r"的(?:[^，。；]{0,4}目标|任务|预期|速度|增长|增速|水平|幅度|成绩|好成绩|要求|比例|标准|底线|以上|历史)"
)
_LATER_NOUN = re.compile(r"[级型类岁档层米度期阶号]")
_RANK_BEFORE = re.compile(
    r"(?:居|列|位|名|排|排名|排在|全国|全省|全市|全球|世界|国内|中西部|西部|东北|中部|省内|同类|城市|地区|升至|升到|上升到|跃升|跃居|进入|进位|保持|稳居|均|获|夺得|荣获|取得|总量|增速|增幅|综合|总分|团体|奖牌榜|金牌榜|市州|副省级|直辖市|市|省份|省|区|沿海|港口|都|双双|并列|评为|评定为|获得|考核|评价|测评|的|前进到|前移|跃至|长三角|珠三角|亚洲|行业|内陆|居于|于|县|百强|板块|考评|为|年|到|至|是|中|三省|五省区|地级市|自治区|五区|名列|指数|率|额|收入|产量|经济|民企|企业|第|省内|系统|同行)(?:第)?[“\"]?$"
)
_ORDINALS = re.compile(r"、[一二三四五六](?:产业|、|期|批|轮|次)")
_RANK_CLOSED = re.compile(r"(?:[，,、。；;！和与及）)]|位|名|$|。|的|以上|左右|，|且|并|增速|”)")
_BUILD_BEFORE = re.compile(
    r"(?:新建|建成|建设|新增|改建|扩建|新改扩建|完成|成立|组建|设立|新设|创建|获得|获批|荣获|新开|开通|投产|竣工|开工|增加|增设|建好|建立|创办|开办|培育|引进|打造|有|达|达到|达成|共|共有|新上|建|修建|投用|关闭|取得|办|办好|办成|开工建设|动工|批准|认定|增至|发展到|新开工|兴建|筹建|实现|推出|培养|夺得|评为|入选|等|分别为|、)$"
)
_BUILD_ONE = re.compile(r"(?:新建|建成|新增|改建|扩建|新改扩建|增设|建成投用|各新建|各建成|各建)$")
_CONCRETE = frozenset("所 家 座 处 户 台 辆 列 张 名 位 套 栋 幢 架 艘 间 部".split())
_EACH = re.compile(r"[每各][^，。；]{0,14}$")
_HAPPENED = re.compile(r"^[^，。]{1,16}(?:获批|获得|荣获|获评|获国|入选|竣工|建成|投产|开工|投用|通车|上市|入围|挂牌)")
_PEOPLE = re.compile(
    r"[^，。、]{0,12}?(?:人口|人员|居民|群众|职工|学生|农民|劳动力|者|贫困|农民工|移民|师生|百姓|老人|儿童|党员|干部|官兵|村民|市民|民众|大学生|工人|儿|就业|军民|人才|代表|旅客|游客|市场主体)"
)
_PEOPLE_LEFT = re.compile(
    r"(?:人口|人数|人员|就业|参保|游客|人才|职工|学生|在校生|从业|受益|惠及|帮助|带动|转移|脱贫|劳动力|新增|用户|毕业生|农民工)[^，。]{0,6}$"
)
_MONEY_LEFT = re.compile(
    r"(?:收入|产值|投资|总额|增加值|余额|利润|税收|存款|贷款|生产总值|GDP|经济总量|销售额|交易额|营收|资产|规模|出口|进口|支出|资金|税额|产业|集群|总量|零售额)(?:的|预计|累计|分别|均|已|将|力争|首次|成功|实现|迈上|超|超过|突破|达|达到|近|逾|约|跨越|为|接近|由|从|[0-9.]{1,6}(?:百|千)?[亿万]?|[、和到至]){0,4}$"
)


def refused(text: str, start: int, end: int, numbers: list[Found], index: int, quotes: list[tuple[int, int]]) -> str:  # noqa: C901, PLR0911, PLR0912
    """Give the id of the rule by which a number states nothing, or the empty string.

    Parameters
    ----------
    text, start, end:
        The passage and the sentence's place in it.
    numbers, index:
        All numbers of the sentence and which of them is asked for.
    quotes:
        Places between quotation marks or title marks in the sentence.
    """
    number = numbers[index]
    before = text[max(start, number.start - 26) : number.start]
    suffix = _SUFFIX.match(text, number.end, end)
    tail_end = number.end if suffix is None else suffix.end()
    after = text[tail_end : min(end, tail_end + 24)]
    after_all = text[number.end : min(end, tail_end + 30)]
    if any(a <= number.start < b for a, b in quotes):
        return "in_name"
    if number.rank:
        return _rank(text, before, after, number)
    if not number.printed and not _bare(number, before, after, text):
        return "no_unit"
    if text[number.start - 1 : number.start].isascii() and text[number.start - 1 : number.start].isalpha():
        return "in_name"
    unit = number.printed
    if _RUN.search(before) and (unit in DESCRIBING or unit in ("次", "届", "位", "天", "个月")):
        return "streak"
    if unit in DESCRIBING and not (
        _SET.search(before)
        and (unit in ("个月", "分", "岁", "度", "周岁") or number.value >= 100 and unit not in ("年", "号"))
    ):
        return "describing"
    if unit in SPANS and not (
        _SET.search(before)
        or "天数" in before
        or unit == "天"
        and not _EVERY.search(before)
        and after[:1] in "，、。；,"
    ):
        return "span"
    if _EVERY.search(before) and before[-1:] in "每第逢满":
        return "per_unit"
    if number.chinese and not _spelled_quantity(number, before, after):
        return "chinese_name"
    if _FROM.search(before) and _REACHES.match(after_all):
        return "baseline"
    if _COMPARED_WITH.search(before) and _GREW.match(after_all):
        return "baseline"
    if unit in _STRUCTURE_UNITS and suffix is None and _structure(before, after, number):
        return "structure"
    return _described(number, _next(numbers, index), before, after, suffix, text, tail_end, end)


def _next(numbers: list[Found], index: int) -> int:
    """Give where the next number with a unit begins, or 0."""
    for number in numbers[index + 1 :]:
        if number.printed:
            return number.start
    return 0


def _described(
    number: Found,
    following: int,
    before: str,
    after: str,
    suffix: re.Match[str] | None,
    text: str,
    tail_end: int,
    end: int,
) -> str:  # noqa: PLR0913
    kind = dimension(number.printed)
    relative = kind in ("share", "points", "times")
    size = None if relative else _SIZE.search(before)
    closed = after[:1] in "，,、。；;和"
    if (
        relative
        and after[:1] == "的"
        and (_OWN_TARGET.match(after) and _COMPARED.search(before) or _SHARE_BEFORE.search(before))
    ):
        return "attribute"
    if after[:1] == "的" and not relative and not _ATTRIBUTE_OK.match(after):
        if size is not None or kind in _MEASURES and not _DONE_BEFORE.search(before):
            return "attribute"
        if _LIMIT_BEFORE.search(before):
            return "attribute"
    if (
        following
        and _PLACES.match(after)
        and not _BOUNDARY.search(text[tail_end:following])
        and not _ACTED_ON.search(before)
    ):
        return "places"
    if kind in _MEASURES and _PLANT.match(after) and not _DONE_BEFORE.search(before):
        return "size"
    if size is not None and (not closed or (_TOTAL.match(size[0]) and not _SPENT.search(before))):
        return "size"
    if suffix is not None and number.printed and after and after[0] not in "，,、。；;和及与）)的":
        if dimension(number.printed) in (
            "money",
            "dollars",
            "voltage",
            "power",
            "capacity_electric",
            "area",
            "mass",
            "length",
            "time",
        ):
            return "threshold"
        clause = re.split("[，,。；;]", text[tail_end:end], maxsplit=1)[0]
        if re.search("[0-9]", clause) and not re.match(r"[^0-9]{0,20}[、和及]", clause):
            return "threshold"
    if kind == "money" and re.match(r"(?:级|企业|项目|产业|集群|园区|工程|县|镇|街|村|强)", after):
        return "threshold"
    if _LATER_NOUN.match(after) and dimension(number.printed) in (
        "mass",
        "power",
        "length",
        "voltage",
        "capacity_electric",
        "money",
        "count",
    ):
        return "grade"
    return ""


def _spelled_quantity(number: Found, before: str, after: str) -> bool:
    """Take 两座 as a quantity after a verb that adds (建成两座), or before a noun that something happened to (两项成果获奖)."""
    if number.value == 1:
        return _BUILD_ONE.search(before) is not None and (number.printed != "个" or _EACH.search(before) is not None)
    if number.printed == "个" and after[:1] in ("", "，", "。"):
        return False
    if number.printed in _CONCRETE and trailing_verb(before):
        return True
    return _BUILD_BEFORE.search(before) is not None or _HAPPENED.search(after) is not None


def _structure(before: str, after: str, number: Found) -> bool:
    if number.printed == "大":
        return True
    if _STRUCTURE.match(after) or _STRUCTURE_NEXT.match(after):
        return True
    if after[:1] in ("”", "》"):
        return True
    if number.printed not in ("条", "项", "个", "份") or _HANDLED.search(before):
        return False
    return after[:1] in ("，", "。", "、", "；", "") and _PUBLISHED.search(before[-6:]) is not None


def _rank(text: str, before: str, after: str, number: Found) -> str:
    if not number.printed:
        return "ordinal"
    if _ORDINALS.match(after):
        return "ordinal"
    if text[number.end - 1] != "位" and not _RANK_CLOSED.match(after):
        return "ordinal"
    return "" if _RANK_BEFORE.search(before) else "ordinal"


def _bare(number: Found, before: str, after: str, text: str) -> bool:
    """Take a number without unit as heads or money where the words around it say so; only with 万 or 亿."""
    if text[number.end - 1 : number.end] not in "万亿多余":
        return False
    if text[number.end - 1] in "多余" and not text[number.end - 2 : number.end - 1] in "万亿":
        return False
    if _MONEY_LEFT.search(before) and (not after or after[0] in "，,、。；;和元大关台以左，增"):
        number.printed = "元"
        return True
    if _PEOPLE.match(after) or (_PEOPLE_LEFT.search(before) and (not after or after[0] in "，,、。；;和")):
        number.printed = "人"
        return True
    return False
