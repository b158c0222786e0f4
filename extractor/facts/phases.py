"""In: the event facts of a page. Out: what lasts (a spacewalk, a burn, a move of ports) told by its start and end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from extractor.facts.instants import covers, is_clock, read_instant
from extractor.facts.reading import ROW_ROLES, Reading
from extractor.model import Fact

_ENDS = {"spacewalk_start": "spacewalk_end", "deorbit_burn_start": "deorbit_burn_end", "orbit_change": "burn_end"}
"""Events that last, by the start at which they are valued, and what their end is called."""

_STAYED = re.compile(r"\b(?:was|were|been|be|stay(?:ed|s)?|remain(?:ed|s)?|spent [^.;,]{1,20}) $", re.I)
_LEAD = 40  # characters before `docked` that say that it is a state
_HOP = timedelta(hours=4)  # the longest flight from port to port
_AWAY = timedelta(days=3)  # the longest stay away that is told as one move
_AGAIN = re.compile(r"re-?dock|(?:dock|link|moor|berth|return)\w*(?: up)? (?:again|anew|once more|back)\b", re.I)
_PORT = re.compile(
    r"\b(?:Poisk|Prichal|Pirs|Rassvet|Zvezda|Zarya|Nauka|Harmony|Unity|Tranquility|Kvant(?:-[12])?|Kristall|Tianhe"
    r"|Piers|Mir|forward|aft|zenith|nadir|front|rear|axial|radial|lateral"
    r"|[\w-]{2,12} (?:port|compartment|module|node))\b"
)
"""What a craft leaves and what it docks to."""
_PORT_REACH = 110  # characters behind the words for either that name its port
_STAY = timedelta(days=1)  # the shortest stay told by its first and last day
_MOVES = frozenset({"undocking", "docking", "relocation"})
_LABEL = re.compile(r"[\W_]{0,4}(?:re-?dock|relocation|port (?:change|swap|relocation)|fly-?around)\w*", re.I)
_TWO = 2
_MOVE = re.compile(
    r"\b(?:relocat\w+|re-?dock\w*|re-?park\w*|fly-?around|swap\w*"
    r"|(?:moved?|moving|shift(?:ed)?|switch(?:ed)?|flew|flown) [^.;]{0,60}\b(?:ports?|around|from))\b",
    re.I,
)


def part_phases(facts: Sequence[Fact], reading: Reading) -> list[Fact]:
    """Make a start and an end of what lasted: ``a spacewalk from 12:05 to 18:35``, ``was docked from May 3 to 7``."""
    return [part for fact in facts for part in _part(fact, reading.page.text)]


def _part(fact: Fact, text: str) -> Iterator[Fact]:
    first, slash, last = str(fact.get("value")).partition("/")
    end = _ENDS.get(str(fact.get("event")))
    if fact.get("event") == "docking" and slash and fact.trigger:
        start = fact.trigger[0]
        stayed = _STAYED.search(text, max(0, start - _LEAD), start)
        end = "undocking" if stayed or (fact.get("status") == "actual" and _is_stay(first, last)) else None
    if fact.get("event") == "spacewalk_end" and not slash and not is_clock(first):
        yield replace(fact, attributes={**fact.attributes, "event": "spacewalk_start"})  # known by its day only
        return
    if end is None or not slash or not (end == "undocking" or is_clock(first)):
        yield fact
        return
    yield replace(fact, attributes={**fact.attributes, "value": first})
    yield replace(fact, attributes={**fact.attributes, "event": end, "value": last})


def _is_stay(first: str, last: str) -> bool:
    """Say that an interval lasts from the day of a docking to that of the undocking: ``Docked: 3 May - 9 June``."""
    one, two = read_instant(first), read_instant(last)
    return one is not None and two is not None and two - one >= _STAY


def join_relocations(facts: Sequence[Fact], reading: Reading) -> list[Fact]:
    """Make one interval of a move between ports whose undocking and docking are told by the clock.

    A sentence that tells of both and of a move is one, though no fact of its own names it.
    """
    kept = list(facts)
    for move in facts:
        if move.get("event") == "relocation" and "/" not in str(move.get("value")):
            kept = _join(kept, move, _find_ends(move, kept))
    for leave in facts:
        if leave.get("event") != "undocking" or leave not in kept:
            continue
        moved = _make_move(leave)
        if _tells_of_move(leave, reading):
            ends = _find_ends(moved, [fact for fact in kept if _is_in_sentence(fact, leave, reading)])
        else:
            ends = _find_ends(moved, [leave, *_list_arrivals(leave, kept, reading)]) if leave.trigger else None
        if ends is not None:
            kept = _join([moved if fact is leave else fact for fact in kept], moved, ends)
    return _join_redockings(_join_rows(kept, reading), reading)


def _make_move(leave: Fact) -> Fact:
    """Make the undocking that opens a move between ports the move."""
    return replace(leave, attributes={**leave.attributes, "event": "relocation"}, rule="event.relocation")


def _join_rows(facts: list[Fact], reading: Reading) -> list[Fact]:
    """Make one interval of what a row labelled as a redocking or relocation holds: ``Redocking: 15:21-16:04``."""
    rows: dict[int, list[Fact]] = {}
    for fact in facts:
        block = reading.block_at(fact.trigger[0]) if fact.trigger and fact.get("event") in _MOVES else None
        if block is not None and block.role in ROW_ROLES and _LABEL.match(reading.page.text, block.start):
            rows.setdefault(block.start, []).append(fact)
    kept = facts
    for parts in rows.values():
        ends = sorted({str(fact.get("value")) for fact in parts}, key=lambda value: str(read_instant(value)))
        if len(ends) > _TWO or (len(ends) == _TWO and any("/" in end or not is_clock(end) for end in ends)):
            continue
        evidence = tuple(dict.fromkeys(proof for fact in parts for proof in fact.evidence))
        told = {**parts[0].attributes, "event": "relocation", "value": "/".join(ends)}
        joined = replace(parts[0], attributes=told, evidence=evidence, rule="event.relocation")
        kept = [joined if fact is parts[0] else fact for fact in kept if fact is parts[0] or fact not in parts]
    return kept


def _join_redockings(facts: list[Fact], reading: Reading) -> list[Fact]:
    """Make one interval of an undocking and the redocking that the same paragraph tells next, perhaps days later."""
    kept = facts
    for arrive in facts:
        if (
            arrive.get("event") != "docking"
            or not arrive.trigger
            or not _AGAIN.match(reading.page.text, arrive.trigger[0])
        ):
            continue
        leaves = [fact for fact in kept if fact.get("event") == "undocking" and _leads_to(fact, arrive, reading)]
        if leaves:
            moved = _make_move(leaves[-1])
            kept = _join([moved if fact is leaves[-1] else fact for fact in kept], moved, (leaves[-1], arrive))
    return kept


def _leads_to(leave: Fact, arrive: Fact, reading: Reading) -> bool:
    """Say that a craft that leaves in the same paragraph, by the clock, comes back within a few days."""
    if not leave.trigger or not arrive.trigger or leave.trigger[0] > arrive.trigger[0]:
        return False
    if (leave.subject, leave.get("status")) != (arrive.subject, arrive.get("status")):
        return False
    start, end = read_instant(str(leave.get("value"))), read_instant(str(arrive.get("value")))
    if start is None or end is None or not all(is_clock(str(fact.get("value"))) for fact in (leave, arrive)):
        return False
    return timedelta() < end - start <= _AWAY and reading.block_at(leave.trigger[0]) == reading.block_at(
        arrive.trigger[0]
    )


def _join(facts: list[Fact], move: Fact, ends: tuple[Fact, Fact] | None) -> list[Fact]:
    """Put an interval in the place of a move and of its ends."""
    if ends is None:
        return facts
    leave, arrive = ends
    value = f"{leave.get('value')}/{arrive.get('value')}"
    evidence = tuple(dict.fromkeys((*move.evidence, *leave.evidence, *arrive.evidence)))
    joined = replace(move, attributes={**move.attributes, "value": value}, evidence=evidence)
    return [joined if fact is move else fact for fact in facts if fact is not leave and fact is not arrive]


def _tells_of_move(leave: Fact, reading: Reading) -> bool:
    sentence = reading.sentence_at(leave.trigger[0]) if leave.trigger else None
    return sentence is not None and _MOVE.search(reading.page.text, sentence.start, sentence.end) is not None


def _is_in_sentence(fact: Fact, other: Fact, reading: Reading) -> bool:
    places = [reading.sentence_at(part.trigger[0]) if part.trigger else None for part in (fact, other)]
    return places[0] is not None and places[0] == places[1]


def _list_arrivals(leave: Fact, facts: Sequence[Fact], reading: Reading) -> list[Fact]:
    """List the dockings that the paragraph goes on to tell of, to another port: what is left and reached is named."""
    text = reading.page.text
    start, end = leave.trigger or (0, 0)
    block = reading.block_at(start)
    left = _PORT.search(text, end, end + _PORT_REACH)
    if block is None or left is None:
        return []
    after = [
        fact for fact in facts if fact.get("event") == "docking" and fact.trigger and end < fact.trigger[0] < block.end
    ]
    first = after[:1]
    return [fact for fact in first if fact.trigger and _is_other_port(left[0], fact.trigger[1], text)]


def _is_other_port(left: str, end: int, text: str) -> bool:
    """Say that the first port named behind ``end`` is not the one that was left."""
    reached = _PORT.search(text, end, end + _PORT_REACH)
    return reached is not None and reached[0] != left


def _find_ends(move: Fact, facts: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """Find the undocking and the docking, by the clock, of one day and craft that are a move's ends."""
    alike = [
        fact
        for fact in facts
        if (fact.subject, fact.get("status")) == (move.subject, move.get("status"))
        and is_clock(str(fact.get("value")))
        and "/" not in str(fact.get("value"))
    ]
    for leave in alike:
        start = read_instant(str(leave.get("value")))
        if (
            leave.get("event") != "undocking"
            or start is None
            or not covers(str(move.get("value")), str(leave.get("value")))
        ):
            continue
        for arrive in alike:
            end = read_instant(str(arrive.get("value")))
            if arrive.get("event") == "docking" and end is not None and timedelta() < end - start <= _HOP:
                return leave, arrive
    return None
