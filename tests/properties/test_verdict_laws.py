"""The laws that every verdict obeys, whatever the numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from builders import PLAN, REPORT, a_commitment, a_source, an_observation
from lantu.model import Basis, Comparator, Interval, Period, Quantity, Role, Span, Verdict, VerdictKind
from lantu.verdicts import DEFAULT_PACK, settle
from lantu.verdicts.attainment import Aim, attainment
from lantu.verdicts.decide import Standing, decide
from lantu.verdicts.intervals import scale, within

PLAN_SOURCE = a_source(PLAN, published=date(2022, 1, 15), roles=(Role.PLAN,))
REPORT_SOURCE = a_source(REPORT, published=date(2023, 1, 15), covers=2022)
ON = date(2023, 2, 1)

counts = st.integers(min_value=1, max_value=10_000)
comparators = st.sampled_from([Comparator.EXACTLY, Comparator.AT_LEAST, Comparator.MORE_THAN])
hedges = st.sampled_from(
    [Comparator.EXACTLY, Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.ABOUT, Comparator.LESS_THAN]
)
numbers = st.decimals(min_value=-1000, max_value=1000, places=2)
days_of_2022 = st.integers(min_value=0, max_value=364).map(lambda gone: date(2022, 1, 1) + timedelta(days=gone))

RANKING = [
    {VerdictKind.REVERSED},
    {VerdictKind.MISSED, VerdictKind.NOT_STARTED},
    {VerdictKind.PARTLY_MET, VerdictKind.BEHIND},
    {VerdictKind.ON_TRACK},
    {VerdictKind.AHEAD},
    {VerdictKind.MET_TO_DATE},
    {VerdictKind.MET},
    {VerdictKind.EXCEEDED},
]


def rank(kind: VerdictKind) -> int:
    return next(place for place, kinds in enumerate(RANKING) if kind in kinds)


def settled(commitment, *observations, on=ON, sources=(PLAN_SOURCE, REPORT_SOURCE)) -> Verdict:
    [verdict] = settle([commitment], observations, on=on, sources=sources)
    return verdict


def quantity(value: int | Decimal, unit: str = "个", grain: str = "1") -> Quantity:
    return Quantity(Decimal(value), unit, Decimal(grain))


def promise(value: int | Decimal, unit: str = "个", **more):
    return replace(a_commitment("1个", "新建驿站", at=100, **more), quantity=quantity(value, unit))


def report(value: int | Decimal, unit: str = "个", **more):
    return replace(an_observation("1个", "新建驿站", at=more.pop("at", 100), **more), quantity=quantity(value, unit))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted([draw(numbers), draw(numbers)])
    bounded_below, bounded_above = draw(st.booleans()), draw(st.booleans())
    opened = draw(st.booleans()) and low < high
    return Interval(low if bounded_below else None, high if bounded_above else None, opened, opened)


class TestRescalingTheUnitChangesNothing:
    @given(counts, counts, comparators)
    def test_kilometres_and_metres_give_one_verdict(self, target, actual, comparator):
        promised = promise(target, "公里", comparator=comparator)
        in_metres = settled(promised, report(actual * 1000, "米"))
        in_kilometres = settled(promised, report(actual, "公里"))

        assert in_metres.kind is in_kilometres.kind
        assert in_metres.attainment == in_kilometres.attainment

    @given(counts, counts)
    def test_a_target_in_another_unit_gives_the_same_share(self, target, actual):
        large = settled(promise(target, "公顷"), report(actual, "公顷"))
        small = settled(promise(target * 10_000, "平方米"), report(actual, "公顷"))

        assert (large.kind, large.attainment) == (small.kind, small.attainment)


class TestMirroringTheDirectionMirrorsTheVerdict:
    @given(intervals(), intervals())
    def test_satisfaction_is_the_same_on_the_mirrored_line(self, values, region):
        minus = Decimal(-1)

        assert within(values, region) is within(scale(values, minus), scale(region, minus))

    @given(intervals(), numbers, numbers)
    def test_attainment_from_a_baseline_is_the_same_on_the_mirrored_line(self, values, target, baseline):
        region = Interval(target, None)
        up = Aim(region=region, threshold=target, baseline=baseline)
        down = Aim(region=scale(region, Decimal(-1)), threshold=-target, baseline=-baseline, falling=True)

        assert attainment(values, up) == attainment(scale(values, Decimal(-1)), down)

    @given(st.integers(min_value=51, max_value=95), st.integers(min_value=1, max_value=99))
    def test_a_share_that_must_rise_and_its_complement_that_must_fall(self, target, actual):
        rising = a_commitment("1%", "管网完好占比", basis=Basis.SHARE, comparator=Comparator.AT_LEAST)
        falling = a_commitment("1%", "管网漏损率", basis=Basis.SHARE, comparator=Comparator.AT_MOST)
        up = settled(
            replace(rising, quantity=quantity(target, "%")),
            replace(an_observation("1%", "管网完好占比", basis=Basis.SHARE), quantity=quantity(actual, "%")),
        )
        down = settled(
            replace(falling, quantity=quantity(100 - target, "%")),
            replace(an_observation("1%", "管网漏损率", basis=Basis.SHARE), quantity=quantity(100 - actual, "%")),
        )

        satisfied = {VerdictKind.MET, VerdictKind.EXCEEDED}
        assert (up.kind in satisfied) == (down.kind in satisfied)


class TestAddingEvidenceNeverUnsecures:
    @given(counts, counts, st.lists(st.tuples(counts, days_of_2022), max_size=4))
    def test_what_other_documents_say_cannot_undo_a_secured_count(self, target, actual, others):
        promised = promise(target)
        first = report(actual)
        more, sources = [], [PLAN_SOURCE, REPORT_SOURCE]
        for place, (value, day) in enumerate(others):
            document = f"{place:064d}"
            covers = Period(date(2022, 1, 1), day)
            more.append(report(value, document=document, when=covers))
            sources.append(a_source(document, published=date(2023, 1, 20), covers=covers))

        if settled(promised, first).secured:
            assert settled(promised, first, *more, sources=sources).secured

    @given(counts, counts, counts)
    def test_a_figure_of_a_part_cannot_undo_it_either(self, target, actual, part):
        promised, whole = promise(target), report(actual)
        narrower = replace(report(part, at=900), indicator="新建省级驿站")

        if settled(promised, whole).secured:
            assert settled(promised, whole, narrower).secured


class TestWideningAnIntervalOnlyMovesTowardsUndetermined:
    @given(intervals(), intervals(), numbers, numbers)
    def test_a_wider_interval_is_never_surer(self, values, region, left, right):
        low = None if values.low is None else values.low - abs(left)
        high = None if values.high is None else values.high + abs(right)
        wider = Interval(low, high)

        assert within(wider, region) in (within(values, region), None)

    @given(numbers, numbers, st.booleans(), st.booleans())
    def test_a_wider_pace_is_the_same_band_or_none(self, one, other, final, additive):
        low, high = sorted([one, other])

        def kind(share: tuple[Decimal, Decimal]) -> VerdictKind:
            where = Standing(
                satisfied=False, attainment=(Decimal("0.5"),) * 2, final=final, additive=additive, pace=share
            )
            return decide(where, DEFAULT_PACK)[0]

        assert kind((low, high)) in {kind((low, low)), VerdictKind.UNDETERMINED}


class TestTighteningATargetNeverImprovesAVerdict:
    @given(counts, counts, counts, comparators, hedges)
    def test_a_higher_count_is_never_better_kept(self, target, more, actual, comparator, hedge):
        told = report(actual, comparator=hedge)
        loose = settled(promise(target, comparator=comparator), told)
        tight = settled(promise(target + more, comparator=comparator), told)

        open_ones = {VerdictKind.UNDETERMINED}
        if not open_ones & {loose.kind, tight.kind}:
            assert rank(tight.kind) <= rank(loose.kind)
        if tight.kind in (VerdictKind.MET, VerdictKind.EXCEEDED):
            assert loose.kind in (VerdictKind.MET, VerdictKind.EXCEEDED) or "implausible" in loose.flags

    @given(counts, counts, counts, days_of_2022)
    def test_nor_on_the_way(self, target, more, actual, day):
        covers = Period(date(2022, 1, 1), day)
        source = a_source(REPORT, published=day, covers=covers)
        told = report(actual, when=covers)

        def kind(value: int) -> VerdictKind:
            return settled(promise(value), told, on=day, sources=(source,)).kind

        loose, tight = kind(target), kind(target + more)
        if VerdictKind.UNDETERMINED not in (loose, tight):
            assert rank(tight) <= rank(loose)


class TestTheOrderOfEvidenceIsIrrelevant:
    @given(st.lists(st.tuples(counts, days_of_2022, hedges), min_size=1, max_size=5), st.randoms())
    def test_any_order_gives_the_same_verdict_to_the_letter(self, told, shuffler):
        sources = [PLAN_SOURCE]
        observations = []
        for place, (value, day, hedge) in enumerate(told):
            document, covers = f"{place:064d}", Period(date(2022, 1, 1), day)
            observations.append(report(value, document=document, when=covers, comparator=hedge))
            sources.append(a_source(document, published=date(2023, 1, 20), covers=covers))
        shuffled = list(observations)
        shuffler.shuffle(shuffled)

        promised = promise(500)
        assert settled(promised, *observations, sources=sources) == settled(promised, *shuffled, sources=sources)


class TestCountsAddUp:
    @given(st.lists(st.sampled_from(["新建驿站", "直饮水普及率", "弘扬书香风尚", "建成书房总馆"]), max_size=8))
    def test_one_verdict_a_commitment_in_their_order(self, indicators):
        promises = [
            a_commitment(None if each in ("弘扬书香风尚", "建成书房总馆") else "5个", each) for each in indicators
        ]
        verdicts = settle(promises, [an_observation("5个", "新建驿站")], on=ON, sources=[REPORT_SOURCE])

        assert [verdict.commitment for verdict in verdicts] == [each.id for each in promises]
        assert all(verdict.working and verdict.rules for verdict in verdicts)


class TestMissingIsNotZero:
    @given(counts)
    def test_no_figure_has_no_share_and_a_zero_has_the_share_zero(self, target):
        missing, nothing = settled(promise(target)), settled(promise(target), report(0))

        assert (missing.kind, missing.attainment) == (VerdictKind.SILENT, None)
        assert (nothing.kind, nothing.attainment) == (VerdictKind.MISSED, (Decimal(0), Decimal(0)))


class TestYesterdaysVerdictsAreTheSameTomorrow:
    @given(counts, counts, counts, st.integers(min_value=1, max_value=400))
    def test_what_is_published_later_changes_nothing_about_an_earlier_day(self, target, actual, later, days):
        document = "f" * 64
        after = a_source(document, published=ON + timedelta(days=days), covers=2022)
        known = settled(promise(target), report(actual))
        told = report(later, document=document)

        assert settled(promise(target), report(actual), told, sources=(PLAN_SOURCE, REPORT_SOURCE, after)) == known

    @given(counts, counts)
    def test_the_same_arguments_give_the_same_verdict(self, target, actual):
        assert settled(promise(target), report(actual)) == settled(promise(target), report(actual))

    @given(counts, counts)
    def test_an_id_follows_the_place_alone(self, one, other):
        place = Span(PLAN, 100, 110)

        assert promise(one).id == promise(other).id == place.id
