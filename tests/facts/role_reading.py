"""In: a text. Out: its Reading with roles and dates as the rules find them, for tests of crews and designations."""

from extractor.facts.reading import Reading, read_page
from extractor.mentions.find import load_finder
from extractor.model import Mention
from extractor.pages import make_page
from extractor.values import Final

Post = tuple[str, str, str | None]


def read(text: str) -> Reading:
    """Read a text with the roles that the rules find in it."""
    page = make_page(text)
    found, _ = load_finder().find(page)
    roles = [c for c in found if c.label == "ROLE" and isinstance(c.parts, Final)]
    mentions = [
        Mention(f"m{n}", c.start, c.end, text[c.start : c.end], c.label, c.parts.value, c.rule)
        for n, c in enumerate(roles)
    ]
    return read_page(page, mentions)
