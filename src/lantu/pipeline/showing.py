"""Draw the page on which a statement stands, with the statement boxed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lantu.documents.pages import Clipping, draw
from lantu.model import InputError, Span, Stream
from lantu.model.records import Record

from .clippings import boxes_on
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
    page = place[0]
    clipping = Clipping(page, tuple(boxes_on(layout, page, Span(read.document.id, record["start"], record["end"]))))
    [(_, drawn)] = draw(path.read_bytes(), str(path), [clipping])
    return ShownPage(drawn.png, record)


def _found(read: ReadDocument, statement: str, path: Path) -> Record:
    found = [one for one in read.records(*Stream) if one["id"].startswith(statement)]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(f"{path}: {len(found)} statements begin with {statement}", "give more of the id")
    raise InputError(f"{path}: no statement {statement}", f"list them with: lantu read --stream all {path}")
