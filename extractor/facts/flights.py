"""In: a Reading. Out: launches and landings of crewed flights whose days stand in a bracket behind their names."""

import re
from collections.abc import Iterator, Sequence

from extractor.facts.reading import Reading
from extractor.model import Fact, Mention
from extractor.values import DAY_LENGTH

_FLIES = re.compile(
    r"(?:Space Shuttle )?(?:STS|Soyuz|Shenzhou|Gemini|Apollo|Vostok|Voskhod|Mercury-|Skylab [234]"
    r"|Crew-|Ax-|Axiom Mission|Polaris)"
)
"""What the names of flights of people begin with: such a flight is over when it has landed."""
_TO = re.compile(r"\s?[-–—]\s?|\s(?:to|through|until)\s")
_BETWEEN = " ("


def find_flights(reading: Reading) -> Iterator[Fact]:
    """Give the two events of each ``STS-96 (May 27 - June 6, 1999)`` in a sentence."""
    text = reading.page.text
    for place, mention in enumerate(reading.mentions):
        if mention.label != "DATE" or not text.endswith(_BETWEEN, 0, mention.start):
            continue
        ends = _read_ends(text, mention, reading.mentions[place + 1 : place + 2])
        name = next(iter(reading.crafts_in(mention.start - 40, mention.start)[-1:]), None) if ends else None
        if ends is None or name is None or name.end != mention.start - len(_BETWEEN) or not _FLIES.match(name.name):
            continue
        proof = tuple(part.id for part in ends[2])
        for event, value in zip(("launch", "landing"), ends[:2], strict=True):
            attributes = {"event": event, "status": "actual", "value": value}
            yield Fact("event", name.name, attributes, proof, f"event.{event}", (name.start, name.end))


def _read_ends(text: str, first: Mention, following: Sequence[Mention]) -> tuple[str, str, tuple[Mention, ...]] | None:
    """Read the first and the last day of a bracket, and the mentions that hold them."""
    start, _, end = str(first.value).partition("/")
    parts: tuple[Mention, ...] = (first,)
    if not end and following and _TO.fullmatch(text, first.end, following[0].start):
        end = str(following[0].value)
        parts = (first, following[0])
    known = len(start) == len(end) == DAY_LENGTH and "X" not in start and start < end
    return (start, end, parts) if known and text.startswith(")", parts[-1].end) else None
