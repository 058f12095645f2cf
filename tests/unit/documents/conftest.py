"""The docstring of a test is the document it reads."""

from __future__ import annotations

import inspect

import pytest

from lantu.documents import Document, read_text


@pytest.fixture
def document(request: pytest.FixtureRequest) -> Document:
    """The document in the test's docstring, without its common indentation."""
    return read_text(inspect.cleandoc(request.function.__doc__), name="test.txt")


def told(document: Document) -> list[tuple[str, str]]:
    """Give kind and text of every passage."""
    return [(passage.kind.value, passage.text) for passage in document.passages]
