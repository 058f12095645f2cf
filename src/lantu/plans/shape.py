"""What the files of a plan folder may say: the shape of ``plan.yaml``, ``documents.yaml`` and ``lookups.yaml``."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from typing import Annotated
from urllib.parse import unquote, urlsplit

from msgspec import Meta, Struct, field

from lantu.model import Licence, Period, Role

Text = Annotated[str, Meta(min_length=1)]
Count = Annotated[int, Meta(ge=0)]
Code = Annotated[str, Meta(pattern="^[0-9]{6}$", description="six digits, the GB/T 2260 code of the place")]
Digest = Annotated[
    str, Meta(pattern="^[0-9a-f]{64}$", description="the sha256 of the file's bytes, 64 hexadecimal digits")
]
Name = Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9-]*$", description="a short name of a-z, 0-9 and -")]

WebAddress = Annotated[str, Meta(pattern=r"^https?://[^\s?#]+$", description="a web address without ? and #")]
Contact = Annotated[
    str,
    Meta(
        pattern=r"^(https://[^\s#]+|[^\s@/?&]+@[^\s@/?&]+)$",
        description="an e-mail address or a web address with https://",
    ),
]


class Days(Struct, frozen=True, forbid_unknown_fields=True):
    """The days from ``start`` to ``end``, both included.

    Raises
    ------
    ValueError
        Where they end before they begin.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        _ = self.period

    @property
    def period(self) -> Period:
        """The same days as a word of the model."""
        return Period(self.start, self.end)


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """The place that a plan is for: its GB/T 2260 code (six digits) and its name."""

    code: Code
    name: Text
    name_en: Text | None = None


class Theme(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """领域: one theme of the plan, with the counts that the plan itself states for it.

    ``words`` lists what other documents call the theme; ``id`` is a short ASCII name for links.
    """

    id: Name
    name: Text
    name_en: Text | None = None
    words: tuple[Text, ...] = ()
    items: Count | None = None
    tasks: Count | None = None


class OfficeEntry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """单位: an office with the duties that the plan or its division of work gives it.

    ``leads`` and ``supports`` name themes by id, sections of the plan by words of their title, or single
    commitments by id; ``id`` is a short ASCII name for links.
    """

    id: Name
    name: Text
    name_en: Text | None = None
    leads: tuple[Text, ...] = ()
    supports: tuple[Text, ...] = ()


class SiteEntry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where the site will stand, and who is told of its mistakes.

    ``address`` is the web address of its first page; permanent links and share cards need it. ``contact`` is an
    e-mail address or the web address of a form that takes ``title`` and ``body``.
    """

    address: WebAddress | None = None
    contact: Contact | None = None


class Expected(Struct, frozen=True, forbid_unknown_fields=True):
    """How many themes, items and tasks the plan says it has."""

    themes: Count | None = None
    items: Count | None = None
    tasks: Count | None = None


class Plan(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """方案: ``plan.yaml``; ``publisher`` is who publishes the verdicts, not who made the plan."""

    title: Text
    title_en: Text | None = None
    publisher: Text | None = None
    place: Place
    horizon: Days
    issued: date
    themes: tuple[Theme, ...] = ()
    expected: Expected = field(default_factory=Expected)
    offices: tuple[OfficeEntry, ...] = ()
    site: SiteEntry = field(default_factory=SiteEntry)
    pack: Name = "default"


class DocumentEntry(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry of ``documents.yaml``.

    ``path`` is relative to the folder of documents; without it the last part of ``url`` names the file.
    ``sha256`` is that of the file's bytes.
    """

    title: Text
    roles: Annotated[tuple[Role, ...], Meta(min_length=1)]
    published: date
    path: Text | None = None
    url: Text | None = None
    sha256: Digest | None = None
    covers: Days | None = None
    publisher: Text | None = None
    licence: Licence = Licence.QUOTE

    def __post_init__(self) -> None:
        if self.path is None and self.url is None:
            raise ValueError("an entry needs a path or a url: add one of the two")
        if self.path is not None and (PurePosixPath(self.path).is_absolute() or ".." in PurePosixPath(self.path).parts):
            raise ValueError(f"path {self.path!r} leaves the folder of documents: name a file inside it")
        if not self.name:
            raise ValueError(f"url {self.url!r} names no file: add a path")
        if any(part.startswith(".") for part in PurePosixPath(self.name).parts) or not self.name.isprintable():
            raise ValueError(f"{self.path or self.url!r} names no plain file: give a path without leading dots")

    @property
    def name(self) -> str:
        """The file's name inside the folder of documents."""
        if self.path is not None:
            # Taken apart first: documents//etc/hosts is etc/hosts, not a file at the root of the machine.
            parts = PurePosixPath(self.path).parts
            return str(PurePosixPath(*parts[1:] if len(parts) > 1 and parts[0] == "documents" else parts))
        return PurePosixPath(unquote(urlsplit(self.url or "").path)).name


class UnitLookup(Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one unit (``words``) that are read as ``unit``, with the reason."""

    unit: Text
    words: tuple[Text, ...]
    reason: Text


class IndicatorLookup(Struct, frozen=True, forbid_unknown_fields=True):
    """Wordings of one indicator (``words``) that are read as ``indicator``, with the reason."""

    indicator: Text
    words: tuple[Text, ...]
    reason: Text


class MilestoneEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """By the end of a day this share of the target is planned (0.4: forty percent)."""

    by: date
    share: Annotated[float, Meta(ge=0, le=1)]


class PaceLookup(Struct, frozen=True, forbid_unknown_fields=True):
    """Milestones of one indicator, with the reason: the document that sets them."""

    indicator: Text
    milestones: Annotated[tuple[MilestoneEntry, ...], Meta(min_length=1)]
    reason: Text


class Ignored(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement, by its id, that does not enter the ledger, with the reason."""

    id: Text
    reason: Text
    quote: Text | None = None


class Lookups(Struct, frozen=True, forbid_unknown_fields=True):
    """``lookups.yaml``: corrections with reasons."""

    units: tuple[UnitLookup, ...] = ()
    indicators: tuple[IndicatorLookup, ...] = ()
    ignore: tuple[Ignored, ...] = ()
    pace: tuple[PaceLookup, ...] = ()
