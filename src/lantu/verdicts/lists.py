"""A list of promises that is reported done as a whole: 年初承诺的10件民生实事全部完成.

No number was given for the single items, so the list answers for them as a proxy: shown as claimed, under review.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lantu.model import Commitment, Comparability, Comparator, Evidence, Grade, Line, Verdict, VerdictKind

from .absence import UNANSWERED
from .proof import step_proof

_KEPT = frozenset({VerdictKind.MET, VerdictKind.EXCEEDED})
_ALL = re.compile("(?:全部|全面|圆满|如期|均已?)(?:[^,，]{0,4})(?:完成|兑现|办结|办成|落实|建成)")


def answered_by_list(
    verdicts: Sequence[Verdict], commitments: Sequence[Commitment], lists: Mapping[str, str]
) -> tuple[Verdict, ...]:
    """Give the verdicts, those on unanswered items of a list that was reported done as a whole among them.

    Parameters
    ----------
    lists:
        By the id of an item the id of the commitment that promises the whole list.
    """
    by_id = {verdict.commitment: verdict for verdict in verdicts}
    promised = {each.id: each for each in commitments}

    def answered(verdict: Verdict) -> Verdict:
        whole = by_id.get(lists.get(verdict.commitment, ""))
        if whole is None or verdict.kind not in UNANSWERED or whole.kind not in _KEPT:
            return verdict
        told = [each for each in whole.evidence if _says_all(each)]
        return _claimed(verdict, told[0], promised[whole.commitment]) if told else verdict

    return tuple(answered(verdict) for verdict in verdicts)


def _says_all(evidence: Evidence) -> bool:
    comparable = evidence.comparability is not Comparability.NOT_COMPARABLE
    told = evidence.observation
    return comparable and (told.comparator is Comparator.ALL or _ALL.search(told.indicator) is not None)


def _claimed(verdict: Verdict, evidence: Evidence, whole: Commitment) -> Verdict:
    text = f"an item of the {whole.quantity} of {whole.indicator}, all of which are reported done, without a number"
    zh = f"属于“{whole.indicator}”{whole.quantity},通报称全部完成,未给出单项数据"
    return replace(
        verdict,
        kind=VerdictKind.MET,
        comparability=Comparability.PROXY,
        grade=Grade.E1,
        rules=("list_reported_whole",),
        working=(*verdict.working, Line("list_reported_whole", text, zh)),
        evidence=(replace(evidence, comparability=Comparability.PROXY, grade=Grade.E1),),
        flags=(),
        needs_review=True,
        proof=step_proof("list_reported_whole", verdict.proof, VerdictKind.MET, list=whole.id),
    )
