from typing import Any

import pytest

from extractor.mentions.find import load_finder
from extractor.mentions.rules import Rule
from extractor.model import Timex
from extractor.pages import make_page
from extractor.timex import tag
from extractor.timex.find import load_timex_finder

_MENTIONS = {rule.id for rule in load_finder().rules}
RULES = [rule for rule in load_timex_finder().rules if rule.id not in _MENTIONS]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{n}") for rule in RULES for n, example in enumerate(rule.examples)
]
COUNTERS = [pytest.param(rule, text, id=f"{rule.id}-{n}") for rule in RULES for n, text in enumerate(rule.counter)]


def show(text: str, found: list[Timex]) -> list[tuple[str, str, str, str | None, str]]:
    return [(text[t.start : t.end], t.type, t.value, t.mod, t.rule) for t in found]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_of_a_rule_gives_its_span_and_value(rule: Rule, example: dict[str, Any]) -> None:
    found = show(example["text"], tag(make_page(example["text"])))
    wanted = (example["span"], example["type"], example["value"], example.get("mod"))
    assert wanted in [item[:4] for item in found], found


@pytest.mark.parametrize(("rule", "text"), COUNTERS)
def test_a_counter_example_is_no_time_expression_of_the_rule(rule: Rule, text: str) -> None:
    found = show(text, tag(make_page(text)))
    assert rule.id not in [item[4] for item in found], found
