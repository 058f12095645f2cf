"""A proof in which somebody changes one thing: program and pencil still read it alike, and the change is told.

The proofs are those of the kept cases; each number, day, word and threshold in them is changed in turn to another that
is possible. So the two implementations are held against each other where no settlement led them.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import pencil
from kept_cases import cases
from lantu.verdicts import replay

Proof = dict[str, Any]
Path = tuple[str | int, ...]
NUMBERS = ("value", "factor", "margin", "not_started_after", "ahead_above", "behind_below")
MEASURED = (*NUMBERS[:2], "grain", "upper", "comparator", "scope", "part_of_period", "as_of", "promised", "adds_up")
WORDS = {
    "scope": ("exact", "subset", "superset"),
    "comparator": (None, "at_least", "at_most", "more_than", "less_than", "about", "exactly"),
    "status": ("done", "started", "expected"),
    "says": ("met", "exceeded", "ahead"),
    "rule": ("promised_twice", "list_reported_whole", "claim_without_number"),
    "basis": (None, "level", "increment", "change", "share"),
}


def others(name: str, value: Any, home: Proof) -> Iterator[Any]:
    """Give the other values that an entry ``name`` could have in its part of a proof."""
    if isinstance(value, bool):
        yield not value
    elif name in WORDS and (name != "rule" or "instead_of" in home):
        yield from (word for word in WORDS[name] if word != value)
    elif name in NUMBERS and value is not None and home.get("upper") is None:
        yield from (f"{Decimal(value) * factor:f}" for factor in (2, Decimal("0.5"), -1, 0))
    elif name in ("grain", "upper") and value is not None:
        yield f"{Decimal(value) * 2:f}"
    elif name in ("grace_days", "reports_on_its_theme"):
        yield from (0, 4000)
    elif name == "as_of" and value is not None:
        yield from ("2022-03-31", "2022-12-31", "2025-12-31")
    elif name == "promised" and value is not None:
        yield [value[0], "2026-12-31"]
        yield from ([start, value[1]] for start in ("2019-01-01", None) if home.get("joined") in ("one", "meet"))


def entries(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any, Proof]]:
    """Give everything that a proof states: where, what, and the part it stands in."""
    for name, each in node.items() if isinstance(node, dict) else enumerate(node):
        if isinstance(node, dict):
            yield (*path, name), each, node
        if isinstance(each, dict | list):
            yield from entries(each, (*path, name))


def changed(proof: Proof, path: Path, value: Any) -> Proof:
    """Give the proof with one thing changed."""
    other = copy.deepcopy(proof)
    at: Any = other
    for name in path[:-1]:
        at = at[name]
    at[path[-1]] = value
    return other


def changes(proof: Proof) -> Iterator[tuple[Path, Proof]]:
    """Give every changed proof.

    A pencil does not draw roots: it takes a ratio of yearly growth as stated, so what that comes from stays.
    """
    for path, value, home in entries(proof):
        if "growth_ratio" in str(proof) and path[-1] in MEASURED:
            continue
        for other in others(str(path[-1]), value, home):
            yield path, changed(proof, path, other)


@pytest.mark.parametrize("number", range(len(cases())))
def test_program_and_pencil_read_a_changed_proof_alike(number: int) -> None:
    case = cases()[number]
    on = date.fromisoformat(case["on"])
    for gives in case["gives"]:
        for path, proof in changes(gives["proof"]):
            try:
                told = pencil.verdict(proof, on)
            except pencil.NoProofError:
                with pytest.raises(ValueError, match="not a proof"):
                    replay(proof, on)
            except pencil.NoSuchStepError:
                assert any("does not apply" in text for text in replay(proof, on).differences), (path, proof)
            else:
                assert told == replay(proof, on).verdict, (path, proof)
