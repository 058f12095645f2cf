"""Find and prove a capacitated plan: bounds and quick plans by turns, then exchanges, then the program."""

from __future__ import annotations

import numpy as np

from .allotment import Load
from .load_program import solve_loads
from .loading import Loading
from .plan import Columns, Flags
from .relaxation import Ascent
from .stopwatch import Stopwatch

_STEPS = 1500
_TRY_EVERY = 5
_NEIGHBOURS = 60
_EXACT_TRIES = 6


class LoadSearch:
    """The best capacitated plan so far (``sites``, ``assignment``, ``value``) and the way to better ones."""

    def __init__(self, loading: Loading, step: float) -> None:
        self._loading, self._step = loading, step
        costs = np.where(loading.allowed, loading.costs, np.inf)
        self._load = Load(costs, loading.demand, loading.capacity)
        self._tried: set[tuple[int, ...]] = set()
        self._found: dict[tuple[int, ...], float] = {}
        self.sites: Columns = loading.stands
        self.assignment: Columns | None = None
        self.value = np.inf

    @property
    def limit(self) -> float:
        """The value that a plan must not exceed to be an improvement."""
        if np.isinf(self.value):
            return np.inf
        return self.value - (self._step * (1 - 1e-6) if self._step else 1e-9 * max(1.0, self.value))

    def run(self, clock: Stopwatch) -> float:
        """Search until proven or the time is over; give the proven lower bound."""
        ascent = self._bound(clock.part(0.3))
        if ascent.bound > self.limit:
            return np.inf
        self._exchange_sites(clock.part(0.2))
        self._solve_best_sites(clock.part(0.2))
        if ascent.bound > self.limit:
            return np.inf
        return max(ascent.bound, self._solve_rest(ascent, clock))

    def _bound(self, clock: Stopwatch) -> Ascent:
        nearest = np.sort(np.where(self._loading.allowed, self._loading.costs, np.inf), axis=1)
        start = np.where(np.isfinite(nearest[:, :4]), nearest[:, :4], 0.0).max(axis=1)
        ascent = Ascent(start, patience=15)
        for step in range(_STEPS):
            known = self.value if np.isfinite(self.value) else 2.0 * abs(ascent.bound)
            ascent.climb(self._loading, known if step else float(start.sum()))
            if step % _TRY_EVERY == 0:
                self._try(self._loading.free[ascent.picked()])
            if ascent.bound > self.limit or ascent.settled or clock.over:
                break
        return ascent

    def _try(self, opened: Columns) -> None:
        """Allot the rows to these sites and move the sites; keep the plan if it is the best."""
        key = tuple(int(column) for column in np.sort(opened))
        if key in self._tried or not self._affords(opened):
            return
        self._tried.add(key)
        sites = np.concatenate([self._loading.stands, opened])
        movable = np.arange(len(self._loading.stands), len(sites))
        sites, value = self._load.settle(sites, movable, self._loading.free)
        if np.isfinite(value) and self._affords(sites[movable]):
            self._found[tuple(int(site) for site in np.sort(sites))] = value
            self._take(sites)

    def _affords(self, opened: Columns) -> bool:
        return self._loading.choice.affords(np.searchsorted(self._loading.free, opened))

    def _take(self, sites: Columns) -> None:
        slot, value = self._load.allot(np.sort(sites))
        if value < self.value:
            self.sites, self.assignment, self.value = np.sort(sites), np.sort(sites)[slot], value

    def _exchange_sites(self, clock: Stopwatch) -> None:
        """Put another site in the place of one, the most promising first, while it helps."""
        improved = self.assignment is not None
        while improved and not clock.over:
            before = self.value
            for others, column in self._neighbours():
                self._try(np.append(others, column))
                if self.value < before or clock.over:
                    break
            improved = self.value < before

    def _neighbours(self) -> list[tuple[Columns, int]]:
        """List exchanges of one site, by the summed cost if capacity were no limit."""
        costs, opened = self._load.costs, np.setdiff1d(self.sites, self._loading.stands)
        ranked: list[tuple[float, int, int]] = []
        for at in range(len(opened)):
            rest = np.concatenate([self._loading.stands, np.delete(opened, at)])
            base = costs[:, rest].min(axis=1, initial=np.inf)
            summed = np.minimum(costs[:, self._loading.free], base[:, None]).sum(axis=0)
            ranked += [(float(total), at, int(self._loading.free[j])) for j, total in enumerate(summed)]
        ranked.sort()
        return [(np.delete(opened, at), j) for _, at, j in ranked if j not in opened][:_NEIGHBOURS]

    def _solve_best_sites(self, clock: Stopwatch) -> None:
        """Allot exactly for the most promising sets of sites."""
        for key in sorted(self._found, key=self._found.__getitem__)[:_EXACT_TRIES]:
            if clock.over:
                return
            sites = np.asarray(key, dtype=np.int64)
            only = self._loading.allowed & np.isin(np.arange(self._loading.costs.shape[1]), sites)[None, :]
            self._solve(only, sites, clock.part(0.5).left)

    def _solve(self, may_serve: Flags, opens: Columns, seconds: float) -> float:
        sites, assignment, bound = solve_loads(self._loading, may_serve, opens, seconds)
        if sites is not None and assignment is not None:
            value = float(self._load.costs[np.arange(len(assignment)), assignment].sum())
            if value < self.value:
                self.sites, self.assignment, self.value = sites, assignment, value
        return bound

    def _solve_rest(self, ascent: Ascent, clock: Stopwatch) -> float:
        """Solve over what the bounds leave possible; the bound is that of better plans."""
        _, opens = ascent.fixings(self.limit)
        may_serve = self._loading.may_serve(ascent.best, ascent.best_bound, ascent.if_opened, self.limit)
        bound = self._solve(may_serve, self._loading.free[opens], clock.left)
        whole = self._step > 0 and np.isfinite(bound)
        return float(np.ceil(bound - 1e-6)) if whole else bound
