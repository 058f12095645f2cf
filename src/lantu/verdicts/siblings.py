"""The same words promised twice in one document with different numbers: one of them is about a part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lantu.model import SATISFIED, Basis, Commitment, Line, Verdict, VerdictKind

from .proof import step_proof
from .words import read_wording

FAVOURABLE = SATISFIED | {VerdictKind.AHEAD}
"""Verdicts that are held back where the figure may be that of a larger whole."""


def parts(commitments: Sequence[Commitment]) -> dict[str, Commitment]:
    """Give the commitments that another one of their document outranks, with that other one.

    Of counts the largest is the whole; of rates the first is the headline. A district's ten new firms must not
    be answered by the city's hundred.
    """
    alike: dict[tuple[object, ...], list[Commitment]] = defaultdict(list)
    for each in commitments:
        if each.quantity is not None:
            wording = read_wording(each.indicator)
            scope = tuple(sorted((name, members) for name, (members, _) in wording.qualifiers.items()))
            about = (wording.core, wording.thresholds, wording.denominator, str(scope), each.place)
            when = (each.period, each.recurrence, each.accumulation)
            alike[each.span.document, *about, each.quantity.unit, each.basis is Basis.CHANGE, *when].append(each)
    found: dict[str, Commitment] = {}
    for same in alike.values():
        whole = same[0] if same[0].basis in (Basis.CHANGE, Basis.SHARE) else max(same, key=_value)
        found |= {each.id: whole for each in same if _value(each) != _value(whole)}
    return found


def _value(commitment: Commitment) -> Decimal:
    return commitment.quantity.value if commitment.quantity is not None else Decimal(0)


def conjunctions(commitments: Sequence[Commitment]) -> dict[str, tuple[str, ...]]:
    """Give for each commitment the other units that its sentence promises of the same thing (249个、2529万平方米)."""
    alike: dict[tuple[object, ...], list[Commitment]] = defaultdict(list)
    for each in commitments:
        if each.quantity is not None:
            alike[each.sentence, read_wording(each.indicator).core].append(each)
    return {
        each.id: tuple(other.quantity.unit for other in same if other is not each and other.quantity is not None)
        for same in alike.values()
        if len(same) > 1
        for each in same
    }


def hold_back(verdict: Verdict, whole: Commitment | None) -> Verdict:
    """Leave a favourable verdict on a part open: the figure reported may be that of the whole."""
    if whole is None or verdict.kind not in FAVOURABLE:
        return verdict
    text = f"the same document promises {whole.quantity} in the same words: which of the two was reported is open"
    zh = f"同一文件以相同措辞另有承诺 {whole.quantity}:无法确定通报对应哪一项"
    return replace(
        verdict,
        kind=VerdictKind.UNDETERMINED,
        secured=False,
        rules=("promised_twice", *verdict.rules),
        working=(*verdict.working, Line("promised_twice", text, zh)),
        flags=(*verdict.flags, "promised_twice"),
        needs_review=True,
        proof=step_proof("promised_twice", verdict.proof, VerdictKind.UNDETERMINED),
    )
