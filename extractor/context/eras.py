"""In: a scene without any year. Out: the year it was written in, where a span since a known day and weekdays give it.

The known days are in ``eras.toml``. A year is given only when it is the one that fits.
"""

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from extractor.context.scene import Scene
from extractor.context.years import list_years_with
from extractor.values import Final
from extractor.vocabulary import Vocabulary

_YEARS = re.compile(r"P(\d{1,3})Y")
_DATA = Path(__file__).with_name("eras.toml")


def find_era_year(scene: Scene) -> tuple[int, int, int] | None:
    """Give the year of the page and the characters that give it, or ``None``.

    A length in years beside an era's words bounds the day of writing; the page's dates with a weekday must fall
    into the bounds, all in one year.
    """
    weekdays = [parts for item in scene.dates if (parts := item.candidate.parts).weekday and parts.day and parts.month]
    if not weekdays:
        return None
    for item in scene.items:
        value = item.candidate.parts
        found = (
            _YEARS.fullmatch(str(value.value))
            if isinstance(value, Final) and item.candidate.label == "DURATION"
            else None
        )
        since = _find_since(scene, item.sentence) if found else None
        if found is None or since is None:
            continue
        below = -1 if isinstance(value, Final) and value.mod == "LESS_THAN" else 0
        first = since.year + int(found[1]) + below
        fitting = [set(list_years_with(p.month, p.day, p.weekday, first, first + 1)) for p in weekdays]
        years = set.intersection(*fitting)
        if len(years) == 1:
            return years.pop(), item.start, item.end
    return None


def _find_since(scene: Scene, sentence: int) -> date | None:
    """Give the first day of the era that a sentence speaks of."""
    if not scene.page.sentences:
        return None
    place = scene.page.sentences[sentence]
    words = [word for word in scene.page.words if place.start <= word[0] < place.end]
    hit = next(_load_eras().find(scene.text, words), None)
    return date.fromisoformat(hit.meaning) if hit else None


@cache
def _load_eras() -> Vocabulary[str]:
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return Vocabulary((phrase, era["since"]) for era in data["era"] for phrase in era["words"])
