"""Draw the page on which a statement stands, with the statement boxed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lantu.documents.pages import page_png
from lantu.model import InputError, Stream
from lantu.model.records import Record

from .reading import ReadDocument, Watch, read_files, untracked, unwatched


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page as PNG, with the record of the statement that is boxed on it."""

    png: bytes
    statement: Record


def show(path: Path, statement: str, watch: Watch = unwatched) -> ShownPage:
    """Draw the page of a file on which a statement stands.

    Parameters
    ----------
    path:
        A PDF, scan or photo.
    statement:
        The id of the statement, or the beginning of it.

    Raises
    ------
    InputError
        Where the file cannot be read, has no such statement, or has no pages.
    """
    [read] = read_files([path], untracked, watch)
    layout = read.document.layout
    if layout is None:
        raise InputError(f"{path}: a text without pages", f"see where it stands with: lantu text {path}")
    record = _found(read, statement, path)
    place = layout.place(record["start"], record["end"])
    if place is None:
        raise InputError(f"{path}: statement {record['id']} stands on no page", "see it with: lantu read")
    boxes = [box for page, box in layout.where(record["start"], record["end"]) if page == place[0]]
    return ShownPage(page_png(path.read_bytes(), str(path), place[0], _joined(boxes)), record)


def _found(read: ReadDocument, statement: str, path: Path) -> Record:
    found = [one for one in read.records(*Stream) if one["id"].startswith(statement)]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(f"{path}: {len(found)} statements begin with {statement}", "give more of the id")
    raise InputError(f"{path}: no statement {statement}", f"list them with: lantu read --stream all {path}")


def _joined(
    boxes: list[tuple[float, float, float, float]],
) -> list[tuple[float, float, float, float]]:
    """Join boxes of one line that stand side by side: what lies askew has one for each character."""
    joined: list[tuple[float, float, float, float]] = []
    for box in boxes:
        last = joined[-1] if joined else None
        if last is not None and last[1] < box[3] and box[1] < last[3] and box[0] - last[2] < box[3] - box[1]:
            joined[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            joined.append(box)
    return joined
