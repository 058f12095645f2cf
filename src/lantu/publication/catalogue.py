"""Keeps the catalogue of messages: ``python -m lantu.publication.catalogue`` collects and merges it.

Messages are English as they stand in templates and code; a per cent sign in one is written %%. The Chinese
texts are written by people into ``locale/zh/LC_MESSAGES/site.po``; English needs none.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from .language import DOMAIN, LOCALE

_METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "mark": None}
_ISSUES = {"worded": (2,)}
"""What other rooms say: the patterns of issues, the second argument of `Issue.worded`."""
_OPTIONS = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}}


def collected() -> Catalog:
    """Give every message of the site, without translations."""
    catalogue = Catalog(domain=DOMAIN)
    own = extract_from_dir(str(LOCALE.parent), _METHODS, _OPTIONS, _KEYWORDS)
    issues = extract_from_dir(str(LOCALE.parent.parent), [("**.py", "python")], keywords=_ISSUES)
    for found in (own, issues):
        for name, _, message, _, _ in sorted(found, key=lambda each: (each[0], each[1])):
            catalogue.add(message, locations=[(name, 0)])
    return catalogue


def merged(code: str) -> Catalog:
    """Give the catalogue of a language with every message of the site; messages no longer used are dropped."""
    path = LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    old = read_po(BytesIO(path.read_bytes() if path.exists() else b""), locale=code, domain=DOMAIN)
    new = Catalog(code, DOMAIN, f"# Messages of the site, {code}.", "lantu", "1", fuzzy=False)
    new.creation_date = new.revision_date = datetime(2000, 1, 1, tzinfo=UTC)  # no clock: the same bytes every time
    for message in collected():
        if message.id:
            known = old.get(message.id)
            new.add(message.id, known.string if known and not known.fuzzy else None, locations=message.locations)
    return new


def written(catalogue: Catalog) -> bytes:
    """Give the bytes of a catalogue as text (``.po``); they hold no time."""
    text = BytesIO()
    write_po(text, catalogue, width=110, include_lineno=False)
    return text.getvalue()


if __name__ == "__main__":
    for code in ("en", "zh"):
        folder = LOCALE / code / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{DOMAIN}.po").write_bytes(written(merged(code)))
