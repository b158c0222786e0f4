"""In: a Page, its mentions and facts. Out: one Reading a page: its clocks with their zones and dates, and look-ups."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.checks.events import Event, is_floating, read_events, read_instant
from extractor.model import Evidence, Fact, Mention, Page
from extractor.values import Moment

LONGEST_GAP = 40
"""Characters that may stand between two parts of one expression: a clock and its zone, two clocks of one instant."""

_ZONE_GAP = re.compile(r"[ ,\n\[\]|]{0,3}\(?\[{0,2}")
_DATE_AFTER = re.compile(r"(?:,?\s|\s?\(|,)(?:on |of |the |this |that )?(?:the )?")
_DATE_BEFORE = re.compile(r"(?:,?[ \n]|,)(?:at |around |about |by |near )?(?:approximately )?|\s{1,2}(?:-|–|—)\s{1,2}")


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time of the page with the zone and the date that stand at it.

    ``start``/``end`` are the half-open characters of all three, ``moment`` is what the value says (see
    ``read_instant`` for one without a day).
    """

    time: Mention
    moment: Moment
    zone: Mention | None
    date: Mention | None
    start: int
    end: int

    @property
    def dated(self) -> bool:
        """Tell whether the day stands at the clock; one that was supplied may be wrong."""
        return self.date is not None and not is_floating(self.moment)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Give the ids of the mentions in reading order."""
        parts = [mention for mention in (self.date, self.time, self.zone) if mention is not None]
        return tuple(mention.id for mention in sorted(parts, key=lambda mention: mention.start))


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as the checks of time see it.

    ``mentions`` and ``clocks`` stand in reading order; ``events`` are the event facts that have a time; ``by_id``
    finds a mention that a fact names.
    """

    page: Page
    mentions: Sequence[Mention]
    facts: Sequence[Fact]
    clocks: Sequence[Clock]
    events: Sequence[Event]
    by_id: Mapping[str, Mention]

    def find_start(self, item: Evidence) -> int:
        """Give the character where a mention or span of evidence begins, -1 for an unknown mention."""
        if isinstance(item, tuple):
            return item[0]
        mention = self.by_id.get(item)
        return -1 if mention is None else mention.start

    def find_sentence(self, offset: int) -> int:
        """Give the index of the last sentence that begins at or before a character, -1 before the first."""
        return bisect_right(self.page.sentences, offset, key=lambda sentence: sentence.start) - 1

    def find_block(self, offset: int) -> int:
        """Give the index of the last block that begins at or before a character, -1 before the first."""
        return bisect_right(self.page.blocks, offset, key=lambda block: block.start) - 1


def read_page(page: Page, mentions: Sequence[Mention], facts: Sequence[Fact]) -> Reading:
    """Make the Reading of a page, once for all checks of time."""
    clocks = read_clocks(page.text, mentions)
    by_id = {mention.id: mention for mention in mentions}
    return Reading(page, mentions, facts, clocks, read_events(facts, by_id), by_id)


def read_clocks(text: str, mentions: Sequence[Mention]) -> list[Clock]:
    """Give the clock times, each with the zone and date beside it, in reading order."""
    near = [m for m in mentions if m.label in ("TIME", "TIMEZONE", "DATE")]
    clocks: list[Clock] = []
    taken: Mention | None = None  # the date that the clock before has already
    for index, mention in enumerate(near):
        if mention.label != "TIME" or not isinstance(mention.value, str):
            continue
        moment = read_instant(mention.value)
        if moment is None:
            continue
        start, (zone, date, end) = mention.start, _read_behind(text, mention, near[index + 1 : index + 3])
        before = near[index - 1] if index else None
        if date is None and before is not None and before.label == "DATE" and before is not taken:
            gap = text[before.end : mention.start]
            if len(gap) <= LONGEST_GAP and _DATE_BEFORE.fullmatch(gap):
                date, start = before, before.start
        taken = date
        clocks.append(Clock(mention, moment, zone, date, start, end))
    return clocks


def _read_behind(text: str, mention: Mention, behind: Sequence[Mention]) -> tuple[Mention | None, Mention | None, int]:
    """Give the zone and the date that stand behind a clock time, and where the last of them ends."""
    zone: Mention | None = None
    end = mention.end
    for after in behind:
        gap = text[end : after.start] if after.start - end <= LONGEST_GAP else "far"
        if after.label == "TIMEZONE" and zone is None and _ZONE_GAP.fullmatch(gap):
            zone, end = after, after.end
        elif after.label == "DATE" and _DATE_AFTER.fullmatch(gap):
            opened = "(" in gap and text[after.end : after.end + 1] != ")"  # what follows belongs to the next clock
            return (zone, None, end) if opened else (zone, after, after.end)
        else:
            break
    return zone, None, end
