"""Which theme of the plan a document's own heading speaks of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lantu.plans import Theme


def theme_finder(themes: Sequence[Theme]) -> Callable[[str | None], str | None]:
    """Give a function from a heading to the name of the plan's theme that it names, else the heading itself.

    A heading names a theme where it holds the theme's name or one of its words; where it holds those of
    several themes, the longest word decides, and none where two are as long.
    """
    words = sorted(
        ((word, theme.name) for theme in themes for word in (theme.name, *theme.words)),
        key=lambda pair: -len(pair[0]),
    )

    def find(heading: str | None) -> str | None:
        if heading is None:
            return None
        plain = "".join(heading.split())
        found = [(word, name) for word, name in words if word in plain]
        longest = {name for word, name in found if len(word) == len(found[0][0])}
        return longest.pop() if len(longest) == 1 else heading

    return find
