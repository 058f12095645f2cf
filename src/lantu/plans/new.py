"""Write an example plan folder to start from."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from lantu.model import InputError


def new_folder(path: Path | str) -> list[Path]:
    """Write the example plan folder to ``path`` and give the files written.

    Raises
    ------
    InputError
        Where ``path`` exists and is not an empty folder: nothing is ever overwritten.
    """
    folder = Path(path)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder}: exists already", "name a new or an empty folder")
    template = files("lantu.plans") / "template"
    try:
        written = _copy(template, folder)
        _state_hashes(folder)
    except OSError as error:
        raise InputError(f"{folder}: {error.strerror}", "name a folder that can be written") from error
    return sorted(written)


def _copy(source: Traversable, target: Path) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for entry in source.iterdir():
        if entry.is_dir():
            written += _copy(entry, target / entry.name)
        else:
            (target / entry.name).write_bytes(entry.read_bytes())
            written.append(target / entry.name)
    return written


def _state_hashes(folder: Path) -> None:
    """Put the sha256 of each document where ``documents.yaml`` leaves room for it."""
    listing = folder / "documents.yaml"
    text = listing.read_text(encoding="utf-8")
    for document in (folder / "documents").iterdir():
        digest = hashlib.sha256(document.read_bytes()).hexdigest()
        text = text.replace(f"SHA256-OF-{document.name}", digest)
    listing.write_text(text, encoding="utf-8", newline="\n")
