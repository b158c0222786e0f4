"""In: files and folders. Out: which pages are found, and that none of them stops the others."""

import json
from pathlib import Path

import pytest

import extractor
from extractor.batch import FAILED, extract_pages, find_pages
from extractor.model import Result


def write(path: Path, text: str = "Kestrel 4 landed on May 5, 2021.\n") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_folder_gives_its_text_files_at_any_depth_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "deep/c.txt", ".hidden.txt", ".git/d.txt", "data.json"):
        write(tmp_path / name)
    pages, problems = find_pages([str(tmp_path)])
    assert [Path(page).relative_to(tmp_path).as_posix() for page in pages] == ["a.MD", "b.txt", "deep/c.txt"]
    assert problems == []


def test_pages_keep_the_order_named_and_come_once(tmp_path: Path) -> None:
    b, a = write(tmp_path / "b.log"), write(tmp_path / "a.txt")
    assert find_pages([b, a, b, str(tmp_path), "-"])[0] == [b, a, "-"]


@pytest.mark.parametrize("name", ["nosuch.txt", "x" * 5000, "nul\0byte"])
def test_what_is_not_there_is_a_problem(name: str) -> None:
    pages, problems = find_pages([name])
    assert pages == []
    assert [problem.code for problem in problems] == ["missing"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in find_pages([str(tmp_path)])[1]] == ["no-pages"]


def test_a_bad_page_does_not_stop_the_next(tmp_path: Path) -> None:
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(32)) * 20)
    good = write(tmp_path / "good.txt")
    first, second = extract_pages([str(binary), good])
    assert first.result is None
    assert first.problem is not None
    assert first.problem.code == "unreadable"
    assert second.result is not None


def test_a_mistake_of_ours_is_contained_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_on_bad(page: Path) -> Result:
        if page.stem == "bad":
            raise RecursionError("too deep\nby far")
        return original(page)

    original = extractor.extract
    monkeypatch.setattr(extractor, "extract", fail_on_bad)
    bad, good = extract_pages([write(tmp_path / "bad.txt"), write(tmp_path / "good.txt")])
    assert bad.problem is not None
    assert bad.problem.code == FAILED
    assert "RecursionError: too deep by far" in bad.problem.message
    assert good.result is not None


def test_results_do_not_depend_on_the_order_of_pages(tmp_path: Path) -> None:
    pages = [write(tmp_path / "a.txt"), write(tmp_path / "b.txt", "Kestrel 5 docked on June 1, 2021, at 04:12 UTC.\n")]
    forward = [json.dumps(one.result.to_dict()) for one in extract_pages(pages) if one.result]
    backward = [json.dumps(one.result.to_dict()) for one in extract_pages(pages[::-1]) if one.result]
    assert forward == backward[::-1]
