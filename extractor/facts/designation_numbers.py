"""In: a Reading. Out: claims of numbers whose form tells what they are: COSPAR ids, GRAU indices, serials.

Until 1962 a launch bore its year and a Greek letter: ``1959 Alpha 1``, ``1962 Beta Gamma 1``.
"""

import re
from collections.abc import Iterator

from extractor.facts.claims import LABELLED, NAMED, SAID, Claim
from extractor.facts.reading import Reading
from extractor.facts.topic import speaks_of_own

_COSPAR = re.compile(r"-\d{3}[A-Z]{1,2}\b")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_GREEK = frozenset(
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
        "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ]
)  # fmt: skip
_LETTERED = re.compile(r"(?:19)?(?:5[7-9]|6[0-2])[ -][A-Za-z]{2,8}(?:[ -][A-Za-z]{2,8})?[ -]\d{1,3}\b")
_CATALOGUED = re.compile(
    r"(?:\s?[,;/]\s?|\s)\(?(?:#|No\.\s|SSN\s|NORAD\s|cat(?:alog)?\.?\s#?)?(?P<value>\d{5})(?=[\s),;.]|$)(?!\s?(?:km|kg|lb|m\b))"
)
_BEFORE_COSPAR = re.compile(r"(?:^|[\s(#])(?P<value>\d{5})\s?(?:[/,]\s?|\()$")
"""The number of the space catalogue beside an international designator."""
_GRAU = re.compile(r"1[1-9][FK]\d{2,4}(?:[A-Z]{1,2}\d{0,3})?\b")
_SERIAL = re.compile(
    r"\s?(?:(?:spacecraft|ship|freighter|capsule|transport)\s)?[(,]{0,2}\s?(?:(?:vehicle|ship|spacecraft|craft)\s)?(?:No\.?|№|#|s/n|serial(?:\s(?:number|no\.?))?)\s?(?P<value>\d[\w-]{0,8})",
    re.I,
)
_SHORT_FLIGHT = re.compile(
    r",?\s\(?(?:also\sknown\sas\s|or\s|aka\s|ISS-?\s?)?"
    r"(?P<value>\d{1,3}[SP]|ULF-?\d|\d{1,2}A(?:\.\d\w?)?|1E|1J(?:/A)?)\b[),]?"
)
_MOST_IDS = 2
_FLIGHT_LETTERS = {"Soyuz": "s", "Progress": "p"}
_LONGEST_FLIGHT = 4
_NEAR = 80
_DECIMAL = frozenset(".,:°")


def read_numbers(reading: Reading) -> Iterator[Claim]:
    """Give the claims of numbers that their own form tells: COSPAR ids, GRAU indices, serials behind a name."""
    text = reading.page.text
    yield from _read_cospar(reading)
    yield from _read_letters(reading)
    yield from _read_flights(reading)
    for found in _GRAU.finditer(text):
        if found.start() and text[found.start() - 1].isalnum():
            continue
        yield Claim("grau_index", found.start(), found.end(), SAID, "designation.grau")
        serial = _SERIAL.match(text, found.end())
        if serial:
            yield Claim("serial", *serial.span("value"), SAID, "designation.serial")
    for name in reading.crafts.names:
        if name.name != reading.subject:
            continue
        serial = _SERIAL.match(text, name.end)
        if serial:
            yield Claim("serial", *serial.span("value"), SAID, "designation.serial")
        flight = _SHORT_FLIGHT.match(text, name.end)
        if flight:
            yield Claim("iss_flight", *flight.span("value"), LABELLED, "designation.flight")


def _read_flights(reading: Reading) -> Iterator[Claim]:
    """Read the number that a Soyuz or Progress bears as a flight to the ISS, where the page gives but one of them."""
    kind = next((letter for name, letter in _FLIGHT_LETTERS.items() if (reading.subject or "").startswith(name)), None)
    if kind is None:
        return
    words = reading.page.words
    flights = [
        word for word in words.distinct if len(word) <= _LONGEST_FLIGHT and word[-1] == kind and word[:-1].isdigit()
    ]
    if len(flights) != 1:
        return
    for start, end, _ in (words[place] for place in words.places[flights[0]]):
        beside = reading.page.text[start - 1 : start]
        if not reading.page.text[end - 1].isupper() or beside in _DECIMAL:
            continue
        before = reading.crafts_in(max(0, start - _NEAR), start)
        if _is_own(reading, start) or (before and before[-1].name.endswith(f" {flights[0][:-1]}")):
            yield Claim("iss_flight", start, end, NAMED, "designation.flight-number")


def _is_own(reading: Reading, start: int) -> bool:
    sentence = reading.sentence_at(start)
    low, high = (sentence.start, sentence.end) if sentence else (start, start)
    return speaks_of_own(reading, start, low, high)


def _read_cospar(reading: Reading) -> Iterator[Claim]:
    """Read the international designators of a page; a list of many of them is of as many craft."""
    text = reading.page.text
    ids = [f for f in _COSPAR.finditer(text) if f.start() > 3 and _YEAR.search(text, f.start() - 4, f.start())]
    if len({text[found.start() - 4 : found.end()] for found in ids}) > _MOST_IDS:
        return
    for found in ids:
        own = _is_own(reading, found.start())
        yield Claim("cospar_id", found.start() - 4, found.end(), SAID if own else NAMED, "designation.cospar")
        beside = _CATALOGUED.match(text, found.end()) or _BEFORE_COSPAR.search(
            text, max(0, found.start() - 20), found.start() - 4
        )
        if beside and own:
            yield Claim("norad_id", *beside.span("value"), NAMED, "designation.norad-beside")


def _read_letters(reading: Reading) -> Iterator[Claim]:
    """Read the designators with Greek letters; their first letter is the word behind the year."""
    words, text = reading.page.words, reading.page.text
    if words.distinct.isdisjoint(_GREEK):
        return
    spans = []
    for index in sorted(place for letter in _GREEK & words.distinct for place in words.places[letter]):
        start, _, year = words[index - 1] if index else (0, 0, "")
        found = _LETTERED.match(text, start) if year.isdigit() else None
        if found is not None and len(year) == 4:
            spans.append(found.span())
    if len({text[start:end].lower() for start, end in spans}) <= _MOST_IDS:
        for start, end in spans:
            own = _is_own(reading, start)
            yield Claim("cospar_id", start, end, SAID if own else NAMED, "designation.cospar")
