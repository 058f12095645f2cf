"""Files and bytes in: what is read, and the one clear line for what is not."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from lantu.documents import MAX_BYTES, read_bytes, read_file, read_text, reading_text
from lantu.model import InputError

TEXT = "海棠市2031年重点工作方案\r\n\r\n全市新建社区食堂120处,改造农村公路86.5公里。\n"


def test_a_file_is_named_by_its_path_unless_it_is_given_a_name(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")

    assert read_file(path).name == str(path)
    assert read_file(path, name="plan").name == "plan"


def test_newlines_stay_as_they_are_and_offsets_count_them(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(TEXT.encode())

    document = read_file(path)

    assert document.text == TEXT
    assert reading_text(document) == TEXT


def test_a_file_with_the_expected_hash_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(TEXT.encode())

    document = read_file(path, expected_sha256=hashlib.sha256(TEXT.encode()).hexdigest().upper())

    assert document.text == TEXT


def test_a_file_with_another_hash_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(TEXT.encode())

    with pytest.raises(InputError, match=r"its SHA-256 is .*, expected 00"):
        read_file(path, expected_sha256="00" * 32)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.txt: no such file; check the path"):
        read_file(tmp_path / "absent.txt")


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is a directory"):
        read_file(tmp_path)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_file(Path("a\x00b"))


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    with pytest.raises(InputError, match="bytes are too big, the limit is 536,870,912"):
        read_file(path)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "\ufeff　\n".encode(), "　　\n".encode()])
def test_a_file_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"empty|nothing but white space"):
        read_bytes(data, name="plan.txt")


@pytest.mark.parametrize("data", [b"12345, 67.8%\n", "１２３。\n".encode(), b"--- *** ---\n"])
def test_a_file_without_a_word_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"plan\.txt: holds no words"):
        read_bytes(data, name="plan.txt")


def test_binary_garbage_is_refused() -> None:
    with pytest.raises(InputError, match=r"plan\.txt: not .*text"):
        read_bytes(bytes(range(256)) * 20, name="plan.txt")


def test_control_characters_in_text_are_refused_with_their_place() -> None:
    with pytest.raises(InputError, match=r"character 2 is the control character U\+0007"):
        read_bytes("市民\x07服务".encode(), name="plan.txt")


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "Word"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"PK\x03\x04 broken", "archive"),
    ],
)
def test_a_format_that_is_not_read_yet_is_named(data: bytes, format_: str) -> None:
    with pytest.raises(InputError, match=f"format .*{format_}.*recognised and not read yet"):
        read_bytes(data, name="plan")


def test_every_refusal_is_one_line_that_says_what_to_do() -> None:
    with pytest.raises(InputError) as refusal:
        read_bytes(b"{\\rtf1 plan}", name="plan.rtf")

    assert str(refusal.value) == (
        "plan.rtf: this is a file of format RTF, which is recognised and not read yet; "
        "save its text as a UTF-8 text file and give that"
    )


@pytest.mark.parametrize(
    "line",
    [
        "新增" + "7" * 2_000_000,
        "一 " * 500_000,
        "一" + " " * 1_000_000 + "二",
        "新建" + "，" * 1_000_000,
        "（" * 1_000_000 + "一",
        "一" + "*" * 1_000_000,
        "#" * 1_000_000 + "一",
        "| 一 " * 300_000 + "|",
        "**一、" * 300_000,
        "记者 " * 300_000,
        "一是" + "五，" * 500_000,
    ],
)
def test_a_line_without_end_is_read_in_bounded_time(line: str) -> None:
    start = time.process_time()

    document = read_text(line)

    assert time.process_time() - start < 5
    assert document.passages


def test_many_short_lines_are_read_in_bounded_time() -> None:
    start = time.process_time()

    document = read_text("改造老旧小区\n" * 20_000)

    assert time.process_time() - start < 10
    assert document.passages
