"""Some two hundred cases, chosen so that every rule of the room speaks, give to the letter what ``cases.jsonl`` holds.

Each line is one case: what was promised and reported, the day, the pack; and the verdict with rules, flags, both
workings, notes and proof. ``python tests/unit/verdicts/test_cases.py`` draws the cases anew: read the difference before
you commit it.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1])]

import pencil  # noqa: E402
from builders import PLAN, RELEASE, REPORT, a_source  # noqa: E402
from lantu.model import (  # noqa: E402  # noqa: E402
    Accumulation,
    Basis,
    Commitment,
    Comparator,
    Direction,
    Observation,
    Period,
    Quantity,
    Role,
    Span,
    Status,
)
from lantu.model.records import statement_from_record, statement_record  # noqa: E402
from lantu.verdicts import replay, settle  # noqa: E402

FILE = HERE / "cases.jsonl"
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
UNITS = ("所", "处", "个", "公里", "米", "%", "百分点", "亿元", "万元", "天", "平方米", "公顷", "张")
Case = dict[str, Any]


def given(case: Case) -> tuple[Commitment, list[Observation]]:
    """Give what was promised and what was reported."""
    promised = statement_from_record(case["promised"])
    told = [statement_from_record(each) for each in case["told"]]
    assert isinstance(promised, Commitment)
    return promised, [each for each in told if isinstance(each, Observation)]


def outcome(case: Case) -> Case:
    """Settle a case and give everything that the verdict says."""
    promised, told = given(case)
    [verdict] = settle([promised], told, on=date.fromisoformat(case["on"]), sources=SOURCES, pack=case["pack"])
    return {
        "verdict": verdict.kind,
        "reason": verdict.reason,
        "comparability": verdict.comparability,
        "secured": verdict.secured,
        "review": verdict.needs_review,
        "grade": verdict.grade,
        "reviewability": verdict.reviewability,
        "rules": list(verdict.rules),
        "flags": list(verdict.flags),
        "working": [[line.rule, line.en, line.zh] for line in verdict.working],
        "evidence": [[one.observation.id, one.comparability, one.reason, one.note] for one in verdict.evidence],
        "searched": list(verdict.searched),
        "proof": dict(verdict.proof),
    }


def cases() -> list[Case]:
    """Read the cases."""
    return [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("number", range(1 if not FILE.exists() else len(FILE.read_text("utf-8").splitlines())))
def test_a_case_gives_what_it_gave(number: int) -> None:
    case = cases()[number]
    gives = json.loads(json.dumps(outcome(case)))

    assert gives == case["gives"]


def test_replay_and_pencil_agree_on_every_case() -> None:
    for case in cases():
        on, proof = date.fromisoformat(case["on"]), case["gives"]["proof"]
        again = replay(proof, on)
        assert again.differences == ()
        assert again.secured == case["gives"]["secured"]
        assert pencil.verdict(proof, on) == again.verdict == case["gives"]["verdict"]


def _quantity(draw: random.Random, unit: str) -> Quantity:
    grain = draw.choice([Decimal("0.1"), Decimal(1), Decimal(10)])
    value = grain * draw.randint(0, 60)
    return Quantity(value, unit, grain, value + grain * draw.randint(1, 5) if draw.random() < 0.06 else None)


def _statement(draw: random.Random, kind: type, document: str, indicator: str, unit: str, **more: Any) -> Any:
    start = 100 * draw.randint(1, 400)
    return kind(
        span=Span(document, start, start + 10),
        sentence=Span(document, start - 20, start + 30),
        indicator=indicator,
        quantity=None if draw.random() < 0.08 else _quantity(draw, unit),
        comparator=draw.choice([None, *Comparator, Comparator.EXACTLY, Comparator.AT_LEAST]),
        basis=draw.choice([None, Basis.INCREMENT, Basis.INCREMENT, Basis.LEVEL, *Basis]),
        direction=draw.choice([None, None, None, *Direction]),
        **more,
    )


def _drawn(seed: int) -> Case:
    draw = random.Random(seed)
    indicator, unit = draw.choice(INDICATORS), draw.choice(UNITS)
    promised = _statement(
        draw,
        Commitment,
        PLAN,
        indicator,
        unit,
        period=draw.choice([None, Period.year(2022), Period.year(2022), Period.years(2022, 2024)]),
        recurrence=draw.choice([None, None, None, "yearly"]),
        baseline=draw.choice([None, None, None, Decimal(5)]),
    )
    told = [
        _statement(
            draw,
            Observation,
            draw.choice([REPORT, REPORT, RELEASE, PLAN]),
            indicator if draw.random() < 0.7 else draw.choice(INDICATORS),
            unit if draw.random() < 0.8 else draw.choice(UNITS),
            period=draw.choice([Period.year(2021), Period.year(2022), Period.year(2022), Period.year(2023), None]),
            accumulation=draw.choice([None, None, *Accumulation]),
            status=draw.choice([Status.DONE, Status.DONE, *Status]),
        )
        for _ in range(draw.randint(0, 3))
    ]
    day = date(2022, 7, 1) + timedelta(days=draw.randint(0, 1500))
    records = [statement_record(each, document="", quote="") for each in (promised, *told)]
    pack = draw.choice(["default", "default", "xuancheng", "canada", "eurostat"])
    return {"promised": records[0], "told": records[1:], "on": day.isoformat(), "pack": pack}


def _write() -> None:
    """Keep a drawn case where it shows a rule, flag or part of a proof that fewer than three kept ones show."""
    seen: dict[Any, int] = {}
    lines = []
    for seed in range(1_500):
        case = _drawn(seed)
        gives = outcome(case)
        marks = {*gives["rules"], *gives["flags"], (gives["verdict"], *gives["rules"][:1]), gives["reason"]}
        marks |= {(name, json.dumps(gives["proof"].get(name))) for name in ("joined", "satisfied", "way")}
        if any(seen.get(mark, 0) < 3 for mark in marks):
            lines.append(json.dumps({**case, "gives": gives}, ensure_ascii=False))
            for mark in marks:
                seen[mark] = seen.get(mark, 0) + 1
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} cases, {len(seen)} marks")


if __name__ == "__main__":
    _write()
