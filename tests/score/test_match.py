from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from nervaluate.entities import Entity
from nervaluate.strategies import StrictEvaluation

from extractor.score.agree import PageNames
from extractor.score.match import Matching, match_facts, match_mentions

NAMES = PageNames("Commander Jeanette Moreau, or Janette Moreau", [["Heron", "Kestrel 4"]])


def mention(start: int, end: int, label: str = "DATE", value: Any = None, **more: Any) -> dict[str, Any]:
    return {"id": f"{label}{start}-{end}", "start": start, "end": end, "label": label, "value": value, **more}


def spans(matching: Matching) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [((a["start"], a["end"]), (b["start"], b["end"])) for a, b in matching.pairs]


def test_equal_spans_are_paired_before_overlapping_ones() -> None:
    matching = match_mentions([mention(0, 9), mention(0, 4)], [mention(2, 4), mention(0, 9)])
    assert spans(matching) == [((0, 9), (0, 9)), ((0, 4), (2, 4))]


def test_overlapping_spans_are_paired_as_often_as_can_be() -> None:
    matching = match_mentions([mention(0, 6), mention(7, 9)], [mention(5, 8), mention(0, 2)])
    assert spans(matching) == [((0, 6), (0, 2)), ((7, 9), (5, 8))]


def test_among_overlapping_spans_the_right_value_is_preferred() -> None:
    found = [mention(0, 5, value="2001"), mention(6, 8, value="2002")]
    matching = match_mentions([mention(0, 9, value="2002")], found)
    assert spans(matching) == [((0, 9), (6, 8))]
    assert matching.false == (found[0],)


def test_a_duplicate_mention_is_not_rewarded() -> None:
    matching = match_mentions([mention(0, 4)], [mention(0, 4), mention(0, 4)])
    assert len(matching.pairs) == 1
    assert len(matching.false) == 1


def test_touching_spans_and_other_labels_are_no_pair() -> None:
    matching = match_mentions([mention(0, 4)], [mention(4, 8), mention(0, 4, "TIME")])
    assert not matching.pairs
    assert len(matching.false) == 2


def test_labels_that_are_not_scored_are_left_aside() -> None:
    assert match_mentions([mention(0, 4, "COLOUR")], [mention(0, 4, "QUANTITY")]) == Matching((), (), ())


LABELS = st.sampled_from(["DATE", "TIME", "MASS"])
OVERLAPPING = st.lists(
    st.builds(lambda start, size, label: mention(start, start + size, label),
              st.integers(0, 8), st.integers(1, 4), LABELS), max_size=8,
)  # fmt: skip


@st.composite
def apart(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Spans that do not overlap each other, as a tagger gives them."""
    ends = sorted(draw(st.sets(st.integers(0, 30), max_size=12)))
    return [mention(start, end, draw(LABELS)) for start, end in zip(ends[::2], ends[1::2], strict=False)]


@given(apart(), apart())
def test_strict_counts_equal_those_of_nervaluate(gold: list[Any], got: list[Any]) -> None:
    entities = [[Entity(m["label"], m["start"], m["end"] - 1) for m in side] for side in (gold, got)]
    theirs, _ = StrictEvaluation().evaluate(*entities, tags=["DATE", "TIME", "MASS"])
    matching = match_mentions(gold, got)
    right = sum(one == other for one, other in spans(matching))
    assert (right, theirs.actual, theirs.possible) == (theirs.correct, len(got), len(gold))
    assert len(got) - right == theirs.incorrect + theirs.spurious


@given(OVERLAPPING, OVERLAPPING)
def test_every_equal_span_counts_once_whatever_overlaps_it(gold: list[Any], got: list[Any]) -> None:
    matching = match_mentions(gold, got)
    keys = [Counter((m["label"], m["start"], m["end"]) for m in side) for side in (gold, got)]
    assert sum(one == other for one, other in spans(matching)) == (keys[0] & keys[1]).total()
    assert len(matching.pairs) + len(matching.missed) == len(gold)
    assert len(matching.pairs) + len(matching.false) == len(got)
    assert all(a["label"] == b["label"] and a["start"] < b["end"] and b["start"] < a["end"]
               for a, b in matching.pairs)  # fmt: skip


@given(OVERLAPPING, OVERLAPPING, st.randoms())
def test_the_order_of_the_result_changes_no_count(gold: list[Any], got: list[Any], random: Any) -> None:
    before = len(match_mentions(gold, got).pairs)
    random.shuffle(got)
    assert len(match_mentions(gold, got).pairs) == before


def fact(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "subject": "Kestrel 4", "evidence": [], **fields}


LAUNCH = fact("event", event="launch", status="actual", value="2021-03-03T21:05-05:00")
CREW = fact("crew", person="Jeanette Moreau", role="Commander", crew="primary", evidence=[[10, 25], [30, 44]])


def is_right(gold: dict[str, Any], got: dict[str, Any]) -> bool:
    return len(match_facts([gold], [got], NAMES).pairs) == 1


def test_an_event_needs_its_craft_event_status_and_value() -> None:
    assert is_right(LAUNCH, {**LAUNCH, "value": "2021-03-04T02:05Z", "subject": "Heron"})
    assert not is_right(LAUNCH, {**LAUNCH, "subject": "Kestrel 5"})
    assert not is_right(LAUNCH, {**LAUNCH, "subject": None})
    assert not is_right(LAUNCH, {**LAUNCH, "event": "docking"})
    assert not is_right(LAUNCH, {**LAUNCH, "status": "planned"})
    assert not is_right(LAUNCH, {**LAUNCH, "value": "2021-03-03"})


def test_events_that_are_not_listed_are_left_aside() -> None:
    odd = {**LAUNCH, "event": "ribbon_cutting"}
    assert match_facts([odd], [odd], NAMES) == Matching((), (), ())


def test_an_orbit_compares_parameter_and_physical_value_alone() -> None:
    gold = fact("orbit", parameter="perigee", value=185.2, unit="kilometer", orbit="initial")
    assert is_right(gold, fact("orbit", parameter="perigee", value=100, unit="nautical_mile", orbit="final"))
    assert not is_right(gold, fact("orbit", parameter="apogee", value=185.2, unit="kilometer"))


def test_a_mass_compares_what_it_is_of_and_its_physical_value() -> None:
    gold = fact("mass", of="launch", value=7220, unit="kilogram", mod="APPROX")
    assert is_right(gold, fact("mass", of="launch", value=7.22, unit="metric_ton"))
    assert not is_right(gold, fact("mass", of="dry", value=7220, unit="kilogram"))


def test_a_duration_compares_of_length_and_status() -> None:
    gold = fact("duration", of="burn", value="PT90S", status="actual")
    assert is_right(gold, fact("duration", of="burn", value="PT1M30S", status="actual", mod="APPROX"))
    assert not is_right(gold, fact("duration", of="burn", value="PT1M30S", status="planned"))


def test_a_crew_member_compares_person_role_and_crew() -> None:
    assert is_right(CREW, {**CREW, "person": "Jeanette K. Moreau", "agency": "ESA", "role": "commander"})
    assert is_right(CREW, {**CREW, "person": "Janette Moreau"})
    assert not is_right(CREW, {**CREW, "person": "Moreau"})
    assert not is_right(CREW, {**CREW, "role": "Pilot"})
    assert not is_right(CREW, {**CREW, "crew": "backup"})


def test_an_absent_crew_equals_only_an_absent_crew() -> None:
    nobody = {key: value for key, value in CREW.items() if key != "crew"}
    assert is_right(nobody, dict(nobody))
    assert not is_right(nobody, CREW)
    assert not is_right(CREW, nobody)


def test_a_designation_compares_by_its_scheme() -> None:
    site = fact("designation", scheme="launch_site", value="Baikonur, Site 1, Pad 5")
    assert is_right(site, fact("designation", scheme="launch_site", value="Baikonur"))
    assert not is_right(site, fact("designation", scheme="landing_site", value="Baikonur"))
    serial = fact("designation", scheme="serial", value="737")
    assert not is_right(serial, fact("designation", scheme="serial", value="737 B"))
    name = fact("designation", scheme="name", value="Kestrel 4")
    assert is_right(name, fact("designation", scheme="name", value="Heron"))


def test_a_fact_said_twice_is_right_once() -> None:
    matching = match_facts([LAUNCH], [LAUNCH, dict(LAUNCH)], NAMES)
    assert (len(matching.pairs), len(matching.false)) == (1, 1)


def test_a_short_name_does_not_take_the_fact_that_another_needs() -> None:
    gold = [fact("designation", scheme="launch_site", value=v) for v in ("Pad 5, Baikonur", "Baikonur")]
    got = [fact("designation", scheme="launch_site", value=v) for v in ("Baikonur", "Pad 5")]
    assert len(match_facts(gold, got, NAMES).pairs) == 2


def test_an_optional_mass_is_neither_missed_nor_false() -> None:
    water = fact("mass", of="cargo", value=420, unit="kilogram", item="water")
    total = fact("mass", of="cargo", value=420, unit="kilogram")
    assert match_facts([water], [], NAMES) == Matching((), (), ())
    assert match_facts([water], [total], NAMES) == Matching((), (), ())
    assert match_facts([water, total], [total], NAMES) == Matching(((total, total),), (), ())
    assert match_facts([], [water], NAMES).false == (water,)
