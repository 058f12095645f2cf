"""Candidates come from an index of what is counted; a score depends on the pair alone."""

from __future__ import annotations

import time
from datetime import date

from builders import REPORT, a_commitment, a_source, an_observation
from lantu.model import Period
from lantu.verdicts import settle
from lantu.verdicts.evidence import ACCEPT
from lantu.verdicts.likeness import likeness
from lantu.verdicts.pairing import CANDIDATES, Index, grams
from lantu.verdicts.scoring import confidence, score
from lantu.verdicts.words import read_wording


def sure(promised: str, reported: str, dropped: int = 0) -> float:
    ours, theirs = read_wording(promised), read_wording(reported)
    return confidence(score(likeness(ours.core, theirs.core), ours, theirs, dropped))


def found(indicator: str, *indicators: str) -> list[str]:
    index = Index([an_observation("5个", each) for each in indicators])
    return [each.observation.indicator for each in index.candidates(a_commitment("5个", indicator))]


def test_the_most_alike_comes_first():
    told = ("新建冷链物流园区", "新建社区直饮水点", "直饮水管网", "新建城市书房")

    assert found("社区直饮水点", *told)[0] == "新建社区直饮水点"
    assert "新建城市书房" not in found("社区直饮水点", *told)


def test_at_most_a_few_candidates_are_looked_at():
    assert len(found("社区直饮水点", *["社区直饮水点"] * 50)) == CANDIDATES


def test_figures_of_other_years_do_not_crowd_out_the_one_of_the_year():
    told = [an_observation("5个", "社区直饮水点", when=year) for year in range(1990, 2024)]
    promised = a_commitment("5个", "社区直饮水点", when=2022)

    years = {each.observation.period for each in Index(told).candidates(promised, promised.period)}
    assert years == {Period.year(2021), Period.year(2022)}


def test_nothing_alike_finds_nothing():
    assert found("社区直饮水点", "高速公路", "渔业产值") == []


def test_pairs_of_neighbours_stand_for_a_core():
    assert grams("直饮水") == ("直饮", "饮水")
    assert grams("库") == ("库",)


def test_equal_specific_words_are_surer_than_equal_general_ones():
    assert sure("社区直饮水点", "社区直饮水点") > 0.9
    assert sure("项目", "项目") < ACCEPT
    assert sure("完成投资", "投资") < ACCEPT


def test_a_qualifier_that_both_have_makes_a_general_word_speak():
    assert sure("家庭养老床位", "家庭养老床位") > sure("床位", "床位")


def test_every_word_of_one_side_makes_a_pair_less_sure():
    same = sure("社区直饮水点", "社区直饮水点")
    one = sure("社区直饮水点", "江滨社区直饮水点")
    both = sure("江滨社区直饮水点", "社区直饮水点检修")

    assert same > one > both


def test_every_dropped_qualifier_makes_a_pair_less_sure():
    assert sure("直饮水点", "直饮水点", dropped=0) > sure("直饮水点", "直饮水点", dropped=1)


def test_ten_thousand_figures_cost_little_more_than_a_thousand_each():
    """Candidates are indexed: time must not grow with commitments times observations."""
    kinds = [f"{a}{b}{c}站" for a in "江湖河海山林田" for b in "东南西北中上下" for c in "冷热风光水电气"]
    promises = [a_commitment("5个", kind) for kind in kinds[:100]]
    source = a_source(REPORT, published=date(2023, 1, 1), covers=2022)

    def seconds(copies: int) -> float:
        told = [an_observation("5个", kind) for kind in kinds for _ in range(copies)]
        begin = time.perf_counter()
        settle(promises, told, on=date(2023, 2, 1), sources=[source])
        return time.perf_counter() - begin

    small, large = seconds(2), seconds(20)
    assert large < 20 * small
