"""The lines of the working say what the numbers say, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from builders import REPORT, a_commitment, a_source, an_observation
from lantu.model import Basis, Comparator, Interval, Quantity
from lantu.verdicts import settle
from lantu.verdicts.working import satisfied_line, target_line

AT_LEAST_40 = Interval.parse("[40, ∞)")
MORE_THAN_40 = Interval.parse("(40, ∞)")


def interval(text: str) -> Interval:
    return Interval.parse(text)


@pytest.mark.parametrize(
    ("satisfied", "values", "en", "zh"),
    [
        (True, "[41, 41]", "all of [41, 41] lies in [40, ∞): satisfied", "[41, 41] 全部落在 [40, ∞) 内:达标"),
        (False, "[9, 10)", "none of [9, 10) lies in [40, ∞): not satisfied", "[9, 10) 均不在 [40, ∞) 内:未达标"),
        (None, "[39, 41]", "[39, 41] lies partly in [40, ∞): open", "[39, 41] 部分落在 [40, ∞) 内:无法判定"),
    ],
)
def test_the_test_is_written_out(satisfied, values, en, zh):
    line = satisfied_line(satisfied, interval(values), AT_LEAST_40)

    assert (line.rule, line.en, line.zh) == ("test", en, zh)


def test_a_figure_in_doubt_is_not_said_to_lie_partly_in_the_region():
    line = satisfied_line(None, interval("[900, 900]"), AT_LEAST_40, in_doubt=True)

    assert line.en == "all of [900, 900] lies in [40, ∞): open, for the figure is in doubt"
    assert line.zh == "[900, 900] 全部落在 [40, ∞) 内:数据存疑,不作判定"


def test_a_measured_value_on_the_very_bound_is_open_for_rounding():
    line = satisfied_line(None, interval("[40, 40]"), MORE_THAN_40)

    assert line.en.startswith("none of [40, 40] lies in (40, ∞): open, for rounding")
    assert line.zh == "[40, 40] 均不在 (40, ∞) 内:恰在界限上,四舍五入后无法判定"


def test_all_of_a_list_is_said_in_the_readers_language():
    promised = a_commitment("186户", "农户危房改造", comparator=Comparator.ALL, basis=Basis.INCREMENT)
    told = an_observation("172户", "农户危房改造", comparator=Comparator.ALL)
    sources = [a_source(REPORT, published=date(2023, 1, 15), covers=2022)]
    [verdict] = settle([promised], [told], on=date(2023, 2, 1), sources=sources)
    lines = {line.rule: line for line in verdict.working}

    assert lines["target"].en.startswith("promised all of 186 户 by 2022-12-31:")
    assert lines["target"].zh.startswith("承诺 全部 186 户,时限 2022-12-31:")
    assert lines["reported"].en == "reported all of 172 户 as of 2022-12-31: 172 户"
    assert lines["reported"].zh == "通报 全部 172 户,截至 2022-12-31:172 户"


def test_a_promise_without_a_day_names_none():
    line = target_line(Quantity.parse("40处"), None, AT_LEAST_40, None)

    assert line.en == "promised = 40 处: satisfied by values in [40, ∞)"
    assert line.zh == "承诺 = 40 处:取值在 [40, ∞) 内即达标"
