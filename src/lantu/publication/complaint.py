"""“Something wrong?”: a link that opens a message or a form with everything filled in that a reader need not type."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from .language import Language, mark

_TITLE = mark("Something is wrong with commitment %(id)s")
_BODY = mark(
    "Page: %(page)s\nPromise: %(promise)s\nVerdict shown: %(verdict)s, as known on %(day)s\n\n"
    "What is wrong, and where can it be seen?\n"
)


def complaint_link(contact: str | None, language: Language, **facts: str) -> str:
    """Give the address of a prefilled message about one commitment.

    Parameters
    ----------
    contact:
        An e-mail address, the web address of a form that takes ``title`` and ``body`` (as public issue trackers
        do), or None: then the reader chooses whom to write to.
    facts:
        ``id``, ``page``, ``promise``, ``verdict`` and ``day`` of the commitment.
    """
    title, body = language.fill(_TITLE, **facts), language.fill(_BODY, **facts)
    if contact is not None and contact.startswith("https://"):
        joint = "&" if "?" in contact else "?"
        return f"{contact}{joint}{urlencode({'title': title, 'body': body})}"
    return f"mailto:{contact or ''}?{urlencode({'subject': title, 'body': body}, quote_via=quote)}"
