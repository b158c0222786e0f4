"""In: the label lines of a page. Out: the designations that they give."""

import re
from collections.abc import Iterator, Sequence

from extractor.facts.claims import LABELLED, Claim
from extractor.facts.designation_values import LABELS, LOOSE, READERS, read_craft
from extractor.facts.reading import Reading
from extractor.facts.tables import load_tables
from extractor.model import Block
from extractor.vocabulary import list_words, split_words

_DATA = load_tables("designation")
_NOISE = frozenset(_DATA["label_noise"]["words"].split())
_CRAFT_LABELS = frozenset(list_words(label) for label in _DATA["craft"]["labels"])
_NO_NEIGHBOURS = frozenset(_DATA["no_neighbours"]["words"].split())
_WORD = re.compile(r"[^\W_]{1,24}")
_FIRST_WORDS = {label[0] for label in (*LABELS, *_CRAFT_LABELS)} | _NOISE | {"next", "previous"}
_ALONE = frozenset({"heading", "table_row", "label_value", "paragraph"})
_LONGEST_ALONE, _LONGEST_BELOW = 40, 80  # characters of a label alone on its line, and of what it labels
_NEXT_LINE = 12  # characters
_BARE = re.compile(r"[\s*•·–—-]{0,4}\d{5}")
"""A catalogue number alone on its line, among other names."""
_INLINE = re.compile(r"[.;|·]\s{1,3}(?=[A-Z][\w’' -]{2,30}:\s)")
_LONGEST_RUN = 1_000  # characters of a line of labels and values
_LONGEST_RUN_ON = 36  # characters of a label behind another one's value
_LONGEST_VALUE = 200
_NUMBERS = frozenset({("vehicle", "no"), ("vehicle", "number"), ("serial", "no"), ("serial", "number"), ("serial",)})
_LISTS = frozenset(label for label, scheme in LABELS.items() if scheme == "other_names")
_LAUNCHER_NUMBER = ("launch", "vehicle", "number")
_MOST_WORDS = 6
_HEAD = re.compile(r"[\s|!*•·>–—-]{0,8}")
_SEPARATOR = re.compile(
    r"\.?(?:\s?№)?(?:\s?\([^)\n]{1,30}\))?\s{0,30}(?:[:=]|\t|\|{1,2}|\.{2,60}|\s{2,40}|[–—-](?=\s))[\s.:|]{0,40}"
)
_MARK = re.compile(r"[:=\t|]|\.\.|\s\s|[–—-]\s")
_MARK_REACH = 110  # a label of 64 characters with its bracket
_FLAT_ROLES = frozenset({"table_row", "label_value"})
"""The roles of lines whose label may have no mark behind it."""
_FLAT = re.compile(r"\s(?=[A-Z\d\"“\u0410-\u042f])")
_FLAT_WORDS = frozenset({"callsign"})
"""Labels of one word that label nothing else."""
_DOCKED_AT = re.compile(
    r"\((?:to |at )?(?P<port>(?:Mir|Salyut \d|Skylab|Zvezda|Zarya|Pirs|Poisk|Rassvet|Nauka|Prichal|Kvant(?:-\d)?"
    r"|Kristall|Harmony|Unity|Node \d|PMA-\d)(?:[ ,/-]{1,2}(?:front|forward|rear|aft|nadir|zenith|side)(?: port)?)?"
    r"|(?:front|forward|rear|aft) port)\)"
)
_MOMENTS = frozenset({"DATE", "TIME", "TIMEZONE"})
_SITE = re.compile(
    r"\)?[,;] (?:[Rr]unway \d\d[LRC]?,? (?:at |on )?(?:the )?)?"
    r"(?P<site>[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{0,20}){0,4})(?=[,.])"
)
"""The place behind the time of a landing that text goes on from: ``3 May 2031, Runway 17, Elm AFB, Calif``."""
_WIKI = re.compile(r"\[\[(?:[^\]|\n]{1,80}\|)?|\{\{[^}\n]{1,60}\|(?=[^|}\n]{1,60}\}\})|'{2,3}|[\"“‘_]")
_STOP = re.compile(r"\]\]|\}\}|'{2,3}|<|[\"”’_](?=[\s,;.)]|$)|\n|;|\s\||$")


def read_labels(reading: Reading) -> Iterator[Claim]:
    """Read the label lines of the page: ``Launch site: X``, ``Previous mission .... Y``, ``| SATCAT = 1``."""
    text = reading.page.text
    launcher = False
    yield from _read_alone(reading)
    for block in reading.page.blocks:
        if block.role in {"quote", "boilerplate", "footer", "category", "reference", "header", "caption"}:
            continue
        starts = [block.start]
        if text.find(": ", block.start, block.end) > 0:
            inline = {mark.end() for mark in _INLINE.finditer(text, block.start, block.end)}
            starts += sorted(inline | set(_list_run_on(text, block)))
        ends = [*(start for start in starts[1:]), block.end]
        for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
            found = _match_label(text, start, end, "" if index else block.role)
            if found is not None:
                label = _LAUNCHER_NUMBER if found[0] in _NUMBERS and launcher else found[0]
                launcher = LABELS.get(label) == "launch_vehicle"
                yield from _read_bracket(text, label, start, found[1])
                yield from _read_value(reading, label, _skip_marks(text, found[1]), end)


def _list_run_on(text: str, block: Block) -> Iterator[int]:
    """List where labels of several words begin that follow a value with nothing between: ``X Launch Vehicle: Y``."""
    if block.end - block.start > _LONGEST_RUN:
        return  # prose with its colons
    colon = text.find(": ", block.start, block.end)
    while (colon := text.find(": ", colon + 1, block.end)) > 0:
        low = max(block.start, colon - _LONGEST_RUN_ON)
        words = split_words(text[low:colon])
        for size in range(min(len(words), _MOST_WORDS), 1, -1):
            start = low + words[-size][0]
            if tuple(word for _, _, word in words[-size:]) in LABELS and text[start].isupper():
                yield start
                break


def _read_bracket(text: str, label: tuple[str, ...], start: int, end: int) -> Iterator[Claim]:
    """Read the port in brackets behind the label of a docking: ``Docking (Mir, front): 4 Dec 1990``."""
    if LABELS.get(label) == "docking_port":
        found = _DOCKED_AT.search(text, start, end)
        if found:
            yield Claim("docking_port", *found.span("port"), LABELLED, "designation.label.docking_port")


def _read_alone(reading: Reading) -> Iterator[Claim]:
    """Read the labels that stand on a line of their own, with what they label in the lines below."""
    text, blocks = reading.page.text, reading.page.blocks
    for index, block in enumerate(blocks[:-1]):
        if block.end - block.start > _LONGEST_ALONE or block.role not in _ALONE:
            continue
        first = _WORD.match(text, block.start, block.end)
        if first is None or first.group().lower() not in _FIRST_WORDS:
            continue
        label = _know_label(list_words(text[block.start : block.end]))
        if label is None or label not in LABELS:
            continue
        if label in LOOSE:
            yield from _read_landed(reading, label, blocks[index + 1])
            continue
        for below in _list_below(text, blocks, index, label in _LISTS):
            head = _HEAD.match(text, below.start, below.end)
            start = head.end() if head else below.start
            if below.end - start <= _LONGEST_BELOW and text[below.end - 1] not in ".:":
                yield from _read_value(reading, label, start, below.end)


def _read_landed(reading: Reading, label: tuple[str, ...], below: Block) -> Iterator[Claim]:
    """Read the place behind the time that the text below a label of a landing opens with."""
    text, at = reading.page.text, below.start
    for mention in reading.mentions_in(below.start, below.end) if LABELS[label] == "landing_site" else ():
        if mention.label not in _MOMENTS or text[at : mention.start].strip(" ,("):
            break
        at = mention.end
    place = _SITE.match(text, at, below.end) if at > below.start else None
    if place is not None:
        yield Claim("landing_site", *place.span("site"), LABELLED, "designation.label.landing_site", "actual")


def _list_below(text: str, blocks: Sequence[Block], index: int, many: bool) -> Iterator[Block]:
    """List the line right below a label, or the items of the list there."""
    below = blocks[index + 1]
    if below.start - blocks[index].end > _NEXT_LINE:
        return
    yield below
    while many and index + 2 < len(blocks):
        index += 1
        further = blocks[index + 1]
        listed = below.role == further.role == "list_item"
        if not listed and not (
            further.start - below.end <= _NEXT_LINE and _BARE.fullmatch(text, further.start, further.end)
        ):
            return
        below = further
        yield below


def _read_value(reading: Reading, label: tuple[str, ...], start: int, limit: int) -> Iterator[Claim]:
    """Read what stands behind a label up to its end: a closing mark, or where the line ends."""
    text = reading.page.text
    stop = _STOP.search(text, start, limit) if label not in _LISTS else None
    end = stop.start() if stop else limit
    scheme = LABELS.get(label)
    if scheme is None:
        yield from read_craft(text, start, limit)
    elif start < end and end - start < _LONGEST_VALUE:
        if scheme == "landing_site":
            start = _skip_moment(reading, start, end)
        yield from READERS[scheme](text, start, end, label)


def _skip_moment(reading: Reading, start: int, end: int) -> int:
    """Skip the dates and times that stand before a place: ``Landing: May 2, 1992, 13:57 UTC, Edwards``."""
    moments = [m for m in reading.mentions_in(start, end) if m.label in _MOMENTS]
    if not moments or moments[0].start > start + 1:
        return start
    at = moments[-1].end
    while at < end and reading.page.text[at] in " ,;)(-–—at":
        at += 1
    return at if at < end and at > start else start


def _match_label(text: str, begin: int, limit: int, role: str) -> tuple[tuple[str, ...], int] | None:
    """Match the label that opens a line; gives its words and where its value begins.

    ``role`` is the block's, or empty where a label within a line must have its colon.
    """
    head = _HEAD.match(text, begin, limit)
    start = head.end() if head else begin
    first_word = _WORD.match(text, start, limit)
    if first_word is None or first_word.group().lower() not in _FIRST_WORDS:
        return None
    if role not in _FLAT_ROLES and not _MARK.search(text, start, min(limit, start + _MARK_REACH)):
        return None
    words = split_words(text[start : min(limit, start + 64)])[:_MOST_WORDS]
    skip = 0
    while skip < len(words) - 1 and words[skip][2] in _NOISE:
        skip += 1
    for first in dict.fromkeys((0, skip)):
        for last in range(len(words), first, -1):
            label = _know_label(tuple(word for _, _, word in words[first:last]))
            if label is None:
                continue
            end = start + words[last - 1][1]
            if ":" in text[start + words[first][0] : end]:
                continue
            separator = _SEPARATOR.match(text, end, limit)
            if separator and (role or ":" in separator.group()):
                return label, separator.end()
            flat = _FLAT.match(text, end, limit)
            said = last - first == len(label) and label not in LOOSE and label[-1] == words[last - 1][2]
            if flat and role in _FLAT_ROLES and (len(label) > 1 or label[0] in _FLAT_WORDS) and said:
                return label, flat.end()
    return None


def _know_label(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Give the label that words are, or ``None``; ``Previous ATV`` is one as ``Previous mission`` is."""
    if words in LABELS or words in _CRAFT_LABELS:
        return words
    if len(words) == 2 and words[0] in {"previous", "next"} and words[1] not in _NO_NEIGHBOURS:
        return words[0], "mission"
    return None


def _skip_marks(text: str, at: int) -> int:
    while found := _WIKI.match(text, at):
        if found.end() == at:
            break
        at = found.end()
    return at
