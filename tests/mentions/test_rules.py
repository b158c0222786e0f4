"""In: the rule files of the mention kinds. Out: whether every rule does what its examples say, and nothing else."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor.context import resolve
from extractor.errors import RuleError
from extractor.mentions.find import load_finder
from extractor.mentions.rules import Candidate, Rule, read_rule_file
from extractor.model import Mention, Page
from extractor.pages import make_page

RULES = load_finder().rules


def list_examples() -> Iterator[Any]:
    for rule in RULES:
        for number, example in enumerate(rule.examples, 1):
            yield pytest.param(rule, example, id=f"{rule.id}-{number}")


def list_counters() -> Iterator[Any]:
    for rule in RULES:
        for number, text in enumerate(rule.counter, 1):
            yield pytest.param(rule, text, id=f"{rule.id}-{number}")


def find_spans(text: str) -> tuple[Page, list[Candidate]]:
    page = make_page(text)
    return page, load_finder().find(page)[0]


@pytest.mark.parametrize(("rule", "example"), [*list_examples()])
def test_a_rule_finds_its_example(rule: Rule, example: Mapping[str, Any]) -> None:
    page, candidates = find_spans(example["text"])
    own = [c for c in candidates if c.rule == rule.id and page.text[c.start : c.end] == example["span"]]
    assert own, [(c.rule, page.text[c.start : c.end]) for c in candidates]
    if rule.label in ("CLAIM", "CUE"):  # neither makes a mention
        return
    mention = next(m for m in resolve(page, candidates) if (m.start, m.end) == (own[0].start, own[0].end))
    assert mention.label == example.get("label", rule.label)
    for key in ("value", "unit", "mod", "zone"):
        if key in example:
            assert read_field(mention, key) == pytest.approx(example[key]), key


def read_field(mention: Mention, key: str) -> Any:
    value = getattr(mention, key)
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize(("rule", "text"), [*list_counters()])
def test_a_rule_leaves_its_counter_example_alone(rule: Rule, text: str) -> None:
    page, candidates = find_spans(text)
    assert [page.text[c.start : c.end] for c in candidates if c.rule == rule.id] == []


RULE = """
[[rule]]
id = "mass.test"
label = "MASS"
start = ["digit"]
regex = '\\d kg'
examples = [{ text = "3 kg", span = "3 kg" }]
counter = ["3 km"]
"""


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("counter = ", "counters = "), "counter"),
        (('["3 km"]', "[]"), "counter-example"),
        (("id =", "id ="), None),
        (("label = ", "lable = "), "label"),
        (("\n[[rule]]", "\n[[rule"), "test.toml"),
        (('"digit"', "digit"), "test.toml"),
    ],
)
def test_a_rule_file_is_checked_when_it_is_read(tmp_path: Path, change: tuple[str, str], complaint: str | None) -> None:
    path = tmp_path / "test.toml"
    path.write_text(RULE.replace(*change), encoding="utf-8")
    if complaint is None:
        assert [rule.id for rule in read_rule_file(path).rules] == ["mass.test"]
    else:
        with pytest.raises(RuleError, match=complaint) as caught:
            read_rule_file(path)
        assert "test.toml" in str(caught.value)


def test_a_rule_id_stands_once(tmp_path: Path) -> None:
    path = tmp_path / "test.toml"
    path.write_text(RULE + RULE, encoding="utf-8")
    with pytest.raises(RuleError, match="twice"):
        read_rule_file(path)
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
