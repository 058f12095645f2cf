"""Run one function over tiles: here, in local processes, or on a Dask cluster. What fails is retried, then reported."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Protocol, TypeVar

from lantu.model import Issue, Level

Part = TypeVar("Part")
Result = TypeVar("Result")

_ATTEMPTS = 3
_AHEAD = 2


class Numbered(Protocol):
    """A part of the work that can be named when it fails."""

    @property
    def number(self) -> int:
        """Which part it is."""


class Runner(Protocol):
    """Apply a function to every part; give the results in any order, and an issue for each part that failed."""

    def __call__(self, work: Callable[[Any], Result], parts: Iterable[Any]) -> tuple[list[Result], list[Issue]]:
        """Run."""


def one_by_one(work: Callable[[Any], Result], parts: Iterable[Any]) -> tuple[list[Result], list[Issue]]:
    """Run in this process, in order; an error of the work itself is raised."""
    return [work(part) for part in parts], []


def on_processes(processes: int) -> Runner:
    """Give a runner over local processes.

    A part whose process dies is tried again in a process of its own, so it cannot take others with it; a
    few parts are held in memory at a time.
    """

    def run(work: Callable[[Any], Result], parts: Iterable[Any]) -> tuple[list[Result], list[Issue]]:
        results: list[Result] = []
        suspects: list[Any] = []
        waiting = iter(parts)
        pool = _pool(processes)
        while batch := list(islice(waiting, processes * _AHEAD)):
            done, lost = _run_batch(pool, work, batch)
            results += done
            suspects += lost
            if lost:  # a pool that lost a process takes no more work
                pool.shutdown()
                pool = _pool(processes)
        pool.shutdown()
        issues: list[Issue] = []
        for part in suspects:
            again, issue = _run_alone(work, part)
            results += again
            issues += issue
        return results, issues

    return run


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"))


def _run_batch(
    pool: ProcessPoolExecutor, work: Callable[[Any], Result], batch: list[Any]
) -> tuple[list[Result], list[Any]]:
    """Run a few parts side by side; give the results and the parts whose process died."""
    results: list[Result] = []
    lost: list[Any] = []
    futures: list[tuple[Any, Future[Result] | None]] = [(part, _submit(pool, work, part)) for part in batch]
    for part, future in futures:
        try:
            if future is None:
                lost.append(part)
            else:
                results.append(future.result())
        except (BrokenProcessPool, MemoryError):
            lost.append(part)
    return results, lost


def _submit(pool: ProcessPoolExecutor, work: Callable[[Any], Result], part: Any) -> Future[Result] | None:
    try:
        return pool.submit(work, part)
    except BrokenProcessPool:
        return None


def _run_alone(work: Callable[[Any], Result], part: Numbered) -> tuple[list[Result], list[Issue]]:
    for _ in range(_ATTEMPTS - 1):
        with _pool(1) as pool:
            results, lost = _run_batch(pool, work, [part])
        if not lost:
            return results, []
    return [], [_failed(part.number, "its process died")]


def on_dask(client: Any) -> Runner:
    """Give a runner over a Dask cluster (``distributed.Client``).

    Parts are not cached by content (``pure=False``); one whose worker dies is computed again elsewhere.
    """

    def run(work: Callable[[Any], Result], parts: Iterable[Any]) -> tuple[list[Result], list[Issue]]:
        results: list[Result] = []
        issues: list[Issue] = []
        futures = {part.number: client.submit(work, part, pure=False, retries=_ATTEMPTS - 1) for part in parts}
        for number, future in futures.items():
            error = future.exception()
            if error is None:
                results.append(future.result())
            else:
                issues.append(_failed(number, str(error).partition("\n")[0]))
        return results, issues

    return run


def _failed(number: int, why: str) -> Issue:
    return Issue(
        "tile_failed", f"tile {number} failed {_ATTEMPTS} times ({why}); its nodes are not measured", Level.ERROR
    )
