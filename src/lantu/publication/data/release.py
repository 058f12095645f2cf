"""What is written out: one book, and what changed since an earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..book import Book
from ..changes import Changes

File = tuple[str, bytes]
"""A file to be written: its path below the folder of the data (``csv/verdicts.csv``), and its bytes."""
Files = Iterator[File]


@dataclass(frozen=True, slots=True)
class Release:
    """A book as it is released.

    Parameters
    ----------
    changes:
        What differs from an earlier ledger, where one was named.
    """

    book: Book
    changes: Changes | None = None

    @property
    def name(self) -> str:
        """A short name for identifiers: the place's GB/T 2260 code and the first year of the plan."""
        plan = self.book.plan
        parts = ("lantu", plan.get("place_code"), (plan.get("horizon_start") or "")[:4])
        return "-".join(part for part in parts if part)

    @property
    def base(self) -> str | None:
        """The web address of the folder of the data, where the plan says where its site stands."""
        address = self.book.plan.get("address")
        return None if not address else f"{str(address).removesuffix('index.html').rstrip('/')}/data/"

    @property
    def title(self) -> str:
        """The title of the plan, or the word for a plan where none was stated."""
        return str(self.book.plan.get("title") or "方案")

    @property
    def title_en(self) -> str | None:
        """The title in English, where the plan states one."""
        return self.book.plan.get("title_en")
