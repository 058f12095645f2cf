"""Read a page: its main text as blocks, its title, its day of publication."""

from __future__ import annotations

import re
from typing import Any

from lantu.model import InputError

from ..extract import Extract
from ..manuscript import Manuscript, plain
from .blocks import write_blocks
from .decoding import decode_page
from .main import cleaned, main_element
from .stated import stated_day, stated_title

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest page; a saved page with its pictures inside has a few megabytes."""
ATTRIBUTES = 2_000
"""Words in one tag; the parser compares each attribute with every other."""
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{4000,}")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")


def read_page(data: bytes, name: str) -> Extract:
    """Turn a saved web page into text.

    Raises
    ------
    InputError
        Where it is too large, cannot be decoded, or holds no text.
    """
    if len(data) > LARGEST:
        raise InputError(f"{name}: a web page of {len(data):,} bytes, the limit is {LARGEST:,}", "save its text alone")
    text = _DECLARATION.sub("", decode_page(data, name), count=1)
    if any(len(tag[0].split()) > ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise InputError(
            f"{name}: a tag with more than {ATTRIBUTES:,} attributes, this is no page", "save its text alone"
        )
    root = _parsed(text, name)
    body = cleaned(root)
    title, day = stated_title(root), stated_day(root, body)
    main = main_element(root, body)
    manuscript = Manuscript()
    write_blocks(main, manuscript)
    text = manuscript.text()
    if title and plain(title) not in (manuscript.first, text[:400]):
        text = _with_title(title, text)
    if not text.strip():
        raise InputError(f"{name}: a web page without text", "it may load its text by script: save it from a browser")
    return Extract(text, title=title, published=day)


def _with_title(title: str, text: str) -> str:
    clean = plain(title)
    head, _, rest = text.partition("\n")
    if clean and _same(head, clean):
        return f"# {clean}\n{rest}"  # the page repeats its title above the text
    return f"# {clean}\n\n{text}"


def _same(line: str, title: str) -> bool:
    return re.sub(r"[\s#]", "", line) == re.sub(r"\s", "", title)


def _parsed(text: str, name: str) -> Any:
    from lxml import etree, html  # noqa: PLC0415 - a part that is loaded when a page is read

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise InputError(f"{name}: a web page that cannot be read ({error})", "save it again from a browser") from None
    return root
