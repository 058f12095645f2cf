"""The place that a document speaks for: 某某市 out of 某某市人民政府 or 某某市政府工作报告."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lantu.model import Passage

_SUFFIX = "(?:特别行政区|自治区|自治州|自治县|自治旗|新区|地区|省|市|州|盟|县|区|旗)"
_NAME = rf"((?:[\u4e00-\u9fff]{{2,8}}?(?:省|自治区))?[\u4e00-\u9fff]{{1,12}}?{_SUFFIX}(?!市))"
_OFFICE = (
    "(?:人民政府|政府|委(?!托|派|员)|人大|政协|代?理?长(?![江期远城])|自治区主席"
    "|第.{1,4}届人民代表大会|国民经济|[0-9]{4}年)"
)
_GIVEN = re.compile(rf"{_NAME}{_OFFICE}")
_MEETING = re.compile(rf"在{_NAME}第.{{1,5}}届人民代表大会")
_NATION = re.compile("第.{1,4}届全国人民代表大会第.{1,4}次会议")
_TITLE = re.compile(
    rf"(?:^|年|关于){_NAME}(?=人民政府|政府|[0-9]{{4}}年|国民|第|关于|.{{0,20}}(?:报告|方案|规划|计划|公报))"
)
_PROVINCE = re.compile("^.{2,8}?(?:省|自治区)(?=.{2,12}(?:市|州|盟|县|区|旗)$)")
_NAMED = re.compile(
    r"《((?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?[\u4e00-\u9fff]{2,8}?(?:省|市|自治州|自治区|盟))[^《》]{4,40}》"
)
_GENERIC = re.compile(
    r"(?:(?:.*[和与及、位代副行])?[全本我各该一]?[省市县区州盟旗]|自治区|自治州|全自治区|全地区|地区)\Z"
)
_BEFORE = re.compile(
    ".*(?:在|代表|关于|中共|市长|省长|州长|主席|印发|按照|落实|围绕|依靠|把握|完成|实施|制定|建设|推进|报经|新一届|[请从向对为将由年的了是日个])"
)
"""What may stand before a place's name in running text and is no part of it."""


def find_place(title: str | None, heading: str | None, lead: Sequence[Passage]) -> str | None:
    """Give the place of the assembly that heard it, else of the title, else the one the lead names most."""
    if any(_NATION.search(passage.text[:120]) for passage in lead[:8]):
        return "全国"
    for passage in lead[:8]:
        for place in _places(_MEETING, passage.text[:120]):
            return place
    for text in (title, heading):
        for place in _places(_TITLE, text or ""):
            return place
    for pattern, reach in ((_GIVEN, 12), (_NAMED, 24)):
        counted = Counter(place for p in lead[:reach] for place in _places(pattern, p.text[:400])).most_common(1)
        if counted:
            return counted[0][0]
    return None


def _places(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for name in pattern.findall(text):
        place = _PROVINCE.sub("", _BEFORE.sub("", name)).replace("市市", "市")
        if len(place) > 1 and _GENERIC.match(place) is None:
            yield place
