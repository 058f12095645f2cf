"""Whether the sentence that a paragraph leaves open runs on in a line: the evidence, added up in log odds."""

from __future__ import annotations

from .junction import COMMAS, NEVER, meeting
from .lexicon import lexicon
from .lines import Line
from .paragraph import Paragraph
from .profile import INDENT, Profile
from .shapes import CLOSERS, SHORT


def runs_on(before: Paragraph, after: Line, profile: Profile) -> float:
    """Give the log odds that the sentence which ``before`` leaves open runs on in ``after``."""
    odds = meeting(before.last.text, after)
    if odds == NEVER:
        return NEVER
    if before.last.text[-1] in COMMAS:
        odds += 5
    return odds + _prose(before, after, profile) + _setting(before.last, after, profile)


def _prose(before: Paragraph, after: Line, profile: Profile) -> float:
    """Weigh whether what stops is prose, which wants its full stop, or may be a heading, which has none."""
    last = before.last
    closed = -2.0 if last.text[-1] in CLOSERS else 0.0
    if before.prose:
        return closed + 1.0 + profile.broken
    if last.level or last.bold or lexicon().starters.match(last.text) is not None:
        return 2 * closed - 6.0 + max(0.0, profile.broken) * 3 / 4
    if profile.marked:
        return closed + 3.0
    commas = 1.5 * min(2, sum(map(before.lines[0].text.count, COMMAS)))
    hope = max(0.0, profile.broken) if profile.width is None or _full(last, profile.width) else 0.0
    # Two short lines, neither of them a sentence, are rather two headings.
    bare = 2.0 if after.kind is None and not any(c in COMMAS for c in after.text) else 0.0
    return closed + commas + hope - bare - (4.0 if before.size <= SHORT else 3.0)


def _full(line: Line, width: int) -> bool:
    """Tell whether a line reaches the margin at which its document wraps."""
    return 5 * (len(line.text) + line.indent // 2) >= 4 * width


def _setting(last: Line, after: Line, profile: Profile) -> float:
    """Weigh where the two lines begin and end on the page."""
    odds = 0.0
    if profile.indented:
        odds += -9.0 if after.indent >= INDENT else 2.0
    if profile.width is not None and after.gap == 1:
        odds += 6.0 if _full(last, profile.width) else -3.0
    return odds
