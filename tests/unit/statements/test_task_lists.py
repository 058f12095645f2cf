"""Lists of tasks: goals, offices, deadlines; tasks without a number are acts; progress is reported."""

from __future__ import annotations

import pytest

from lantu.documents import read_text
from lantu.model import Commitment
from lantu.model.records import statement_from_record, statement_record
from lantu.statements import Reading, read_statements
from lantu.statements.tables.deadlines import read_deadline
from lantu.statements.tables.offices import read_offices

from .conftest import told

HEAD = "| 序号 | 任务 | 指标 | 牵头单位 | 配合单位 | 完成时限 |\n| --- | --- | --- | --- | --- | --- |\n"


def read(*rows: str, title: str = "青岚市2023年任务清单", head: str = HEAD) -> Reading:
    return read_statements(read_text(f"# {title}\n\n{head}" + "".join(f"{row}\n" for row in rows), name="list.md"))


def test_a_row_promises_its_goals_by_its_deadline_under_its_offices() -> None:
    reading = read(
        "| 1 | 学前教育扩容 | 新建幼儿园12所，新增学位3600个以上 | 市教育局 |"
        " 市财政局、各区（市、县）政府 | 2023年11月底前 |"
    )

    assert [told(one) for one in reading.commitments] == ["新建幼儿园 = 12 所", "新增学位 ≥ 3600 个"]
    for one in reading.commitments:
        assert (one.led_by, one.supported_by) == (("市教育局",), ("市财政局", "各区（市、县）政府"))
        assert str(one.period) == "../2023-11-30"


def test_who_is_responsible_beside_who_leads_supports() -> None:
    head = "| 序号 | 任务 | 牵头单位 | 责任单位 |\n| --- | --- | --- | --- |\n"
    beside = read("| 1 | 新建公园12处 | 市园林局 | 市城管局、各区政府 |", head=head)
    alone = read("| 1 | 新建公园12处 | 市园林局 |", head="| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n")

    [one], [other] = beside.commitments, alone.commitments
    assert (one.led_by, one.supported_by) == (("市园林局",), ("市城管局", "各区政府"))
    assert (other.led_by, other.supported_by) == (("市园林局",), ())


def test_a_goal_that_is_a_number_alone_counts_what_the_task_names() -> None:
    reading = read("| 1 | 新增养老床位 | 500张以上 | 市民政局 | | 12月底 |")

    [one] = reading.commitments
    assert told(one) == "新增养老床位 ≥ 500 张"
    assert str(one.period) == "../2023-12-31"


def test_a_task_without_a_number_is_an_act() -> None:
    reading = read("| 1 | 1.推进城市更新工作 | | 市住建局 | | 长期坚持 |")

    [act] = reading.acts
    assert (act.indicator, act.led_by, act.quantity) == ("推进城市更新工作", ("市住建局",), None)
    assert reading.commitments == ()


def test_a_task_over_several_rows_is_told_once() -> None:
    reading = read(
        "| 1 | 新建公园12处 | 种树3000棵 | 甲局 | | 2023年 |",
        "| 1 | 新建公园12处 | 植草5公顷 | 乙局 | | 2023年 |",
    )

    assert [told(one) for one in reading.commitments] == ["种树 = 3000 棵", "新建公园 = 12 处", "植草 = 5 公顷"]
    assert reading.acts == ()


PROGRESS = "| 重点事项 | 牵头单位 | 实际进度 |\n| --- | --- | --- |\n"


def test_a_report_of_progress_promises_nothing() -> None:
    reading = read(
        "| 筹集住房15套 | 市住建局 | 筹集住房17套。 |",
        title="海棠市政府工作报告\n\n——2031年1月12日在海棠市第九届人民代表大会第一次会议上",
        head=PROGRESS,
    )

    assert [told(one) for one in reading.observations] == ["筹集住房 = 17 套"]
    assert (reading.commitments, reading.acts) == ((), ())


def test_a_plan_with_its_progress_promises_and_reports() -> None:
    reading = read(
        "| 筹集住房15套 | 市住建局 | 已筹集住房7套。 |", title="海棠市住房行动方案（2031—2033年）", head=PROGRESS
    )

    assert [told(one) for one in reading.commitments] == ["筹集住房 = 15 套"]
    assert [told(one) for one in reading.observations] == ["筹集住房 = 7 套"]


def test_what_stands_below_the_list_is_read_as_before_it() -> None:
    reading = read("| 1 | 建公园 | 新建公园12处 | 甲局 | | 2023年 |", "", "到2025年，新建学校8所。")

    assert [told(one) for one in reading.commitments] == ["新建公园 = 12 处", "新建学校 = 8 所"]
    assert reading.commitments[1].led_by == ()


def test_an_indicator_table_with_offices_gives_them_too() -> None:
    reading = read(
        "| 床位（张） | 100 | 200 | 市民政局 | 市财政局 |",
        title="青岚市规划",
        head="| 指标 | 2020年 | 2025年 | 责任单位 | 配合单位 |\n| --- | --- | --- | --- | --- |\n",
    )

    [one] = reading.commitments
    assert (told(one), one.led_by, one.supported_by) == ("床位 = 200 张", ("市民政局",), ("市财政局",))


def test_a_table_of_projects_by_year_is_one_of_indicators() -> None:
    reading = read(
        "| 床位 | 张 | 100 | 200 |",
        title="青岚市规划",
        head="| 项目 | 单位 | 2020年 | 2025年目标 |\n| --- | --- | --- | --- |\n",
    )

    assert [told(one) for one in reading.commitments] == ["床位 = 200 张"]


def test_offices_survive_the_record() -> None:
    [one] = read("| 1 | 新增养老床位 | 500张以上 | 市民政局 | 市财政局 | 12月底 |").commitments

    back = statement_from_record(statement_record(one, document="list.md", quote="500张以上"))

    assert isinstance(back, Commitment)
    assert (back.led_by, back.supported_by) == (("市民政局",), ("市财政局",))


@pytest.mark.parametrize(
    ("printed", "lead", "support"),
    [
        ("市教育局（牵头），市财政局", ("市教育局",), ("市财政局",)),
        ("牵头单位：市教育局；配合单位：市财政局、市人社局", ("市教育局",), ("市财政局", "市人社局")),
        ("市住建局，各区（市、县）政府", ("市住建局", "各区（市、县）政府"), ()),
        ("市教育局、市财政局（排第一位的为牵头单位）", ("市教育局",), ("市财政局",)),
        ("—", (), ()),
    ],
)
def test_offices_as_lists_print_them(printed: str, lead: tuple[str, ...], support: tuple[str, ...]) -> None:
    assert read_offices(printed, leading=True) == (lead, support)


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("2025年12月底前", "../2025-12-31"),
        ("2025-09-15", "../2025-09-15"),
        ("2025.06", "../2025-06-30"),
        ("2025年2月", "../2025-02-28"),
        ("2023—2025年", "2023-01-01/2025-12-31"),
        ("2025年上半年", "../2025-06-30"),
        ("2025年第三季度", "../2025-09-30"),
        ("2025年6月底前开工，2026年底建成", "../2026-12-31"),
        ("10月底", "../2024-10-31"),
        ("年底前", "../2024-12-31"),
        ("长期坚持", "None"),
        ("2025年13月", "None"),
    ],
)
def test_deadlines_as_lists_print_them(printed: str, days: str) -> None:
    assert str(read_deadline(printed, 2024)[0]) == days
