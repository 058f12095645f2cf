"""Progress bars on standard error, only where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

Each = TypeVar("Each")


def tracked(things: Sequence[Each], label: str, /) -> Iterable[Each]:
    """Give the things one by one; on a terminal a bar shows how far we are."""
    if not sys.stderr.isatty() or len(things) < 2:
        return things
    from rich.console import Console
    from rich.progress import track

    return track(things, label, console=Console(stderr=True), transient=True)
