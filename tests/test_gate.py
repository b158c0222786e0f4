"""In: the pages at hand that have gold, and gold/baseline.json. Out: whether every floor holds."""

from pathlib import Path

import pytest

import extractor
from extractor.score import Score, check_baseline, measure, read_baseline, read_record, score
from extractor.shipped import gold_folder, list_pages

SHARED = Path(__file__).parents[2] / "shared"
BASELINE = read_baseline(gold_folder() / "baseline.json")
PAGES = [page for page in list_pages() if (gold_folder() / f"{page.stem}.json").is_file()]


def rate(page: Path, gold: Path) -> Score:
    result = extractor.extract(page)
    return score(read_record(gold), result.to_dict(), result.page.text, (str(gold), str(page)))


def broken_floors(page: Path) -> list[str]:
    gold = gold_folder() / f"{page.stem}.json"
    return check_baseline(BASELINE, {page.stem: measure(read_record(gold), rate(page, gold))})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_label_or_kind_falls_below_its_floor(page: Path) -> None:
    assert broken_floors(page) == []


@pytest.mark.shared
def test_the_archived_page_is_perfect_and_holds_its_floors() -> None:
    page = SHARED / "pages" / "soyuz-ms-07.txt"
    scored = rate(page, gold_folder() / "soyuz-ms-07.json")
    assert not scored.mistakes
    assert scored.get("mentions", level="strict").tp == 147
    assert scored.get("facts").tp == 58
    assert broken_floors(page) == []


@pytest.mark.shared
def test_the_development_pages_keep_what_general_rules_reach() -> None:
    golds = sorted((SHARED / "gold").glob("*.json"))
    pooled = sum((rate(SHARED / "pages" / f"{gold.stem}.txt", gold) for gold in golds), Score())
    assert pooled.get("mentions").f1 >= 0.96
    assert pooled.get("facts").f1 >= 0.88
