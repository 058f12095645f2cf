"""``lantu export``: each format from the command line, and what it says where it cannot."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from lantu.publication.data import FORMATS, PLAIN

from .conftest import EXAMPLE, CommandLine


@pytest.fixture
def ledger(lantu: CommandLine, example: Path) -> Path:
    return Path(shutil.copy(example / "ledger.sqlite", lantu.folder))


def test_every_format_is_written_alone(lantu: CommandLine, ledger: Path) -> None:
    for name in PLAIN:
        run = lantu("export", name, ".", "-o", name)

        assert (run.status, run.out) == (0, ""), run.err
        assert (lantu.folder / name / FORMATS[name].start).stat().st_size > 0


@pytest.mark.extra("pyarrow")  # noqa: S610 - no database here
@pytest.mark.extra("typst")  # noqa: S610 - no database here
def test_the_formats_of_extras_are_written_too(lantu: CommandLine, ledger: Path) -> None:
    for name in [name for name in FORMATS if name not in PLAIN]:
        run = lantu("export", name, ledger)

        assert run.status == 0, run.err
        assert (lantu.folder / "data" / FORMATS[name].start).stat().st_size > 0


def test_an_unknown_format_is_one_line_and_status_2(lantu: CommandLine, ledger: Path) -> None:
    run = lantu("export", "docx", ".")

    assert run.status == 2
    assert run.err.startswith("lantu: no format 'docx'; formats are csv, xlsx, ")
    assert not (lantu.folder / "data").exists()


def test_a_folder_without_a_ledger_is_status_2(lantu: CommandLine) -> None:
    run = lantu("export", "csv", ".")

    assert run.status == 2
    assert run.err.count("\n") == 1


def test_two_builds_write_the_same_data(lantu: CommandLine, example: Path) -> None:
    run = lantu("build", EXAMPLE, "--on", "2026-03-31", "--ledger", "again.sqlite", "--site", "site")
    assert run.status in (0, 1), run.err

    one, two = (hashes(folder / "site" / "data") for folder in (example, lantu.folder))
    assert one == two
    assert "ledger.xlsx" in one


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
