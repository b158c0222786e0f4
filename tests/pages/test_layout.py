"""In: texts in many layouts. Out: the roles and sections of their blocks."""

import pytest

from extractor.pages import make_page


def list_roles(text: str) -> list[str]:
    return [block.role for block in make_page(text).blocks]


def list_blocks(text: str) -> list[str]:
    return [text[block.start : block.end] for block in make_page(text).blocks]


def test_hard_wrapped_prose_is_one_paragraph() -> None:
    text = (
        "The spacecraft left its parking orbit on the second day of the flight and\n"
        "headed for the station, where the crew had prepared the docking port for\n"
        "its arrival. Engineers on the ground followed the approach on their screens\n"
        "and reported no trouble."
    )
    assert list_blocks(text) == [text]
    assert len(make_page(text).sentences) == 2


def test_rows_of_a_flattened_table_stay_apart() -> None:
    rows = "Undocking 12:15 Moscow Time\nBraking begins 14:47:25 Moscow Time\nLanding 15:39 Moscow Time\n"
    assert list_roles("Carrier 7 timeline:\n\n" + rows) == ["title", "table_row", "table_row", "table_row"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Launch site: Pad 5", "label_value"),
        ("Launch site ........ Pad 5", "label_value"),
        ("Launch site\tPad 5\tNorth", "table_row"),
        ("| launch_date = 3 March 1999", "label_value"),
        ("Next mission: Carrier 8", "label_value"),
        ("- the second stage", "list_item"),
        ("> quoted words of a mail", "quote"),
        ("From: someone at the institute", "header"),
        ("12:07 p.m. – Launch", "schedule"),
        ("Left: the crew at the pad. Right: the rocket.", "caption"),
        ("The crew waves. Credit: NASA", "caption"),
        ("== Launch ==", "heading"),
        ("Preparations for launch", "heading"),
        ("Friday, Jan. 26:", "heading"),
        ("Anna Berg, director of programmes", "paragraph"),
        ("All rights reserved", "footer"),
        ("Category:1999 in spaceflight", "category"),
        ("https://example.org/page", "boilerplate"),
        ("202-555-0100", "boilerplate"),
        ("[7] A book on orbits, 1999.", "reference"),
        ("The rocket rose slowly.", "paragraph"),
    ],
)
def test_a_line_tells_its_role(line: str, role: str) -> None:
    assert list_roles(f"Title of the page\n\n{line}\n\nThe text goes on here.")[1] == role


TOLD = (
    "The crew of this flight was named only eight days before the start, when the first commander fell ill and was "
    "taken off it with his engineer, and the second crew took the place."
)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (f"Title\n\nNotes\n\n{TOLD}", "paragraph"),
        (f"Title\n\n[246] {TOLD}", "paragraph"),
        ("Title\n\nNotes\n\n1. A. Berg, Flights of the Third Age, Tundra Press, 1981, pp. 4-12.", "list_item"),
        (f"Title\n\nReferences\n\n{TOLD} Retrieved 12 May 2001.", "reference"),
    ],
)
def test_what_is_told_below_notes_or_behind_a_page_number_is_no_reference(text: str, role: str) -> None:
    assert list_roles(text)[-1] == role


def test_a_block_knows_the_heading_that_rules_it() -> None:
    page = make_page("Mission\n\nLanding\n\nThe craft landed on time.\n")
    section = page.blocks[2].section
    assert section is not None
    assert page.text[page.blocks[section].start : page.blocks[section].end] == "Landing"


def test_a_label_is_told_from_its_value() -> None:
    page = make_page("Title\n\nLaunch mass: 7,220 kg\n")
    block = page.blocks[1]
    assert block.label is not None
    assert page.text[slice(*block.label)] == "Launch mass"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It docked at 5:47 a.m. EST on Dec. 19, 2017. The crew slept.", 2),
        ("Scott D. Tingle flew. He landed.", 2),
        ("Booster No. 737 flew. St. Louis cheered.", 2),
        ("The U.S. Navy waited. Was it late? No.", 3),
        ("It rose at 9 a.m. The crowd left.", 2),
        ("It weighed 7.2 tons.[1] It flew.", 2),
    ],
)
def test_abbreviations_and_initials_end_no_sentence(text: str, count: int) -> None:
    assert len(make_page(text).sentences) == count


@pytest.mark.parametrize("text", ["", "\n\n\n", "\u2028", "x" * 50_000, "a\n" * 20_000, "|" * 5_000, ": " * 5_000])
def test_no_text_is_refused_or_slow(text: str) -> None:
    page = make_page(text)
    assert all(0 <= block.start < block.end <= len(text) for block in page.blocks)


def test_prose_wrapped_wide_is_one_paragraph_where_its_lines_end_within_sentences() -> None:
    text = (
        "The Carrier rocket with the Ferry 7 ship lifted off from Site 9 at Northfield on May 11, at 11:40:15 "
        "Moscow\n"
        "Time (4:40 a.m. EDT). The crew was to dock with the station six hours later, and the cosmonauts on board\n"
        "had readied a port."
    )
    assert list_blocks(text) == [text]


def test_wide_lines_that_are_paragraphs_stay_apart() -> None:
    first = (
        "The ferry left its port in the morning, backed away along the axis of the station, fired its engine, "
        "and then "
        "turned."
    )
    second = "The crew of the station followed it with their cameras until it had passed behind the dark limb."
    assert list_blocks(f"{first}\n{second}") == [first, second]


def test_metadata_before_a_text_give_its_title_and_keep_apart() -> None:
    text = "---\nlayout: post\ntitle: 'A probe flies'\ndate: 2016-05-06 08:03:08\n---\nThe probe flew on Friday.\n"
    page = make_page(text)
    assert [block.role for block in page.blocks] == [
        "boilerplate", "header", "title", "header", "boilerplate", "paragraph",
    ]  # fmt: skip
    assert text[page.blocks[2].start : page.blocks[2].end] == "A probe flies'"


def test_metadata_without_their_closing_rule_end_at_the_blank_line() -> None:
    assert list_roles("---\nID: 5\npost_date: 2016-05-06\n\nThe probe flew on Friday.") == [
        "boilerplate", "header", "header", "paragraph",
    ]  # fmt: skip


def test_a_rule_at_the_head_of_prose_opens_no_metadata() -> None:
    assert "header" not in list_roles("---\nThe probe flew on Friday.\n---\nIt came back.")


def test_a_date_in_a_table_is_no_head_of_a_mail() -> None:
    text = "The flight of a probe\n\nA word before.\n\nAnother word.\n\nLaunch\n\nDate: 3 March 1999\nTime: 10:20 UTC\n"
    assert list_roles(text)[-2:] == ["label_value", "label_value"]


def test_the_head_of_a_mail_inside_a_page_is_one() -> None:
    text = "Archive\n\nOne.\n\nTwo.\n\nThree.\n\nFrom: a@example.org\nSubject: A probe\nDate: 3 March 1999\n\nIt flew."
    assert list_roles(text)[-4:-1] == ["header", "header", "header"]


def test_notes_that_tell_on_are_no_references() -> None:
    told = (
        "The crew was named only eight days before the start, when a doctor found that the commander of the "
        "first crew "
        "had a weak heart and sent him home."
    )
    cited = (
        "Program Report, MSC-4, June 1965, pp. 4-2, with all that came of the first flight in it, and of the second."
    )
    text = f"Ship 4\n\nNotes\n\n{told}\n\n{cited}\n"
    assert list_roles(text)[-2:] == ["paragraph", "reference"]


def test_wrapped_lines_full_of_names_are_one_paragraph() -> None:
    text = (
        "Soyuz TM-99 was launched from Baikonur at 0418 UTC on Feb 20. Crew are Viktor\n"
        "Petrov (commander), Jean-Paul Marchand (flight engineer) and Ivan Novak (research\n"
        "cosmonaut). It docked with Mir at 0536 UTC on Feb 22, and all went well.\n"
    )
    assert list_roles(text) == ["paragraph"]


def test_two_spaces_behind_a_sentence_part_no_columns() -> None:
    text = (
        "the ship came back in May.  Its crew had spent half a year on the station and\n"
        "Petrov, who led it, was sent to Moscow.  The next ship follows in\n"
        "June, they say.\n"
    )
    assert len(list_blocks(text)) == 1


def test_rows_with_wide_gaps_stay_rows() -> None:
    text = (
        "Aug 17   16:52   Progress M-99 redocks with the aft port of the station\n"
        "Aug 22   14:00   start of the walk outside by the two of the crew, Petrov\n"
        "Sep 27   10:00   the shuttle docks, and relief comes on board with it.\n"
    )
    assert len(list_blocks(text)) == 3


def test_rows_of_a_name_a_clock_and_a_speed_are_no_paragraph() -> None:
    text = "DV-1 09:55:18 Moscow Time 28.2 meters per second\nDV-2 10:37:01 Moscow Time 17.9 meters per second\n"
    assert len(list_blocks(text)) == 2


def test_a_line_that_ends_with_an_article_goes_on_with_a_figure() -> None:
    text = "Kosmos-2199, a small film satellite, is in a\n165 x 347 km orbit now.\n"
    assert len(list_blocks(text)) == 1
    assert len(list_blocks("Notes on the\nJune 3 11:20 docking\n")) == 2
