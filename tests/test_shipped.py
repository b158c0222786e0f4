"""In: the manifest and copies of its pages. Out: what is known of them, and where copies are kept."""

import json
from pathlib import Path

import pytest

from extractor import shipped
from extractor.errors import PageError


def test_the_manifest_agrees_with_the_gold_of_its_pages() -> None:
    for entry in shipped.read_manifest():
        gold = json.loads((shipped.gold_folder() / f"{entry.id}.json").read_text(encoding="utf-8"))
        assert (entry.sha256, entry.length) == (gold["page"]["sha256"], gold["page"]["length"])


def test_pages_that_ship_come_before_registered_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACTOR_REGISTERED", str(tmp_path))
    (tmp_path / "aaa.txt").write_text("a page", encoding="utf-8")
    pages = shipped.list_pages()
    assert pages[-1] == tmp_path / "aaa.txt"
    assert all(page.parent == shipped.corpus_folder() for page in pages[:-1])
    assert len(pages) > 1


def test_a_copy_is_kept_under_the_id_of_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXTRACTOR_REGISTERED", str(tmp_path / "new" / "folder"))
    entry = shipped.read_manifest()[0]
    path = shipped.keep_copy(entry, "line one\r\nline two é\n")
    assert path == tmp_path / "new" / "folder" / f"{entry.id}.txt"
    assert path.read_bytes() == "line one\r\nline two é\n".encode()
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_what_the_manifest_does_not_have_is_refused_with_what_it_has() -> None:
    with pytest.raises(PageError, match="soyuz-ms-07"):
        shipped.find_archived("nosuch")
    with pytest.raises(PageError, match="fits no page of the manifest"):
        shipped.match_archived("0" * 64, "copy.txt")


def test_a_checkout_that_is_the_current_folder_keeps_the_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EXTRACTOR_REGISTERED", raising=False)
    for mark in ("pyproject.toml", "corpus/manifest.toml", "gold/GUIDELINES.md"):
        (tmp_path / mark).parent.mkdir(exist_ok=True)
        (tmp_path / mark).touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "elsewhere" / "extractor")
    assert shipped.registered_folder() == tmp_path / "corpus" / "registered"
    assert shipped.gold_folder() == tmp_path / "gold"
    monkeypatch.chdir("/")
    assert shipped.gold_folder() == tmp_path / "elsewhere" / "extractor" / "data" / "gold"
    assert tmp_path not in shipped.registered_folder().parents
