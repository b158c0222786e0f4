"""In: event facts of one claim and of several. Out: one fact for each claim."""

from extractor.facts.merge import merge_events, same_craft
from extractor.model import Fact


def make_event(
    value: str, place: int, *, event: str = "launch", status: str = "actual", subject: str = "Luna 30"
) -> Fact:
    attributes = {"event": event, "status": status, "value": value}
    return Fact("event", subject, attributes, (f"m{place}",), "event.test", (place, place + 1))


def list_values(*facts: Fact) -> list[str]:
    return [fact.get("value") for fact in merge_events(facts)]


def test_the_finest_value_wins_and_the_evidence_is_united() -> None:
    (fact,) = merge_events(
        [make_event("2031-05-03", 1), make_event("2031-05-03T10:15+03:00", 2), make_event("2031", 3)]
    )
    assert fact.get("value") == "2031-05-03T10:15+03:00"
    assert set(fact.evidence) == {"m1", "m2", "m3"}


def test_the_zone_that_is_said_first_is_kept() -> None:
    assert list_values(make_event("2031-05-03T10:15+03:00", 1), make_event("2031-05-03T07:15+00:00", 2)) == [
        "2031-05-03T10:15+03:00"
    ]


def test_contradictions_plans_and_other_craft_stay_apart() -> None:
    facts = [
        make_event("2031-05-03", 1),
        make_event("2031-05-05", 2),
        make_event("2031-05-03", 3, status="planned"),
        make_event("2031-05-03", 4, subject="Luna 31"),
    ]
    assert len(merge_events(facts)) == 4


def test_the_day_of_another_zone_is_the_same_actual_event() -> None:
    assert list_values(make_event("2031-05-03", 1), make_event("2031-05-04T02:31+09:00", 2)) == [
        "2031-05-04T02:31+09:00"
    ]


def test_a_landing_on_the_day_of_a_splashdown_is_the_splashdown() -> None:
    facts = [make_event("2031-05-03", 1, event="landing"), make_event("2031-05-03T10:15+00:00", 2, event="splashdown")]
    assert [fact.get("event") for fact in merge_events(facts)] == ["splashdown"]


def test_a_firm_in_front_makes_no_other_craft() -> None:
    assert same_craft("SpaceX Crew-21", "Crew-21")
    assert not same_craft("Crew-21", "Crew-2")
