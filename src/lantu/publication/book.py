"""Everything that the site shows, read once from the ledger and proven against the stored text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from lantu.ledger import Ledger
from lantu.model import InputError, Issue, Judgement, Licence, Source, Span

from .language import Language, mark
from .tally import is_due, shown
from .text import Excerpt, Place, Text

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the plan with its commitments; ``name`` is None for those that stand under no theme of it."""

    id: str
    name: str | None
    name_en: str | None
    entries: tuple[Entry, ...]

    def label(self, language: Language) -> str:
        """Give the name of the theme for readers of a language: its own, translated only where the plan says how."""
        if self.name is None:
            return language.say(mark("Under no theme of the plan"))
        return self.name_en if language.code == "en" and self.name_en else self.name


@dataclass(frozen=True, slots=True)
class Entry:
    """A commitment with the verdict on it; ``due`` where it is testable and its deadline has passed."""

    commitment: Record
    verdict: Record
    due: bool

    @property
    def id(self) -> str:
        """The id of the commitment, and the name of its page."""
        return str(self.commitment["id"])

    @property
    def kind(self) -> str:
        """The verdict that counts."""
        return shown(self.verdict)


class Turn(NamedTuple):
    """What a verdict was from one day on, until the next turn."""

    recorded: date
    kind: str


@dataclass(frozen=True)
class Book:
    """A ledger as it is published; every quote in it was found at its offsets in the stored text."""

    plan: Record
    on: str
    sources: Mapping[str, Source]
    texts: Mapping[str, Text]
    entries: tuple[Entry, ...]
    observations: tuple[Record, ...]
    claims: tuple[Record, ...]
    issues: tuple[Issue, ...]
    measurements: tuple[Record, ...]
    judgements: tuple[Judgement, ...]
    places: Mapping[str, Place] = field(repr=False)
    turns: Mapping[str, tuple[Turn, ...]] = field(repr=False)
    sheets: dict[str, list[int]] = field(default_factory=dict, repr=False)

    @cached_property
    def days(self) -> Mapping[str, date | None]:
        """The day on which each document was published, by its id."""
        return {key: source.published for key, source in self.sources.items()}

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Every commitment by its id."""
        return {entry.id: entry for entry in self.entries}

    def versions(self, entry: Entry) -> tuple[Entry, ...]:
        """Give a promise as documents told it one after another, each restating the one before."""
        first = entry.id
        while first in self._restates:
            first = self._restates[first]
        told = [first]
        while told[-1] in self._restated:
            told.append(self._restated[told[-1]])
        return tuple(self.by_id[each] for each in told) if entry.id in told else (entry,)

    @cached_property
    def _restated(self) -> Mapping[str, str]:
        """The commitment of a later document that restates each, by the id of the earlier one."""
        pairs = ((entry.id, str(entry.verdict.get("restated_by"))) for entry in self.entries)
        return {earlier: later for earlier, later in pairs if later in self.by_id}

    @cached_property
    def _restates(self) -> Mapping[str, str]:
        """The commitment that each restates, by the id of the later one."""
        return {later: earlier for earlier, later in self._restated.items()}

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The verdict that counts on every commitment, by its id."""
        return {entry.id: entry.kind for entry in self.entries}

    def statements(self, document: str) -> Sequence[Record]:
        """Give the commitments, observations and claims of a document."""
        return self._by_document.get(document, ())

    @cached_property
    def _by_document(self) -> Mapping[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for record in (*(entry.commitment for entry in self.entries), *self.observations, *self.claims):
            found.setdefault(record["document_id"], []).append(record)
        return found

    @cached_property
    def serves(self) -> Mapping[str, tuple[Entry, ...]]:
        """The commitments that an observation, by its id, was held against."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for evidence in entry.verdict["evidence"]:
                found.setdefault(evidence["id"], []).append(entry)
        return {key: tuple(value) for key, value in found.items()}

    def measured_for(self, measurement: Record) -> tuple[Entry, ...]:
        """Give the commitments beside which a measured value stands."""
        return tuple(entry for entry in self.entries if entry.id in measurement["commitments"])

    def measured_of(self, entry: Entry) -> tuple[Record, ...]:
        """Give the measured values that stand beside a commitment."""
        return tuple(each for each in self.measurements if entry.id in each["commitments"])

    @cached_property
    def unplanned(self) -> tuple[Record, ...]:
        """Results that belong to no commitment."""
        return tuple(record for record in self.observations if record["id"] not in self.serves)

    @cached_property
    def theme_of(self) -> Mapping[str, Theme]:
        """The theme of a commitment, by its id."""
        return {entry.id: theme for theme in self.themes for entry in theme.entries}

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes of the plan in its order, then whatever stands under none of them."""
        return tuple(_themes(self.plan, self.entries))

    def shown(self, span: Span) -> int | None:
        """Give the number of the passage that a span stands in, or None where its document does not show it."""
        text = self.texts.get(span.document)
        place = None if text is None else text.find(span.start, span.end)
        if place is None or text is None:
            return None
        told = text.complete or place.passage in {
            self.places[each["id"]].passage for each in self.statements(span.document)
        }
        return place.passage if told else None

    def titled(self, line: str) -> str:
        """Give a line with documents called by their titles where it calls them by the names of their files."""
        return self._named.sub(lambda found: f"“{self._titles[found[0]]}”", line)

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {source.name: source.title for source in self.sources.values()}

    @cached_property
    def _named(self) -> re.Pattern[str]:
        longest = sorted(self._titles, key=len, reverse=True)
        return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, longest))})(?![\w.-])", re.ASCII)

    def excerpt(self, record: Record) -> Excerpt:
        """Give a statement's quote in its clause, with the neighbours of the clause."""
        known = self._excerpts.get(record["id"])
        if known is None:
            text = self.texts[record["document_id"]]
            clause = text.find(record["sentence_start"], record["sentence_end"])
            known = self._excerpts[record["id"]] = text.excerpt(self.places[record["id"]], clause)
        return known

    @cached_property
    def _excerpts(self) -> dict[str, Excerpt]:
        return {}


def read_book(ledger: Ledger) -> Book:
    """Read a ledger and prove every quote in it.

    Raises
    ------
    InputError
        Where a quote is not found at its offsets, or the ledger holds no verdict.
    """
    dated = sorted(ledger.sources(), key=lambda source: (source.published or date.max, source.name, source.document))
    sources = {source.document: source for source in dated}
    texts = {
        key: Text(source.name, ledger.passages(key), complete=source.licence is Licence.OPEN)
        for key, source in sources.items()
    }
    verdicts = tuple(ledger.verdicts())
    if not verdicts:
        raise InputError("the ledger holds no verdict", "settle the plan before it is published")
    observations, claims = tuple(ledger.observations()), tuple(ledger.claims())
    places: dict[str, Place] = {}
    for record in (*observations, *claims, *(verdict["commitment"] for verdict in verdicts)):
        places[record["id"]] = _prove(record, texts)
    for evidence in (each for verdict in verdicts for each in verdict["evidence"]):
        places[evidence["id"]] = _prove(evidence, texts)
    plan, on = ledger.plan() or {}, max(str(verdict["on"]) for verdict in verdicts)
    return Book(
        plan=plan,
        on=on,
        sources=sources,
        texts=texts,
        entries=tuple(Entry(each["commitment"], each, is_due(each)) for each in verdicts),
        observations=observations,
        claims=claims,
        issues=tuple(ledger.issues()),
        measurements=tuple(ledger.measurements()),
        judgements=tuple(one for one in ledger.judgements() if one.when[:10] <= on),
        places=places,
        turns={key: tuple(Turn(one.recorded, shown(one.verdict)) for one in told) for key, told in ledger.histories()},
    )


def _prove(record: Record, texts: Mapping[str, Text]) -> Place:
    text = texts.get(record["document_id"])
    if text is None:
        raise InputError(
            f"{record['document']}: the ledger holds no text for the document of {record['id']}",
            "rebuild the ledger from the documents; nothing was published",
        )
    return text.prove(record)


def _themes(plan: Record, entries: Sequence[Entry]) -> Iterable[Theme]:
    rest = list(entries)
    for theme in plan.get("themes") or _headings(entries):
        words = {theme["name"], *theme.get("words", ())}
        own = tuple(entry for entry in rest if entry.commitment["theme"] in words)
        rest = [entry for entry in rest if entry.commitment["theme"] not in words]
        yield Theme(theme["id"], theme["name"], theme.get("name_en"), own)
    if rest:
        yield Theme("other", None, None, tuple(rest))


def _headings(entries: Sequence[Entry]) -> list[Record]:
    """Give the documents' own headings as themes, where the plan states none."""
    names = dict.fromkeys(entry.commitment["theme"] for entry in entries if entry.commitment["theme"])
    return [{"id": f"heading-{number}", "name": name} for number, name in enumerate(names, start=1)]
