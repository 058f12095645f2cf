"""Load the word lists beside this file once, in the shape in which the rules look them up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def word_list(name: str) -> Mapping[str, Any]:
    """Give the mapping that ``<name>.yaml`` of this room holds.

    Words are written separated by white space; `words` splits them.
    """
    text = files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader, the C one where it is built
    return loaded


def words(text: str) -> tuple[str, ...]:
    """Split a list of words written with spaces and line breaks between them."""
    return tuple(text.split())


def alternation(text: str) -> str:
    """Give a regular expression that matches any of the words, the longest first."""
    import re

    return "|".join(re.escape(word) for word in sorted(set(words(text)), key=lambda word: (-len(word), word)))
