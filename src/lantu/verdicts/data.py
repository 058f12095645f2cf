"""Read the rule files that lie beside this code."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=16)
def read_data(name: str) -> Any:
    """Give the content of a YAML file of this room, read once: who changed it would change it for all."""
    return yaml.safe_load((files("lantu.verdicts") / name).read_text(encoding="utf-8"))


def read_text(name: str) -> str:
    """Give the text of a data file of this room."""
    return (files("lantu.verdicts") / name).read_text(encoding="utf-8")
