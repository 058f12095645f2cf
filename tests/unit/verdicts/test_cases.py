"""Cases, chosen so that every rule of the room speaks, give to the letter what ``cases.jsonl`` holds.

Each line is one case: what was promised, reported and claimed, the day, the pack; and for each commitment the verdict
with rules, flags, both workings, notes and proof. ``python tests/unit/verdicts/test_cases.py`` draws them anew: read
the difference before you commit it.
"""

from __future__ import annotations

import json
import random
import re
import sys
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1])]

import pencil  # noqa: E402
from builders import PLAN, RELEASE, REPORT, a_source  # noqa: E402
from kept_cases import FILE, Case, cases  # noqa: E402
from lantu.model import (  # noqa: E402
    Accumulation,
    Basis,
    Claim,
    Commitment,
    Comparator,
    Direction,
    Observation,
    Period,
    Quantity,
    Role,
    Span,
    Status,
    Verdict,
    plain,
)
from lantu.model.records import statement_from_record, statement_record  # noqa: E402
from lantu.verdicts import Pack, load_pack, replay, settle  # noqa: E402

LATER = "5" * 64
SOURCES = (
    a_source(PLAN, published=date(2022, 1, 15), roles=(Role.PLAN, Role.REPORT)),
    a_source(LATER, published=date(2023, 1, 18), roles=(Role.PLAN,)),
    a_source(REPORT, published=date(2023, 1, 15), covers=2022),
    a_source(RELEASE, published=date(2022, 8, 1)),
)
INDICATORS = (
    *(
        "新建公办幼儿园",
        "新建幼儿园",
        "建成省级示范园区",
        "建成市级示范园区",
        "农村公路里程",
        "新建改建农村公路",
        "社区食堂覆盖率",
    ),
    *(
        "城镇调查失业率",
        "社会消费品零售总额",
        "地区生产总值",
        "新增城镇就业",
        "细颗粒物平均浓度",
        "开工老旧小区改造",
        "老旧小区改造竣工",
    ),
    *(
        "平均办理时限",
        "森林覆盖率",
        "新增公园绿地面积",
        "中心城区新增停车泊位",
        "新增停车泊位",
        "残疾人康复服务率",
        "养老床位",
    ),
)
PACKS = ("default", "xuancheng", "canada", "eurostat")
ACTS = ("建成市民健康中心", "组建养老服务集团", "出台托育服务条例", "实现城乡公交全覆盖", "营造温馨氛围")
HALVES = (Period(date(2022, 1, 1), date(2022, 6, 30)), Period(date(2022, 7, 1), date(2022, 12, 31)))
UNITS = ("所", "处", "个", "公里", "米", "%", "百分点", "亿元", "万元", "天", "平方米", "公顷", "张")


@cache
def packs() -> dict[str, Pack]:
    """Read the shipped packs, once for all tests."""
    return {name: load_pack(name) for name in PACKS}


def settled(case: Case) -> list[Verdict]:
    """Settle a case."""
    read = [statement_from_record(each) for each in case["statements"]]
    return list(
        settle(
            [each for each in read if isinstance(each, Commitment)],
            [each for each in read if isinstance(each, Observation)],
            on=date.fromisoformat(case["on"]),
            claims=[_claim(each) for each in case["claims"]],
            sources=SOURCES,
            pack=packs()[case["pack"]],
            lists=case["lists"],
            paces={
                name: [(date.fromisoformat(day), Decimal(share)) for day, share in set_for]
                for name, set_for in case["paces"].items()
            },
        )
    )


def _claim(told: Case) -> Claim:
    span = Span(REPORT, told["start"], told["start"] + 4)
    about = tuple(told["about"])
    return Claim(span=span, sentence=span, says=told["says"], indicator=told["indicator"], about=about)


def outcome(verdict: Verdict) -> Case:
    """Give everything that a verdict says."""
    return {
        "verdict": verdict.kind,
        "on": verdict.on.isoformat(),
        "as_of": None if verdict.as_of is None else verdict.as_of.isoformat(),
        "reason": verdict.reason,
        "comparability": verdict.comparability,
        "secured": verdict.secured,
        "review": verdict.needs_review,
        "grade": verdict.grade,
        "reviewability": verdict.reviewability,
        "claim": verdict.claim,
        "rules": list(verdict.rules),
        "flags": list(verdict.flags),
        "working": [[line.rule, line.en, line.zh] for line in verdict.working],
        "evidence": [
            [one.observation.id, one.comparability, one.reason, one.grade, round(one.confidence, 6), one.note_zh]
            for one in verdict.evidence
        ],
        "searched": list(verdict.searched),
        "restated_by": verdict.restated_by,
        "pace": None if verdict.pace is None else plain(verdict.pace),
        "numbers": [str(each) for each in (verdict.attainment, verdict.expected, verdict.actual, verdict.baseline)],
        "proof": dict(verdict.proof),
    }


@pytest.mark.parametrize("number", range(len(cases()) if FILE.exists() else 1))
def test_a_case_gives_what_it_gave(number: int) -> None:
    case = cases()[number]

    assert json.loads(json.dumps([outcome(each) for each in settled(case)])) == case["gives"]


def test_a_chinese_line_holds_no_english_word() -> None:
    lines = [zh for case in cases() for gives in case["gives"] for _, _, zh in gives["working"]]

    assert [zh for zh in lines if re.search("[A-Za-z]{2,}", re.sub(r"[0-9a-z]+[.]txt", "", zh))] == []


def test_replay_and_pencil_agree_on_every_case() -> None:
    for case in cases():
        for gives in case["gives"]:
            on, proof = date.fromisoformat(case["on"]), gives["proof"]
            again = replay(proof, on)
            assert again.differences == ()
            assert again.secured == gives["secured"]
            assert pencil.verdict(proof, on) == again.verdict == gives["verdict"]


def _quantity(draw: random.Random, unit: str) -> Quantity:
    grain = draw.choice([Decimal("0.1"), Decimal(1), Decimal(10)])
    value = grain * draw.randint(0, 60)
    return Quantity(value, unit, grain, value + grain * draw.randint(1, 5) if draw.random() < 0.06 else None)


def _statement(draw: random.Random, kind: type, document: str, indicator: str, unit: str, **more: Any) -> Any:
    start = 100 * draw.randint(1, 400)
    common = {
        "quantity": None if indicator in ACTS else _quantity(draw, unit),
        "comparator": draw.choice([None, *Comparator, Comparator.EXACTLY, Comparator.AT_LEAST]),
        "basis": draw.choice([None, Basis.INCREMENT, Basis.INCREMENT, Basis.LEVEL, *Basis]),
        "direction": draw.choice([None, None, None, *Direction]),
    }
    place = {"span": Span(document, start, start + 10), "sentence": Span(document, start - 20, start + 30)}
    return kind(**place, indicator=indicator, **(common | more))


def _promised(draw: random.Random, indicator: str, unit: str) -> list[Commitment]:
    when = draw.choice([None, Period.year(2022), Period.year(2022), Period.years(2022, 2024), HALVES[1]])
    recurrence = draw.choice([None, None, None, None, "yearly"])
    more = {"period": when, "recurrence": recurrence, "baseline": draw.choice([None, None, None, Decimal(5)])}
    first = _statement(draw, Commitment, PLAN, indicator, unit, **more)
    if draw.random() < 0.6:
        return [first]
    other = draw.choice([PLAN, LATER, LATER])
    same = {"basis": first.basis, "direction": first.direction, **more}
    period = {} if draw.random() < 0.6 else {"period": Period.years(2022, 2025)}
    return [first, _statement(draw, Commitment, other, indicator, unit, **(same | period))]


def _told(draw: random.Random, promised: Commitment, unit: str) -> Observation:
    like = draw.random() < 0.6
    indicator = promised.indicator if draw.random() < 0.7 else draw.choice(INDICATORS + ACTS)
    more: dict[str, Any] = {"basis": promised.basis, "direction": promised.direction} if like else {}
    return _statement(
        draw,
        Observation,
        draw.choice([REPORT, REPORT, RELEASE, PLAN]),
        indicator,
        unit if draw.random() < 0.8 else draw.choice(UNITS),
        period=draw.choice([Period.year(2021), Period.year(2022), *HALVES, *HALVES, Period.year(2023), None]),
        accumulation=draw.choice([None, None, None, *Accumulation]),
        status=draw.choice([Status.DONE, Status.DONE, *Status]),
        **more,
    )


def _rival(draw: random.Random, told: Observation, unit: str) -> Observation:
    """Let the same or another document give another number of the same thing for the same days."""
    span = Span(draw.choice([REPORT, RELEASE]), told.span.start + 7, told.span.start + 12)
    quantity = None if told.quantity is None else _quantity(draw, unit)
    return replace(told, span=span, sentence=span, quantity=quantity)


def _drawn(seed: int) -> Case:
    draw = random.Random(seed)
    indicator, unit = draw.choice(INDICATORS + ACTS if seed % 4 == 0 else INDICATORS), draw.choice(UNITS)
    promised = _promised(draw, indicator, unit)
    told = [_told(draw, promised[0], unit) for _ in range(draw.randint(0, 4))]
    if told and draw.random() < 0.3:
        told.append(_rival(draw, told[0], unit))
    about = [draw.choice(told).id] if told and draw.random() < 0.7 else []
    claim = {"says": draw.choice(["met", "exceeded", "ahead"]), "indicator": indicator, "about": about, "start": 5}
    milestones = [["2022-03-31", "0.2"], ["2022-09-30", "0.9"]]
    day = date(2022, 7, 1) + timedelta(days=draw.randint(0, 1500))
    return {
        "statements": [statement_record(each, document="", quote="") for each in (*promised, *told)],
        "claims": [claim] if draw.random() < 0.3 else [],
        "lists": {promised[1].id: promised[0].id} if len(promised) == 2 and draw.random() < 0.3 else {},
        "paces": {indicator: milestones} if draw.random() < 0.15 else {},
        "on": day.isoformat(),
        "pack": draw.choice(["default", *PACKS]),
    }


_VARIES = re.compile(r"[0-9一-鿿.、,%‰()\[\]/+∞… -]+")
"""What differs from line to line of one rule: numbers, days, names."""


def _marks(gives: Case) -> set[Any]:
    """Give what a case can be kept for: rules, flags, reasons, ways and the texts of the working without numbers."""
    marks = {*gives["rules"], *gives["flags"], (gives["verdict"], *gives["rules"][:1]), gives["reason"], gives["claim"]}
    marks |= {(name, json.dumps(gives["proof"].get(name))) for name in ("joined", "satisfied", "way", "rule")}
    return marks | {(rule, _VARIES.sub("", en)) for rule, en, _ in gives["working"]}


def _write(seeds: int) -> None:
    """Keep a drawn case where it shows something that no two kept ones show."""
    seen: dict[Any, int] = {}
    lines = []
    for seed in range(seeds):
        case = _drawn(seed)
        gives = [outcome(each) for each in settled(case)]
        marks = set().union(*map(_marks, gives))
        if any(seen.get(mark, 0) < (1 if isinstance(mark, tuple) else 2) for mark in marks):
            lines.append(json.dumps({**case, "gives": gives}, ensure_ascii=False))
            seen |= {mark: seen.get(mark, 0) + 1 for mark in marks}
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} cases, {len(seen)} marks")


if __name__ == "__main__":
    _write(4_000)
