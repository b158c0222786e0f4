"""In: a Reading. Out: the designation facts of the page's own mission: names, numbers, vehicle, sites, ports."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from extractor.facts.call_signs import part_signs, read_sign
from extractor.facts.claims import LABELLED, NAMED, SAID, Claim, merge_claims
from extractor.facts.designation_labels import read_labels
from extractor.facts.designation_numbers import read_numbers
from extractor.facts.homes import flies_on_few, may_fly_on
from extractor.facts.landings import find_landing, is_position, is_wide
from extractor.facts.names import find_own_names, read_naming
from extractor.facts.neighbours import read_named_neighbour, read_neighbours
from extractor.facts.own_rows import read_own_row
from extractor.facts.places import MODULE_NAMES, SITE_NAMES, allow_indents, find_site, name_site
from extractor.facts.ports import read_port
from extractor.facts.reading import Reading
from extractor.facts.sites import Sites, list_glued_pads
from extractor.facts.tables import load_tables
from extractor.facts.topic import is_about_many
from extractor.facts.vehicles import Vehicle, is_instead, list_names, read_vehicle
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
    + [(name, (kind, 0)) for kind in ("landing", "named", "sign", "norad", "flight", "serial") for name in _PROSE[kind]]
    + [(name, ("module", 0)) for name in _PROSE["modules"]]
    + [(name, ("norad", 1)) for name in _PROSE["catalogues"]]
    + [(name, ("previous", 0)) for name in [*_DATA["labels"]["previous_mission"], *_PROSE["before"]] if " " in name]
    + [(name, ("next", 0)) for name in [*_DATA["labels"]["next_mission"], *_PROSE["after"]] if " " in name]
)


_STANDS = re.compile(allow_indents(r"\s(?:rocket\s|booster\s|launcher\s)?(?:on|at|from)\s(?:the\s)?"))
_FLIGHT = re.compile(r"\s(?:No\.\s|number\s)?[\"“(]?(?P<value>(?=[\w.-]{0,8}\d)[A-Z\d][\w.-]{1,10})\b")
_MODULE_NAME = re.compile(r",?\s[\"“_*']{0,2}(?P<value>[A-Z][a-z]{2,15}(?:\s[A-Z][a-z]{2,15}|\s\d{1,2})?)(?![\w’'-])")
_PART_OF = re.compile(
    r"\b(?:made up of|consist(?:s|ed|ing)? of|compris(?:es|ed|ing)|composed of"
    r"|includ(?:es|ed|ing)|carr(?:ies|ied|ying)|bears)\b"
)
"""What makes a craft with a name of its own a part of the page's own craft."""
_NOT_NAMES = frozenset(word.lower() for word in _PROSE["no_modules"])
_SERIAL = re.compile(r"\s(?:(?:is|was|of)\s)?(?:No\.\s?)?(?P<value>\d{1,4})\b(?![.:,-]\d|\s?(?:kg|km|tons?|percent))")
_NORAD = re.compile(r"(?:\s(?:ID|no\.?|number|catalog(?:ue)?|is|of)){0,3}[\s:#=.]{1,3}(?P<value>\d{1,6})\b")
_POSITION = "designation.position"
"""A landing's latitude and longitude: a site where the page names none."""
_LEAST_DIGITS = {1: 4}
"""Digits of a number of the space catalogue where other catalogues have numbers as well."""
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
    claims += [*read_neighbours(reading), *read_own_row(reading)]
    if reading.sections:
        claims = [claim for claim in claims if _is_in_own_section(reading, claim.start)]
    claims = list(part_signs(reading, [*find_own_names(reading), *claims]))
    return merge_claims(reading, _drop_wide(reading, claims))


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
        self.sites = Sites(reading)
        self.titled: set[int] = set()
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
            "serial": self._read_serial,
        }
        hits = [*_WORDS.find(self.text, self.reading.page.words), *list_glued_pads(self.reading.page)]
        for hit in sorted(hits, key=attrgetter("start")):
            if hit.start >= self.free:
                yield from readers[hit.meaning[0]](hit)

    def _read_vehicle(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        vehicle = read_vehicle(self.text, hit.start, hit.end, hit.meaning[1])
        if vehicle is None or not vehicle.sure or is_instead(self.text, hit.start) or not self.sites.is_own(hit.start):
            return
        stands = _STANDS.match(self.text, vehicle.end)
        site = find_site(self.text, stands.end(), 0) if stands else None
        low, high = self.sites.bounds(hit.start)
        if self._is_anothers(hit, vehicle) or _UNDONE.search(self.text, low, hit.start):
            self.free = site[1] if site else vehicle.end  # its pad is another's too
            return
        inside = self.reading.crafts_in(hit.start, vehicle.end)
        if any(
            (name.start == hit.start and name.kind == "craft") or name.name == self.reading.subject for name in inside
        ):
            return
        self.free = vehicle.end
        weight = SAID if self.sites.launches(low, high) else NAMED
        if hit.start < self.title:
            weight = LABELLED
        yield Claim("launch_vehicle", vehicle.start, vehicle.end, weight, "designation.vehicle")
        if vehicle.serial:
            yield Claim("launch_vehicle_serial", *vehicle.serial, weight, "designation.vehicle")
        if site:
            self.free = site[1]
            sure = LABELLED if weight >= SAID or flies_on_few(self.reading.subject) else NAMED
            yield Claim("launch_site", site[0], site[1], sure, "designation.vehicle-on-pad", None, site[2])

    def _is_anothers(self, hit: Hit[tuple[str, int]], vehicle: Vehicle) -> bool:
        """Say that a vehicle is none that the page's own craft flies on: by its kind, or by the one of the title."""
        if not may_fly_on(self.reading.subject, self.text[vehicle.start : vehicle.end]):
            return True
        if hit.start < self.title:
            self.titled.add(hit.meaning[1])
        return bool(self.titled) and hit.meaning[1] not in self.titled

    def _read_site(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        site = self.sites.find(hit.start, self.free, pad=bool(hit.meaning[1]))
        if site is not None:
            self.free = site[1]
            yield from self.sites.read(site)

    def _read_port(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        port = read_port(self.reading, (hit.start, hit.end), self.sites.bounds(hit.start), self.free)
        if port is not None:
            begin, self.free, said = port
            yield Claim("docking_port", begin, self.free, SAID if said else NAMED + 1, "designation.port")

    def _read_landing(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        if not self.sites.is_own(hit.start):
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
        if (
            found is None
            or "\n" in self.text[hit.start : found.start("value")]
            or found["value"].split()[0].lower() in _NOT_NAMES
        ):
            return
        if not self.sites.is_own(hit.start):
            return
        named = self.reading.crafts_in(found.start("value"), found.end("value"))
        own = all(name.name == self.reading.subject or name.kind == "vessel" for name in named)
        numbered = any(char.isdigit() for char in found["value"])
        if own or (not numbered and _PART_OF.search(self.text, self.sites.bounds(hit.start)[0], hit.start)):
            yield Claim("name", *found.span("value"), SAID, "designation.module")

    def _read_sign(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        low, high = self.sites.bounds(hit.start)
        yield from read_sign(self.text, (hit.start, hit.end), (low, high))

    def _read_neighbour(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        claim = read_named_neighbour(self.reading, hit.meaning[0], (hit.start, hit.end), self.sites.bounds(hit.start))
        if claim is not None:
            yield claim

    def _read_norad(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        found = _NORAD.match(self.text, hit.end)
        if found and len(found["value"]) >= _LEAST_DIGITS.get(hit.meaning[1], 1) and self.sites.is_own(hit.start):
            yield Claim("norad_id", *found.span("value"), SAID, "designation.norad")

    def _read_flight(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        found = _FLIGHT.match(self.text, hit.end)
        if found:
            yield Claim("iss_flight", *found.span("value"), SAID, "designation.flight")

    def _read_serial(self, hit: Hit[tuple[str, int]]) -> Iterator[Claim]:
        found = _SERIAL.match(self.text, hit.end)
        ferry = (self.reading.subject or "").startswith(("Soyuz", "Progress"))
        numbered = self.text[hit.start : hit.end].lower().startswith("serial")
        if found and (numbered or (ferry and "." in found.group())) and self.sites.is_own(hit.start):
            yield Claim("serial", *found.span("value"), NAMED, "designation.serial-said")
