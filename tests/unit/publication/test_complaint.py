"""“Something wrong?” opens a message that says which page it is about."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from lantu.publication.complaint import complaint_link
from lantu.publication.language import languages

ZH, EN = languages()
FACTS = {"id": "ab12", "page": "en/x.html", "promise": "新建书屋50处&处", "verdict": "Missed", "day": "20 May 2025"}


def test_a_message_to_the_contact_names_the_commitment_and_its_page() -> None:
    link = urlsplit(complaint_link("help@city.example", EN, **FACTS))

    asked = parse_qs(link.query, strict_parsing=True)
    assert (link.scheme, link.path) == ("mailto", "help@city.example")
    assert asked["subject"] == ["Something is wrong with commitment ab12"]
    assert (
        "Page: en/x.html\nPromise: 新建书屋50处&处\nVerdict shown: Missed, as known on 20 May 2025" in asked["body"][0]
    )


def test_a_space_in_a_message_is_no_plus_sign() -> None:
    assert "+" not in complaint_link("help@city.example", EN, **FACTS)


@pytest.mark.parametrize("contact", ["https://forge.example/issues/new", "https://forge.example/new?label=site"])
def test_a_form_gets_title_and_body(contact: str) -> None:
    link = complaint_link(contact, ZH, **FACTS)

    assert link.startswith(contact)
    assert parse_qs(urlsplit(link).query)["title"] == ["承诺事项ab12有误"]
    assert "新建书屋50处&处" in parse_qs(urlsplit(link).query)["body"][0]


def test_without_a_contact_the_reader_chooses_whom_to_write_to() -> None:
    assert complaint_link(None, EN, **FACTS).startswith("mailto:?subject=")
