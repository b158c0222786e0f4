"""In: the files of words and their examples. Out: that each block of words is for what its examples say."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import extractor.facts.tables as tables
from extractor.errors import RuleError
from extractor.facts.event_words import inflect
from extractor.facts.tables import Proof, load_proofs, load_tables
from extractor.pages import make_page
from extractor.pipeline import read_facts, read_mentions

FACTS = Path(tables.__file__).parent
RULES_THAT_HOLD_THEIR_OWN = {"duration"}
FILES = [
    *sorted({path.name.partition(".")[0] for path in FACTS.glob("*.toml")} - RULES_THAT_HOLD_THEIR_OWN),
    "events/bound",
]
PROOFS = [(f"{name}:{proof.block}", name, proof) for name in FILES for proof in load_proofs(name)]
GIVING = [pytest.param(proof, page, id=label) for label, _, proof in PROOFS for page in proof.giving]
SILENT = [pytest.param(proof, page, id=label) for label, _, proof in PROOFS for page in proof.silent]
NAMED = [pytest.param(name, proof, id=label) for label, name, proof in PROOFS]


def claims(proof: Proof, text: str) -> bool:
    page = make_page(text)
    told = [
        {"kind": fact.kind, "subject": fact.subject, **{key: str(value) for key, value in fact.attributes.items()}}
        for fact in read_facts(page, read_mentions(page))
    ]
    return any(proof.claim.items() <= fact.items() for fact in told)


@pytest.mark.parametrize(("proof", "page"), GIVING)
def test_a_page_gives_what_the_words_of_the_block_say(proof: Proof, page: str) -> None:
    assert claims(proof, page)


@pytest.mark.parametrize(("proof", "page"), SILENT)
def test_a_page_does_not_give_what_the_words_of_the_block_do_not_say(proof: Proof, page: str) -> None:
    assert not claims(proof, page)


@pytest.mark.parametrize(("name", "proof"), NAMED)
def test_each_example_holds_words_of_its_block(name: str, proof: Proof) -> None:
    phrases = [phrase.lower() for phrase in list_phrases(choose_block(load_tables(name), proof.block))]
    if not phrases:
        return  # a list that a rule empties on purpose, an expression
    for example in proof.examples:
        words = re.sub(r"[\s-]+", " ", example.lower())
        assert any(re.sub(r"[\s-]+", " ", phrase) in words for phrase in phrases), example


NO_WORDS = {
    "name",
    "label",
    "note",
    "kind",
    "designator",
    "needs",
    "bare",
    "small",
    "with",
    "unless",
    "status",
    "flies",
    "variant",
    "regex",
}
"""Keys of blocks that hold other things than words."""


def choose_block(tables: dict[str, Any], name: str) -> Any:
    table, _, key = name.partition(".")
    block = tables[table]
    if not key:
        return block
    return block[key] if isinstance(block, dict) else [entry for entry in block if entry.get("name") == key]


def list_phrases(block: Any) -> Iterator[str]:
    """Give all words of a block: those of a text, of lists, of tables, and the forms of verbs; not its expressions."""
    if isinstance(block, str):
        yield from block.split()
        return
    if isinstance(block, list):
        for item in block:
            yield from ([item] if isinstance(item, str) else list_phrases(item))
        return
    for key, value in block.items():
        if key == "verbs":
            yield from (phrase for verb in value for phrase, _ in inflect(verb))
        elif key not in NO_WORDS:
            yield from list_phrases(value)
            yield from [key] if isinstance(value, str) else []  # of a table of single words, the key is one


WORDS = 'planned = ["due"]\n[site]\nnames = ["Heron Bay"]\npads = ["Pad 7"]\n'
PLANNED = '[planned]\ngives = { status = "planned" }\nexamples = ["due in May"]\ncounter = ["in May"]\n'
SITE = '[site]\ngives = { scheme = "launch_site" }\nexamples = ["from Heron Bay"]\ncounter = ["from home"]\n'


def write_files(folder: Path, proofs: str) -> Path:
    folder.joinpath("heron.toml").write_text(WORDS, "utf-8")
    folder.joinpath("heron.examples.toml").write_text(proofs, "utf-8")
    return folder


def test_an_entry_of_a_table_proves_all_its_lists(tmp_path: Path) -> None:
    proofs = load_proofs("heron", write_files(tmp_path, PLANNED + SITE))
    assert [proof.block for proof in proofs] == ["planned", "site"]


@pytest.mark.parametrize(
    ("proofs", "said"),
    [
        (PLANNED, "block site.names: needs at least one example and one counter-example"),
        (PLANNED + SITE.replace("[site]", "[site.pads]"), "block site.names: needs"),
        (PLANNED + SITE.replace('["from home"]', "[]"), "block site: needs at least one example and one counter"),
        (PLANNED + SITE.replace("examples", "example"), "block site: holds gives or bars"),
        (PLANNED + SITE.replace("gives", "note"), "block site: holds gives or bars"),
        (PLANNED + SITE + SITE.replace("[site]", "[ports]"), "block ports: heron.toml has no such block"),
        (PLANNED + "[site\n", "heron.examples.toml: Expected"),
    ],
)
def test_a_block_without_proof_is_refused_by_file_and_name(tmp_path: Path, proofs: str, said: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_proofs("heron", write_files(tmp_path, proofs))
    assert str(caught.value).startswith("heron.examples.toml: ")
    assert said in str(caught.value)


def test_a_file_of_words_without_a_file_of_examples_is_refused(tmp_path: Path) -> None:
    tmp_path.joinpath("heron.toml").write_text(WORDS, "utf-8")
    with pytest.raises(RuleError, match=r"heron\.examples\.toml"):
        load_proofs("heron", tmp_path)
