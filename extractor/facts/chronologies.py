"""In: a Reading. Out: the launches of chronologies whose entries are headed by day, clock and launch site.

Encyclopedias write them so: ``1982 May 13 - . 09:58 GMT - . Launch Site: Baikonur. ...`` and on the next line the
craft, ``Soyuz T-5 - . Call Sign: Elbrus. ...``.
"""

import re
from collections.abc import Iterator

from extractor.facts.reading import Reading
from extractor.model import Block, Fact, Mention

_AFTER_DAY = re.compile(r"\s-\s\.\s")
_SITE = re.compile(r"\s-\s\.\s(?:Launch (?:Site|Complex|Vehicle|Platform)|LV Family)\b")
_LANDING = "Landing of "
_LONGEST_LEAD = 60
_HEAD = 60  # characters of the next line in which its craft is named


def find_chronicled(reading: Reading) -> Iterator[Fact]:
    """Give the launch of each entry that names a launch site behind its clock, and the landing that others tell."""
    if " - . " not in reading.page.text:
        return
    for place, block in enumerate(reading.page.blocks[:-1]):
        lead = _read_lead(reading, block)
        if lead is None:
            continue
        below = reading.page.blocks[place + 1]
        site = _SITE.match(reading.page.text, _get_end(lead)) is not None
        event = "launch" if site else "landing"
        craft = _find_craft(reading, below) if site else _find_landed(reading, below)
        if craft is not None:
            attributes = {"event": event, "status": "actual", "value": str(lead[-1].value)}
            proof = tuple(part.id for part in lead)
            yield Fact("event", craft, attributes, proof, f"event.{event}", (lead[0].start, lead[0].end))


def _read_lead(reading: Reading, block: Block) -> list[Mention] | None:
    """Read the day, the zone and last the clock that head an entry; ``None`` for any other block."""
    text = reading.page.text
    parts = reading.mentions_in(block.start, min(block.end, block.start + _LONGEST_LEAD))
    if not parts or parts[0].label != "DATE" or parts[0].start != block.start:
        return None
    if _AFTER_DAY.match(text, parts[0].end) is None:
        return None
    clock = next((part for part in parts if part.label == "TIME"), None)
    zones = [part for part in parts if part.label == "TIMEZONE"]
    return None if clock is None else [parts[0], *zones, clock]


def _get_end(lead: list[Mention]) -> int:
    """Give where the last mention of an entry's head ends."""
    return max(part.end for part in lead)


def _find_landed(reading: Reading, block: Block) -> str | None:
    """Give the craft whose landing is all that an entry tells: ``Landing of Soyuz 9.``, ``Soyuz 9 lands ...``."""
    text = reading.page.text
    for name in reading.crafts_in(block.start, min(block.end, block.start + _HEAD)):
        opens = name.start == block.start and text.startswith((" lands", " landed"), name.end)
        if opens or (text.startswith(_LANDING, block.start) and name.start == block.start + len(_LANDING)):
            return name.name
    return None


def _find_craft(reading: Reading, block: Block) -> str | None:
    """Give the craft that opens the entry's second line, or the page's own where it names none."""
    names = reading.crafts_in(block.start, min(block.end, block.start + _HEAD))
    return names[0].name if names and names[0].start == block.start else reading.subject
