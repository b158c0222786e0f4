"""In: a Page that introduces no craft. Out: what its head may be about, where its text goes on to name it."""

import re
from collections import Counter

from extractor.facts.hints import (
    NAME,
    NUMBERED,
    OFTEN,
    SHORTEST,
    has_title,
    is_place,
    is_vehicle,
    list_people,
    shorten,
    trim,
)
from extractor.model import Page

_TITLE_WORD = re.compile(r"[A-Z][\w-]{3,25}")
_TITLE_BLOCKS = 4


def hint_from_title(page: Page, hints: Counter[str]) -> None:
    """Count the words of the page's head that it goes on to use as names: the last resort where no craft is known."""
    text = page.text
    lower = text.lower()
    people = list_people(page)
    for block in page.blocks[:_TITLE_BLOCKS]:
        alone = text[block.start : block.end].strip()
        long = alone.isalpha() and len(alone) >= SHORTEST
        if long and lower.count(alone.lower()) > 1 and alone.lower() not in text and not is_place(alone):
            hints[alone.title() if alone.isupper() else alone] += 2
        for found in NUMBERED.finditer(text, block.start, min(block.end, block.start + 200)):
            hints.update(name for name in trim(found.group()) if text.count(name) > 1)
        for found in _TITLE_WORD.finditer(text, block.start, min(block.end, block.start + 200)):
            word = found.group()
            name = word.title() if word.isupper() and text.count(word.title()) > OFTEN else word
            if (
                not is_place(name)
                and not is_vehicle(name)
                and text.count(name) > OFTEN
                and text.count(name.lower()) == 0
                and name not in people
            ):
                hints[name] += 2


def guess_name(page: Page, barred: frozenset[str]) -> list[str]:
    """Guess what a page that knows no craft is about: a name of its head that its text goes on to use, none of
    ``barred``.
    """
    text = page.text
    lower = text.lower()
    people = list_people(page)
    for block in page.blocks[:_TITLE_BLOCKS]:
        for found in NAME.finditer(text, block.start, min(block.end, block.start + 200)):
            run = found.group()
            if not (people.isdisjoint(run.split()) and not has_title(run)):
                continue
            for name in trim(run):
                for part in dict.fromkeys((name, *shorten(name), *name.split())):
                    common = is_place(part) or len(part) < SHORTEST or part in barred
                    alike = not common and text.count(part) > 1 and lower.count(part.lower()) == text.count(part)
                    if alike and re.search(rf"[^.!?\s] {{1,4}}{re.escape(part)}\b|^{re.escape(part)}$", text, re.M):
                        return [part]
    return []
