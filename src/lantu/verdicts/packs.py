"""Policy packs: the thresholds of verdicts and lights as data, each with the source of its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from lantu.model import SATISFIED, InputError, Verdict, VerdictKind

_OVERDUE = frozenset({VerdictKind.PARTLY_MET, VerdictKind.MISSED, VerdictKind.SILENT})
_CONDITIONS = frozenset({"secured", "overdue", "final", "satisfied", "pace", "otherwise"})
_NUMBERS = ("margin", "overfulfilled", "not_started_after", "ahead_above", "behind_below")
_REQUIRED = frozenset({"name", "title", "source", "measure", "grace_days", "due_soon_days", "lights", *_NUMBERS})
_MEASURES = frozenset({"difference", "growth_ratio"})


@dataclass(frozen=True, slots=True)
class Lamp:
    """One line of a pack's table of lights: the first whose condition holds is lit."""

    when: str
    light: str
    at_least: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The thresholds of a pack by which verdicts are given: what a proof repeats.

    Parameters
    ----------
    measure:
        ``difference``: attainment less expected progress, in shares of the target; ``growth_ratio``:
        observed over required compound annual growth, which needs a baseline.
    margin:
        How far beyond its target a result is *exceeded* (0.10: ten percent).
    grace_days:
        How long after the deadline the absence of a report is not yet held against anyone.
    not_started_after:
        Share of the period after which no progress at all is *not started*.
    ahead_above, behind_below:
        Bounds of *on track* on the measure; the bounds themselves are on track.
    rates_on_pace:
        True where the pack holds growth rates against their target at any time of the year.
    """

    name: str
    measure: str
    margin: Decimal
    grace_days: int
    not_started_after: Decimal
    ahead_above: Decimal
    behind_below: Decimal
    rates_on_pace: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack(Limits):
    """Thresholds by which verdicts are given and lights are lit.

    Parameters
    ----------
    source:
        Who published these numbers, and where.
    overfulfilled:
        From this attainment on, the target is flagged as possibly set low.
    curve:
        Where progress is not planned evenly: pairs of the share of the period gone and the share of the target
        planned by then; joined by straight lines.
    """

    title_en: str
    title_zh: str
    source: str
    overfulfilled: Decimal
    due_soon_days: int
    lights: tuple[Lamp, ...]
    curve: tuple[tuple[Decimal, Decimal], ...] = ()


def load_pack(name_or_path: str | Path) -> Pack:
    """Read a pack by its name (``default``, ``xuancheng``, ``canada``, ``eurostat``) or from a YAML file.

    Raises
    ------
    InputError
        Where there is no such pack, a key is missing or unknown, or a threshold is no number.
    """
    where = str(name_or_path)
    text = _pack_text(where)
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise InputError(f"{where}: not readable as YAML ({error})", "mend the file") from error
    if not isinstance(data, dict):
        raise InputError(f"{where}: holds no pack", "write name, title, source and the thresholds")
    return _pack_from(where, data)


def _pack_text(where: str) -> str:
    shipped = files("lantu.verdicts") / "packs"
    if where.endswith((".yaml", ".yml")):
        try:
            return Path(where).read_text(encoding="utf-8")
        except OSError as error:
            raise InputError(f"{where}: cannot be read ({error.strerror})", "name a pack file that exists") from error
    try:
        return (shipped / f"{where}.yaml").read_text(encoding="utf-8")
    except OSError as error:
        known = ", ".join(sorted(each.name.removesuffix(".yaml") for each in shipped.iterdir()))
        raise InputError(f"no policy pack named '{where}'", f"use one of {known}, or a .yaml file") from error


def _pack_from(where: str, data: dict[str, Any]) -> Pack:
    missing, unknown = _REQUIRED - set(data), set(data) - _REQUIRED - {"rates_on_pace", "curve"}
    if missing or unknown:
        problem = f"lacks {', '.join(sorted(missing))}" if missing else f"unknown key {', '.join(sorted(unknown))}"
        raise InputError(f"{where}: {problem}", f"a pack has {', '.join(sorted(_REQUIRED))}")
    if data["measure"] not in _MEASURES:
        raise InputError(f"{where}: measure '{data['measure']}'", f"use one of {', '.join(sorted(_MEASURES))}")
    return Pack(
        name=str(data["name"]),
        title_en=str(data["title"]["en"]),
        title_zh=str(data["title"]["zh"]),
        source=str(data["source"]),
        measure=str(data["measure"]),
        lights=tuple(_lamp(where, lamp) for lamp in data["lights"]),
        rates_on_pace=bool(data.get("rates_on_pace", False)),
        curve=tuple(_bend(where, point) for point in data.get("curve", ())),
        margin=_number(where, "margin", data["margin"]),
        overfulfilled=_number(where, "overfulfilled", data["overfulfilled"]),
        grace_days=int(_number(where, "grace_days", data["grace_days"])),
        due_soon_days=int(_number(where, "due_soon_days", data["due_soon_days"])),
        not_started_after=_number(where, "not_started_after", data["not_started_after"]),
        ahead_above=_number(where, "ahead_above", data["ahead_above"]),
        behind_below=_number(where, "behind_below", data["behind_below"]),
    )


def _bend(where: str, point: Any) -> tuple[Decimal, Decimal]:
    if not isinstance(point, list) or len(point) != 2:
        raise InputError(f"{where}: curve point '{point}'", "write [share of the period, share of the target]")
    gone, planned = (_number(where, "curve", value) for value in point)
    if not Decimal(0) < gone <= Decimal(1):
        raise InputError(f"{where}: curve point {gone} of the period", "give a share above 0, at most 1")
    return gone, planned


def _number(where: str, key: str, value: object) -> Decimal:
    try:
        return Decimal(str(value))
    except InvalidOperation as error:
        raise InputError(f"{where}: {key} is '{value}'", "write a decimal number") from error


def _lamp(where: str, lamp: dict[str, Any]) -> Lamp:
    if lamp.get("when") not in _CONDITIONS:
        raise InputError(f"{where}: light condition '{lamp.get('when')}'", f"use {', '.join(sorted(_CONDITIONS))}")
    bound = lamp.get("at_least")
    return Lamp(lamp["when"], str(lamp["light"]), None if bound is None else _number(where, "at_least", bound))


def light(verdict: Verdict, pack: Pack) -> str:
    """Give the light of a verdict under a pack: the first line of its table whose condition holds."""
    for lamp in pack.lights:
        if _holds(lamp, verdict):
            return lamp.light
    return "grey"


def _holds(lamp: Lamp, verdict: Verdict) -> bool:
    if lamp.when == "secured":
        return verdict.secured
    if lamp.when == "overdue":
        return verdict.shown in _OVERDUE
    if lamp.when == "final":
        return verdict.shown in (VerdictKind.MET, VerdictKind.EXCEEDED)
    if lamp.when == "satisfied":
        return verdict.shown in SATISFIED
    if lamp.when == "pace":
        return verdict.pace is not None and (lamp.at_least is None or verdict.pace >= lamp.at_least)
    return True


DEFAULT_PACK = load_pack("default")
"""Yinchuan's lights with this project's margins."""
