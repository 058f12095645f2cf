"""Does the parts of a work side by side, in processes that inherit what they need; what comes of it is the same.

A process begins as a copy of this one (``fork``), so nothing is sent to it: a book of ten thousand commitments
would take as long to send as to print. Where the system has no safe ``fork``, the parts are done one by one.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from lantu.model import InputError

Part = TypeVar("Part")


def cores() -> int:
    """Give how many processes may work at once: one a processor, one alone where no process may be begun."""
    alone = sys.platform != "linux" or multiprocessing.current_process().daemon
    return 1 if alone else len(os.sched_getaffinity(0))


def abreast(work: Callable[[Part], object], parts: Sequence[Part], processes: int) -> None:
    """Do ``work`` on every part, in up to ``processes`` processes; who is free takes the next.

    Parameters
    ----------
    work:
        What it gives is lost with its process: it must write what is to stay.
    parts:
        At most 256. The longest should stand first.

    Raises
    ------
    InputError
        Where a process was killed. What ``work`` raises is raised here.
    """
    if processes < 2 or len(parts) < 2 or sys.platform != "linux":
        for part in parts:
            work(part)
        return
    with _numbers(len(parts)) as waiting, _frozen():
        crew = [_begin(work, parts, waiting) for _ in range(min(processes, len(parts)))]
        try:
            _hear({told for _, told in crew})
        finally:
            for process, _ in crew:
                process.terminate()
                process.join()


@contextmanager
def _numbers(count: int) -> Iterator[int]:
    """Give a pipe that holds the number of each part once: a byte is taken by one reader, whoever comes first."""
    waiting, numbers = os.pipe()
    try:
        os.write(numbers, bytes(range(count)))
        os.close(numbers)
        yield waiting
    finally:
        os.close(waiting)


@contextmanager
def _frozen() -> Iterator[None]:
    """Keep what exists out of the collector's sight: it would touch, and so copy, every page of memory."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _begin(work: Callable[[Part], object], parts: Sequence[Part], waiting: int) -> tuple[Any, Connection]:
    context = multiprocessing.get_context("fork")
    told, tell = context.Pipe(duplex=False)
    process = context.Process(target=_share, args=(work, parts, waiting, tell), daemon=True)
    process.start()
    tell.close()  # so that the end of the process is the end of the pipe
    return process, told


def _share(work: Callable[[Part], object], parts: Sequence[Part], waiting: int, tell: Connection) -> None:
    """Do parts until none is left, then tell what went wrong, or None."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits is told, and ends this one
    try:
        while number := os.read(waiting, 1):
            work(parts[number[0]])
    except Exception as error:  # noqa: BLE001 - it is raised again where the parts were given out
        tell.send(error)
    else:
        tell.send(None)


def _hear(crew: set[Connection]) -> None:
    """Wait until every process has told that it is done; the first trouble ends the waiting."""
    while crew:
        for told in crew.intersection(wait(crew)):
            _heard(told)
            crew.discard(told)


def _heard(told: Connection) -> None:
    try:
        error = told.recv()
    except EOFError:
        raise InputError(
            "a process that wrote the site was killed before it ended",
            "the machine may be short of memory: close other programs and build again",
        ) from None
    if error is not None:
        raise error
