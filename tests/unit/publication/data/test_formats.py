"""What holds for every format."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lantu.cli.export import command
from lantu.model import InputError
from lantu.publication.data import FORMATS, PLAIN, Release, export, writable
from lantu.publication.data.formats import WRITERS


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


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_page_of_the_data_leads_to_every_format(code: str, site: Path) -> None:
    page = (site / code / "data.html").read_text("utf-8")

    files = [file for name in PLAIN for file in FORMATS[name].files]
    assert [file for file in files if f'href="../data/{file}"' not in page] == []
    assert [file for file in files if not (site / "data" / file).is_file()] == []


def test_a_plan_without_days_has_no_iati_activity(release: Release) -> None:
    plan = {name: value for name, value in release.book.plan.items() if not name.startswith("horizon")}

    assert set(PLAIN) - set(writable(plan)) == {"iati"}
    with pytest.raises(InputError, match=r"the plan states no first and last day; an IATI activity needs them"):
        list(WRITERS["iati"](Release(replace(release.book, plan=plan))))


@pytest.mark.parametrize(("name", "module"), [("parquet", "pyarrow"), ("report", "typst")])
def test_a_missing_part_is_named_with_its_extra(
    name: str, module: str, release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(InputError, match=r"install the extra: pip install 'lantu\[(data|report)\]'"):
        export(name, release, tmp_path)
    assert list(tmp_path.iterdir()) == []
