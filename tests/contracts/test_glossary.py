"""Public names consist of the words of the glossary, and of nothing else."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import lantu

GLOSSARY = Path(__file__).resolve().parents[2] / "docs" / "reference" / "glossary.md"
ROW = re.compile(r"(?m)^\| ([a-z][^|]*?) \|")
TOKEN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[A-Z]")
JOINTS = {"from", "of", "to", "in", "on", "or", "by"}
"""Words that only join others."""
ROOMS = sorted(
    path.parent.name for path in Path(lantu.__file__).parent.glob("*/__init__.py") if path.parent.name != "cli"
)


def glossary_tokens() -> set[str]:
    words = [word for row in ROW.findall(GLOSSARY.read_text(encoding="utf-8")) for word in re.split(r"[ ,_/›-]+", row)]
    return {token for word in words for token in (word, f"{word}s")}


def public_names() -> list[str]:
    rooms = [import_module(f"lantu.{room}") for room in ROOMS]
    return [f"{room.__name__}.{name}" for room in (lantu, *rooms) for name in getattr(room, "__all__", ())]


def unknown_tokens(name: str, known: set[str]) -> list[str]:
    tokens = [token.lower() for token in TOKEN.findall(name)]
    return [token for token in tokens if token not in known | JOINTS]


def test_the_check_notices_a_word_that_is_not_in_the_glossary() -> None:
    assert unknown_tokens("PlanWidget_from_document", {"plan", "document"}) == ["widget"]


@pytest.mark.parametrize("name", [name for name in public_names() if "__" not in name])
def test_a_public_name_consists_of_glossary_words(name: str) -> None:
    _, _, plain = name.rpartition(".")

    assert unknown_tokens(plain, glossary_tokens()) == []
