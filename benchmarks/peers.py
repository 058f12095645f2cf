"""Print how many of a peer's own test cases are read, beside the peer's share on the same cases, and how fast both are.

    LANTU_SHARED=../shared python benchmarks/peers.py [--failures] [--no-peer]

The peer is Recognizers-Text (MIT), its Chinese cases of Number, Percent, Ordinal, NumberWithUnit (dimension, currency,
age) and date periods. It is installed, with what it needs, into a virtual environment of its own under the cache folder
and never into lantu's. ``--no-peer`` leaves it out.

A case is *selected* where it speaks of quantities as plans print them, by these rules of form, whatever either side
makes of it: it expects at least one result; simplified signs without blanks; no bankers' or traditional numerals
(壹, 萬), no negative numbers, powers, exponents or letters for scale (k); no mixed fractions (又), improper or large
fractions (十六分之五 and above tenths), discounts (折), dozens or pairs; no colloquial ellipsis (九万四 for 94000); a
number of the Number suite is followed by a unit or ends the input, in which case lantu is given the same input with 个
behind it, because a plan never prints a bare number; units of computing, kitchens and laboratories are left out; date
periods are whole years, quarters or months of years that are printed with four digits or named by a word (明年).

A case *passes* where every expected result is found at the same place with the same value (percentages in per cent).
Spans of years end in plans with their last year (2016—2018年 includes 2018); the suite ends them where that year
begins; the printed years are compared. The share over all cases with a result, selected or not, is printed too.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from lantu.documents import read_text
from lantu.statements import read_statements
from lantu.statements.scan import Found, numbers
from lantu.statements.times import Clock, times
from lantu.statements.units import unit_at

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("LANTU_SHARED") or ROOT.parent / "shared")
SUITES = {
    "number": "Number/Chinese/NumberModel",
    "percent": "Number/Chinese/PercentModel",
    "ordinal": "Number/Chinese/OrdinalModel",
    "dimension": "NumberWithUnit/Chinese/DimensionModel",
    "currency": "NumberWithUnit/Chinese/CurrencyModel",
    "age": "NumberWithUnit/Chinese/AgeModel",
    "period": "DateTime/Chinese/DatePeriodParser",
}
PACKAGES = ("recognizers-text-suite==1.0.2a2", "emoji==1.7.0")
ODD = re.compile(
    r"[ \t]|[壹贰叁肆伍陆柒捌玖拾佰仟倆萬億點負兩個幾雙貳陸圆銭兆]|负|[-－^]|[0-9０-９][a-zA-Zａ-ｚＡ-Ｚ]"
    r"|http|又|折|半百|打|双|对|[/／$￥]|(?<![百千])(?:[十百千万0-9０-９一二三四五六七八九]{2,}|[一０-９0-9]+百)分之"
)
ELLIPSIS = re.compile(
    r"[百千万亿][一二三四五六七八九](?![十百千万亿点成分一二三四五六七八九个])|(?<![0-9零])[百千][三四五六七八九]$"
)
OTHER_UNITS = re.compile(r"比特|字节|赫兹|[0-9一-龥]两$|微克|卡$|奈拉|位$")
PRINTED_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:年|[到—-])|[一二][〇零一二三四五六七八九]{3}年|今年|明年|去年")
WHOLE = re.compile(r"[0-9]{4}(?:-[0-9]{2})?|\([0-9]{4}-[0-9]{2}-01,[0-9]{4}-[0-9]{2}-01,P[0-9]+[YM]\)")

PEER = """
import datetime, json, sys, time, warnings
warnings.filterwarnings("ignore")
from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension
from recognizers_text import Culture
models = {"number": recognize_number, "percent": recognize_percentage, "ordinal": recognize_ordinal,
          "dimension": recognize_dimension, "currency": recognize_currency, "age": recognize_age}
asked = json.load(sys.stdin)
told = []
for suite, text, reference in asked["cases"]:
    try:
        if suite == "period":
            when = datetime.datetime.fromisoformat(reference) if reference else datetime.datetime(2017, 3, 22)
            found = recognize_datetime(text, Culture.Chinese, reference=when)
            told.append([(r.start, r.end, v.get("start"), v.get("end")) for r in found for v in r.resolution["values"]])
        else:
            found = models[suite](text, Culture.Chinese)
            told.append([(r.start, r.end, r.resolution.get("value"), None) for r in found])
    except Exception as error:
        told.append([])
began = time.process_time()
recognize_number(asked["text"], Culture.Chinese)
middle = time.process_time()
for name in ("percent", "ordinal", "dimension", "currency", "age"):
    models[name](asked["text"], Culture.Chinese)
units = time.process_time() - began
recognize_datetime(asked["text"], Culture.Chinese)
json.dump({"told": told, "number": middle - began, "units": units, "all": time.process_time() - began}, sys.stdout)
"""


@dataclass(frozen=True)
class Case:
    """One test case of the peer: its input and the results it expects."""

    suite: str
    text: str
    reference: str | None
    expected: tuple[dict[str, Any], ...]

    @property
    def given(self) -> str:
        """What lantu reads: the input, with 个 behind a number that ends it."""
        return f"{self.text}个" if self.suite == "number" and self.ends_bare else self.text

    @property
    def ends_bare(self) -> bool:
        """Whether the last expected number ends the input."""
        return _span(self.expected[-1])[1] == len(self.text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--failures", action="store_true", help="name every selected case that lantu does not pass")
    parser.add_argument("--no-peer", action="store_true")
    options = parser.parse_args()
    cases = [case for suite in SUITES for case in load(suite)]
    text = sample()
    peer = None if options.no_peer else ask(cases, text)
    ours = [passes(case) for case in cases]
    theirs = (
        [False] * len(cases) if peer is None else [peer_passes(*one) for one in zip(cases, peer["told"], strict=True)]
    )
    chosen = [selected(case) for case in cases]
    print(f"{'suite':10} {'cases':>6} {'selected':>9} {'lantu':>7} {'peer':>7}   of all: {'lantu':>6} {'peer':>6}")
    for suite in (*SUITES, "all"):
        rows = [i for i, case in enumerate(cases) if suite in (case.suite, "all")]
        picked = [i for i in rows if chosen[i]]
        print(
            f"{suite:10} {len(rows):6d} {len(picked):9d} {ratio(ours, picked)} {ratio(theirs, picked)}"
            f"           {ratio(ours, rows)} {ratio(theirs, rows)}"
        )
    if options.failures:
        failed = [case for i, case in enumerate(cases) if chosen[i] and not ours[i]]
        print(
            *(f"- {case.suite}: {case.text} → {[one.get('Text') for one in case.expected]}" for case in failed),
            sep="\n",
        )
    if peer is not None:
        speed(text, peer)
    return 0


def load(suite: str) -> Iterator[Case]:
    """Give the cases of a suite that expect a result with a value."""
    path = SHARED / "peers" / "recognizers_text_zh" / f"{SUITES[suite]}.json"
    for one in json.loads(path.read_text(encoding="utf-8-sig")):
        expected = tuple(result for result in one["Results"] if suite == "period" or _value(result))
        if expected:
            yield Case(suite, one["Input"], (one.get("Context") or {}).get("ReferenceDateTime"), expected)


def selected(case: Case) -> bool:
    """Tell whether a case speaks of quantities as plans print them (see the rules above)."""
    if case.suite == "period":
        result = case.expected[0]
        timex = result.get("Value", {}).get("Timex", "")
        return bool(WHOLE.fullmatch(timex) and PRINTED_YEAR.search(result["Text"]) and " " not in case.text)
    if ODD.search(case.text) or ELLIPSIS.search(case.text):
        return False
    if any(OTHER_UNITS.search(result["Text"]) for result in case.expected):
        return False
    ends = [_span(result)[1] for result in case.expected]
    return case.suite != "number" or all(end == len(case.text) or unit_at(case.text, end) for end in ends)


def passes(case: Case) -> bool:
    """Tell whether lantu finds every expected result."""
    if case.suite == "period":
        return all(_period_found(case, result) for result in case.expected)
    found = numbers(case.given)
    return all(any(_same(case, result, one) for one in found) for result in case.expected)


def _same(case: Case, result: dict[str, Any], one: Found) -> bool:
    start, end = _span(result)
    value = one.value / 10 if one.unit == "‰" else one.value
    if case.suite == "number" and one.unit == "%" and one.value < 100 and "分之" in case.given[one.start : one.end]:
        value = value / 100  # a fraction (五分之一) is a share in per cent
    covers = one.end >= end if case.suite in {"number", "ordinal"} else one.end == end
    return one.start == start and covers and value == _value(result)


def _period_found(case: Case, result: dict[str, Any]) -> bool:
    this = int((case.reference or "2017")[:4])
    first, last = _expected_days(result)
    start = result.get("Start", 0)
    end = start + len(result["Text"])
    for one in times(case.text, 0, len(case.text), Clock(this, this - 1, this)):
        if start - 1 <= one.start and one.end <= end + 1 and one.period.start == first:
            return one.period.end in (last, date(last.year + 1, 12, 31))
    return False


def _expected_days(result: dict[str, Any]) -> tuple[date | None, date]:
    days = result.get("Value", {}).get("FutureResolution", {})
    try:
        return date.fromisoformat(days["startDate"]), date.fromisoformat(days["endDate"]) - timedelta(days=1)
    except (KeyError, ValueError):
        return None, date.min


def peer_passes(case: Case, told: list[tuple[int, int, str | None, str | None]]) -> bool:
    """Tell whether the peer finds every expected result of its own case."""
    return all(any(_peer_same(case, result, one) for one in told) for result in case.expected)


def _peer_same(case: Case, result: dict[str, Any], one: tuple[int, int, str | None, str | None]) -> bool:
    start, end = _span(result)
    if (one[0], one[1] + 1) != (start, end):
        return False
    if case.suite == "period":
        days = result.get("Value", {}).get("FutureResolution", {})
        return (one[2], one[3]) == (days.get("startDate"), days.get("endDate"))
    return _decimal(one[2]) == _value(result)


def _span(result: dict[str, Any]) -> tuple[int, int]:
    start = result.get("Start", 0)
    return start, result["End"] + 1 if "End" in result else start + result.get("Length", len(result["Text"]))


def _value(result: dict[str, Any]) -> Decimal | None:
    return _decimal((result.get("Resolution") or {}).get("value"))


def _decimal(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text.rstrip("%"))
    except InvalidOperation:
        return None


def ratio(passed: list[bool], rows: list[int]) -> str:
    """Give a share as text."""
    return f"{sum(passed[i] for i in rows) / len(rows):7.3f}" if rows else "      –"


def sample() -> str:
    """Give some pages of a real report."""
    return (SHARED / "documents" / "dev" / "d00.txt").read_text(encoding="utf-8")[:6000]


def ask(cases: list[Case], text: str) -> dict[str, Any]:
    """Let the peer answer all cases and read the sample, in an environment of its own."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "lantu-benchmarks" / "recognizers-text"
    python = folder / "bin" / "python"
    if not (folder / "installed").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (folder / "installed").touch()
    asked = json.dumps({"cases": [(case.suite, case.text, case.reference) for case in cases], "text": text})
    done = subprocess.run([python, "-c", PEER], input=asked, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def speed(text: str, peer: dict[str, Any]) -> None:
    """Print how many times faster numbers are found and the whole text is read."""
    # The peer needs all its models but the dates to find a number with its unit, which `numbers` does in one pass.
    scanning, reading = took(lambda: numbers(text)), took(lambda: read_statements(read_text(text)))
    kilobytes = len(text.encode()) / 1000
    print(f"\nspeed on {kilobytes:.0f} kB of a report, one process, kB a second:")
    print(f"  lantu numbers {kilobytes / scanning:8.0f}   whole reading {kilobytes / reading:8.0f}")
    print(f"  peer  numbers {kilobytes / peer['number']:8.1f}   all its models {kilobytes / peer['all']:7.1f}")
    print(
        f"  ratio bare numbers {peer['number'] / scanning:6.0f}   numbers with units {peer['units'] / scanning:6.0f}"
        f"   whole reading against all models {peer['all'] / reading:6.0f}"
    )


def took(work: Callable[[], object], times_over: int = 20) -> float:
    """Give the processor seconds that work takes, the mean of several runs."""
    work()
    began = time.process_time()
    for _ in range(times_over):
        work()
    return (time.process_time() - began) / times_over


if __name__ == "__main__":
    sys.exit(main())
