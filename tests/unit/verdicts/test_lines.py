"""What gates, doubts, goalposts and absence say, whole and in both languages: a reader relies on these sentences."""

from __future__ import annotations

from datetime import date

import pytest

from builders import PLAN, RELEASE, REPORT, a_claim, a_commitment, a_source, an_observation
from lantu.model import Accumulation, Basis, Period, Role, Status
from lantu.verdicts import settle

HALF = Period(date(2022, 1, 1), date(2022, 6, 30))
SOURCES = (
    a_source(PLAN, published=date(2022, 1, 20), roles=(Role.PLAN,)),
    a_source(REPORT, published=date(2023, 1, 20), covers=2022),
)
ADDED = {"basis": Basis.INCREMENT}
LEVEL = {"basis": Basis.LEVEL}
GROWTH = {"basis": Basis.CHANGE}
SHARE = {"basis": Basis.SHARE}


def lines(promised, *told, on=date(2023, 6, 1), sources=SOURCES, **more) -> dict[str, tuple[str, str]]:
    """Settle, and give the lines of the working by their rule."""
    [verdict, *_] = settle([promised], told, on=on, sources=sources, **more)
    return {line.rule: (line.en, line.zh) for line in verdict.working}


@pytest.mark.parametrize(
    ("promised", "told", "rule", "en", "zh"),
    [
        (
            a_commitment("8%", "渔业产值", **GROWTH),
            an_observation("3亿元", "渔业产值", **LEVEL),
            "needs_baseline",
            "promised is growth, reported is a total of the period: needs the value before the period",
            "承诺为增长,通报为期间总量:须有基期值",
        ),
        (
            a_commitment("8%", "地区生产总值", **GROWTH),
            an_observation("300亿元", "地区生产总值", **LEVEL),
            "constant_prices",
            "growth is counted at constant prices, the level is printed at current ones",
            "增速按不变价计算,总量按现价公布",
        ),
        (
            a_commitment("500张", "养老床位", **LEVEL),
            an_observation("600张", "新增养老床位", **ADDED),
            "increment_bounds_level",
            "promised is a level, reported are additions in the period: at least that much stands",
            "承诺为总量,通报为期间新增:只作下限",
        ),
        (
            a_commitment("50%", "驿站覆盖率", **SHARE),
            an_observation("60%", "驿站覆盖率", **GROWTH),
            "basis_differs",
            "promised is a share, reported is growth",
            "承诺为占比,通报为增长",
        ),
        (
            a_commitment("3公里", "新建绿道", place="望海市"),
            an_observation("4公里", "新建绿道", place="望海市城东区"),
            "part_of_place",
            "望海市城东区 is a part of 望海市",
            "望海市城东区 是 望海市 的一部分",
        ),
        (
            a_commitment("3公里", "新建绿道"),
            an_observation("4处", "新建绿道"),
            "units_differ",
            "公里 / 处: other units",
            "公里 / 处:计量单位不同",
        ),
        (
            a_commitment("3000米", "新建绿道"),
            an_observation("4公里", "新建绿道"),
            "convert_unit",
            "1 公里 = 1000 米",
            "1 公里 = 1000 米",
        ),
        (
            a_commitment("3公里", "新建绿道", when=(2022, 2024)),
            an_observation("4公里", "新建绿道", accumulation=Accumulation.CUMULATIVE),
            "cumulative",
            "4 公里 in all: since when is not said",
            "累计 4 公里:未注明起始时间",
        ),
        (
            a_commitment("30亿元", "实现外贸转运额", **LEVEL),
            an_observation("69亿元", "外贸转运额", **LEVEL),
            "may_be_larger_whole",
            "a total of twice its target or more may be that of a larger whole",
            "总量达目标两倍以上,可能为更大范围的数据",
        ),
        (
            a_commitment("50个", "新建省级湿地保护园"),
            an_observation("119个", "建设省级湿地保护园"),
            "may_be_stock",
            "promised is what is new; the report does not say that all of this is",
            "承诺为新增,通报未说明全部为新增",
        ),
        (
            a_commitment(None, "建成市民健康中心"),
            an_observation(None, "建成市民健康中心", status=Status.STARTED),
            "only_started",
            "reported as started, promised as done",
            "通报为已启动,承诺为完成",
        ),
        (
            a_commitment(None, "建成市民健康中心"),
            an_observation(None, "建成市民健康中心"),
            "act_reported_done",
            "the report gives the act as done",
            "通报称该事项已完成",
        ),
        (
            a_commitment("40处", "新建驿站"),
            an_observation("30处", "新建驿站"),
            "pairing",
            "agree: 驿站; only promised: —; only reported: —",
            "相同:驿站;仅承诺:—;仅通报:—",
        ),
    ],
)
def test_a_line_of_one_figure(promised, told, rule, en, zh):
    assert lines(promised, told).get(rule) == (en, zh)


def test_growth_and_sums_that_may_be_of_several_years_say_so():
    summed = [an_observation(f"{count}公里", "改造乡间水渠", when=(2018, 2022)) for count in (310, 520, 640)]
    growth = lines(a_commitment("10.5%", "渔业产值", **GROWTH), an_observation("48.5%", "渔业产值", **GROWTH), *summed)
    total = lines(a_commitment("200万亩", "治理沙丘草场"), an_observation("1060万亩", "治理沙丘草场"), *summed)

    assert growth["growth_of_years"] == (
        "so much growth may be that of the several years that the document also sums up",
        "文件同时回顾多年,该增幅可能为多年累计",
    )
    assert total["sum_of_years"] == (
        "so many may be those of the several years that the document also sums up",
        "文件同时回顾多年,该数可能为多年合计",
    )


def test_the_value_before_the_period_is_written_with_its_day():
    before = an_observation("300张", "养老床位", when=2021, document=RELEASE, **LEVEL)
    now = an_observation("420张", "养老床位", **LEVEL)
    told = lines(a_commitment("100张", "新增养老床位"), now, before)

    assert told["baseline"] == (
        "before the period, on 2021-12-31: [300, 300]",
        "基期值,截至 2021-12-31:[300, 300]",
    )


def test_an_earlier_day_of_what_adds_up_is_written_as_the_least():
    release = a_source(RELEASE, published=date(2024, 1, 20), covers=2023)
    promised = a_commitment("40处", "新建驿站", when=(2022, 2024))
    running = {"accumulation": Accumulation.CUMULATIVE}
    least = an_observation("9处", "新建公办驿站", when=2022)
    most = an_observation("30处", "新建驿站", when=2023, document=RELEASE, **running)
    told = lines(promised, least, most, on=date(2024, 6, 1), sources=(*SOURCES, release))

    assert told["reported"][0].endswith("as of 2023-12-31: [9, 30] 处")


def test_absence_names_where_was_looked_and_the_day_of_grace():
    assert lines(a_commitment("40处", "新建驿站", when=(2022, 2023)), on=date(2023, 6, 1)) == {
        "searched": ("searched: report.txt; found nothing", "已查:report.txt;未见数据"),
        "deadline": (
            "due on 2023-12-31, with 120 days of grace on 2024-04-29; seen on 2023-06-01",
            "时限 2023-12-31,宽限 120 天至 2024-04-29;判定日 2023-06-01",
        ),
    }
    assert lines(a_commitment("40处", "新建驿站"))["final_report"] == (
        "report.txt reviews the whole of 2022-01-01/2022-12-31",
        "report.txt 已回顾 2022-01-01/2022-12-31 全期",
    )


@pytest.mark.parametrize(
    ("on", "soon"),
    [(date(2022, 10, 31), False), (date(2022, 11, 1), True), (date(2022, 12, 31), True), (date(2023, 1, 1), False)],
)
def test_sixty_days_before_its_deadline_a_promise_is_due_soon(on, soon):
    [verdict] = settle([a_commitment("40处", "新建驿站")], [], on=on, sources=SOURCES[:1])

    assert ("due_soon" in verdict.flags) is soon


@pytest.mark.parametrize(
    ("says", "told", "en", "zh"),
    [
        ("met", "100处", "the source itself says 'met': its number agrees", "来源自评“完成”,其数据相符"),
        (
            "exceeded",
            "90处",
            "the source itself says 'exceeded': its number does not show it",
            "来源自评“超额完成”,其数据不能证明",
        ),
        ("ahead", None, "the source says 'ahead' and gives no number", "来源自评“超序时”,未给出数据"),
    ],
)
def test_what_the_source_says_of_itself_is_written_beside_its_number(says, told, en, zh):
    observed = [] if told is None else [an_observation(told, "新建驿站")]
    claim = a_claim(says, "新建驿站", about=tuple(each.id for each in observed))

    assert lines(a_commitment("100处", "新建驿站"), *observed, claims=[claim])["claim"] == (en, zh)


@pytest.mark.parametrize(
    ("later", "rule", "en", "zh"),
    [
        (("120处", (2022, 2024)), "raised", "120 处 by 2024-12-31", "上调为 120 处,时限 2024-12-31"),
        (("80处", (2022, 2024)), "lowered", "80 处 by 2024-12-31", "下调为 80 处,时限 2024-12-31"),
        (("100处", (2022, 2024)), "restated", "100 处 by 2024-12-31", "重申为 100 处,时限 2024-12-31"),
        (("100处", (2022, 2025)), "deferred", "100 处 by 2025-12-31", "延期为 100 处,时限 2025-12-31"),
        (("100处", (2022, 2023)), "brought_forward", "100 处 by 2023-12-31", "提前为 100 处,时限 2023-12-31"),
    ],
)
def test_a_goalpost_that_moved_says_where_and_to_what(later, rule, en, zh):
    printed, when = later
    original = a_commitment("100处", "新建驿站", when=(2022, 2024))
    again = a_commitment(printed, "新建驿站", when=when, document=RELEASE)
    sources = (SOURCES[0], a_source(RELEASE, published=date(2023, 1, 20), covers=2022, roles=(Role.PLAN,)))
    [verdict, _] = settle([original, again], [], on=date(2023, 2, 1), sources=sources)
    [line] = [line for line in verdict.working if line.rule == f"goalpost_{rule}"]

    assert verdict.restated_by == again.id
    assert line.en == f"{rule} in release.txt: {en}; this verdict is on the original"
    assert line.zh == f"release.txt 中{zh};本判定针对原承诺"
