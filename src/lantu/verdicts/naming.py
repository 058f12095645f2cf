"""The Chinese words for verdicts, for what a source says of itself and for how far a thing has come.

A line of the working is a sentence: it names none of them by its code. The verdicts' names are those of the site.
"""

from __future__ import annotations

from collections.abc import Mapping

from lantu.model import Status, VerdictKind

CHINESE: Mapping[str, str] = {
    VerdictKind.UNTESTABLE: "不可核验",
    VerdictKind.NOT_COMPARABLE: "口径不可比",
    VerdictKind.UNDETERMINED: "未能判定",
    VerdictKind.CONTESTED: "数据有争议",
    VerdictKind.EXCEEDED: "超额完成",
    VerdictKind.MET: "完成",
    VerdictKind.MET_TO_DATE: "阶段性达标",
    VerdictKind.AHEAD: "超序时",
    VerdictKind.ON_TRACK: "达序时",
    VerdictKind.BEHIND: "滞后",
    VerdictKind.NOT_STARTED: "未推进",
    VerdictKind.NOT_DUE: "未到期",
    VerdictKind.NOT_REPORTED: "未通报",
    VerdictKind.PARTLY_MET: "部分完成",
    VerdictKind.MISSED: "未完成",
    VerdictKind.REVERSED: "倒退",
    VerdictKind.SILENT: "到期未通报",
    Status.DONE: "已完成",
    Status.STARTED: "已启动",
    Status.EXPECTED: "预计完成",
}
