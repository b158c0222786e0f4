"""In: a text. Out: its mentions of time by what they say, read by the real rules and the real context."""

from extractor.context import resolve
from extractor.mentions.find import load_finder
from extractor.model import Mention
from extractor.pages import make_page


def read_times(text: str) -> list[Mention]:
    """Find and complete the dates, clock times, zones and durations of a text."""
    page = make_page(text)
    mentions = resolve(page, load_finder().find(page)[0])
    return [m for m in mentions if m.label in ("DATE", "TIME", "TIMEZONE", "DURATION")]


def read_values(text: str, label: str) -> list[tuple[str, object]]:
    """Give what the mentions of one label say and what they mean."""
    return [(m.text, m.value) for m in read_times(text) if m.label == label]


def read_value(text: str, said: str) -> object:
    """Give the value of the last mention that says ``said``."""
    return [m.value for m in read_times(text) if m.text == said][-1]
