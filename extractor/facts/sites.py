"""In: words of a launch site or pad on a page. Out: claims of where the page's own craft started."""

import re
from collections.abc import Iterator

from extractor.facts.claims import NAMED, SAID, Claim
from extractor.facts.homes import may_start_at
from extractor.facts.places import allow_indents, find_site, is_pad
from extractor.facts.reading import Reading
from extractor.facts.tables import load_tables
from extractor.facts.topic import follows_others, is_strange_row, speaks_of_own
from extractor.forms import join_forms
from extractor.model import Page
from extractor.vocabulary import Hit

_PROSE = load_tables("designation")["prose"]
_ONLY_FOR_LAUNCHES = frozenset(load_tables("places")["launches_only"]["sites"])
"""Sites that a page hardly names but for a launch there: no one lands there, no agency has its offices there."""


def _any(words: list[str]) -> re.Pattern[str]:
    forms = join_forms(*(re.escape(word).replace(r"\ ", "[ -]") for word in words))
    return re.compile(rf"\b{forms}\b", re.I)


_LANDS = re.compile(r"\b(?:land(?:s|ed|ing)?|touchdown|touched|splash\w+|deorbit|weather)\b", re.I)
_LAUNCH = _any(_PROSE["launch"])
_OWNED = (
    r"(?:(?:an?|the|its|their)\s)?"
    r"(?:(?:[\w-]{2,14}\s){0,2}(?:pad|site|base|complex|cent(?:er|re)|cosmodrome|spaceport|range|facility|platform)"
    r"\s(?:at|of|in|on|near)\s(?:the\s)?)?"
    r"(?:(?:historic|same|state|seaside|coastal|Russian|Kazakh|Chinese|Indian|Japanese|European|equatorial|[A-Z]\w+-(?:leased|owned|run)"
    r"|NASA|[A-Z][\w.]{1,14}(?:\s[A-Z]\w{2,12})?[’']s)\s){0,2}$"
)
_STRONG = re.compile(
    allow_indents(rf"\b(?:from|off|out of|leaving|left|leave|leaves|departed|away from|cleared)\s{_OWNED}"), re.I
)
_AT = re.compile(allow_indents(rf"\b(?:at|on)\s{_OWNED}"), re.I)
_TO_PAD = re.compile(
    allow_indents(
        r"\b(?:to|onto|on|at|for|from|toward|towards|off|reach(?:ed|es)?|leaving|left|leaves|clear(?:ed|s|ing)|vacated"
        r"|[A-Z]\w+[’']s)\s(?:the\s)?$"
    )
)
_LAUNCH_LABEL = re.compile(
    r"[\W_\d]{0,8}(?:launch(?:ed)?|lift[ -]?off|take[ -]?off|blast[ -]?off|start(?:ed)?|went up|up|left)"
    r"(?:[ _](?:date|time|details?|data|info|and|from|site|pad|location)){0,4}"
    r"(?:\s{0,20}[:=|\t.]|\s{2,30})",
    re.I,
)
_PADS = ("lc", "slc", "ela", "els")
_GLUED_PAD = re.compile(r"(?:s?lc|el[as])\d{1,3}[a-ew]?")
_LISTED = re.compile(r"(?:^|[\s(]-\s|[,;|]\s?|\s{2,})$")
_PREPOSITION = re.compile(r"(?:^|[,;:(]\s|\b(?:at|from|to|in|of|the|near)\s)$", re.I)
_OF_PEOPLE = re.compile(
    r"\b(?:helpers|teams?|specialists|experts|workers|engineers|officials|staff|personnel|train(?:ed|ing)|visit\w*|people"
    r"|reporters|journalists|technicians|director|head|chief)\b[^.;]{0,30}$",
    re.I,
)
_CLOCK = re.compile(r"\s(?:local\s)?(?:time|summer)\b", re.I)
_LOOK_BACK, _LEAD, _FAR = 90, 60, 600
_LONGEST_LINE = 120


class Sites:
    """Reads launch sites; asks once of each part of a sentence whether it speaks of a launch."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.page.text
        self._asked: dict[tuple[int, int], bool] = {}

    def bounds(self, start: int) -> tuple[int, int]:
        """Give the sentence around a place, or the part of it that is near where it is no prose but endless."""
        sentence = self.reading.sentence_at(start)
        low, high = (sentence.start, sentence.end) if sentence else (start - 120, start + 120)
        return max(low, start // _FAR * _FAR - _FAR, 0), min(high, start + _FAR, len(self.text))

    def launches(self, low: int, high: int) -> bool:
        """Say that a part of a sentence speaks of a launch."""
        if (low, high) not in self._asked:
            self._asked[low, high] = _LAUNCH.search(self.text, low, high) is not None
        return self._asked[low, high]

    def is_own(self, start: int) -> bool:
        """Say that the sentence around ``start`` speaks of the page's own craft, or of none."""
        return speaks_of_own(self.reading, start, *self.bounds(start)) and not is_strange_row(self.reading, start)

    def find(self, start: int, free: int, *, pad: bool) -> tuple[int, int, str | None] | None:
        """Find the site whose word stands at ``start``, a ``pad`` or a site's name, that the craft may start at."""
        if is_pad(self.text, start) != pad if pad else not self.text[start].isupper():
            return None
        found = find_site(self.text, start, free)
        return found if found and may_start_at(self.reading.subject, found[2]) else None

    def read(self, site: tuple[int, int, str | None]) -> Iterator[Claim]:
        """Give the claim of a site that is found, as strong as the words around it say it."""
        start, end, place = site
        low, high = self.bounds(start)
        near = self.text[max(low, start - _LEAD) : start]
        if start - low < _LONGEST_LINE and _LAUNCH_LABEL.match(self.text, low, start):
            yield Claim("launch_site", start, end, SAID, "designation.launch-line", None, place)
        elif not self.is_own(start):
            return
        elif self._starts_at(near, low, high, (start, end)):
            if not follows_others(self.reading, start):
                yield Claim("launch_site", start, end, SAID, "designation.site", None, place)
        elif is_pad(self.text, start) and (_TO_PAD.search(near) or self._is_listed(near, start)):
            yield Claim("launch_site", start, end, NAMED, "designation.pad", None, place)
        elif place in _ONLY_FOR_LAUNCHES and self._is_named(near, end) and not follows_others(self.reading, start):
            yield Claim("launch_site", start, end, 0, "designation.site-named", None, place)

    def _is_named(self, near: str, end: int) -> bool:
        """Say that a site is named as a place: not for its clock, nor for people who work there or come from there."""
        return (
            _PREPOSITION.search(near) is not None
            and _CLOCK.match(self.text, end) is None
            and _OF_PEOPLE.search(near) is None
        )

    def _is_listed(self, near: str, start: int) -> bool:
        """Say that a pad is an item of a line that is no prose: ``STS-40 - COLUMBIA - PAD 39-B``."""
        block = self.reading.block_at(start)
        return (
            block is not None
            and block.role != "paragraph"
            and block.end - block.start <= _LONGEST_LINE
            and _LISTED.search(near) is not None
        )

    def _starts_at(self, near: str, low: int, high: int, span: tuple[int, int]) -> bool:
        """Say that something was launched from the site at ``span``: ``lifted off from``, ``was launched at``."""
        start, end = span
        before = self.text[max(low, start - _LOOK_BACK) : start]
        if _STRONG.search(near):
            launched = self.launches(low, start) or _LAUNCH.search(self.text, end, high) is not None
            return launched and _LANDS.search(before) is None
        return bool(_AT.search(near) and _LAUNCH.search(before) and not _LANDS.search(before))


def list_glued_pads(page: Page) -> Iterator[Hit[tuple[str, int]]]:
    """List the pads whose number stands at their letters without a gap: ``LC39A``, ``ELA2``."""
    words = page.words
    for word in words.distinct:
        if word.startswith(_PADS) and _GLUED_PAD.fullmatch(word):
            for index in words.places[word]:
                start, end, _ = words[index]
                if page.text[start : start + 2].isupper():
                    yield Hit(start, end, ("site", 1), index)
