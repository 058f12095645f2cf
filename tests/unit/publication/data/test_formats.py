"""What holds for every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from lantu.cli.export import command
from lantu.publication.data import FORMATS, PLAIN, Release, export


def folder_bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("name", PLAIN)
def test_the_same_book_gives_the_same_bytes(name: str, release: Release, tmp_path: Path) -> None:
    export(name, release, tmp_path / "one")
    export(name, release, tmp_path / "two")

    assert folder_bytes(tmp_path / "one") == folder_bytes(tmp_path / "two") != {}


@pytest.mark.parametrize("name", PLAIN)
def test_the_file_to_open_first_is_there(name: str, release: Release, tmp_path: Path) -> None:
    export(name, release, tmp_path)

    assert (tmp_path / FORMATS[name].start).stat().st_size > 0


@pytest.mark.parametrize("name", PLAIN)
def test_the_site_holds_what_an_export_writes(name: str, release: Release, site: Path, tmp_path: Path) -> None:
    export(name, release, tmp_path)
    published = folder_bytes(site / "data")

    assert {path: published[path] for path in folder_bytes(tmp_path)} == folder_bytes(tmp_path)


def test_the_help_of_the_command_names_every_format() -> None:
    assert [name for name in FORMATS if f"  {name} " not in (command.help or "")] == []
