"""The comparability gate: what a figure may be held against, and as what.

Runs before any arithmetic. Each check says what it saw; the first refusal gives the reason code. The wording is
checked family by family (tier, population, stage …), then unit, place, basis, status and days.
"""

from __future__ import annotations

from decimal import Decimal

from lantu.model import Commitment, Comparability, Line, Observation, Period, Reason, Status

from .bases import compare_bases
from .comparison import Comparison, Findings, Use
from .days import compare_days
from .likeness import Likeness
from .measures import is_bounding
from .units import conversion
from .words import Family, Wording, families

ONE = Decimal(1)
FEW, SOME, MOST_LED = 0.12, 0.3, 0.26
"""Shares of an indicator's weight that may differ in words that no family lists."""
SPECIFIC = 60.0
"""Bits of shared wording from which a name stands for itself when a modifier before it is left out."""
_NOTHING: tuple[frozenset[str], tuple[str, ...]] = (frozenset(), ())


def compare(
    commitment: Commitment,
    observation: Observation,
    *,
    ours: Wording,
    theirs: Wording,
    alike: Likeness,
    promised: Period | None,
    reported: Period | None,
) -> Comparison:
    """Hold an observation against a commitment.

    Parameters
    ----------
    ours, theirs, alike:
        The two indicators as read, and how alike they are.
    promised, reported:
        The days of the commitment and the days that the observation covers; None where nobody says.
    """
    findings = Findings()
    for family in families():
        _compare_family(family, ours, theirs, findings)
    _compare_thresholds(ours, theirs, findings)
    _compare_denominators(ours, theirs, findings)
    _compare_lists(ours, theirs, findings)
    _compare_residue(ours, theirs, alike, findings)
    use = compare_bases(commitment, observation, findings)
    factor = ONE if use is Use.GROWTH_OF_LEVELS else _compare_units(commitment, observation, findings)
    _compare_places(commitment, observation, findings)
    _compare_status(observation, ours, findings)
    compare_days(commitment, observation, promised, reported, findings)
    if (findings.narrower or findings.wider) and not is_bounding(commitment):
        text = "a share, rate or average of a part bounds nothing"
        findings.refuse(Reason.DEFINITION, Line("no_bound", text, "部分的比率或均值不能作为上下限"))
    comparability, reason = _conclude(findings)
    return Comparison(
        comparability=comparability,
        reason=reason,
        factor=factor,
        use=use,
        covers=reported,
        lines=tuple(findings.lines),
        refusals=tuple(findings.refusals),
        dropped=findings.dropped,
    )


def _conclude(findings: Findings) -> tuple[Comparability, Reason | None]:
    if findings.refusals:
        return Comparability.NOT_COMPARABLE, findings.refusals[0]
    if findings.narrower and findings.wider:
        text = "less in one respect and more in another: bounds it on neither side"
        findings.say(Line("less_and_more", text, "一方面更窄,另一方面更宽:既非下限也非上限"))
        return Comparability.NOT_COMPARABLE, Reason.DEFINITION
    if findings.narrower:
        return Comparability.SUBSET, None
    return (Comparability.SUPERSET if findings.wider else Comparability.EXACT), None


def _compare_family(family: Family, ours: Wording, theirs: Wording, findings: Findings) -> None:
    mine, my_words = ours.qualifiers.get(family.name, _NOTHING)
    yours, your_words = theirs.qualifiers.get(family.name, _NOTHING)
    if family.implied and bool(mine) is not bool(yours):
        mine, yours = mine or family.implied_by(ours.text), yours or family.implied_by(theirs.text)
    if (not mine or not yours) and family.name in {**ours.inherited, **theirs.inherited}:
        mine, yours = mine or ours.inherited.get(family.name, mine), yours or theirs.inherited.get(family.name, yours)
        if not mine or not yours:
            findings.dropped += 1
            return
    if mine == yours or (family.absent == "whole" and family.whole(mine) and family.whole(yours)):
        return
    said, heard = "、".join(my_words) or "—", "、".join(your_words) or "—"
    line = Line(f"qualifier_{family.name}", f"{said} / {heard}: {family.why_en}", f"{said} / {heard}:{family.why_zh}")
    if mine and yours and not (mine < yours or yours < mine):
        findings.refuse(family.reason, line)
    elif mine and yours:
        (findings.narrow if yours < mine else findings.widen)(line)
    elif family.absent == "closed" or (yours and yours <= family.unfinished and not ours.weak):
        findings.refuse(family.reason, line)
    else:
        findings.dropped += 1
        if family.absent == "whole":
            (findings.widen if mine else findings.narrow)(line)
        elif mine and mine <= family.begun:
            findings.narrow(line)


def _compare_thresholds(ours: Wording, theirs: Wording, findings: Findings) -> None:
    """Sizes: two different ones exclude each other, one in the report alone narrows, a dropped one is shortened."""
    if set(ours.thresholds) == set(theirs.thresholds):
        return
    said, heard = "、".join(ours.thresholds) or "—", "、".join(theirs.thresholds) or "—"
    line = Line("size_differs", f"{said} / {heard}: other sizes", f"{said} / {heard}:规模门槛不同")
    if ours.thresholds and theirs.thresholds:
        findings.refuse(Reason.DEFINITION, line)
    elif theirs.thresholds:
        findings.narrow(line)
    else:
        findings.dropped += 1


def _compare_denominators(ours: Wording, theirs: Wording, findings: Findings) -> None:
    said, heard = ours.denominator, theirs.denominator
    if said == heard:
        return
    if said and heard:
        text = f"a share of {said} / of {heard}"
        findings.refuse(Reason.DENOMINATOR, Line("other_whole", text, f"占{said} / 占{heard}:分母不同"))
    elif "占比" in ours.core and "占比" in theirs.core:
        findings.dropped += 1
    else:
        whole = said or heard
        text = f"a share of {whole} is not the thing itself"
        findings.refuse(Reason.DEFINITION, Line("share_of_whole", text, f"占{whole}的比重不是该指标本身"))


def _compare_residue(ours: Wording, theirs: Wording, alike: Likeness, findings: Findings) -> None:
    """Compare the words outside every family.

    Words that stand in each other's place (服务业 / 金融业增加值) refuse. Reports shorten: a few words may be dropped.
    Many on one side narrow or widen the scope; many on both sides refuse. The other things of a list add nothing.
    """
    dropped, added = 1.0 - alike.covered, 1.0 - alike.covers
    if ours.listed != theirs.listed:
        if (dropped if theirs.listed else added) > SOME:
            _refuse_words(alike, findings)
        return
    said, heard = "、".join(alike.ours) or "—", "、".join(alike.theirs) or "—"
    both = min(dropped, added) > FEW and not (alike.heads and max(dropped, added) <= SOME)
    if alike.contrasts or alike.inserted > SOME or both:
        _refuse_words(alike, findings)
    elif added > SOME:
        text = f"— / {heard}: the report speaks of a part"
        findings.narrow(Line("words_added", text, f"— / {heard}:通报只涉及其中一部分"))
    elif alike.led > (MOST_LED if alike.bits >= SPECIFIC else FEW) or dropped - alike.led > SOME:
        text = f"{said} / —: the report speaks of more"
        findings.widen(Line("words_dropped", text, f"{said} / —:通报范围更宽"))


def _refuse_words(alike: Likeness, findings: Findings) -> None:
    said, heard = "、".join(alike.ours) or "—", "、".join(alike.theirs) or "—"
    line = Line("words_differ", f"{said} / {heard}: the words differ", f"{said} / {heard}:用词不同")
    findings.refuse(Reason.DEFINITION, line)


def _compare_lists(ours: Wording, theirs: Wording, findings: Findings) -> None:
    """One thing against a list of things that share a number: the list is more, or a part is less."""
    if ours.listed == theirs.listed:
        return
    if theirs.listed:
        text = f"one number was reported for several things: {theirs.text}"
        findings.widen(Line("list_reported", text, f"合并计数:{theirs.text}"))
    else:
        text = f"one number was promised for several things: {ours.text}"
        findings.narrow(Line("list_promised", text, f"合并承诺:{ours.text}"))


def _compare_units(commitment: Commitment, observation: Observation, findings: Findings) -> Decimal:
    ours, theirs = commitment.quantity, observation.quantity
    if ours is None or theirs is None:
        return ONE
    found = conversion(theirs.unit, ours.unit, observation.indicator, commitment.indicator)
    if found is None:
        text = f"{ours.unit} / {theirs.unit}: other units"
        findings.refuse(Reason.UNIT, Line("units_differ", text, f"{ours.unit} / {theirs.unit}:计量单位不同"))
        return ONE
    if found.factor != ONE:
        text = f"1 {theirs.unit} = {found.factor} {ours.unit}"
        findings.say(Line(found.rule, text, text))
    return found.factor


def _compare_places(commitment: Commitment, observation: Observation, findings: Findings) -> None:
    ours, theirs = commitment.place, observation.place
    if not ours or not theirs or ours == theirs or ours in theirs or theirs in ours:
        if ours and theirs and ours != theirs and theirs.startswith(ours):
            findings.narrow(Line("part_of_place", f"{theirs} is a part of {ours}", f"{theirs} 是 {ours} 的一部分"))
        return
    text = f"{ours} / {theirs}: other places"
    findings.refuse(Reason.AREA, Line("places_differ", text, f"{ours} / {theirs}:地域不同"))


def _compare_status(observation: Observation, ours: Wording, findings: Findings) -> None:
    if observation.status is Status.STARTED and not ours.weak:
        text = "reported as started, promised as done"
        findings.refuse(Reason.STATUS, Line("only_started", text, "通报为已启动,承诺为完成"))
