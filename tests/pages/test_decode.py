"""In: bytes and paths. Out: the text of a page, or one line that says what is wrong."""

import os
from pathlib import Path

import pytest

from extractor import pages
from extractor.errors import PageError


def test_a_byte_order_mark_decides() -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert pages.read("Söyuz 7".encode(encoding)).text == "Söyuz 7"


def test_bytes_that_are_no_utf8_are_read_as_windows_1252_and_reported() -> None:
    page = pages.read(b"The crew\x92s caf\xe9")
    assert page.text == "The crew’s café"
    assert [problem.code for problem in page.problems] == ["encoding"]


@pytest.mark.parametrize("data", [b"\x00\x01\x02" * 100, bytes(range(32)) * 20, b"\x7fELF" + bytes(200)])
def test_binary_data_are_refused(data: bytes) -> None:
    with pytest.raises(PageError, match="looks binary"):
        pages.read(data)


def test_a_missing_file_a_folder_and_a_pipe_are_refused_by_name(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, reason in ((tmp_path / "none.txt", "no such file"), (tmp_path, "folder"), (tmp_path / "pipe", "regular")):
        with pytest.raises(PageError, match=reason) as caught:
            pages.read(path)
        assert str(path) in str(caught.value)
        assert "\n" not in str(caught.value)


def test_fifty_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(PageError, match="50,000,000 bytes"):
        pages.read(path)


def test_a_lone_surrogate_becomes_the_replacement_character_in_place() -> None:
    assert pages.read("a\ud800b").text == "a\ufffdb"


def test_the_digest_and_the_id_follow_the_text(tmp_path: Path) -> None:
    path = tmp_path / "carrier-7.txt"
    path.write_text("Carrier 7", encoding="utf-8")
    page = pages.read(path)
    assert (page.id, page.source) == ("carrier-7", str(path))
    assert page.sha256 == pages.read("Carrier 7").sha256
    assert pages.read("Carrier 7").id == page.sha256[:12]
