"""What a shortened indicator takes over from the clauses before it: 新建公办幼儿园38所，新增学位9980个.

The places are those of the kindergartens, though the clause does not say so; a report that tells of places after
kindergartens and schools counts more. Which words are shortened, and what they take over, is data
(``qualifiers.yaml``, ``shortened``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lantu.model import Span, Statement

from .data import read_data
from .words import read_wording

Inherited = Mapping[str, frozenset[str]]
"""Members by the name of their family."""


def inherited(statements: Sequence[Statement]) -> dict[str, Inherited]:
    """Give by their ids the shortened statements with what the same sentence says before them."""
    lexicon = read_data("qualifiers.yaml")["shortened"]
    heads, families = tuple(lexicon["heads"]), frozenset(lexicon["families"])
    found: dict[str, Inherited] = {}
    before: dict[str, frozenset[str]] = {}
    sentence: Span | None = None
    for each in sorted(statements, key=lambda one: one.span):
        if each.sentence != sentence:
            sentence, before = each.sentence, {}
        wording = read_wording(each.indicator)
        own = {name: members for name, (members, _) in wording.qualifiers.items() if name in families}
        if wording.core.endswith(heads) and len(wording.core) <= lexicon["longest"] and not own:
            if before:
                found[each.id] = dict(before)
        else:
            for name, members in own.items():
                before[name] = before.get(name, frozenset()) | members
    return found
