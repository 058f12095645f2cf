"""Before any arithmetic: may this figure be held against that promise? Each refusal has its reason."""

from __future__ import annotations

from datetime import date

import pytest

from builders import a_commitment, an_observation
from lantu.model import (
    Accumulation,
    Basis,
    Comparability,
    Direction,
    Observation,
    Period,
    Reason,
    Status,
)
from lantu.verdicts.comparison import Comparison, Use
from lantu.verdicts.gate import compare
from lantu.verdicts.likeness import likeness
from lantu.verdicts.words import read_wording


def gated(commitment, observation: Observation) -> Comparison:
    ours, theirs = read_wording(commitment.indicator), read_wording(observation.indicator)
    return compare(
        commitment,
        observation,
        ours=ours,
        theirs=theirs,
        alike=likeness(ours.core, theirs.core),
        promised=commitment.period,
        reported=observation.period,
    )


def words(promised: str, reported: str) -> Comparison:
    return gated(a_commitment("50个", promised), an_observation("50个", reported))


@pytest.mark.parametrize(
    ("promised", "reported", "reason"),
    [
        ("省级临床重点专科", "市级临床重点专科", Reason.TIER),
        ("新改扩建幼儿园", "新改扩建小学", Reason.POPULATION),
        ("公办托育园所", "社会办托育园所", Reason.POPULATION),
        ("城镇困难家庭住房保障", "农村困难家庭住房保障", Reason.POPULATION),
        ("居家养老服务设施", "医养结合养老服务设施", Reason.POPULATION),
        ("新建农贸市场", "改造农贸市场", Reason.DEFINITION),
        ("引进工匠人才", "培训工匠人才", Reason.DEFINITION),
        ("人均公园面积", "公园面积", Reason.DEFINITION),
        ("冷链产业产值", "冷链产业税收", Reason.DEFINITION),
        ("开工水库除险工程", "竣工水库除险工程", Reason.STATUS),
        ("主城区公共厕所", "县城公共厕所", Reason.AREA),
        ("新增加油站", "关停加油站", Reason.DIRECTION),
        ("筹建保障性住房", "筹建保障性租赁住房", Reason.DEFINITION),
        ("增加冷链运力指标", "压减冷链运力指标", Reason.DIRECTION),
        ("渔家乐星级评定单位", "农机社星级评定单位", Reason.DEFINITION),
        ("亿元以上技改项目", "10亿元以上技改项目", Reason.DEFINITION),
        ("冷链产值占规上工业产值比重", "冷链产值占农业产值比重", Reason.DENOMINATOR),
    ],
)
def test_wordings_that_exclude_each_other_are_refused_with_the_reason(promised, reported, reason):
    found = words(promised, reported)

    assert found.comparability is Comparability.NOT_COMPARABLE
    assert reason in found.refusals
    assert found.lines


def test_another_whole_is_another_denominator():
    promised = a_commitment("30%", "冷链比重占规上工业比重", basis=Basis.SHARE)
    reported = an_observation("30%", "冷链比重占农业比重", basis=Basis.SHARE)

    assert Reason.DENOMINATOR in gated(promised, reported).refusals


def test_a_share_of_a_whole_is_not_the_thing_itself():
    promised = a_commitment("15%", "冷链产业增加值", basis=Basis.CHANGE)
    reported = an_observation("27%", "冷链产业增加值占地区生产总值比重", basis=Basis.SHARE)

    assert Reason.DEFINITION in gated(promised, reported).refusals


def test_a_share_may_leave_its_whole_unsaid():
    promised = a_commitment("27%", "冷链产业增加值占比", basis=Basis.SHARE)
    reported = an_observation("27%", "冷链产业增加值占地区生产总值比重", basis=Basis.SHARE)

    assert gated(promised, reported).comparability is Comparability.EXACT


@pytest.mark.parametrize(
    ("promised", "reported", "comparability"),
    [
        ("临床重点专科", "省级临床重点专科", Comparability.SUBSET),
        ("省级以上临床重点专科", "省级临床重点专科", Comparability.SUBSET),
        ("省级临床重点专科", "临床重点专科", Comparability.SUPERSET),
        ("省级临床重点专科", "省级以上临床重点专科", Comparability.SUPERSET),
        ("公办托育园所", "托育园所", Comparability.SUPERSET),
        ("新建农贸市场", "新改扩建农贸市场", Comparability.SUPERSET),
        ("新改扩建农贸市场", "新建农贸市场", Comparability.SUBSET),
        ("技改示范车间", "亿元以上技改示范车间", Comparability.SUBSET),
        ("冷库、批发市场", "冷库", Comparability.SUBSET),
        ("冷库", "冷库、粮仓", Comparability.SUPERSET),
        ("江滨码头仓储中心", "仓储中心", Comparability.SUPERSET),
        ("仓储中心", "江滨码头仓储中心", Comparability.SUBSET),
        ("城乡公共浴室", "公共浴室", Comparability.EXACT),
        ("公共浴室", "公共浴室", Comparability.EXACT),
        ("1000吨以下渔船拆解", "渔船拆解", Comparability.EXACT),
    ],
)
def test_a_part_narrows_and_a_whole_widens(promised, reported, comparability):
    assert words(promised, reported).comparability is comparability


def test_narrower_in_one_respect_and_wider_in_another_bounds_nothing():
    found = words("省级公共浴室", "公办公共浴室")

    assert found.comparability is Comparability.NOT_COMPARABLE
    assert found.reason is Reason.DEFINITION
    assert found.refusals == ()


def test_other_units_are_refused():
    found = gated(a_commitment("400公顷", "湿地公园"), an_observation("56个", "湿地公园"))

    assert found.reason is Reason.UNIT


def test_units_of_one_dimension_convert():
    found = gated(a_commitment("400公顷", "湿地公园"), an_observation("6000亩", "湿地公园"))

    assert found.comparability is Comparability.EXACT
    assert found.factor * 15 == 1


@pytest.mark.parametrize(
    ("promised", "reported", "use", "reason"),
    [
        (Basis.INCREMENT, Basis.INCREMENT, Use.VALUE, None),
        (Basis.LEVEL, Basis.INCREMENT, Use.LOWER_BOUND, None),
        (Basis.INCREMENT, Basis.LEVEL, Use.STOCK_DIFFERENCE, None),
        (Basis.LEVEL, Basis.LEVEL, Use.VALUE, None),
    ],
)
def test_level_and_increment_meet_only_as_the_words_allow(promised, reported, use, reason):
    found = gated(a_commitment("50个", "孵化器", basis=promised), an_observation("50个", "孵化器", basis=reported))

    assert found.use is use
    assert found.reason is reason


def test_growth_promised_and_level_reported_needs_the_level_before():
    promised = a_commitment("15%", "专利保有", basis=Basis.CHANGE, direction=Direction.UP)
    reported = an_observation("9万件", "专利保有", basis=Basis.LEVEL)

    assert gated(promised, reported).use is Use.GROWTH_OF_LEVELS


def test_a_rise_in_years_and_a_level_reported_needs_the_difference_not_the_growth_in_per_cent():
    promised = a_commitment("0.5年", "国民平均受教育年限", basis=Basis.CHANGE, direction=Direction.UP, when=2022)
    reported = an_observation("9年", "国民平均受教育年限", basis=Basis.LEVEL, when=2022)

    assert gated(promised, reported).use is Use.STOCK_DIFFERENCE


def test_a_count_promised_and_growth_reported_is_another_basis():
    promised = a_commitment("4000家", "小微企业")
    reported = an_observation("39%", "小微企业", basis=Basis.CHANGE, direction=Direction.UP)

    assert gated(promised, reported).refusals == (Reason.BASIS,)


def test_a_rank_answers_no_amount():
    promised = a_commitment("80亿元", "技术交易额", basis=Basis.LEVEL)

    assert Reason.BASIS in gated(promised, an_observation("1位", "技术交易额", basis=Basis.RANK)).refusals


@pytest.mark.parametrize(
    ("promised", "reported", "reason"),
    [
        (2022, 2021, Reason.PERIOD),
        (2022, 2023, Reason.PERIOD),
        (2022, (2018, 2022), Reason.PERIOD),
        (2022, None, Reason.PERIOD),
        (2022, 2022, None),
        (2022, Period(date(2022, 1, 1), date(2022, 10, 31)), None),
        ((2022, 2024), 2022, None),
    ],
)
def test_a_figure_of_other_days_is_refused(promised, reported, reason):
    found = gated(a_commitment("50个", when=promised), an_observation("50个", when=reported))

    assert found.reason is reason


def test_a_five_year_average_is_no_value_of_one_year():
    promised = a_commitment("7%", "渔业产值", basis=Basis.CHANGE)
    reported = an_observation("9%", "渔业产值", basis=Basis.CHANGE, accumulation=Accumulation.ANNUAL_AVERAGE)

    assert gated(promised, reported).reason is Reason.PERIOD


def test_the_growth_of_the_last_quarter_is_not_the_growth_of_the_year():
    promised = a_commitment("7%", "渔业产值", basis=Basis.CHANGE)
    quarter = Period(date(2022, 10, 1), date(2022, 12, 31))

    assert gated(promised, an_observation("9%", "渔业产值", basis=Basis.CHANGE, when=quarter)).reason is Reason.PERIOD


def test_a_stock_counts_from_whenever_it_began():
    promised = a_commitment("50个", "公共浴室总量", basis=Basis.LEVEL)
    reported = an_observation("50个", "公共浴室总量", basis=Basis.LEVEL, when=(2010, 2022))

    assert gated(promised, reported).comparability is Comparability.EXACT


def test_something_started_does_not_answer_a_promise_to_finish():
    started = an_observation("50个", "公共浴室", status=Status.STARTED)

    assert gated(a_commitment("50个", "建成公共浴室"), started).reason is Reason.STATUS
    assert gated(a_commitment("50个", "推进公共浴室"), started).comparability is Comparability.EXACT


def test_another_place_is_refused_and_a_part_of_the_place_narrows():
    promised = a_commitment("50个", place="临江市")

    assert gated(promised, an_observation("50个", place="望海市")).reason is Reason.AREA
    assert gated(promised, an_observation("50个", place="临江市北区")).comparability is Comparability.SUBSET
    assert gated(promised, an_observation("50个", place=None)).comparability is Comparability.EXACT


def test_the_share_of_a_part_bounds_nothing():
    promised = a_commitment("98%", "公共浴室覆盖率", basis=Basis.SHARE)
    reported = an_observation("99%", "省级公共浴室覆盖率", basis=Basis.SHARE)

    assert gated(promised, reported).reason is Reason.DEFINITION


def test_an_adjusted_base_is_another_denominator():
    promised = a_commitment("7%", "渔业税收", basis=Basis.CHANGE)
    reported = an_observation("6%", "渔业税收扣除留抵退税因素", basis=Basis.CHANGE)

    assert gated(promised, reported).reason is Reason.DENOMINATOR


@pytest.mark.parametrize(
    ("promised", "reported", "reason"),
    [
        ("引进市外合作资金", "引进省内合作资金", Reason.AREA),
        ("引进市外合作资金", "引进合作资金", Reason.AREA),
        ("新增蚕桑龙头企业", "申报蚕桑龙头企业", Reason.STATUS),
    ],
)
def test_other_funds_and_what_was_only_applied_for_do_not_answer(promised, reported, reason):
    assert words(promised, reported).reason is reason


def test_units_above_a_size_are_a_part_of_all():
    assert words("仓储企业", "规上仓储企业").comparability is Comparability.SUBSET
    assert words("规模以上仓储企业", "规上仓储企业").comparability is Comparability.EXACT


def test_extending_and_renewing_are_told_in_many_words():
    assert words("新建扩建乡间书屋", "新改建乡间书屋").comparability is Comparability.EXACT
    assert words("维修加固石桥", "改造石桥").comparability is Comparability.EXACT


@pytest.mark.parametrize(
    ("promised", "reported", "line"),
    [
        (
            "新建冷库",
            "新建冷库、批发市场",
            (
                "list_reported",
                "one number was reported for several things: 新建冷库、批发市场",
                "合并计数:新建冷库、批发市场",
            ),
        ),
        (
            "新建冷库、批发市场",
            "新建冷库",
            (
                "list_promised",
                "one number was promised for several things: 新建冷库、批发市场",
                "合并承诺:新建冷库、批发市场",
            ),
        ),
        (
            "冷链产业占规上工业比重",
            "冷链产业占地区生产总值比重",
            ("other_whole", "a share of 规上工业 / of 地区生产总值", "占规上工业 / 占地区生产总值:分母不同"),
        ),
        (
            "冷链产业占规上工业比重",
            "冷链产业产值",
            ("share_of_whole", "a share of 规上工业 is not the thing itself", "占规上工业的比重不是该指标本身"),
        ),
        (
            "投资3000万元以上冷库",
            "投资5000万元以上冷库",
            (
                "size_differs",
                "投资3000万元以上 / 投资5000万元以上: other sizes",
                "投资3000万元以上 / 投资5000万元以上:规模门槛不同",
            ),
        ),
        (
            "冷库",
            "投资3000万元以上冷库",
            ("size_differs", "— / 投资3000万元以上: other sizes", "— / 投资3000万元以上:规模门槛不同"),
        ),
        (
            "新建冷库",
            "新建水产品批发市场冷库",
            (
                "words_added",
                "— / 水产品批发市场: the report speaks of a part",
                "— / 水产品批发市场:通报只涉及其中一部分",
            ),
        ),
        (
            "新建水产品批发市场冷库",
            "新建冷库",
            ("words_dropped", "水产品批发市场 / —: the report speaks of more", "水产品批发市场 / —:通报范围更宽"),
        ),
        (
            "渔家乐星级评定单位",
            "农机社星级评定单位",
            ("words_differ", "渔家乐 / 农机社: the words differ", "渔家乐 / 农机社:用词不同"),
        ),
        (
            "省级临床重点专科",
            "市级临床重点专科",
            ("qualifier_tier", "省级 / 市级: another administrative tier", "省级 / 市级:层级不同"),
        ),
    ],
)
def test_the_gate_says_what_it_saw_in_both_languages(promised, reported, line):
    found = {each.rule: each for each in words(promised, reported).lines}
    rule, en, zh = line

    assert (found[rule].en, found[rule].zh) == (en, zh)


@pytest.mark.parametrize(
    ("promised", "told", "rule", "en", "zh"),
    [
        (
            a_commitment("50%", "驿站覆盖率", basis=Basis.SHARE, place="望海市"),
            an_observation("60%", "驿站覆盖率", basis=Basis.SHARE, place="望海市城东区"),
            "no_bound",
            "a share, rate or average of a part bounds nothing",
            "部分的比率或均值不能作为上下限",
        ),
        (
            a_commitment("5处", "新建驿站", place="望海市"),
            an_observation("5处", "新建驿站", place="临江县"),
            "places_differ",
            "望海市 / 临江县: other places",
            "望海市 / 临江县:地域不同",
        ),
        (
            a_commitment("5处", "新建驿站"),
            an_observation("5处", "新建驿站", when=None),
            "undated_evidence",
            "the report gives no days for this figure",
            "通报未注明该数据的期间",
        ),
        (
            a_commitment("5处", "新建驿站"),
            an_observation("5处", "新建驿站", when=2021),
            "other_days",
            "2021-01-01/2021-12-31 against 2022-01-01/2022-12-31: before the promise begins",
            "2021-01-01/2021-12-31 与 2022-01-01/2022-12-31:早于承诺期间",
        ),
        (
            a_commitment("5处", "新建驿站"),
            an_observation("5处", "新建驿站", when=(2022, 2023)),
            "other_days",
            "2022-01-01/2023-12-31 against 2022-01-01/2022-12-31: reaches beyond the deadline",
            "2022-01-01/2023-12-31 与 2022-01-01/2022-12-31:超出承诺时限",
        ),
        (
            a_commitment("5处", "新建驿站"),
            an_observation("5处", "新建驿站", when=(2021, 2022)),
            "other_days",
            "2021-01-01/2022-12-31 against 2022-01-01/2022-12-31: counts earlier days too",
            "2021-01-01/2022-12-31 与 2022-01-01/2022-12-31:包含更早期间",
        ),
        (
            a_commitment("5%", "渔业产值", basis=Basis.CHANGE),
            an_observation("5%", "渔业产值", basis=Basis.CHANGE, when=Period(date(2022, 7, 1), date(2022, 12, 31))),
            "other_days",
            "2022-07-01/2022-12-31 against 2022-01-01/2022-12-31: the growth of a part of the period only",
            "2022-07-01/2022-12-31 与 2022-01-01/2022-12-31:仅为部分期间的增速",
        ),
        (
            a_commitment("5%", "渔业产值", basis=Basis.CHANGE),
            an_observation("5%", "渔业产值", basis=Basis.CHANGE, accumulation=Accumulation.ANNUAL_AVERAGE),
            "annual_average",
            "an annual average over 2022-01-01/2022-12-31 is not the value of one year",
            "2022-01-01/2022-12-31 的年均值不是单年数值",
        ),
    ],
)
def test_days_places_and_shares_are_refused_in_a_whole_sentence(promised, told, rule, en, zh):
    found = gated(promised, told)

    assert [(line.en, line.zh) for line in found.lines if line.rule == rule] == [(en, zh)]
    assert found.comparability is Comparability.NOT_COMPARABLE


def test_less_in_one_respect_and_more_in_another_bounds_nothing():
    told = an_observation("600处", "新增公办驿站", accumulation=Accumulation.CUMULATIVE)
    found = gated(a_commitment("500处", "新增驿站"), told)

    assert (found.comparability, found.reason) == (Comparability.NOT_COMPARABLE, Reason.DEFINITION)
    assert (found.lines[-1].rule, found.lines[-1].zh) == ("less_and_more", "一方面更窄,另一方面更宽:既非下限也非上限")


def test_a_promise_to_begin_is_not_failed_by_a_figure_that_names_no_stage():
    assert words("启动建设海水养殖基地", "海水养殖基地").comparability is Comparability.SUBSET


def test_a_promise_to_begin_is_answered_by_what_was_begun():
    assert words("启动建设海水养殖基地", "开工建设海水养殖基地").comparability is Comparability.EXACT
