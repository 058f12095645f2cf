"""Parts that are not in the default install, asked for when they are needed."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from lantu.model import InputError


def has(module: str) -> bool:
    """Tell whether an optional part is installed."""
    return find_spec(module) is not None


def require(module: str, extra: str) -> Any:
    """Give an optional module.

    Raises
    ------
    InputError
        Where it is not installed, naming the extra that brings it.
    """
    if not has(module.partition(".")[0]):
        raise InputError(f"this needs {module}, which is not installed", f"./lantu install {extra}")
    return import_module(module)
