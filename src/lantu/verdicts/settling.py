"""Settle commitments against observations: the whole of VERDICTS, one commitment at a time, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from lantu.model import Claim, Commitment, Judgement, Observation, Period, Source, Verdict

from .absence import absent
from .acts import settle_act
from .aims import aim_of
from .claims import Claims
from .context import Context, finish
from .days import A_YEAR, days_covered
from .ellipsis import inherited
from .evidence import Library
from .goalposts import goalposts
from .judging import Judgements
from .lists import answered_by_list
from .pace import Milestone
from .packs import DEFAULT_PACK, Pack, load_pack
from .pairing import Index, statement_key
from .repetition import told_once
from .scoring import Meaning
from .siblings import conjunctions, hold_back, parts
from .single import settle_number
from .words import read_wording
from .yearly import settle_yearly

NO_PACES: Mapping[str, Sequence[Milestone]] = MappingProxyType({})
NO_LISTS: Mapping[str, str] = MappingProxyType({})
SUMS_UP = 1
"""From so many figures of several years on, a document is taken to sum those years up beside its own."""


def settle(  # noqa: PLR0913 - the whole of what a verdict may depend on, by name
    commitments: Sequence[Commitment],
    observations: Sequence[Observation],
    *,
    on: date,
    claims: Iterable[Claim] = (),
    sources: Sequence[Source] = (),
    pack: Pack | str | Path = DEFAULT_PACK,
    judgements: Sequence[Judgement] = (),
    horizon: Period | None = None,
    lists: Mapping[str, str] = NO_LISTS,
    paces: Mapping[str, Sequence[Milestone]] = NO_PACES,
    meaning: Meaning | None = None,
) -> tuple[Verdict, ...]:
    """Give one verdict a commitment, in their order, as seen on the day ``on``.

    Pure: the same arguments give the same verdicts, whatever the day of the call.

    Parameters
    ----------
    sources:
        The documents: publication day, days covered, roles. A document published after ``on`` is no evidence;
        one that nobody describes is.
    pack:
        Thresholds, or the name or path of a pack.
    judgements:
        People's decisions, replayed in their order; a later one on the same pair replaces an earlier one.
    horizon:
        The days of the plan, for commitments without a time of their own.
    lists:
        By the id of a commitment that is an item of a promised list the id of the one that promises the list.
    paces:
        By an indicator the milestones set for it: by the end of a day a share of the target. Straight lines join them.
    meaning:
        Closeness of two wordings in a sentence embedding, to be fused with the score of their characters; only where
        somebody asked for it.

    Raises
    ------
    lantu.model.InputError
        Where the pack cannot be read.
    """
    policy = pack if isinstance(pack, Pack) else load_pack(pack)
    known = {source.document: source for source in sources}
    in_order = sorted(observations, key=statement_key)
    visible = told_once([each for each in in_order if _published(known.get(each.span.document), on)])
    context = Context(
        on=on,
        pack=policy,
        horizon=horizon,
        library=replace(_library(known, visible), meaning=meaning),
        index=Index(visible, inherited([*commitments, *visible])),
        judgements=Judgements(judgements, visible),
        conjunctions=conjunctions(commitments),
        paces={read_wording(indicator).core: tuple(set_for) for indicator, set_for in paces.items()},
    )
    seen = [each for each in claims if _published(known.get(each.span.document), on)]
    told = Claims(seen)
    moved, whole = goalposts(commitments, known), parts(commitments)
    held = (hold_back(_settle_one(each, context), whole.get(each.id)) for each in commitments)
    heard = [told.hear(verdict, each) for verdict, each in zip(held, commitments, strict=True)]
    return tuple(
        context.judgements.override(finish(verdict, moved), each)
        for verdict, each in zip(answered_by_list(heard, commitments, lists), commitments, strict=True)
    )


def _settle_one(commitment: Commitment, context: Context) -> Verdict:
    if commitment.quantity is None:
        return settle_act(commitment, context)
    if commitment.recurrence == "yearly":
        verdict = settle_yearly(commitment, context)
    else:
        verdict = settle_number(commitment, context) or absent(commitment, context)
    return replace(verdict, falling=aim_of(commitment, None, ()).falling)


def _published(source: Source | None, on: date) -> bool:
    return source is None or source.published is None or source.published <= on


def _library(known: dict[str, Source], visible: Sequence[Observation]) -> Library:
    by_document: dict[str, list[Observation]] = defaultdict(list)
    for each in visible:
        by_document[each.span.document].append(each)
    covered = {document: days_covered(source, by_document.get(document, ())) for document, source in known.items()}
    themes = {
        document: frozenset(each.theme for each in told if each.theme is not None)
        for document, told in by_document.items()
    }
    summing_up = frozenset(
        document for document, told in by_document.items() if sum(map(_tells_of_years, told)) >= SUMS_UP
    )
    return Library(known, covered, themes, summing_up)


def _tells_of_years(observation: Observation) -> bool:
    days = None if observation.period is None else observation.period.days
    return days is not None and days > 2 * A_YEAR
