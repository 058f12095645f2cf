"""Progress bars on standard error, only where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

Each = TypeVar("Each")

WIDTH = 30
"""Characters of the bar of pages."""

shown: list[Progress] = []
"""The bar that is drawn now, if any: what is told of pages belongs beside it, two bars would write over each other."""


def tracked(things: Sequence[Each], label: str, /) -> Iterable[Each]:
    """Give the things one by one; on a terminal a bar shows how far we are."""
    return counted(things, len(things), label)


def counted(things: Iterable[Each], total: int, label: str) -> Iterable[Each]:
    """Give as many things as ``total`` says one by one; they need not be there before they are asked for."""
    return _drawn(things, total, label) if sys.stderr.isatty() and total > 1 else things


def _drawn(things: Iterable[Each], total: int, label: str) -> Iterator[Each]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total)
        shown.append(progress)
        try:
            for thing in things:
                yield thing
                progress.update(task, advance=1, description=label)
        finally:
            shown.clear()


def watched(page: int, pages: int, /) -> None:
    """Tell which page is being read: in the bar that is drawn, else in a bar of pages on a line of its own."""
    if shown:
        [progress] = shown
        progress.update(progress.task_ids[0], description=f"reading page {page} of {pages}")
    elif sys.stderr.isatty():
        done = WIDTH * (page - 1) // pages
        bar = "━" * done + " " * (WIDTH - done)
        sys.stderr.write(f"\r{bar} reading page {page} of {pages}" + ("" if page < pages else "\n"))
        sys.stderr.flush()
