"""Count for how many reports a target was found, by tier of government and decade, and why for the others not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from .corpus import Target


@dataclass(slots=True)
class Coverage:
    """Counts that grow with every target; `records` gives them as rows."""

    reports: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    reasons: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    uncoded: set[str] = field(default_factory=set)

    def add(self, target: Target) -> None:
        """Count one target."""
        key = (target.level or "unknown", f"{target.target_year // 10 * 10}s")
        for each in (key, ("all", "all")):
            self.reports[each] += 1
            self.found[each] += target.value is not None
            if target.reason is not None:
                self.reasons.setdefault(each, Counter())[target.reason] += 1
        if target.code is None and target.level != "national":
            self.uncoded.add(target.place)

    def records(self) -> Iterator[dict[str, object]]:
        """Give one row a tier and decade, the total last."""
        for key in sorted(self.reports, key=lambda one: (one == ("all", "all"), one)):
            reports, found = self.reports[key], self.found[key]
            why = self.reasons.get(key, Counter()).most_common()
            yield {
                "level": key[0],
                "decade": key[1],
                "reports": reports,
                "with_target": found,
                "share": f"{found / reports:.0%}",
                "without": reports - found,
                "why": ", ".join(f"{count} {reason}" for reason, count in why),
            }
