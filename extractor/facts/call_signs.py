"""In: words such as ``call sign`` on a page, and names that labels give. Out: the call signs among them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractor.facts.claims import SAID, Claim
from extractor.facts.reading import Reading

_SIGN = re.compile(
    r"[\s:—–-]{1,2}(?:(?:of|for|was|is|were|the|this|crew|flight|mission|spacecraft|ship|used|being|by|radio)\s){0,6}"
    r"[\"“‘'‹«*]{0,2}(?P<value>[A-Z][\w’-]{1,20}(?:[ -](?:[A-Z]\w{1,14}|\d{1,2}))?)"
)
_SIGN_BEFORE = re.compile(
    r"[\"“‘'«](?P<value>[A-Z][\w-]{1,20})[\"”’'»,]{1,2}\s(?:was|is|were|as)\s(?:the|their|its|his)?\s?"
    r"(?:crew[’']?s?\s|radio\s)?$"
)
_PLAIN_BEFORE = re.compile(
    r"(?:^|[,;]\s)(?!This|That|It|What|Here|There|Theirs|His|Her)(?P<value>[A-Z][a-z]{2,14})\s(?:was|is)\s(?:the|their|its|his|her)\s"
    r"(?:crew[’']?s?\s|radio\s)?$"
)
_LOOK_BACK = 90
_GLOSS = re.compile(r" \([A-Z][A-Za-z ]{1,24}\)")
"""What a call sign means, behind it: ``Yantar (Amber)``."""
_CREWED = ("Soyuz ", "Soyuz-", "Vostok", "Voskhod")
"""Flights whose other names, where they are explained, are the call signs of their crews."""


def read_sign(text: str, span: tuple[int, int], bounds: tuple[int, int]) -> Iterator[Claim]:
    """Read the call sign beside the words for one at ``span``, within a sentence."""
    (start, end), (low, high) = span, bounds
    before = text[max(low, start - _LOOK_BACK) : start]
    plain = _PLAIN_BEFORE.search(before)
    if plain:
        at = start - len(before)
        yield Claim("call_sign", at + plain.start("value"), at + plain.end("value"), SAID, "designation.call-sign")
        return
    found = _SIGN_BEFORE.search(text, max(low, start - _LOOK_BACK), start) or _SIGN.match(text, end, high)
    if found:
        yield Claim("call_sign", *found.span("value"), SAID, "designation.call-sign")


def part_signs(reading: Reading, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give the claims with those names made call signs, or left out, that are call signs and not names of a craft."""
    text = reading.page.text
    claims = list(claims)
    signs = {text[claim.start : claim.end].lower() for claim in claims if claim.scheme == "call_sign"}
    crewed = (reading.subject or "").startswith(_CREWED)
    for claim in claims:
        if claim.scheme != "name" or not claim.rule.startswith("designation.label"):
            yield claim
        elif crewed and _GLOSS.match(text, claim.end) and " " not in text[claim.start : claim.end]:
            yield replace(claim, scheme="call_sign", rule="designation.label.call_sign")
        elif text[claim.start : claim.end].lower() not in signs:
            yield claim
