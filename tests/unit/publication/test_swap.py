"""A new site takes the place of the old one in one step, or not at all."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lantu.model import InputError
from lantu.publication import swap
from lantu.publication.swap import MARKER, replacing


def written(folder: Path, **pages: str) -> Path:
    with replacing(folder) as draft:
        for name, text in pages.items():
            draft.put(f"{name}.html", text.encode())
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    site = written(tmp_path / "a" / "site", index="one")

    assert names(site) == [MARKER, "index.html"]
    assert names(site.parent) == ["site"]


def test_pages_that_are_no_longer_written_are_gone(tmp_path: Path) -> None:
    written(tmp_path / "site", index="one", stale="old")

    site = written(tmp_path / "site", index="two")

    assert names(site) == [MARKER, "index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "two"
    assert names(tmp_path) == ["site"]


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    site = written(tmp_path / "site", index="one")

    with pytest.raises(IsADirectoryError), replacing(site) as draft:
        draft.put("", b"a folder is no file")

    assert (site / "index.html").read_text(encoding="utf-8") == "one"
    assert names(tmp_path) == ["site"]


def test_a_build_that_is_killed_leaves_the_old_site(tmp_path: Path) -> None:
    site = written(tmp_path / "site", index="one")
    script = (
        "import sys, os, signal; from pathlib import Path; from lantu.publication.swap import replacing\n"
        "with replacing(Path(sys.argv[1])) as draft:\n"
        "    draft.put('index.html', b'two')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )

    killed = subprocess.run([sys.executable, "-c", script, str(site)], check=False)

    assert killed.returncode == -signal.SIGKILL
    assert (site / "index.html").read_text(encoding="utf-8") == "one"
    assert (written(site, index="three") / "index.html").read_text(encoding="utf-8") == "three"
    assert names(tmp_path) == ["site"]


def test_a_folder_with_other_peoples_files_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("dear", encoding="utf-8")

    with pytest.raises(InputError, match="holds files that lantu did not write"), replacing(tmp_path / "papers"):
        pass

    assert names(tmp_path / "papers") == ["letter.txt"]


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    assert names(written(tmp_path / "site", index="one")) == [MARKER, "index.html"]


def test_a_file_is_no_folder_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", encoding="utf-8")

    with pytest.raises(InputError, match="is a file"), replacing(tmp_path / "site"):
        pass


def test_two_builds_at_once_are_told_apart(tmp_path: Path) -> None:
    with (
        replacing(tmp_path / "site"),
        pytest.raises(InputError, match="another build is writing"),
        replacing(tmp_path / "site"),
    ):
        pass

    assert names(tmp_path / "site") == [MARKER]


def test_a_site_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    written(tmp_path / "real", index="one")
    (tmp_path / "link").symlink_to(tmp_path / "real")

    written(tmp_path / "link", index="two")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "index.html").read_text(encoding="utf-8") == "two"


def test_where_two_folders_cannot_change_places_the_old_one_steps_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    written(tmp_path / "site", index="one")

    site = written(tmp_path / "site", index="two")

    assert (site / "index.html").read_text(encoding="utf-8") == "two"
    assert names(tmp_path) == ["site"]


def test_the_system_lets_two_folders_change_places(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()

    swapped = swap._exchange(tmp_path / "one", tmp_path / "two")

    assert swapped is (names(tmp_path / "one") == ["two"])


def test_a_file_that_is_as_it_was_is_the_old_file_itself(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for words in ("as before", "changed"):
        with replacing(site) as draft:
            draft.put("en/same.html", b"the same")
            draft.put("en/other.html", words.encode())
        if words == "as before":
            before = {path.name: path.stat() for path in (site / "en").iterdir()}
    after = {path.name: path.stat() for path in (site / "en").iterdir()}

    assert after["same.html"].st_ino == before["same.html"].st_ino
    assert after["same.html"].st_mtime_ns == before["same.html"].st_mtime_ns
    assert after["other.html"].st_ino != before["other.html"].st_ino
    assert (site / "en" / "other.html").read_text() == "changed"


def test_a_link_in_the_old_folder_is_never_followed(tmp_path: Path) -> None:
    site, secret = tmp_path / "site", tmp_path / "secret"
    secret.write_text("the same")
    site.mkdir()
    (site / MARKER).write_text("")
    (site / "page.html").symlink_to(secret)

    with replacing(site) as draft:
        draft.put("page.html", b"the same")

    assert not (site / "page.html").is_symlink()
    assert (site / "page.html").stat().st_ino != secret.stat().st_ino
