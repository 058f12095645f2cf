"""Whatever is settled, its proof alone gives the same verdict – by this program and with a pencil."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import pencil
from builders import PLAN, RELEASE, REPORT, a_commitment, a_source, an_observation
from lantu.model import Accumulation, Basis, Comparator, Direction, Period, Quantity, Role
from lantu.verdicts import load_pack, replay, settle

SOURCES = (
    a_source(PLAN, published=date(2022, 1, 15), roles=(Role.PLAN,)),
    a_source(REPORT, published=date(2023, 1, 15), covers=2022),
    a_source(RELEASE, published=date(2022, 8, 1)),
)
PACKS = tuple(map(load_pack, ("default", "xuancheng", "canada", "eurostat")))
days = st.integers(min_value=0, max_value=1600).map(lambda gone: date(2022, 6, 1) + timedelta(days=gone))
units = st.sampled_from(["个", "处", "公里", "%", "亿元"])
words = st.sampled_from([None, *Comparator])


@st.composite
def quantities(draw: st.DrawFn, unit: str) -> Quantity:
    grain = draw(st.sampled_from([Decimal("0.1"), Decimal(1), Decimal(10)]))
    value = grain * draw(st.integers(min_value=0, max_value=400))
    upper = value + grain * draw(st.integers(min_value=1, max_value=9)) if draw(st.integers(0, 9)) == 0 else None
    return Quantity(value, unit, grain, upper)


@st.composite
def promises(draw: st.DrawFn):
    unit = draw(units)
    made = a_commitment("1个", draw(st.sampled_from(["新建驿站", "驿站覆盖率", "投诉办结时间"])), at=100)
    return replace(
        made,
        quantity=draw(quantities(unit)),
        comparator=draw(words),
        basis=draw(st.sampled_from([None, *Basis])),
        direction=draw(st.sampled_from([None, *Direction])),
        period=draw(st.sampled_from([None, Period.year(2022), Period.years(2022, 2024)])),
        recurrence=draw(st.sampled_from([None, None, "yearly"])),
        baseline=draw(st.sampled_from([None, None, Decimal(0), Decimal(20)])),
    )


@st.composite
def reports(draw: st.DrawFn, promised):
    document = draw(st.sampled_from([REPORT, RELEASE]))
    place = draw(st.integers(min_value=1, max_value=50))
    told = an_observation("1个", promised.indicator, document=document, at=100 * place)
    start = draw(st.sampled_from([2021, 2022, 2023, 2024]))
    return replace(
        told,
        quantity=draw(quantities(promised.quantity.unit)),
        comparator=draw(words),
        basis=draw(st.sampled_from([promised.basis, None, *Basis])),
        direction=draw(st.sampled_from([promised.direction, *Direction])),
        accumulation=draw(st.sampled_from([None, *Accumulation])),
        period=draw(st.sampled_from([Period.year(start), Period.years(2022, 2024), None])),
    )


@st.composite
def cases(draw: st.DrawFn):
    promised = draw(promises())
    told = draw(st.lists(reports(promised), max_size=4, unique_by=lambda one: one.id))
    return promised, told, draw(days), draw(st.sampled_from(PACKS))


@given(cases())
def test_the_proof_alone_gives_the_verdict(case):
    promised, told, on, pack = case
    [verdict] = settle([promised], told, on=on, sources=SOURCES, pack=pack)
    proof = json.loads(json.dumps(dict(verdict.proof)))

    again = replay(proof, on)

    assert again.differences == ()
    assert (again.verdict, again.secured, again.attainment) == (verdict.kind, verdict.secured, verdict.attainment)


@given(cases())
def test_so_does_a_pencil(case):
    promised, told, on, pack = case
    [verdict] = settle([promised], told, on=on, sources=SOURCES, pack=pack)

    assert pencil.verdict(json.loads(json.dumps(dict(verdict.proof))), on) == verdict.kind
