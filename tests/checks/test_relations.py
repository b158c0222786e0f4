import tomllib
from pathlib import Path

import pytest

import extractor.checks.relations as relations

DATA = tomllib.loads(Path(relations.__file__).with_name("relations.toml").read_text("utf-8"))


@pytest.mark.parametrize("row", DATA["anchor"], ids=lambda row: f"{row['event']}{row['sign']:+d}")
def test_every_anchor_knows_its_examples_and_leaves_its_counter_examples(row):
    for name, expected in (("examples", True), ("counter", False)):
        for text in row[name]:
            spaces = [index for index, character in enumerate(text) if character == " "]
            seen = [relations.read_relation(text, index, index) for index in spaces]
            found = [(relation.to, relation.sign) for relation in seen if relation]
            assert ((row["event"], row["sign"]) in found) is expected, text
