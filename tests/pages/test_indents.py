"""In: pages whose lines are indented. Out: the page without indents, and its offsets where they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import extract
from extractor.pages import make_page
from extractor.pages.indents import cut_margin, unwrap

_INDENTED = """\
            The small probe Hesperus 3 was launched on May 5, 2031, and weighed about 117
            pounds (53 kilograms) when its rocket put it into an orbit of 80 by 500 miles (127
            by 795 kilometers) around the Earth, which took it over both of the poles, at 8
            p.m. UTC on that day.
"""


def test_a_page_of_single_lines_is_read_as_it_is() -> None:
    assert unwrap(make_page("A line of words.\n\nAnother one.\n")) is None


def test_indents_of_wrapped_lines_are_left_out() -> None:
    wrapping = unwrap(make_page(_INDENTED))
    assert wrapping is not None
    assert "117 pounds (53 kilograms)" in wrapping.page.text
    assert len(wrapping.page.words) == len(make_page(_INDENTED).words)


def test_rows_of_tables_keep_their_indents() -> None:
    assert unwrap(make_page("Orbit\n\n  Perigee    198 km\n  Apogee     254 km\n")) is None


def test_what_is_found_stands_where_the_page_has_it() -> None:
    result = extract(_INDENTED)
    texts = {" ".join(mention.text.split()): mention for mention in result.mentions}
    assert {"117 pounds", "127", "795 kilometers", "8 p.m."} <= texts.keys()
    assert texts["127"].unit == "kilometer"
    for mention in result.mentions:
        assert result.page.text[mention.start : mention.end] == mention.text
    masses = [fact for fact in result.facts if fact.kind == "mass"]
    assert [fact.get("value") for fact in masses] == [117]


def test_an_indented_page_gives_the_facts_of_the_same_page_without_indents() -> None:
    plain = extract("\n".join(line.strip() for line in _INDENTED.splitlines()) + "\n")
    indented = extract(_INDENTED)
    assert [(f.kind, dict(f.attributes)) for f in indented.facts] == [(f.kind, dict(f.attributes)) for f in plain.facts]


def _read(text: str) -> list[tuple[str, object]]:
    result = extract(text)
    assert all(text[m.start : m.end] == m.text for m in result.mentions)
    return [(m.label, m.value) for m in result.mentions]


@pytest.mark.parametrize(("before", "between"), [("> ", "\n"), ("\t", "\n"), ("", "  \n"), ("  ", "\n"), ("", "\n")])
def test_lines_however_broken_say_what_one_line_says(before: str, between: str) -> None:
    plain = _read(" ".join(line.strip() for line in _INDENTED.splitlines()))
    assert len(plain) > 6
    assert _read(between.join(before + line.strip() for line in _INDENTED.splitlines())) == plain


def test_blank_lines_between_all_lines_part_nothing() -> None:
    lines = [line.strip() for line in _INDENTED.splitlines()] * 3
    assert _read("\n\n".join(lines)) == _read("\n".join(lines))


def test_a_margin_of_the_whole_page_is_cut() -> None:
    text = "The Hesperus\n\nLaunched: May 5, 2031\n  by a rocket\nMass: 117 pounds\n"
    inset = "".join(f"      {line}\n" for line in text.splitlines())
    view = cut_margin(make_page(inset))
    assert view is not None
    assert view.page.text == text
    assert cut_margin(make_page(text)) is None


def test_names_that_run_over_a_line_are_written_with_a_space() -> None:
    facts = extract(_INDENTED.replace("its rocket", "a Long\n            March 3 rocket")).facts
    assert not any("\n" in str(value) for fact in facts for value in fact.attributes.values())


@given(st.text(alphabet="ab1 \n\t.,", max_size=120))
def test_offsets_go_there_and_back(text: str) -> None:
    wrapping = unwrap(make_page(text))
    if wrapping is None:
        return
    for place, char in enumerate(wrapping.page.text):
        assert text[wrapping.restore(place)] == char or (char == " " and text[wrapping.restore(place)] == "\n")
        assert wrapping.find(wrapping.restore(place)) == place
