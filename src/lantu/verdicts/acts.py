"""Settle a commitment without a number: an act that happens or not, or nothing that can be checked."""

from __future__ import annotations

from lantu.model import Commitment, Grade, Line, Reason, Reviewability, Status, Verdict, VerdictKind

from .absence import absent
from .context import Context
from .evidence import NEAR, Figure
from .measures import is_universal, reviewability
from .naming import CHINESE
from .proof import act_proof
from .single import evidence_of


def settle_act(commitment: Commitment, context: Context) -> Verdict:
    """Give the verdict on an act: untestable without one, done where a report says so, else absent.

    A state (全覆盖) that is reported before the deadline must still hold then.
    """
    if reviewability(commitment) is Reviewability.R0:
        text = "names no number and no act that could be checked"
        return Verdict(
            commitment=commitment.id,
            kind=VerdictKind.UNTESTABLE,
            on=context.on,
            working=(Line("nothing_verifiable", text, "未列出可核验的数量或事项"),),
            rules=("nothing_verifiable",),
            reviewability=Reviewability.R0,
            proof={"way": "nothing_verifiable", "verdict": VerdictKind.UNTESTABLE},
        )
    promised = context.promised(commitment)
    own = commitment.span.document
    told = [
        figure
        for figure in context.figures(commitment, promised)
        if figure.observation.quantity is None
        and figure.observation.span.document != own
        and set(figure.comparison.refusals) <= {Reason.STATUS}
        and figure.confidence >= NEAR
    ]
    done = [figure for figure in told if figure.observation.status is Status.DONE and figure.exact]
    if done:
        state = is_universal(commitment) and not (done[0].final or context.over(promised))
        kind = VerdictKind.MET_TO_DATE if state else VerdictKind.MET
        return _verdict(commitment, kind, "act_reported_done", done[0], context)
    return _begun(commitment, told, context) if told else absent(commitment, context)


def _begun(commitment: Commitment, told: list[Figure], context: Context) -> Verdict:
    final = told[0].final or context.over(context.promised(commitment))
    kind = VerdictKind.MISSED if final else VerdictKind.NOT_DUE
    return _verdict(commitment, kind, "act_not_reported_done", told[0], context)


def _status_line(rule: str, figure: Figure) -> Line:
    status = figure.observation.status
    return Line(rule, f"the report gives the act as {status}", f"通报称该事项{CHINESE[status]}")


def _verdict(commitment: Commitment, kind: VerdictKind, rule: str, figure: Figure, context: Context) -> Verdict:
    lines = [figure.why, *figure.comparison.lines, _status_line(rule, figure)]
    return Verdict(
        commitment=commitment.id,
        kind=kind,
        on=context.on,
        working=tuple(lines),
        rules=(rule,),
        secured=kind is VerdictKind.MET,
        as_of=figure.as_of,
        comparability=figure.comparison.comparability,
        reviewability=Reviewability.R1,
        grade=Grade.E1,
        evidence=(evidence_of(figure),),
        needs_review=True,
        proof=act_proof(
            figure, context.promised(commitment), state=is_universal(commitment), pack=context.pack, kind=kind
        ),
    )
