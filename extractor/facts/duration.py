"""In: a Reading. Out: duration facts: how long a mission, a visit, a spacewalk, a burn or the way up took."""

import re
import tomllib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from extractor.facts.duration_rows import is_clock_column, is_planned_column, tell_column, tell_from_before, tell_label
from extractor.facts.merge import merge, same_craft
from extractor.facts.reading import LONGEST_ROW, ROW_ROLES, Reading, choose_station
from extractor.facts.status import StatusJudge
from extractor.model import Block, Fact, Mention
from extractor.values import duration_key
from extractor.vocabulary import list_words

_DATA = tomllib.loads(Path(__file__).with_name("duration.toml").read_text("utf-8"))
_SLOT = re.compile(r"\{(about|station|few)\}")
_MOORED = re.compile(r"\b(?:docked|attached|berthed|moored|parked|docking)\b", re.I)
_PEOPLE = re.compile(
    r"\b(?:crew\w{0,8}|astronauts?|cosmonauts?|taikonauts?|they|he|she|trio|men|women|residents|spend"
    r"|spends|spent|live|lives|lived)\b",
    re.I,
)
_SHIP = re.compile(r"\b(?:spacecraft|ship|freighter|ferry|capsule|craft|vehicle|spaceship|orbiter|tanker)\b", re.I)
_SINCE = re.compile(r",?\s(?:after|following|lasting|for)\s(?:[\w’'-]{1,14}\s){0,3}$", re.I)
_NOMINAL = re.compile(r"\bnominal\s(?:[\w-]{1,14}\s){0,4}$", re.I)
_MAY = re.compile(
    r"(?:\seach|\sapiece)?,\s(?:may|might|will|would|should|could"
    r"|(?:is|are|was|were)\s(?:to|planned|scheduled|expected|due|on\sthe\s(?:plan|schedule|program))\b)",
    re.I,
)
_LEADING = re.compile(r"(?:After|Following|Ending|Capping|Completing)\s(?:[\w’'-]{1,14}\s){0,4}$", re.I)
_DUE = re.compile(r"\b(?:will|would|(?:is|are|was|were)\s(?:now\s)?(?:to|due|scheduled|expected|set|slated|planned))\b")
_SILENT = frozenset({"header", "footer", "reference", "category", "boilerplate"})
_POINT = re.compile(r"(?<=\d)\.(?=\d)")  # of a date or a decimal, where no sentence ends
_STOPS = (("a.m.", "am"), ("p.m.", "pm"), (". ", " "), ("U.S", "US"))  # of abbreviations: the window is one sentence
_BEFORE, _AFTER, _CLOCK_REACH = 160, 90, 50
_UNITS = {"Y": 1, "M": 2, "W": 3, "D": 4, "TH": 5, "TM": 6, "TS": 7}
_DAY = Decimal(86400)
_LONGEST_WALK = Decimal(12 * 3600)
_MONTH_DAYS = Decimal("30.44")
_LONGEST_SHARE = Decimal("1.5")  # a mission over the stay within it
_CLOSE = Decimal("0.12")  # how far a rounded length may be off: `5.5 months` for 168 days


@dataclass(frozen=True, slots=True)
class DurationRule:
    """What a length of time is the duration of, told by the words around it; ``of`` may be ``none``."""

    id: str
    of: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    row: bool
    words: frozenset[str]
    status: str | None = None
    """The status of what the rule finds, where its words tell it."""


def _compile(pattern: str | None) -> re.Pattern[str] | None:
    if pattern is None:
        return None
    slots = _DATA["slots"]
    for _ in range(2):  # a slot may stand in another
        pattern = _SLOT.sub(lambda slot: slots[slot.group(1)], pattern)
    return re.compile(pattern, re.I)


RULES = tuple(
    DurationRule(
        rule["id"],
        rule["of"],
        _compile(rule.get("before")),
        _compile(rule.get("after")),
        rule.get("row", False),
        frozenset(rule.get("words", "").split()),
        rule.get("status"),
    )
    for rule in _DATA["rule"]
)
"""The rules of ``duration.toml`` in the order in which they are tried."""

_ALWAYS = frozenset(place for place, rule in enumerate(RULES) if not rule.words)
_BY_WORD = {
    word: [place for place, rule in enumerate(RULES) if word in rule.words] for rule in RULES for word in rule.words
}
"""The places of the rules that ask for no word, and of those that ask for a word."""


def find_durations(reading: Reading, judge: StatusJudge) -> tuple[Fact, ...]:
    """Find the durations of a page, one fact for one claim; rounded ones are evidence of the finest."""
    found = list(_read_durations(reading, judge))
    missions = [fact for fact in found if fact.get("of") == "mission"]
    ways = frozenset(fact.get("value") for fact in found if _tell(fact) == ("flight_to_station", "actual"))
    settled = [_settle_way(_settle_stay(reading, fact, missions), ways) for fact in found]
    groups: dict[tuple[object, object], list[Fact]] = {}
    for fact in settled:
        groups.setdefault(_tell(fact), []).append(fact)
    merged = [fact for group in groups.values() for fact in merge(group, _measure, _is_close)]
    return tuple(sorted(merged, key=lambda fact: fact.trigger or (0, 0)))


_WORKED = "duration.mission-operated"
_ENGINE = re.compile(r"\b(?:engines?|burn|fire|motor|thrusters?|firing)\b")
_LONGEST_BURN = 1800  # seconds


def _read_durations(reading: Reading, judge: StatusJudge) -> Iterator[Fact]:
    for mention in reading.mentions:
        if mention.label != "DURATION" or not isinstance(mention.value, str) or "X" in mention.value:
            continue
        block = reading.block_at(mention.start)
        if block is None or block.role in _SILENT:
            continue
        span = find_span(reading, block, mention)
        rule = choose_rule(reading, block, mention, span)
        if rule is not None and rule.of == "burn" and is_clock_column(reading, mention):
            continue
        column = tell_column(reading, mention) if rule is None else None
        of = column or _tell_kind(reading, rule, mention)
        if rule is not None and rule.id == _WORKED and _is_burn(reading, mention, span):
            of = "burn"
        if of is None or _is_sum(of, mention.value):
            continue
        attributes: dict[str, str | Decimal] = {
            "of": of,
            "value": mention.value,
            "status": (rule and rule.status) or _judge(reading, judge, mention, span, column=column),
        }
        if mention.mod:
            attributes["mod"] = mention.mod
        subject = (
            choose_station(reading, mention.start)
            if of == "spacewalk"
            else reading.subject_at(mention.start, mention.end)
        )
        if of == "mission" and subject in judge.awaited:
            attributes["status"] = "planned"
        name = rule.id if rule else "duration.column" if column else "duration.goes-on"
        yield Fact("duration", subject, attributes, (mention.id,), name, (mention.start, mention.end))


def _is_burn(reading: Reading, mention: Mention, span: tuple[int, int]) -> bool:
    """Say that what worked is the engine spoken of: ``to fire for 84 seconds. It worked for 127 seconds``."""
    seconds = _sum_seconds(str(mention.value))
    if seconds is None or seconds > _LONGEST_BURN:
        return False
    return _ENGINE.search(reading.page.text, max(0, span[0] - _BEFORE), mention.start) is not None


def _tell_kind(reading: Reading, rule: DurationRule | None, mention: Mention) -> str | None:
    """Give what a length is of: by its rule, by the lines above a plain label, by the sentence before."""
    if rule is None:
        return tell_from_before(reading, mention)
    if rule.id == "duration.label-mission":
        return tell_label(reading, mention) or rule.of
    return None if rule.of == "none" else rule.of


def _judge(reading: Reading, judge: StatusJudge, mention: Mention, span: tuple[int, int], *, column: str | None) -> str:
    """Judge a length with the clause that leads to it: ``landing is set for May after about 195 days``.

    What a ``column`` of a table holds happened, unless the table's heading says otherwise.
    """
    if column is not None:
        return "planned" if is_planned_column(reading, mention.start) else "actual"
    text = reading.page.text
    start = mention.start
    for clock in reading.mentions_in(max(span[0], start - _CLOCK_REACH), start):
        if clock.label == "TIME":  # whose colon and full stops part no clauses
            start = clock.start
            break
    led = _SINCE.search(text, max(span[0], start - 60), start)
    if _MAY.match(text, mention.end, span[1]):
        return "planned"
    if _NOMINAL.search(text, max(span[0], start - 50), start):
        return "planned"
    if _LEADING.fullmatch(text, span[0], start) and _DUE.search(text, mention.end, min(span[1], mention.end + 130)):
        return "planned"
    return judge.judge_span((led.start() if led else start, mention.end), span)


def find_span(reading: Reading, block: Block, mention: Mention) -> tuple[int, int]:
    """Give the row or the sentence around a mention."""
    sentence = reading.sentence_at(mention.start)
    if sentence is None or (block.role in ROW_ROLES and block.end - block.start <= LONGEST_ROW):
        return block.start, block.end
    return sentence.start, sentence.end


def choose_rule(reading: Reading, block: Block, mention: Mention, span: tuple[int, int]) -> DurationRule | None:
    """Give the rule that says what a mention of its block's ``span`` is the duration of, ``None`` where none does."""
    start = max(span[0], mention.start - _BEFORE)
    text = reading.page.text
    before = text[start : mention.start]
    if "." in before:
        before = _POINT.sub("-", before)
    for stop, bare in _STOPS:
        before = before.replace(stop, bare)
    after = text[mention.end : min(span[1], mention.end + _AFTER)]
    for stop, bare in _STOPS[:2]:
        after = after.replace(stop, bare)
    return match_rule(before, after, row=block.role in ROW_ROLES)


def match_rule(before: str, after: str, *, row: bool) -> DurationRule | None:
    """Give the first rule that matches the words before and behind a mention of its sentence or row."""
    told = _BY_WORD.keys() & list_words(before)
    for place in sorted(_ALWAYS.union(*(_BY_WORD[word] for word in told))):
        rule = RULES[place]
        if rule.row and not row:
            continue
        if rule.after is not None and rule.after.match(after) is None:
            continue
        if rule.before is None or rule.before.search(before):
            return rule
    return None


def _is_sum(of: str, value: str) -> bool:
    """Say that a length is too long for one spacewalk: the sum of several."""
    seconds = _sum_seconds(value) if of == "spacewalk" else None
    return seconds is not None and seconds > _LONGEST_WALK


def _tell(fact: Fact) -> tuple[object, object]:
    return fact.get("of"), fact.get("status")


def _settle_stay(reading: Reading, fact: Fact, missions: Sequence[Fact]) -> Fact:
    """Let a stay of a crew at the station be the mission: their time away, told loosely.

    It is where it has the mission's own length, and where the page gives no mission that it may be a part of.
    """
    if fact.get("of") != "docked":
        return fact
    alike = any(other.get("value") == fact.get("value") for other in missions)
    rivals = any(other.get("status") == fact.get("status") and _is_part(fact, other) for other in missions)
    if alike or (not rivals and _is_crew_stay(reading, fact)):
        return replace(fact, attributes={**fact.attributes, "of": "mission"})
    return fact


def _is_part(stay: Fact, mission: Fact) -> bool:
    """Say that a mission is but a little longer than the stay: the ways up and down, or a rounded length."""
    part, whole = _count_seconds(stay), _count_seconds(mission)
    return part is not None and whole is not None and part * (1 - _CLOSE) <= whole <= part * _LONGEST_SHARE


def _is_crew_stay(reading: Reading, fact: Fact) -> bool:
    """Say that people stay, and no ship is moored: ``Adams will spend six months aboard the station``."""
    start, end = fact.trigger or (0, 0)
    sentence = reading.sentence_at(start)
    if sentence is None:
        return False
    before, after = reading.page.text[sentence.start : start], reading.page.text[end : sentence.end]
    if _MOORED.search(before[-60:]) or _MOORED.search(after[:30]):
        return False
    if _PEOPLE.search(before):
        return True
    named = [name for name in reading.crafts_in(sentence.start, start) if name.kind != "station"]
    return not named and _SHIP.search(before) is None


def _settle_way(fact: Fact, done: Container[object]) -> Fact:
    """Let a chase that ``would take`` as long as one ``done`` did be that one: a history looks ahead to it."""
    if _tell(fact) != ("flight_to_station", "planned") or fact.get("value") not in done:
        return fact
    return replace(fact, attributes={**fact.attributes, "status": "actual"})


def _is_close(coarse: Fact, fine: Fact) -> bool:
    """Say that a length may be another one of the same kind told less precisely, of the same craft."""
    if not same_craft(coarse.subject, fine.subject):
        return False
    one, two = _count_seconds(coarse), _count_seconds(fine)
    if one is None or two is None or not two:
        return bool(coarse.get("value") == fine.get("value"))
    return one == two or (_measure(coarse) < _measure(fine) and abs(one - two) <= _CLOSE * two)


def _count_seconds(fact: Fact) -> Decimal | None:
    return _sum_seconds(str(fact.get("value")))


@lru_cache(maxsize=4096)
def _sum_seconds(value: str) -> Decimal | None:
    key = duration_key(value)
    return None if isinstance(key, str) else key[0] * _MONTH_DAYS * _DAY + key[1]


def _measure(fact: Fact) -> float:
    """Give the precision of a length: that of its smallest unit, less where it is approximate."""
    value = str(fact.get("value"))
    clock = value.partition("T")[2]
    unit = f"T{clock[-1]}" if clock else value[-1]
    return _UNITS.get(unit, 0) - (0.5 if fact.get("mod") else 0) + (0.25 if "." in value else 0)
