"""Lists: what the items share is given to each of them."""

from __future__ import annotations

import pytest

from .conftest import planned, reported


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新建口袋公园12个、健身步道30公里。", ["新建口袋公园 = 12 个", "新建健身步道 = 30 公里"]),
        ("建成3座变电站、2座污水厂。", ["建成变电站 = 3 座", "建成污水厂 = 2 座"]),
        ("新招引港航企业40家、科技服务企业25家。", ["新招引港航企业 = 40 家", "新招引科技服务企业 = 25 家"]),
        ("建成15个市级、60个区级社区托老站。", ["建成市级社区托老站 = 15 个", "建成区级社区托老站 = 60 个"]),
        ("引进船员500人、工程师80人以上。", ["引进船员 = 500 人", "引进工程师 ≥ 80 人"]),
    ],
)
def test_the_items_of_a_list_share_their_verb_and_noun(sentence: str, expected: list[str]) -> None:
    assert planned(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "城乡居民人均可支配收入分别增长6.1%、7.3%。",
            ["城镇居民人均可支配收入 = 6.1 %", "农村居民人均可支配收入 = 7.3 %"],
        ),
        ("贝类、藻类养殖面积分别达到4万亩、9万亩。", ["贝类养殖面积 = 40000 亩", "藻类养殖面积 = 90000 亩"]),
        ("货运量、客运量分别增长8%和5%左右。", ["货运量 = 8 %", "客运量 ~ 5 %"]),
        (
            "造船、纺织两大传统产业分别实现产值210亿元和95亿元。",
            ["造船传统产业实现产值 = 21000000000 元", "纺织两大传统产业实现产值 = 9500000000 元"],
        ),
        (
            "接待游客800万人次,旅游收入66亿元,分别增长12%和15%。",
            ["接待游客 = 8000000 人次", "旅游收入 = 6600000000 元", "接待游客 = 12 %", "旅游收入 = 15 %"],
        ),
        (
            "金融机构本外币存、贷款余额分别为900亿元和780亿元。",
            ["金融机构本外币存款余额 = 90000000000 元", "金融机构本外币贷款余额 = 78000000000 元"],
        ),
    ],
)
def test_values_in_order_belong_to_subjects_in_order(sentence: str, expected: list[str]) -> None:
    assert reported(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("渔业产值88亿元,增长4%。", ["渔业产值 = 8800000000 元", "渔业产值 = 4 %"]),
        ("新登记个体户2万户、总量达31万户。", ["新登记个体户 = 20000 户", "个体户总量 = 310000 户"]),
        ("重点项目开工52个,竣工31个。", ["重点项目开工 = 52 个", "重点项目竣工 = 31 个"]),
        ("制定政府规章6件、废止2件。", ["制定政府规章 = 6 件", "政府规章废止 = 2 件"]),
        ("认定省级工程中心3家、市级11家。", ["认定省级工程中心 = 3 家", "认定市级工程中心 = 11 家"]),
        ("新建公路80公里,其中高速公路20公里。", ["新建公路 = 80 公里", "新建高速公路 = 20 公里"]),
        ("新签约亿元以上项目60个,其中10亿元以上7个。", ["新签约亿元以上项目 = 60 个", "新签约10亿元以上项目 = 7 个"]),
        (
            "第三产业增加值420亿元,占地区生产总值55%。",
            ["第三产业增加值 = 42000000000 元", "第三产业增加值占地区生产总值 = 55 %"],
        ),
    ],
)
def test_what_an_item_elides_comes_from_the_one_before(sentence: str, expected: list[str]) -> None:
    assert reported(sentence) == expected


def test_two_counts_of_one_thing_share_the_noun_after_them() -> None:
    assert reported("解决了4万户、12万人的饮水问题。") == ["解决饮水问题 = 40000 户", "解决饮水问题 = 120000 人"]


def test_a_number_of_people_and_what_they_got_are_two_statements() -> None:
    assert reported("为640家商户发放稳岗补贴2.1亿元。") == [
        "商户发放稳岗补贴 = 640 家",
        "发放稳岗补贴 = 210000000 元",
    ]


def test_examples_are_left_out_where_the_noun_says_enough() -> None:
    assert planned("形成海洋装备、生物制药、新型储能等4个千亿级产业集群。") == ["千亿级产业集群 = 4 个"]


def test_a_bare_total_is_about_the_clause_before() -> None:
    assert reported("渔港建设提速,完成投资9亿元。") == ["渔港建设提速完成投资 = 900000000 元"]


def test_things_taken_away_shrink_by_the_share_told_after_them() -> None:
    assert reported("第三批改革取消审批事项90项,减幅达12%。") == ["第三批改革取消审批事项 = 90 项", "审批事项 = 12 %"]


def test_one_thing_in_two_measures_keeps_its_name() -> None:
    assert planned("筹建和收购保障房9万平方米、2000套。") == [
        "筹建和收购保障房 = 90000 平方米",
        "筹建和收购保障房 = 2000 套",
    ]


def test_whom_a_thing_reaches_is_told_with_the_thing() -> None:
    assert reported("改造渔港12处,惠及渔民3万人。")[1] == "渔港惠及渔民 = 30000 人"


def test_an_item_after_a_semicolon_takes_over_the_indicator() -> None:
    assert planned("到2032年,海缆达到300公里;到2035年,达到500公里。") == ["海缆 = 300 公里", "海缆 = 500 公里"]


def test_numbers_of_a_list_share_the_unit_each_with_its_own_scale() -> None:
    assert reported("港区、湾区日均客流量分别达140万、95万人次。") == [
        "港区客流量 = 1400000 人次",
        "湾区日均客流量 = 950000 人次",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("渔获量增长5%,在全国沿海城市中居第7位。", ["渔获量 = 5 %", "渔获量全国沿海城市中 = 7 位"]),
        ("城市管理得到加强,在全省文明测评中居第3位。", ["文明测评中 = 3 位"]),
        ("渔港投资30亿元,为年度计划的111%。", ["渔港投资 = 3000000000 元", "渔港投资 = 111 %"]),
        ("新增渔业企业70家(力争100家)、船厂5家。", ["新增渔业企业 = 70 家", "新增船厂 = 5 家"]),
        ("会议、文件比上年均减少三分之一。", ["会议、文件 = 33.333 %"]),
        ("渔业保险标准5年提高60%。", ["渔业保险标准 = 60 %"]),
        ("客运量2000万人次,在上年增长14.3%的基础上,又增长12.7%。", ["客运量 = 20000000 人次", "客运量 = 12.7 %"]),
        ("蓝湾10万吨冷藏技改、东港渔机制造等重大项目开工。", []),
    ],
)
def test_what_a_number_is_of_stands_in_the_clause_before(sentence: str, expected: list[str]) -> None:
    assert reported(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "1个县、6个乡镇、60个村入选全省百强。",
            ["县入选全省百强 = 1 个", "乡镇入选全省百强 = 6 个", "村入选全省百强 = 60 个"],
        ),
        ("渔业收入由全国第21位前移至第15位。", ["渔业收入 = 15 位"]),
        ("创新指数居全国第11位、西部第1位。", ["创新指数全国 = 11 位", "创新指数西部 = 1 位"]),
        ("推进渔港更新工程,完成1.5万户改造。", ["渔港更新工程改造 = 15000 户"]),
        ("参与“三变”改革渔村529个。", ["参与“三变”改革渔村 = 529 个"]),
        ("撤并34所20人以下小规模学校。", ["撤并20人以下小规模学校 = 34 所"]),
        ("渔业产值6亿元、比增3.05%。", ["渔业产值 = 600000000 元", "渔业产值 = 3.05 %"]),
    ],
)
def test_what_follows_or_precedes_a_list_belongs_to_each_member(sentence: str, expected: list[str]) -> None:
    assert reported(sentence) == expected


def test_small_chinese_numerals_of_a_list_are_counted_and_figures_of_speech_are_not() -> None:
    assert reported("建成渔港十二处,新建三个公园、两座广场。") == [
        "建成渔港 = 12 处",
        "新建公园 = 3 个",
        "新建广场 = 2 座",
    ]
    assert reported("渔家文化走进千家万户。") == []


def test_a_comparison_with_last_year_makes_no_plan_a_report() -> None:
    assert planned("渔港投资比上年增长8%。") == ["渔港投资 = 8 %"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("分别新建12所、8所渔业小学和渔业中学。", ["新建渔业小学 = 12 所", "新建渔业中学 = 8 所"]),
        ("新增12所、8所的分别是渔业小学和渔业中学。", ["新增渔业小学 = 12 所", "新增渔业中学 = 8 所"]),
        ("分别增长5%、6%的是渔业产值和渔民收入。", ["渔业产值 = 5 %", "渔民收入 = 6 %"]),
        ("新建12所、8所渔业学校。", ["新建渔业学校 = 12 所", "新建渔业学校 = 8 所"]),
    ],
)
def test_members_named_after_their_numbers_are_given_out_in_order(sentence: str, expected: list[str]) -> None:
    assert reported(sentence) == expected
