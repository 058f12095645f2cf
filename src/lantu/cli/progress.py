"""Progress bars on standard error, only where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

Each = TypeVar("Each")


def tracked(things: Sequence[Each], label: str, /) -> Iterable[Each]:
    """Give the things one by one; on a terminal a bar shows how far we are."""
    return counted(things, len(things), label)


def counted(things: Iterable[Each], total: int, label: str) -> Iterable[Each]:
    """Give as many things as ``total`` says one by one; they need not be there before they are asked for."""
    if not sys.stderr.isatty() or total < 2:
        return things
    from rich.console import Console
    from rich.progress import track

    return track(things, label, total=total, console=Console(stderr=True), transient=True)


def watched(page: int, pages: int, /) -> None:
    """Tell which page is being read, on one line that the next one replaces."""
    if sys.stderr.isatty():
        ending = "" if page < pages else "\n"
        sys.stderr.write(f"\rreading page {page} of {pages}{ending}")
        sys.stderr.flush()
