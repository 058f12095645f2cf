"""Puts a finished folder in the place of an old one in one step, so that a failed build leaves the old one."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lantu.model import InputError

MARKER = ".lantu-site"
"""A file that says that a folder was written by this program and may be replaced by it."""

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of renameat2(2)


@dataclass(frozen=True, slots=True)
class Draft:
    """A folder that is being written and will stand where ``old`` stands, or where there is nothing yet."""

    folder: Path
    old: Path

    def put(self, path: str, content: bytes) -> None:
        """Write one file. Where the old folder has the same bytes there, it is the old file itself, with its time.

        So whoever copies the folder onwards copies what changed alone. Several processes may write at once.
        """
        target, before = self.folder / path, self.old / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not (_holds(before, content) and _linked(before, target)):
            target.write_bytes(content)


def _holds(path: Path, content: bytes) -> bool:
    """Tell whether a file, and no link to one, holds these bytes."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size == len(content) and path.read_bytes() == content


def _linked(before: Path, target: Path) -> bool:
    """Let ``target`` be the file ``before``, where the file system can."""
    try:
        target.hardlink_to(before)
    except OSError:
        return False
    return True


@contextmanager
def replacing(folder: Path) -> Iterator[Draft]:
    """Give an empty folder to write into; when the block ends well it takes the place of ``folder``.

    Whatever stood in ``folder`` is removed. When the block fails, or the machine stops, the old folder stays.

    Raises
    ------
    InputError
        Where ``folder`` holds something that this program did not write, or another build is writing it.
    """
    target = folder.resolve()
    refuse_foreign(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _alone(target.parent, target):
        draft = target.with_name(f".{target.name}.draft")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        try:
            writing = Draft(draft, target)
            yield writing
            writing.put(MARKER, b"")
            _swap(draft, target)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def refuse_foreign(target: Path) -> None:
    """Raise an InputError where ``target`` holds something that this program did not write; change nothing."""
    if not target.exists():
        return
    if not target.is_dir():
        raise InputError(f"{target} is a file", "name a folder for the site")
    if not (target / MARKER).exists() and any(target.iterdir()):
        raise InputError(
            f"{target} holds files that lantu did not write, and a build would remove them",
            "name an empty or new folder for the site",
        )


@contextmanager
def _alone(parent: Path, target: Path) -> Iterator[None]:
    handle = os.open(parent, os.O_RDONLY)
    try:
        _lock(handle, target)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, target: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InputError(f"another build is writing {target}", "wait until it has ended") from error


def _swap(draft: Path, target: Path) -> None:
    if not target.exists():
        draft.rename(target)
    elif not _exchange(draft, target):
        old = target.with_name(f".{target.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
        draft.rename(target)
        shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, where the system can; else nothing happens."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return call is not None and call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0
