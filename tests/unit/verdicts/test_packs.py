"""Thresholds are data with a source; lights follow from verdicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from builders import REPORT, a_commitment, a_source, an_observation
from lantu.model import Basis, InputError, Period, Verdict, VerdictKind
from lantu.verdicts import DEFAULT_PACK, light, load_pack, settle
from lantu.verdicts.packs import Lamp, Pack

DEFAULT = (Path(__file__).parents[3] / "src/lantu/verdicts/packs/default.yaml").read_text(encoding="utf-8")


def a_verdict(kind: VerdictKind = VerdictKind.ON_TRACK, **more) -> Verdict:
    return Verdict(commitment="c", kind=kind, on=date(2022, 6, 1), working=(), **more)


@pytest.mark.parametrize("name", ["default", "xuancheng", "canada", "eurostat"])
def test_every_shipped_pack_names_its_source(name):
    pack = load_pack(name)

    assert pack.name == name
    assert len(pack.source) > 40
    assert pack.lights[-1].when == "otherwise"


@pytest.mark.parametrize(
    ("verdict", "lit"),
    [
        (a_verdict(pace=Decimal("0.3")), "green"),
        (a_verdict(pace=Decimal("-0.10")), "green"),
        (a_verdict(pace=Decimal("-0.101")), "yellow"),
        (a_verdict(pace=Decimal("-0.30")), "yellow"),
        (a_verdict(pace=Decimal("-0.301")), "red"),
        (a_verdict(VerdictKind.SILENT), "red"),
        (a_verdict(VerdictKind.PARTLY_MET, pace=Decimal("0")), "red"),
        (a_verdict(VerdictKind.MET, secured=True, pace=Decimal("-0.5")), "blue"),
        (a_verdict(VerdictKind.NOT_DUE), "grey"),
        (a_verdict(VerdictKind.NOT_REPORTED), "grey"),
    ],
)
def test_the_default_lights_turn_at_ten_and_thirty_points(verdict, lit):
    assert light(verdict, DEFAULT_PACK) == lit


def test_where_no_line_of_a_table_holds_the_light_is_grey():
    pack = replace(DEFAULT_PACK, lights=(Lamp("secured", "blue"),))

    assert light(a_verdict(), pack) == "grey"
    assert light(a_verdict(secured=True), pack) == "blue"


def test_under_xuanchengs_rule_anything_below_the_elapsed_share_lags():
    pack = load_pack("xuancheng")

    assert light(a_verdict(pace=Decimal("0")), pack) == "达到序时进度"
    assert light(a_verdict(pace=Decimal("-0.001")), pack) == "未达到序时进度"


def test_xuancheng_holds_growth_rates_against_their_target_at_any_time():
    half = Period(date(2022, 1, 1), date(2022, 6, 30))
    source = a_source(REPORT, published=date(2022, 7, 10), covers=half)
    promised = a_commitment("8%", "渔业产值", basis=Basis.CHANGE)
    told = an_observation("7.9%", "渔业产值", basis=Basis.CHANGE, when=half)

    def kind(pack: str) -> VerdictKind:
        return settle([promised], [told], on=date(2022, 7, 10), sources=[source], pack=pack)[0].kind

    assert kind("default") is VerdictKind.NOT_DUE
    assert kind("xuancheng") is VerdictKind.BEHIND


def test_a_growth_pack_needs_the_value_before_the_period():
    promised = a_commitment("64%", "直饮水普及率", basis=Basis.SHARE, when=(2022, 2024))
    before = an_observation("50%", "直饮水普及率", basis=Basis.SHARE, when=2021, document="0" * 64)
    told = an_observation("57%", "直饮水普及率", basis=Basis.SHARE)
    source = a_source(REPORT, published=date(2023, 1, 10), covers=2022)
    where = {"on": date(2023, 1, 10), "sources": [source], "pack": "canada"}

    assert settle([promised], [told], **where)[0].pace is None
    verdict = settle([promised], [told, before], **where)[0]
    assert verdict.pace is not None
    assert light(verdict, load_pack("canada")) == "substantial_progress"


def test_an_unknown_pack_says_which_there_are():
    with pytest.raises(InputError) as raised:
        load_pack("paris")

    known = "canada, default, eurostat, xuancheng"
    assert str(raised.value) == f"no policy pack named 'paris'; use one of {known}, or a .yaml file"


def test_a_pack_file_can_be_the_users_own(tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(DEFAULT.replace('margin: "0.10"', 'margin: "0.2"'), encoding="utf-8")

    assert load_pack(mine).margin == Decimal("0.2")


NEEDED = (
    "ahead_above, behind_below, due_soon_days, grace_days, lights, margin, measure, name, not_started_after, "
    "overfulfilled, source, title"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- 1", "holds no pack; write name, title, source and the thresholds"),
        (
            "{name: x, lights: []}",
            f"lacks {NEEDED.replace('lights, ', '').replace('name, ', '')}; a pack has {NEEDED}",
        ),
    ],
)
def test_an_unusable_pack_file_is_one_clear_line(tmp_path, text, told):
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError) as raised:
        load_pack(path)

    assert str(raised.value) == f"{path}: {told}"


def test_a_file_that_is_no_yaml_says_where_it_breaks(tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_text("[", encoding="utf-8")

    with pytest.raises(InputError) as raised:
        load_pack(path)

    assert str(raised.value).startswith(f"{path}: not readable as YAML (while parsing")
    assert str(raised.value).endswith("; mend the file")


CONDITIONS = "final, otherwise, overdue, pace, satisfied, secured"
POINT = "write [share of the period, share of the target]"
SHARE = "give a share above 0, at most 1"
NUMBER = "write a decimal number"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("measure: difference", "measure: vibes", "measure 'vibes'; use one of difference, growth_ratio"),
        ("when: overdue", "when: someday", f"light condition 'someday'; use {CONDITIONS}"),
        ("grace_days: 120", "grace_days: 120\nextra: 1\nmore: 2", f"unknown key extra, more; a pack has {NEEDED}"),
        ('at_least: "-0.10"', "at_least: soon", f"at_least is 'soon'; {NUMBER}"),
        ("grace_days: 120", "grace_days: 120\ncurve: [[0.5]]", f"curve point '[0.5]'; {POINT}"),
        ("grace_days: 120", "grace_days: 120\ncurve: [half]", f"curve point 'half'; {POINT}"),
        ("grace_days: 120", "grace_days: 120\ncurve: [[0, 1]]", f"curve point 0 of the period; {SHARE}"),
        ("grace_days: 120", "grace_days: 120\ncurve: [[1.1, 1]]", f"curve point 1.1 of the period; {SHARE}"),
        ("grace_days: 120", "grace_days: 120\ncurve: [[1, all]]", f"curve is 'all'; {NUMBER}"),
        *(
            (f"{key}: ", f"{key}: much # ", f"{key} is 'much'; {NUMBER}")
            for key in (
                *("margin", "overfulfilled", "grace_days", "due_soon_days"),
                *("not_started_after", "ahead_above", "behind_below"),
            )
        ),
    ],
)
def test_a_wrong_entry_is_named(tmp_path, old, new, told):
    path = tmp_path / "bad.yaml"
    path.write_text(DEFAULT.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(InputError) as raised:
        load_pack(path)

    assert str(raised.value) == f"{path}: {told}"


def test_a_pack_holds_what_its_file_says(tmp_path):
    path = tmp_path / "mine.yml"
    path.write_text(OWN, encoding="utf-8")

    assert load_pack(path) == Pack(
        name="mine",
        title_en="My own",
        title_zh="自定",
        source="decided by the council in a session of its own",
        measure="growth_ratio",
        margin=Decimal("0.2"),
        overfulfilled=Decimal("2.5"),
        grace_days=30,
        due_soon_days=14,
        not_started_after=Decimal("0.3"),
        ahead_above=Decimal("1.2"),
        behind_below=Decimal("0.8"),
        rates_on_pace=True,
        curve=((Decimal("0.5"), Decimal("0.2")), (Decimal(1), Decimal(1))),
        lights=(Lamp("pace", "green", Decimal("0.9")), Lamp("otherwise", "grey")),
    )


OWN = """\
name: mine
title: {en: My own, zh: 自定}
source: decided by the council in a session of its own
measure: growth_ratio
margin: "0.2"
overfulfilled: "2.5"
grace_days: 30
due_soon_days: 14
not_started_after: "0.3"
ahead_above: "1.2"
behind_below: "0.8"
rates_on_pace: true
curve: [[0.5, 0.2], [1, 1]]
lights:
  - {when: pace, at_least: "0.9", light: green}
  - {when: otherwise, light: grey}
"""


def test_a_missing_pack_file_is_one_clear_line(tmp_path):
    path = tmp_path / "none.yaml"

    with pytest.raises(InputError) as raised:
        load_pack(path)

    assert str(raised.value) == f"{path}: cannot be read (No such file or directory); name a pack file that exists"


def test_a_target_that_was_reached_and_is_lost_again_deteriorates_under_canadas_rule():
    """Required and observed growth both fall here: their bare ratio would be a success."""
    promised = a_commitment("55%", "直饮水普及率", basis=Basis.SHARE, when=(2022, 2024), baseline=Decimal(68))
    told = an_observation("46%", "直饮水普及率", basis=Basis.SHARE)
    source = a_source(REPORT, published=date(2023, 1, 10), covers=2022)
    [verdict] = settle([promised], [told], on=date(2023, 1, 10), sources=[source], pack="canada")

    assert light(verdict, load_pack("canada")) == "deterioration"
