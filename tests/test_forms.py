"""Expressions that are joined by their first letters find what an alternation finds."""

import re

import pytest

from extractor.forms import join_forms

FORMS = ("will", "would", r"set\s(?:to|for)", "due", r"is\sto", "plan(?:s|ned)?")


@pytest.mark.parametrize(
    "text",
    [
        "Will it fly?",
        "it would",
        "SET TO fly",
        "plans",
        "overdue",
        "swill",
        "It is\nto fly",
        "planned",
        "wild",
        "this to",
        "",
    ],
)
def test_joined_forms_find_what_the_alternation_finds(text: str) -> None:
    plain = re.compile(rf"\b(?:{'|'.join(FORMS)})\b", re.I).search(text)
    joined = re.compile(rf"\b{join_forms(*FORMS)}\b", re.I).search(text)
    assert (joined and joined.span()) == (plain and plain.span())


def test_cased_forms_keep_the_case_of_their_first_letters() -> None:
    labels = re.compile(join_forms("Mass", "Mission type", "Operator", cased=True))
    assert [found.group() for found in labels.finditer("Mass mass Mission type operator Operator")] == [
        "Mass",
        "Mission type",
        "Operator",
    ]
