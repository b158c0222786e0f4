"""In: a Page on a flight to the Moon. Out: the names of its command and lunar modules, which stand for the flight."""

import re
from collections.abc import Iterator

from extractor.facts.hints import is_common
from extractor.model import Page
from extractor.vocabulary import Vocabulary

_MODULE = (
    r"(?:(?:[Cc]ommand|CSM|[Ll]unar)(?:[ /-](?:and )?(?:[Ss]ervice|[Ee]xcursion|[Ll]anding))?[ \n]{1,12}"
    r"(?:[Mm]odule|[Ss]hip|[Cc]raft|[Ll]ander)|CSM|\bLM)"
)
_PROPER = r"[A-Z][a-z]{2,14}(?: [A-Z][a-z]{2,14})?"
_BEHIND = re.compile(
    rf"\b{_MODULE}(?: \([^()\n]{{1,30}}\))?,?"
    rf"(?: (?:named|called|dubbed|code-?named|christened|nicknamed))?[ \n]{{1,12}}"
    rf"[\"“‘_*]{{0,2}}(?P<name>{_PROPER})(?![^\W_])(?! (?:[Mm]odule|[Pp]ilot))"
)
_AHEAD = re.compile(
    rf"(?<![^\W_])(?P<name>{_PROPER})[\"”’_*]{{0,2}}"
    rf"(?:, (?:the|its|their) (?:Apollo(?: \d\d?)? )?| \(| (?=[cl])){_MODULE}\b(?! pilot)"
)
_CALLED = re.compile(rf"\bcall signs? (?P<name>{_PROPER})(?: and (?P<other>{_PROPER}))?")
_FLIGHTS = frozenset({"apollo", "artemis"})
_MODULES = frozenset({"module", "csm", "lm", "signs", "sign", "ship", "lander"})

MOONSHIPS = ("Apollo",)
"""The families of flights whose modules bear names of their own."""


def find_modules(page: Page) -> Iterator[tuple[int, int, str]]:
    """Give every place of the names that the page gives to modules, with the name, in reading order."""
    words = page.words.distinct
    if _FLIGHTS.isdisjoint(words) or _MODULES.isdisjoint(words):
        return
    names: dict[str, None] = {}
    for pattern in (_BEHIND, _AHEAD, _CALLED):
        for found in pattern.finditer(page.text):
            for name in found.groupdict().values():
                if name and not any(is_common(word) for word in name.split()):
                    names[name] = None
    for hit in Vocabulary([(name, name) for name in names], cased=True).find(page.text, page.words):
        yield hit.start, hit.end, hit.meaning
