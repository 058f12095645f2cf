"""The two languages of the site: their names, their catalogue of messages, their folder."""

from __future__ import annotations

import gettext
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "site"


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site.

    Parameters
    ----------
    code:
        Its folder in the site and in the catalogue: ``zh``, ``en``.
    tag:
        Its BCP 47 tag, the ``lang`` attribute of its pages.
    name:
        What its readers call it.
    babel:
        The locale that writes its dates.
    """

    code: str
    tag: str
    name: str
    babel: str
    catalogue: gettext.NullTranslations = field(compare=False, repr=False)

    def say(self, message: str) -> str:
        """Give ``message`` (English, as it stands in the catalogue) in this language; %% becomes %."""
        return self.catalogue.gettext(message).replace("%%", "%")

    def fill(self, message: str, **values: str) -> str:
        """Give a message with its named places filled in."""
        return self.catalogue.gettext(message) % values


def mark(message: str) -> str:
    """Mark a message for the catalogue without translating it yet."""
    return message


@cache
def languages() -> tuple[Language, ...]:
    """Give the languages of the site, the default first."""
    return (
        Language("zh", "zh-Hans", "中文", "zh_Hans", _catalogue("zh")),
        Language("en", "en", "English", "en_GB", _catalogue("en")),
    )


def _catalogue(code: str) -> gettext.NullTranslations:
    """Compile the catalogue of a language: text alone is kept, so that two people's messages merge line by line."""
    text, compiled = (LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po").read_bytes(), BytesIO()
    write_mo(compiled, read_po(BytesIO(text), locale=code, domain=DOMAIN))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
