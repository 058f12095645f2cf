"""One catalogue, whole in both languages."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Message

from lantu.model import (
    Basis,
    Comparability,
    Grade,
    Level,
    Reason,
    Reviewability,
    Role,
    Status,
    Strength,
    VerdictKind,
)
from lantu.publication import wording
from lantu.publication.catalogue import collected, merged, written
from lantu.publication.language import DOMAIN, LOCALE, languages
from lantu.publication.press import looks
from lantu.verdicts.naming import CHINESE

ZH, EN = languages()
MESSAGES = [message for message in merged("zh") if message.id]
PLACES = re.compile(r"%\((\w+)\)s|%%|\{(\w+)\}")


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_catalogue_is_what_templates_and_code_say(code: str) -> None:
    kept = (LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po").read_bytes()

    assert kept == written(merged(code)), "run python -m lantu.publication.catalogue"


@pytest.mark.parametrize("kind", VerdictKind)
def test_the_working_names_a_verdict_as_the_site_does(kind: VerdictKind) -> None:
    assert CHINESE[kind] == ZH.say(wording.VERDICTS[kind].label)


def test_every_message_is_translated_into_chinese() -> None:
    assert [message.id for message in MESSAGES if not message.string] == []
    assert len(MESSAGES) == len([message for message in collected() if message.id]) > 200


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: str(message.id)[:40])
def test_a_translation_fills_the_same_places_and_no_bare_per_cent_sign(message: Message) -> None:
    assert set(PLACES.findall(str(message.string))) == set(PLACES.findall(str(message.id)))
    assert "%" not in PLACES.sub("", str(message.string) + str(message.id))


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("untestable", "不可核验"),
        ("not_comparable", "口径不可比"),
        ("undetermined", "未能判定"),
        ("contested", "数据有争议"),
        ("exceeded", "超额完成"),
        ("met", "完成"),
        ("met_to_date", "阶段性达标"),
        ("ahead", "超序时"),
        ("on_track", "达序时"),
        ("behind", "滞后"),
        ("not_started", "未推进"),
        ("not_due", "未到期"),
        ("not_reported", "未通报"),
        ("partly_met", "部分完成"),
        ("missed", "未完成"),
        ("reversed", "倒退"),
        ("silent", "到期未通报"),
    ],
)
def test_verdicts_have_the_names_of_the_scheme(kind: str, label: str) -> None:
    assert ZH.say(wording.VERDICTS[kind].label) == label


def test_every_verdict_has_its_own_name_in_each_language() -> None:
    for language in languages():
        assert len({language.say(word.label) for word in wording.VERDICTS.values()}) == len(VerdictKind)


def test_every_verdict_has_a_look_and_a_shape_of_its_own() -> None:
    assert set(looks()) == set(VerdictKind)
    assert len({look.icon for look in looks().values()}) == len(VerdictKind)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (wording.VERDICTS, VerdictKind),
        (wording.GRADES, Grade),
        (wording.REVIEWABILITY, Reviewability),
        (wording.COMPARABILITY, Comparability),
        (wording.REASONS, Reason),
        (wording.BASES, Basis),
        (wording.STRENGTHS, Strength),
        (wording.STATUSES, Status),
        (wording.ROLES, Role),
        (wording.LEVELS, Level),
    ],
)
def test_every_closed_word_of_the_model_is_explained(words: dict[str, object], kinds: type) -> None:
    assert set(words) == set(kinds)
