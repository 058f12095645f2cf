"""Pages, and long lists cut into pages that link to one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lantu.model import InputError

ROWS = 250
"""Rows on one page of a long list."""

_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}\Z")


class Page(NamedTuple):
    """A page: its path in the folder of its language, its template, the values that only it needs."""

    path: str
    template: str
    values: Mapping[str, Any]


def sheets(
    path: str, template: str, rows: Sequence[Any], values: Mapping[str, Any] | None = None, size: int = ROWS
) -> Iterator[Page]:
    """Cut ``rows`` into pages of ``size`` rows: ``path.html``, ``path-2.html`` and so on.

    Each page gets its ``rows``, the ``paths`` of all of them and the number of the ``current`` one from 0.
    """
    paths = [sheet_path(path, number) for number in range(max(1, -(-len(rows) // size)))]
    for number, own in enumerate(paths):
        part = rows[number * size : (number + 1) * size]
        yield Page(own, template, {**(values or {}), "rows": part, "paths": paths, "current": number})


def sheet_path(path: str, number: int) -> str:
    """Give the path of the page with a number, counted from 0."""
    return f"{path}.html" if number == 0 else f"{path}-{number + 1}.html"


def safe(name: str) -> str:
    """Give a name back that can be the name of a page.

    Raises
    ------
    InputError
        Where it cannot.
    """
    if not _NAME.match(name):
        raise InputError(f"{name!r} cannot be the name of a page", "use letters, digits, - and _ in ids")
    return name
