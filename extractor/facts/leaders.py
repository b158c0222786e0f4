"""In: a sentence that names a time and no event. Out: the words before it that lead to it: a question, a label."""

import re
from bisect import bisect_left
from operator import attrgetter

from extractor.facts.cues import PAST
from extractor.facts.plan_words import FUTURE
from extractor.facts.reading import Reading
from extractor.model import PUBLISHED, Block, Sentence

_WORD = re.compile(r"[^\W\d_]{3,}")
LISTED = frozenset({"flyby", "spacewalk_start", "orbit_change"})
"""The events that tables list under their name."""

_LONGEST_LEADER = 90  # characters of a paragraph that a time below it ends
_LONGEST_HEAD = 50  # characters
_LONGEST_LABEL = 3  # words
_PLAIN = re.compile(
    r"\W{0,4}(?:(?:local|planned|scheduled|actual) )?(?:date|time|when|day|UTC|GMT|UT)"
    r"(?:(?: and |/| & | )time| of day)?(?: \([A-Za-z ]{2,12}\))?\W{0,8}",
    re.I,
)
_SAID_OF_TIME = frozenset({"DATE", "TIME", "TIMEZONE"})
_TAIL = re.compile(r"\)?[,;]\s\S|\s\(")
_LABEL = re.compile(r"[A-Z][\w/&-]{2,20}(?: [\w/&()-]{1,20}){0,3}:?")
_ONE_OR_TWO = re.compile(r"[A-Z][a-z-]{2,14}(?: [A-Za-z-]{2,14})?:?")
_LABELS_DOWN = 4  # blocks from a label down to the text on what it is of
_LINES_UP = 5  # blocks from a plain label up to the line that heads it
FEWEST_ENTRIES = 2  # headed by a clock time, which make a log
_TRAIL = re.compile(r"\s{0,4}(?:Home|News|Media|Press|Main)(?: [A-Z]\w{2,12})?\s{1,3}[/|>»›•·]\s")
"""The trail of links at the head of a page: ``Home / News``."""
_LOOK_BACK = 8  # lines of bare times that may stand under one leader


def find_leader(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Give the question that a sentence answers, or what stands above a line that holds nothing but a time."""
    text = reading.page.text
    end = sentence.start
    while end and text[end - 1].isspace():
        end -= 1
    if text[end - 1 : end] == "?":
        return reading.sentence_at(end - 1)
    if not _is_bare(reading, sentence.start, sentence.end):
        return _find_label(reading, sentence)
    clock = any(mention.label == "TIME" for mention in reading.mentions_in(sentence.start, sentence.end))
    for block in reversed(reading.page.blocks[max(0, sentence.block - _LOOK_BACK) : sentence.block]):
        if _is_bare(reading, block.start, block.end):
            continue
        timed = reading.is_timed(block.start, block.end)
        if timed and not (clock and block.role == "paragraph"):
            return None  # the line is the head of what follows
        head = clock and (block.role == "title" or _is_stamp(reading, sentence))
        if head and len(_WORD.findall(text, block.start, block.end)) > _LONGEST_LABEL:
            return None  # a headline, and when it was posted
        if _TRAIL.match(text, block.start):
            return None
        if block.role == "paragraph" and block.end - block.start > _LONGEST_LEADER and text[block.end - 1] in '.!”"':
            return None
        return reading.sentence_at(block.end - 1)
    return None


def _is_stamp(reading: Reading, sentence: Sentence) -> bool:
    """Say that a line is the day and hour at which the page came out."""
    times = reading.mentions_in(sentence.start, sentence.end)
    return any(origin.rule == PUBLISHED for mention in times for origin in mention.origins)


def _find_label(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Give the label right above a value that opens with a time and goes on behind a comma: where it took place."""
    text, blocks = reading.page.text, reading.page.blocks
    if not sentence.block or sentence.start != blocks[sentence.block].start:
        return None
    label, place = blocks[sentence.block - 1], sentence.start
    if label.end - label.start > _LONGEST_HEAD or reading.mentions_in(label.start, label.end):
        return None
    for mention in reading.mentions_in(sentence.start, sentence.end):
        if mention.label not in _SAID_OF_TIME or _WORD.search(text, place, mention.start):
            break
        place = max(place, mention.end)
    opens = place > sentence.start and _TAIL.match(text, place)
    return reading.sentence_at(label.start) if opens and _LABEL.fullmatch(text, label.start, label.end) else None


def find_entry(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Give what a line with nothing but a clock time heads, as the entries of a running log are headed by theirs."""
    blocks = reading.page.blocks
    block = blocks[sentence.block]
    if sentence.block + 1 >= len(blocks) or sentence.start != block.start or block.end - block.start > _LONGEST_HEAD:
        return None
    below = blocks[sentence.block + 1]
    if below.role != "paragraph" or reading.page.text[below.end - 1] not in '.!?”")':
        return None
    clock = any(mention.label == "TIME" for mention in reading.mentions_in(block.start, block.end))
    return reading.sentence_at(below.start) if clock and _is_bare(reading, block.start, block.end) else None


def find_head(reading: Reading, row: Sentence) -> Sentence | None:
    """Give the short heading above a row, where it names no time itself; of plain labels also the line above."""
    block = reading.page.blocks[row.block]
    head = _find_line_above(reading, row.block) or reading.heading_of(block)
    if head is None or head.end - head.start > _LONGEST_HEAD or reading.mentions_in(head.start, head.end):
        return None
    return reading.sentence_at(head.start)


def _find_label_end(text: str, block: Block) -> int:
    """Give where the label of a row ends, which a tab may part from its value; 0 where it has none."""
    return block.label[1] if block.label else max(0, text.find("\t", block.start, block.end))


def _find_line_above(reading: Reading, place: int) -> Block | None:
    """Give the line of a word or two above the labels of which a plain one is: ``Launch`` above ``Date: 3 May``."""
    blocks, text = reading.page.blocks, reading.page.text
    label = _find_label_end(text, blocks[place])
    if not label or not is_plain_label(text[blocks[place].start : label]):
        return None
    for block in reversed(blocks[max(0, place - _LINES_UP) : place]):
        if not _find_label_end(text, block):
            short = block.role == "table_row" and _ONE_OR_TWO.fullmatch(text, block.start, block.end)
            return block if short else None
    return None


def is_plain_label(label: str) -> bool:
    """Say that a row's label says no more than that a time follows."""
    return _PLAIN.fullmatch(label) is not None


def _is_bare(reading: Reading, start: int, end: int) -> bool:
    """Say that a span holds mentions and no other words."""
    place = start
    for mention in reading.mentions_in(start, end):
        if _WORD.search(reading.page.text, place, mention.start):
            return False
        place = max(place, mention.end)
    return place > start and _WORD.search(reading.page.text, place, end) is None


def is_promised_below(reading: Reading, row: Block) -> bool:
    """Say that the text which the labels of a launch lead to tells of what is to come: ``Crew-30 will bring``."""
    if not row.label:
        return False
    text, blocks = reading.page.text, reading.page.blocks
    place = bisect_left(blocks, row.start, key=attrgetter("start"))
    told = next((block for block in blocks[place + 1 : place + _LABELS_DOWN] if not block.label), None)
    if told is None or told.role in {"title", "heading"} or text[told.end - 1] not in ".])":
        return False
    sentence = reading.sentence_at(told.start)
    span = (told.start, sentence.end if sentence else told.end)
    return FUTURE.search(text, *span) is not None and PAST.search(text, *span) is None
