"""In: texts through spaCy. Out: our components as part of anyone's pipeline."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import extractor

TEXT = (
    "Carrier 7 mission\n\nThe Carrier 7 spacecraft lifted off on March 3, 1999, at 10:15 a.m. EST. "
    "It weighed 2,150 kilograms and reached an orbit with an inclination of 51.6 degrees."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return extractor.load()


def read_spans(doc: Doc) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans["mentions"]]


EXPECTED = [
    ("March 3, 1999", "DATE"),
    ("10:15 a.m.", "TIME"),
    ("EST", "TIMEZONE"),
    ("2,150 kilograms", "MASS"),
    ("51.6 degrees", "ANGLE"),
]


def test_mentions_stand_as_spans_that_name_their_rule(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert read_spans(doc) == EXPECTED
    rules = {rule.id for rule in _list_rules()}
    assert all(span.id_ in rules for span in doc.spans["mentions"])


def _list_rules() -> tuple:
    from extractor.mentions.find import load_finder

    return load_finder().rules


def test_facts_are_read_through_extensions_over_plain_data(nlp: Language) -> None:
    doc = nlp(TEXT)
    launch = next(fact for fact in doc._.mission_facts if fact["kind"] == "event")
    assert (launch["event"], launch["status"], launch["value"]) == ("launch", "actual", "1999-03-03T10:15-05:00")
    assert doc._.mission_findings == []


def test_extract_gives_what_the_pipeline_gives(nlp: Language) -> None:
    doc, record = nlp(TEXT), extractor.extract(TEXT).to_dict()
    assert record["mentions"] == doc._.mission_mentions
    assert record["facts"] == doc._.mission_facts


def test_a_result_equals_the_one_read_back_from_its_records() -> None:
    result = extractor.extract(TEXT + " Its twin weighed 2.50 tonnes, at an inclination of 51 degrees 40 minutes.")
    assert result.mentions == tuple(extractor.Mention.from_dict(mention.to_dict()) for mention in result.mentions)
    assert result.facts == tuple(extractor.Fact.from_dict(fact.to_dict()) for fact in result.facts)


@pytest.mark.parametrize("processes", [1, 2])
def test_pipe_gives_the_same_for_any_number_of_processes(nlp: Language, processes: int) -> None:
    single = nlp(TEXT)
    for doc in nlp.pipe([TEXT] * 3, n_process=processes, batch_size=2):
        assert read_spans(doc) == EXPECTED
        assert doc._.mission_facts == single._.mission_facts


def test_bytes_and_docbin_keep_spans_and_facts(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    binned = DocBin(store_user_data=True, docs=[doc])
    restored = next(iter(DocBin().from_bytes(binned.to_bytes()).get_docs(nlp.vocab)))
    for copy in (again, restored):
        assert read_spans(copy) == EXPECTED
        assert json.dumps(copy._.mission_facts) == json.dumps(doc._.mission_facts)


def test_the_components_work_behind_and_before_others() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("mission_mentions")
    nlp.add_pipe("mission_facts")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "CRAFT", "pattern": "Carrier 7"}])
    doc = nlp(TEXT)
    assert read_spans(doc) == EXPECTED
    assert [entity.text for entity in doc.ents] == ["Carrier 7", "Carrier 7"]
    assert len(list(doc.sents)) >= 2


def test_a_text_that_is_too_large_leaves_a_problem_and_the_others_are_done(nlp: Language) -> None:
    with pytest.raises(ValueError, match="E088"):
        nlp("x " * 1_500_000)
    with pytest.raises(extractor.ExtractorError, match="characters"):
        extractor.extract("x " * 1_500_000)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\x00", "\ud800 lone", "İstanbul 3 km", "99999999999999999999999 kg", "()" * 5000, "\n" * 9999],
)
def test_no_text_raises(text: str) -> None:
    assert extractor.extract(text).to_dict()["schema"] == "mission-facts/1"


@pytest.mark.shared
def test_a_result_carries_the_page_and_its_own_quotes(shared: Path) -> None:
    for path in sorted((shared / "pages").glob("*.txt")):
        result = extractor.extract(path)
        text = path.read_text(encoding="utf-8")
        assert result.page.id == path.stem
        assert all(text[m.start : m.end] == m.text for m in result.mentions)
