"""Find the computed indicators of a plan folder and read each into the shape of its engine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from lantu.model import InputError

from .yaml_file import read_yaml

FOLDER = "indicators"


class Engine(Struct, frozen=True):
    """The one key that every computed indicator has in common; the others are its engine's."""

    engine: str = "reach"


def indicator_files(folder: Path) -> tuple[Path, ...]:
    """Give the files of ``indicators/`` in a plan folder, by name."""
    return tuple(sorted((folder / FOLDER).glob("*.yaml")))


def read_indicator(path: Path, engines: Mapping[str, type[Any]]) -> Any:
    """Read one computed indicator.

    Parameters
    ----------
    path:
        The file.
    engines:
        For each engine the shape of its definitions.

    Raises
    ------
    InputError
        Where it is no YAML, names an engine that there is not, or says something its engine has no room for.
    """
    engine = read_yaml(path, Engine, Engine()).engine
    if engine not in engines:
        raise InputError(f"{path}: no engine named '{engine}'", f"use one of {', '.join(sorted(engines))}")
    definition = read_yaml(path, engines[engine], None)
    if definition.id != path.stem:
        raise InputError(f"{path}: its id is '{definition.id}'", f"name the file {definition.id}.yaml")
    return definition
