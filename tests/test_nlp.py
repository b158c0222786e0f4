"""In: texts through spaCy. Out: our components as part of anyone's pipeline."""

import json
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import extractor
from extractor.components import COMPONENTS

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


def test_a_text_that_is_too_large_is_refused(nlp: Language) -> None:
    with pytest.raises(ValueError, match="E088"):
        nlp("x " * 1_500_000)
    with pytest.raises(extractor.ExtractorError, match="characters"):
        extractor.extract("x " * 1_500_000)


def test_in_a_wider_pipeline_it_leaves_a_problem_and_the_others_are_done() -> None:
    wide = spacy.blank("en")
    wide.max_length = 10_000_000
    for name in COMPONENTS:
        wide.add_pipe(name)
    large, small = wide.pipe(["\n" * 2_000_001, TEXT])
    assert [problem["code"] for problem in large._.mission_problems] == ["unreadable"]
    assert (large._.mission_mentions, large._.mission_facts, large._.mission_findings) == ([], [], [])
    assert read_spans(large) == []
    assert read_spans(small) == EXPECTED
    assert small._.mission_problems == []


def test_every_component_has_an_entry_point_that_spacy_finds_it_by(project: Path) -> None:
    declared = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    assert sorted(declared["spacy_factories"]) == sorted(COMPONENTS)
    for name, target in declared["spacy_factories"].items():
        module, _, function = target.partition(":")
        assert callable(getattr(import_module(module), function))
        assert Language.has_factory(name)


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


@pytest.mark.parametrize("names", [["mission_facts"], ["mission_checks"], ["mission_facts", "mission_mentions"]])
def test_a_component_without_the_one_it_builds_on_says_so(names: list[str]) -> None:
    alone = spacy.blank("en")
    for name in names:
        alone.add_pipe(name)
    with pytest.raises(extractor.ExtractorError, match=f"{names[0]}: .* mission_mentions before it"):
        alone(TEXT)


def test_every_page_of_the_corpus_gives_the_same_with_and_without_spacy(nlp: Language, project: Path) -> None:
    for path in sorted((project / "corpus").glob("*.txt")):
        text = path.read_bytes().decode()
        doc, result = nlp(text), extractor.extract(text)
        assert doc._.mission_mentions == [mention.to_dict() for mention in result.mentions]
        assert doc._.mission_facts == [fact.to_dict() for fact in result.facts]
        assert doc._.mission_findings == [finding.to_dict() for finding in result.findings]
        for span, mention in zip(doc.spans["mentions"], result.mentions, strict=True):
            assert mention.text in span.text
            assert (span.label_, span.id_) == (mention.label, mention.rule)


def test_a_doc_made_of_words_is_read_as_its_own_text_says(nlp: Language) -> None:
    doc = nlp(Doc(nlp.vocab, words=["Carrier", "7", "weighed", "2,150kg", "(", "on", "3", "March", "1999", ")"]))
    assert read_spans(doc) == [("2,150kg", "MASS"), ("3 March 1999", "DATE")]
    assert all(doc.text[m["start"] : m["end"]] == m["text"] for m in doc._.mission_mentions)


def test_texts_keep_their_contexts_and_docs_of_two_pipelines_do_not_mix(nlp: Language) -> None:
    other = extractor.load()
    texts = [f"Carrier {number} weighed {number}00 kg." for number in range(1, 5)]
    docs = [nlp.make_doc(text) for text in texts]
    for (_, one), (_, two) in zip(nlp.pipeline, other.pipeline, strict=True):
        docs = [(one, two)[place % 2](doc) for place, doc in enumerate(docs)]
    paired = list(nlp.pipe(zip(texts, texts, strict=True), as_tuples=True))
    assert [text for _, text in paired] == texts
    assert [doc._.mission_facts for doc in docs] == [doc._.mission_facts for doc, _ in paired]


def test_a_saved_pipeline_is_loaded_with_its_components(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again(TEXT)._.mission_facts == nlp(TEXT)._.mission_facts
