"""In: a Reading. Out: the launches that the entries of a chronicle tell by their date and labels, with no verb.

An entry opens with its date and clock, the labels of the launch stand behind, and the craft heads the line below::

    1987 May 3 - . 15:28 GMT - . Launch Site: Baikonur. Launch Vehicle: Soyuz-U2.
    * Petrel 8 - . Call Sign: Storm.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.facts.moments import read_moments
from extractor.facts.reading import Reading
from extractor.model import Fact

_LABEL = "Launch Site:"
_MARKS = re.compile(r"[\s.–-]{0,12}")
_LEAD = 4  # characters of list marks before the name


def find_entries(reading: Reading) -> Iterator[Fact]:
    """Give the launch of each entry that names its site, and its craft at the head of the line below."""
    text, blocks = reading.page.text, reading.page.blocks
    if _LABEL not in text:
        return
    for block, below in pairwise(blocks):
        label = text.find(_LABEL, block.start, block.end)
        mentions = reading.mentions_in(block.start, label) if label > block.start else ()
        if not mentions or mentions[0].start != block.start:
            continue
        ends = [block.start, *(mention.end for mention in mentions)]
        starts = [*(mention.start for mention in mentions), label]
        moments = read_moments(text, mentions)
        names = reading.crafts_in(below.start, below.start + _LEAD)
        bare = all(_MARKS.fullmatch(text, end, start) for end, start in zip(ends, starts, strict=True))
        if bare and len(moments) == 1 and names:
            attributes = {"event": "launch", "status": "actual", "value": moments[0].value}
            yield Fact(
                "event", names[0].name, attributes, moments[0].evidence, "event.launch", (label, label + len(_LABEL))
            )
