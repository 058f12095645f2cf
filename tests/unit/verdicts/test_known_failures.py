"""What other progress trackers got wrong, held as regression tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from builders import REPORT, a_commitment, a_source, an_observation
from lantu.model import Basis, Comparator, Period, Verdict, VerdictKind
from lantu.verdicts import DEFAULT_PACK, light, settle

AFTER = date(2023, 1, 20)
YEAR_REPORT = a_source(REPORT, published=AFTER, covers=2022)
FAVOURABLE = {VerdictKind.MET, VerdictKind.EXCEEDED, VerdictKind.MET_TO_DATE}


def settled(commitment, *observations, on=AFTER, sources=(YEAR_REPORT,)) -> Verdict:
    [verdict] = settle([commitment], observations, on=on, sources=sources)
    return verdict


def test_additions_start_from_zero_and_have_a_status_all_the_same():
    verdict = settled(a_commitment("100处", "新增直饮水点"), an_observation("40处", "新增直饮水点"))

    assert verdict.kind is VerdictKind.PARTLY_MET


def test_fifty_five_on_the_way_to_sixty_five_is_not_achieved_at_sixty():
    promised = a_commitment("65%", "直饮水普及率", basis=Basis.SHARE)
    reached = an_observation("60%", "直饮水普及率", basis=Basis.SHARE)

    assert settled(promised, reached).kind is VerdictKind.MISSED


def test_one_finished_part_of_three_does_not_show_a_hundred_percent():
    verdict = settled(a_commitment("3座", "建成直饮水厂"), an_observation("1座", "建成直饮水厂"))

    assert verdict.attainment == (Decimal(1) / 3, Decimal(1) / 3)


def test_each_share_is_of_its_own_target_and_nothing_is_averaged_to_280_percent():
    promises = [a_commitment("10处", "直饮水点"), a_commitment("20座", "充换电站")]
    reports = [an_observation("14处", "直饮水点"), an_observation("28座", "充换电站")]
    verdicts = settle(promises, reports, on=AFTER, sources=[YEAR_REPORT])

    assert [verdict.attainment for verdict in verdicts] == [(Decimal("1.4"), Decimal("1.4"))] * 2


def test_143_percent_is_not_clamped():
    verdict = settled(a_commitment("700处", "直饮水点"), an_observation("1001处", "直饮水点"))

    assert verdict.attainment == (Decimal("1.43"), Decimal("1.43"))


def test_a_falling_target_does_not_show_zero_percent():
    promised = a_commitment("10%", "管网漏损率", basis=Basis.SHARE, comparator=Comparator.AT_MOST)
    verdict = settled(promised, an_observation("8%", "管网漏损率", basis=Basis.SHARE))

    assert verdict.kind is VerdictKind.MET
    assert verdict.attainment == (Decimal("1.25"), Decimal("1.25"))


def test_a_missing_figure_is_not_exported_as_zero():
    verdict = settled(a_commitment("100处", "直饮水点"))

    assert verdict.kind is VerdictKind.SILENT
    assert verdict.attainment is None
    assert verdict.pace is None
    assert verdict.as_of is None


def test_a_light_on_a_three_year_task_turns_when_the_days_have_gone():
    """A per-day percentage rounded to whole numbers is 0 over 1,096 days and would stay green for ever."""
    promised = a_commitment("1000处", "直饮水点", when=(2022, 2024))

    def lit(day: date) -> str:
        covers = Period(date(2022, 1, 1), day)
        source = a_source(REPORT, published=day, covers=covers)
        told = an_observation("100处", "直饮水点", when=covers)
        return light(settled(promised, told, on=day, sources=(source,)), DEFAULT_PACK)

    assert [lit(date(2022, 6, 1)), lit(date(2022, 12, 31)), lit(date(2023, 9, 1))] == ["green", "yellow", "red"]


def test_provincial_and_municipal_specialities_do_not_meet():
    promised = a_commitment("25个", "建成省级重点专科")
    verdict = settled(promised, an_observation("50个", "新增市级重点专科"))

    assert verdict.kind is VerdictKind.NOT_COMPARABLE
    assert verdict.kind not in FAVOURABLE


def test_a_number_of_parks_does_not_answer_hectares():
    promised = a_commitment("400公顷", "新建街头绿地")

    assert settled(promised, an_observation("56个", "新建街头绿地")).kind not in FAVOURABLE


def test_school_places_of_one_stage_do_not_answer_another():
    promised = a_commitment("3000个", "新增小学学位")

    assert settled(promised, an_observation("5000个", "新增幼儿园学位")).kind not in FAVOURABLE


def test_nothing_published_after_the_day_changes_the_verdict_of_that_day():
    promised, told = a_commitment("100处", "直饮水点"), an_observation("100处", "直饮水点")

    assert settled(promised, told, on=date(2022, 6, 1)) == settled(promised, on=date(2022, 6, 1))
