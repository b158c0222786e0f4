"""In: a Reading. Out: the designation facts of the page's own mission: names, numbers, vehicle, sites, ports."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from extractor.facts.claims import LABELLED, NAMED, SAID, Claim, merge_claims
from extractor.facts.designation_labels import read_labels
from extractor.facts.designation_numbers import read_numbers
from extractor.facts.homes import flies_on_few, may_fly_on, may_start_at
from extractor.facts.landings import find_landing, is_position, is_wide
from extractor.facts.names import find_own_names, read_naming
from extractor.facts.neighbours import read_named_neighbour, read_neighbours
from extractor.facts.places import MODULE_NAMES, SITE_NAMES, allow_indents, find_site, is_pad, name_site
from extractor.facts.ports import read_port
from extractor.facts.reading import Reading
from extractor.facts.tables import load_tables
from extractor.facts.topic import follows_others, is_about_many, speaks_of_own
from extractor.facts.vehicles import is_instead, list_names, read_vehicle
from extractor.model import Fact
from extractor.vocabulary import Hit, Vocabulary

_DATA = load_tables("designation")
_PROSE = _DATA["prose"]
_WORDS: Vocabulary[tuple[str, int]] = Vocabulary(
    [(name, ("vehicle", family)) for name, family in list_names()]
    + [(name, ("site", 0)) for name in SITE_NAMES]
    + [(name, ("site", 1)) for name in _PROSE["pads"]]
    + [(name, ("port", 0)) for name in MODULE_NAMES]
    + [(name, ("port", 1)) for name in _PROSE["ports"]]
    + [(name, (kind, 0)) for kind in ("landing", "named", "sign", "norad", "flight") for name in _PROSE[kind]]
    + [(name, ("module", 0)) for name in _PROSE["modules"]]
    + [(name, ("norad", 1)) for name in _PROSE["catalogues"]]
    + [(name, ("previous", 0)) for name in [*_DATA["labels"]["previous_mission"], *_PROSE["before"]] if " " in name]
    + [(name, ("next", 0)) for name in [*_DATA["labels"]["next_mission"], *_PROSE["after"]] if " " in name]
)


def _any(words: list[str]) -> re.Pattern[str]:
    forms = "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in words)
    return re.compile(rf"\b(?:{forms})\b", re.I)


_LANDS = re.compile(r"\b(?:land(?:s|ed|ing)?|touchdown|touched|splash\w+|deorbit|weather)\b", re.I)
_LAUNCH = _any(_PROSE["launch"])
_OWNED = r"(?:the\s)?(?:historic\s|same\s|state\s|NASA[’']s\s){0,2}$"
_STRONG = re.compile(allow_indents(rf"\b(?:from|off|out of|leaving|left|leave|leaves|departed)\s{_OWNED}"), re.I)
_AT = re.compile(allow_indents(rf"\b(?:at|on)\s{_OWNED}"), re.I)
_STANDS = re.compile(allow_indents(r"\s(?:rocket\s|booster\s|launcher\s)?(?:on|at|from)\s(?:the\s)?"))
_TO_PAD = re.compile(
    allow_indents(
        r"\b(?:to|onto|on|at|for|from|toward|towards|off|reach(?:ed|es)?|leaving|left|leaves|clear(?:ed|s|ing)|vacated"
        r"|[A-Z]\w+[’']s)\s(?:the\s)?$"
    )
)
_FLIGHT = re.compile(r"\s(?:No\.\s|number\s)?[\"“(]?(?P<value>(?=[\w.-]{0,8}\d)[A-Z\d][\w.-]{1,10})\b")
_MODULE_NAME = re.compile(r",?\s[\"“_*']{0,2}(?P<value>[A-Z][a-z]{2,15}(?:\s[A-Z][a-z]{2,15}|\s\d{1,2})?)(?![\w’'-])")
_NOT_NAMES = frozenset(_PROSE["no_modules"])
_SIGN = re.compile(
    r"[\s:]{1,2}(?:(?:of|for|was|is|were|the|this|crew|flight|mission|spacecraft|ship|used|being|by|radio)\s){0,6}"
    r"[\"“‘'‹«*]{0,2}(?P<value>[A-Z][\w’-]{1,20}(?:[ -](?:[A-Z]\w{1,14}|\d{1,2}))?)"
)
_SIGN_BEFORE = re.compile(
    r"[\"“‘'«](?P<value>[A-Z][\w-]{1,20})[\"”’'»,]{1,2}\s(?:was|is|were|as)\s(?:the|their|its|his)?\s?"
    r"(?:crew[’']?s?\s|radio\s)?$"
)
_NORAD = re.compile(r"(?:\s(?:ID|no\.?|number|catalog(?:ue)?|is|of)){0,3}[\s:#=.]{1,3}(?P<value>\d{1,6})\b")
_LAUNCH_LABEL = re.compile(
    r"[\W_]{0,6}(?:launch(?:ed)?|lift-?off)(?:[ _](?:date|time|details?|data|info|and|from|site|pad|location)){0,4}"
    r"\s{0,20}[:=|\t.]",
    re.I,
)
_POSITION = "designation.position"
"""A landing's latitude and longitude: a site where the page names none."""
_LEAST_DIGITS = {1: 4}
"""Digits of a number of the space catalogue where other catalogues have numbers as well."""
_LOOK_BACK = 90
_LEAD = 40
_FAR = 600
_LONGEST_LINE = 120
_LONGEST_TITLE = 160
_UNDONE = re.compile(
    r"\b(?:(?:should|would|could|might|was\sto|were\sto)\shave|originally|at\sfirst|had\sbeen\s(?:planned|booked|intended|meant))\b"
)
"""What makes a rocket one that was given up."""


def find(reading: Reading) -> list[Fact]:
    """Find the designations of the page's own mission, one fact a scheme and value."""
    if is_about_many(reading):
        return []
    finder = _Finder(reading)
    claims = [*read_labels(reading), *finder.read_prose(), *read_numbers(reading)]
    claims += read_neighbours(reading)
    if reading.sections:
        claims = [claim for claim in claims if _is_in_own_section(reading, claim.start)]
    return merge_claims(reading, _drop_wide(reading, [*find_own_names(reading), *claims]))


def _is_in_own_section(reading: Reading, start: int) -> bool:
    """Say that a place is in no section that is about another craft."""
    return reading.own_of(bisect_right(reading.block_starts, start) - 1) == reading.subject


def _drop_wide(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """Drop the landing sites that are but a position or a part of a country, where the page names the place."""
    landings = {
        claim: claim.rule == _POSITION or is_wide(reading.page.text[claim.start : claim.end])
        for claim in claims
        if claim.scheme == "landing_site"
    }
    named = {claim.status for claim, wide in landings.items() if not wide}
    positions = any(claim.rule != _POSITION for claim in landings)
    return [
        claim
        for claim in claims
        if not (landings.get(claim, False) and (claim.status in named or (positions and claim.rule == _POSITION)))
    ]


class _Finder:
    """Reads the prose of a page for designations; what a sentence says of another craft is passed over."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.page.text
        self.free = 0
        self.launches: dict[tuple[int, int], bool] = {}
        head = reading.page.blocks[0] if reading.page.blocks else None
        self.title = head.end if head and head.end - head.start <= _LONGEST_TITLE else 0

    def read_prose(self) -> Iterator[Claim]:
        """Give the claims of vehicles, sites, ports, landings, call signs and neighbouring missions."""
        readers = {
            "vehicle": self._read_vehicle,
            "site": self._read_site,
            "port": self._read_port,
            "landing": self._read_landing,
            "named": self._read_naming,
            "module": self._read_module,
            "sign": self._read_sign,
            "previous": self._read_neighbour,
            "next": self._read_neighbour,
            "norad": self._read_norad,
            "flight": self._read_flight,
        }
        for hit in _WORDS.find(self.text, self.reading.page.words):
            if hit.start >= self.free:
                yield from readers[hit.meaning[0]](hit)

    def _bounds(self, start: int) -> tuple[int, int]:
        """Give the sentence around a place, or the part of it that is near where it is no prose but endless."""
        sentence = self.reading.sentence_at(start)
        low, high = (sentence.start, sentence.end) if sentence else (start - 120, start + 120)
        return max(low, start // _FAR * _FAR - _FAR, 0), min(high, start + _FAR, len(self.text))

    def _launches(self, low: int, high: int) -> bool:
        """Say that a part of a sentence speaks of a launch; each is asked once."""
        if (low, high) not in self.launches:
            self.launches[low, high] = _LAUNCH.search(self.text, low, high) is not None
        return self.launches[low, high]

    def _is_own(self, start: int) -> bool:
        """Say that the sentence around ``start`` speaks of the page's own craft, or of none."""
        return speaks_of_own(self.reading, start, *self._bounds(start))

    def _read_vehicle(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        vehicle = read_vehicle(self.text, hit.start, hit.end, hit.meaning[1])
        if vehicle is None or not vehicle.sure or is_instead(self.text, hit.start) or not self._is_own(hit.start):
            return
        if not may_fly_on(self.reading.subject, self.text[vehicle.start : vehicle.end]):
            return
        inside = self.reading.crafts_in(hit.start, vehicle.end)
        if any(
            (name.start == hit.start and name.kind == "craft") or name.name == self.reading.subject for name in inside
        ):
            return
        self.free = vehicle.end
        low, high = self._bounds(hit.start)
        weight = SAID if self._launches(low, high) else NAMED
        if _UNDONE.search(self.text, low, hit.start):
            return
        if hit.start < self.title:
            weight = LABELLED
        yield Claim("launch_vehicle", vehicle.start, vehicle.end, weight, "designation.vehicle")
        if vehicle.serial:
            yield Claim("launch_vehicle_serial", *vehicle.serial, weight, "designation.vehicle")
        stands = _STANDS.match(self.text, vehicle.end)
        site = find_site(self.text, stands.end(), 0) if stands else None
        if site:
            self.free = site[1]
            sure = LABELLED if weight >= SAID or flies_on_few(self.reading.subject) else NAMED
            yield Claim("launch_site", site[0], site[1], sure, "designation.vehicle-on-pad", None, site[2])

    def _read_site(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        if hit.meaning[1] and not is_pad(self.text, hit.start):
            return
        if not self.text[hit.start].isupper() and hit.meaning[1] == 0:
            return
        found = find_site(self.text, hit.start, self.free)
        if found is None or not may_start_at(self.reading.subject, found[2]):
            return
        start, end, place = found
        self.free = end
        low, high = self._bounds(start)
        near = self.text[max(low, start - _LEAD) : start]
        if start - low < _LONGEST_LINE and _LAUNCH_LABEL.match(self.text, low, start):
            yield Claim("launch_site", start, end, SAID, "designation.launch-line", None, place)
        elif self._starts_at(near, low, high, (start, end)) and self._is_own(start):
            if follows_others(self.reading, start):
                return
            yield Claim("launch_site", start, end, SAID, "designation.site", None, place)
        elif is_pad(self.text, start) and _TO_PAD.search(near) and self._is_own(start):
            yield Claim("launch_site", start, end, NAMED, "designation.pad", None, place)

    def _starts_at(self, near: str, low: int, high: int, span: tuple[int, int]) -> bool:
        """Say that something was launched from the site at ``span``: ``lifted off from``, ``was launched at``."""
        start, end = span
        before = self.text[max(low, start - _LOOK_BACK) : start]
        if _STRONG.search(near):
            launched = self._launches(low, start) or _LAUNCH.search(self.text, end, high) is not None
            return launched and _LANDS.search(before) is None
        return bool(_AT.search(near) and _LAUNCH.search(before) and not _LANDS.search(before))

    def _read_port(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        port = read_port(self.reading, (hit.start, hit.end), self._bounds(hit.start), self.free)
        if port is not None:
            begin, self.free, said = port
            yield Claim("docking_port", begin, self.free, SAID if said else NAMED + 1, "designation.port")

    def _read_landing(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        if not self._is_own(hit.start):
            return
        found = find_landing(self.reading, hit.start, hit.end)
        if found:
            rule = _POSITION if is_position(self.text, *found[:2]) else "designation.landing"
            place = name_site(self.text, *found[:2])
            yield Claim("landing_site", found[0], found[1], SAID, rule, found[2], place)

    def _read_naming(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        if self.reading.subject is not None:
            yield from read_naming(self.reading, hit.start, hit.end)

    def _read_module(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        found = _MODULE_NAME.match(self.text, hit.end)
        if found and found["value"].split()[0].lower() not in _NOT_NAMES and self._is_own(hit.start):
            yield Claim("name", *found.span("value"), SAID, "designation.module")

    def _read_sign(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        low, high = self._bounds(hit.start)
        found = _SIGN_BEFORE.search(self.text, max(low, hit.start - _LOOK_BACK), hit.start) or _SIGN.match(
            self.text, hit.end, high
        )
        if found:
            yield Claim("call_sign", *found.span("value"), SAID, "designation.call-sign")

    def _read_neighbour(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        claim = read_named_neighbour(self.reading, hit.meaning[0], (hit.start, hit.end), self._bounds(hit.start))
        if claim is not None:
            yield claim

    def _read_norad(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        found = _NORAD.match(self.text, hit.end)
        if found and len(found["value"]) >= _LEAST_DIGITS.get(hit.meaning[1], 1) and self._is_own(hit.start):
            yield Claim("norad_id", *found.span("value"), SAID, "designation.norad")

    def _read_flight(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        found = _FLIGHT.match(self.text, hit.end)
        if found:
            yield Claim("iss_flight", *found.span("value"), SAID, "designation.flight")
