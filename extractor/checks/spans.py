"""In: sentences that tell when something began, when it ended and how long it took. Out: those that do not add up."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractor.checks.lengths import DAY, measure_misfit, read_length, subtract
from extractor.checks.reading import Clock, Reading
from extractor.checks.wording import quote, say_like
from extractor.model import Finding, Mention

_TOOK = re.compile(
    r"(?:\b(?:last(?:s|ed|ing)?|took|tak(?:es|ing)|total(?:s|ed|ing)?|spann?(?:s|ed|ing)|duration(?: (?:of|was))?:?"
    r"|after|for a total(?: time)? of|in all|an? [a-z]{3,10} of)|\()\s{0,2}"
    r"(?:(?:for|about|around|some|nearly|almost|over|just|approximately|a total of|exactly|more than|less than)\s)"
    r"{0,2}$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:end|until|till|to|conclud|finish|complet|stop|shut|cut|off|clos|came back|back)|^\s?[-–—]\s?$", re.IGNORECASE
)
_REACH = 40  # characters before a length that may tell what it is


def find_uneven_spans(reading: Reading) -> Iterator[Finding]:
    """Yield the lengths that the two clocks before them in the sentence do not have between them (``span``).

    ``began at 8:04 a.m. and ended at 2:34 p.m., lasting six hours and 30 minutes``.
    """
    text, clocks = reading.page.text, reading.clocks
    for mention in reading.mentions:
        if mention.label != "DURATION" or len(clocks) < 2:
            continue
        if not _TOOK.search(text[max(mention.start - _REACH, 0) : mention.start]):
            continue
        pair = _find_ends(reading, mention)
        length = read_length(mention) if pair else None
        if pair is None or length is None or length.seconds >= DAY:
            continue
        seconds, steps = subtract(pair[1].moment, pair[0].moment)
        misfit = measure_misfit(length, seconds % DAY, steps)
        if misfit is not None:
            first, last = (quote(reading.page, clock.start, clock.end) for clock in pair)
            yield Finding(
                "span",
                misfit,
                f"From “{first}” to “{last}” is {say_like(seconds % DAY, '')}, but the page says “{length.text}”.",
                (mention.id,),
                pair[0].evidence + pair[1].evidence,
            )


def _find_ends(reading: Reading, mention: Mention) -> tuple[Clock, Clock] | None:
    """Give the beginning and the end that a sentence tells before a length: its only two instants before it."""
    page = reading.page
    place = reading.find_sentence(mention.start)
    if place < 0:
        return None
    low = bisect_left(reading.clocks, page.sentences[place].start, key=lambda clock: clock.start)
    high = bisect_left(reading.clocks, mention.start, key=lambda clock: clock.start)
    clocks = _drop_seconds(reading.clocks[low:high])
    if len(clocks) != 2 or not _ENDED.search(page.text[clocks[0].end : clocks[1].start]):
        return None
    return clocks[0], clocks[1]


def _drop_seconds(clocks: Sequence[Clock]) -> list[Clock]:
    """Leave out the clocks that show an instant a second time."""
    kept: list[Clock] = []
    for clock in clocks:
        instant = clock.moment.utc or clock.moment.local
        if not any(abs((instant - (one.moment.utc or one.moment.local)).total_seconds()) % DAY < 60 for one in kept):
            kept.append(clock)
    return kept
