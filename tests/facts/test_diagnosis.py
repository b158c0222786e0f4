"""In: small pages of our own. Out: what competed with their facts, and why the rest gave none."""

import pytest

from extractor.diagnosis import Diagnosis, Rival
from extractor.pages import make_page
from extractor.pipeline import diagnose, extract_page

HEAD = "Kestrel 4\n\n"


def diagnose_text(text: str) -> tuple[Diagnosis, str]:
    result = extract_page(make_page(HEAD + text))
    return diagnose(result), result.page.text


def list_reasons(text: str) -> dict[str, str]:
    diagnosis, page = diagnose_text(text)
    return {page[one.start : one.end]: one.reason for one in diagnosis.silences if one.kind != "place"}


def list_rivals(text: str, kind: str) -> list[tuple[str, Rival]]:
    result = extract_page(make_page(HEAD + text))
    found = zip(result.facts, diagnose(result).rivals, strict=True)
    return [(str(fact.get("value")), rival) for fact, rivals in found for rival in rivals if rival.kind == kind]


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("The Kestrel 4 spacecraft did not dock on May 4, 2001.\n", "May 4, 2001", "denied: no docking"),
        ("The Kestrel 4 spacecraft was launched from the coast.\n", "launched", "no date or time stands in its sent"),
        ("The weather had been fine on May 4, 2001.\n", "May 4, 2001", "no words in its sentence tell of an event"),
        ("The agency announced the choice on May 4, 2001.\n", "May 4, 2001", "can own a date and is no event"),
        ("The Kestrel 4 spacecraft flew for several days.\n", "several days", "remains vague"),
        ("The road to the coast is 40 kilometers long.\n", "40 kilometers", "figure of an orbit"),
        ("A truck with a crate of 300 kg arrived.\n", "300 kg", "weighs this"),
        ("They opened the gate at 9:40 a.m.\n", "9:40 a.m.", "which day"),
        ("The commander of the Kestrel 4 crew was late.\n", "commander", "no name of a person"),
        ("They had waited 40 minutes at the gate.\n", "40 minutes", "takes this long"),
    ],
)
def test_what_gives_no_fact_has_its_reason(text: str, words: str, reason: str) -> None:
    assert reason in list_reasons(text)[words]


def test_every_mention_is_evidence_or_has_a_reason() -> None:
    text = "Kestrel 4 was launched on May 3, 2001.\nIt weighs 90 kg; tickets of May 9 cost 4 kg of gold in two hours.\n"
    result = extract_page(make_page(HEAD + text))
    proofs = {proof for fact in result.facts for proof in fact.evidence}
    spans = {(one.start, one.end) for one in diagnose(result).silences if one.kind == "mention"}
    assert spans
    assert all((mention.id in proofs) != ((mention.start, mention.end) in spans) for mention in result.mentions)


def test_the_head_of_a_mail_is_silent_as_a_place() -> None:
    result = extract_page(make_page("From: someone@news.example\nDate: 4 May 2001\n\nKestrel 4 was launched.\n"))
    reasons = [one.reason for one in diagnose(result).silences if one.kind == "place"]
    assert "this is the page's header" in reasons


def test_a_date_that_two_events_could_have_shows_both_costs() -> None:
    text = "Kestrel 4 undocked before it landed on May 6, 2001.\n"
    (value, rival), *_ = list_rivals(text, "trigger")
    assert value == "2001-05-06"
    assert rival.said.startswith("undocking at ")
    assert rival.cost is not None
    assert rival.own is not None
    assert rival.own < rival.cost


def test_a_coarser_claim_is_shown_with_the_fact_that_it_went_into() -> None:
    text = "Kestrel 4 was launched on May 3, 2001, at 09:05 UTC.\n\nThe launch of May 3, 2001, was the fourth.\n"
    merged = list_rivals(text, "merged")
    assert [(value, rival.said) for value, rival in merged] == [("2001-05-03T09:05+00:00", "launch actual 2001-05-03")]


def test_a_plan_stands_beside_its_fact() -> None:
    text = "Kestrel 4 was launched on May 3, 2001.\n\nThe launch had been planned for May 1, 2001.\n"
    beside = {(value, rival.said) for value, rival in list_rivals(text, "beside")}
    assert beside == {
        ("2001-05-03", "launch planned 2001-05-01"),
        ("2001-05-01", "launch actual 2001-05-03"),
    }


def test_a_diagnosis_of_nothing_is_empty() -> None:
    assert diagnose(extract_page(make_page(""))) == Diagnosis()
