"""The reference of what users write, and of what they are told about it, is complete."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from lantu import plans

ROOT = Path(__file__).resolve().parents[2]
EXPORTED = [getattr(plans, name) for name in plans.__all__]
SHAPES = [one for one in EXPORTED if isinstance(one, type) and issubclass(one, msgspec.Struct)]
ISSUE = re.compile(r"\bIssue(?:\.worded)?\(\s*\"([a-z_]+)\"")
VERIFIED = re.compile(r"\"((?:damaged|broken|wrong)_[a-z]+)\"")


def page(name: str) -> str:
    return (ROOT / "docs/reference" / name).read_text(encoding="utf-8")


def codes() -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "src/lantu").rglob("*.py")]
    verified = (ROOT / "src/lantu/ledger/verify.py").read_text(encoding="utf-8")
    return {code for text in sources for code in ISSUE.findall(text)} | set(VERIFIED.findall(verified))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_key_of_a_plan_folder_is_documented(shape: type[msgspec.Struct]) -> None:
    keys = {field.encode_name for field in msgspec.structs.fields(shape)}

    assert {key for key in keys if f"`{key}`" not in page("plan-folder.md")} == set()


def test_every_issue_that_the_code_can_raise_is_documented_and_no_other() -> None:
    documented = set(re.findall(r"(?m)^\| `([a-z_]+)` \|", page("issues.md")))

    assert documented == codes()
