"""Fact boxes whose labels and values stand on lines of their own."""

import pytest

from extractor import extract
from extractor.pages import make_page


def _list(text: str) -> list[tuple[str, str]]:
    page = make_page(text)
    return [(block.role, text[block.start : block.end]) for block in page.blocks]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", ["", ":"])
def test_labels_and_the_values_below_them_are_one_block(gap: str, mark: str) -> None:
    lines = [f"Launch mass{mark}", "7,220 kg", f"Mission duration{mark}", "178 days", f"Launch site{mark}", "Baikonur"]
    blocks = _list(gap.join(["Soyuz TM-99", "", *lines]))
    assert [role for role, _ in blocks[1:]] == ["label_value"] * 3
    assert blocks[1][1] == f"Launch mass{mark}{gap}7,220 kg"


def test_the_value_of_a_label_may_have_a_date_and_below_it_a_clock() -> None:
    text = "Soyuz TM-99\n\nDocking\nMay 5, 1999\n02:55 UTC\nLanding\nJuly 5, 1999\n07:16 UTC\nDuration\n61 days\n"
    assert [role for role, _ in _list(text)[1:]] == ["label_value"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Soyuz TM-99\n\nCrew:\nPetrov\nIvanov\nMarchand\nNovak\nBrown\n",
        "Soyuz TM-99\n\nLaunch\n\nThe ship left Baikonur on 3 May.\n\nLanding\n\nIt came back on 9 May.\n",
        "Soyuz TM-99\n\nLaunch mass\n7,220 kg\nA ship of its own\n",
    ],
)
def test_lists_sections_and_single_lines_stay_apart(text: str) -> None:
    assert "label_value" not in [role for role, _ in _list(text)]


def test_sections_behind_a_stacked_box_keep_their_heading() -> None:
    text = "Soyuz TM-99\n\nMass\n\n7,220 kg\n\nDuration\n\n9 days\n\nPeriod\n\n88 minutes\n\nHistory\n\nIt flew well."
    page = make_page(text)
    section = page.blocks[-1].section
    assert section is not None
    assert text.startswith("History", page.blocks[section].start)


def test_a_stacked_box_tells_facts_of_all_kinds() -> None:
    box = "Mass\n7,220 kg\nMission duration\n178 days\nLaunched\n3 May 1999, 10:10 UTC\nLaunch site\nBaikonur\n"
    text = f"Soyuz TM-99\n\n{box}"
    told = {(fact.kind, str(fact.get("value"))) for fact in extract(text).facts}
    assert told >= {
        ("mass", "7220"),
        ("duration", "P178D"),
        ("event", "1999-05-03T10:10+00:00"),
        ("designation", "Baikonur"),
    }
