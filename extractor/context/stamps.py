"""In: a scene. Out: the day the page was written, where it says so: mail header, dateline, "updated", access date."""

import re
from dataclasses import dataclass
from datetime import date

from extractor.context.scene import Item, Scene
from extractor.context.tense import FUTURE
from extractor.context.years import expand_year
from extractor.mentions.partial import PartialDate
from extractor.mentions.rules import Candidate
from extractor.model import Block

_BEFORE = re.compile(
    r"(?:\b(?:updated?|posted|published|(?:first|last)\sprinted|modified|refreshed|revised|reviewed|dated|filed|touched"
    r"|last\sedit(?:ed)?|last\sch(?:anged?|eck(?:ed)?)|current\sas\sof)(?:[\s\u00a0](?:on|at|by))?[\s\u00a0]{0,2}[:=–—,-]?"
    r"|(?:^|\n|[|•*])[\s\u00a0]{0,4}(?:for\s(?:immediate\s)?)?(?:releas\w{1,3}|issued|sent|created|written|transmitted|printed|as\sof)"
    r"(?:\s(?:date|on|time))?[\s\u00a0]?[:=–—-])[\s\u00a0]{0,3}$",
    re.I,
)
_LABEL_ABOVE = re.compile(
    r"(?:^|\n)[\s\u00a0*_|]{0,6}(?:(?:date\s)?(?:published|posted|filed|issued|released)|(?:publication|release)?\s?date"
    r"|(?:last\s)?(?:updated|modified|revised))(?:\son)?[\s\u00a0]?:?[\s\u00a0]{1,8}(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?"
    r"(?:\s[A-Z]{2,4})?,?\s)?$",
    re.I,
)
"""A label on a line above, and the clock that may stand before the date."""
_ACCESS = re.compile(r"\b(?:access[\s-]?date|accessed|retrieved|archived)(?:\s(?:on|from))?\s?[:=]?\s?$", re.I)
_DATELINE = re.compile(
    r"[\s_*]{0,4}(?:[A-Z][A-Z .’'/-]{2,40}(?:,\s(?:[A-Z][A-Za-z. ]{1,18}))?(?:\s\([\w\s/.-]{2,20}\))?[\s,:–—-]{1,4})$"
)
_DATELINE_BEHIND = re.compile(
    r"[\s\u00a0]{0,2}(?:\([\w\s/.-]{2,20}\)[\s\u00a0]{0,2})?(?:[:–—-]|/[A-Z])|\.?[\s\u00a0]{1,2}[/(][A-Z]"
)
_PLACE_BEFORE = re.compile(
    r"\s{0,8}[A-Z][\w.’'-]{2,20}(?:[\s\u00a0][A-Z][\w.’'-]{1,20}){0,2}(?:,\s[A-Z][\w. ]{1,20})?[,:]\s"
)
_EVENT = re.compile(
    r"launch|lift|land|dock|touch|splash|arriv|depart|start|end|return|roll|flight|flown|mission|burn|born|died|"
    r"entry|decay|capture|berth|crew|updat|edit|modif|expir|due|until|from",
    re.I,
)
"""What a date is the date of, where it is not the page's own."""
_HEADER_DATE = re.compile(
    r"[\s>*|]{0,4}(?:Date|Sent|Posted|Date\sposted|(?:Publication|Release|Posting)\sdate|Published)\s?:", re.I
)
_ENTRY_DATE = re.compile(
    r"[\"']?(?:post|pub|publish|published|publication|created|updated|modified|last)?[\s_.-]?(?:date|on|at|mod|published|updated)?"
    r"[\s_.-]?(?:gmt|utc)?[\"']?\s?[:=]\s{0,3}[\"']?$",
    re.I,
)
"""A key of the metadata before a text, whose value is the day of the post."""
_FAR_RIGHT = re.compile(r"\S(?:\s{3,80}|\t{1,9}\s{0,9})$")
_SEGMENT_BEFORE = re.compile(r"[|•·][\s\u00a0]{0,3}$")
_SEGMENT_BEHIND = re.compile(r"[\s\u00a0]{0,3}(?:[|•·\n]|$)")
_CLOCK_BEHIND = re.compile(
    r"[\s\u00a0,.–—-]{0,3}(?:(?:at\s)?\d{1,4}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?|\([A-Z]{2,4}\))?[\s.]{0,2}",
    re.I,
)
_OPENING = re.compile(r"(?:^|[.!?\n]\s)(?:In|By)\s$")
_TOP_BLOCKS = 8
_HEAD_BLOCKS = 4
_TOP_CHARACTERS = 1200
_FRESH_DAYS = 400
_RECENT_DAYS = 14
_SURE = 2
DATELINE = 3
"""From this rank on a date without its year is the page's own day all the same."""
_DAILY = re.compile(
    r"\b(?:status\sreport|daily|bulletin|sitrep|on-orbit\s(?:status|summary)|situation\sreport)\b", re.I
)
_TITLE = 300


@dataclass(frozen=True, slots=True)
class Stamp:
    """The page's own day and the date that says it; ``top`` where it stands at the head of the page."""

    day: date
    item: Item
    top: bool
    rank: int = 5
    """How surely the date is the page's own: from 1 for an access date to 5 for a mail header."""


def find_stamp(scene: Scene) -> Stamp | None:
    """Find the day a page was written or last changed.

    A mail header counts most, then a dateline or a date alone at the head, then a date behind ``updated`` and the
    like, then the last date on which a reference was looked up. A day that the caller knows comes before all.
    """
    if scene.reference is not None:
        return _take_reference(scene.reference)
    best: tuple[int, date, Item] | None = None
    for item in scene.dates:
        parts = item.candidate.parts
        if parts.unit not in ("day", "month") or parts.until or parts.deixis or None in (parts.year, parts.month):
            continue
        rank = rank_stamp(scene, item)
        item.apart = item.apart or 0 < rank < DATELINE
        if rank == 0 or parts.day is None or (best is not None and rank < best[0]):
            continue
        day = _read_day(scene, parts)
        if day is not None and (best is None or rank > best[0] or (rank < DATELINE and day > best[1])):
            best = rank, day, item
    if best is None:
        return None
    rank, day, item = best
    item.apart = True
    closing = item.candidate.rule == "date.wire-stamp"
    top = rank >= _SURE and (closing or item.block < _TOP_BLOCKS or item.start < _TOP_CHARACTERS)
    return Stamp(day, item, top, rank)


def _take_reference(day: date) -> Stamp:
    parts = PartialDate("day", day.year, day.month, day.day)
    return Stamp(day, Item(Candidate(0, 0, "DATE", "reference", parts), 0, 0, True), True)


def _read_day(scene: Scene, parts: PartialDate) -> date | None:
    year = expand_year(parts.year or 0, scene.years) if parts.short_year else parts.year
    month, day = parts.month, parts.day
    if parts.swapped and scene.month_first is False:
        month, day = parts.swapped
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def rank_stamp(scene: Scene, item: Item) -> int:
    """Say how surely a date is the page's own: 0 for not at all, 5 for a mail header."""
    block = scene.block_of(item)
    if block is None:
        return 0
    if item.candidate.rule == "date.wire-stamp":
        return 4
    if block.role == "header" and scene.text[0] in "-+":
        return 3 if _ENTRY_DATE.fullmatch(scene.text, block.start, item.start) else 0
    if block.role in ("header", "label_value") and _HEADER_DATE.match(scene.text, block.start, item.start):
        if block.role == "label_value" and _is_inside(scene, item.block):
            return 0
        return 5 if block.role == "header" else _SURE
    if item.block < _TOP_BLOCKS and _LABEL_ABOVE.search(scene.text, max(0, item.start - 70), item.start):
        return 3
    line = max(block.start, scene.text.rfind("\n", 0, item.start) + 1)
    before = scene.text[max(line, item.start - 70) : item.start]
    if _BEFORE.search(before):
        return _SURE if item.block < _TOP_BLOCKS or item.start < _TOP_CHARACTERS else _SURE - 1
    if _ACCESS.search(before):
        return 1
    if item.block >= _TOP_BLOCKS or _heads_rows(scene, item.block):
        return 0
    return _rank_place(scene, item, block, before)


def _rank_place(scene: Scene, item: Item, block: Block, before: str) -> int:
    """Rank a date at the head of the page by where it stands: alone, behind a place, at a line's end, in a dateline."""
    text = scene.text
    alone = _SEGMENT_BEFORE.search(before) and _SEGMENT_BEHIND.match(text, item.end)
    if alone or (not before.strip() and _CLOCK_BEHIND.fullmatch(text, item.end, block.end)):
        return 3
    line_end = _line_end(scene, item, block)
    placed = _PLACE_BEFORE.fullmatch(before) and _CLOCK_BEHIND.fullmatch(text, item.end, line_end)
    if placed and not _EVENT.search(before):
        return 3
    if block.role == "title" and item.end >= block.end - 1:
        return 3
    if before.strip() and _DATELINE.fullmatch(before) and _DATELINE_BEHIND.match(text, item.end):
        return 4
    right = item.end == line_end and item.block < _HEAD_BLOCKS and _FAR_RIGHT.search(before)
    return 3 if right and item.candidate.rule != "date.iso" and not _EVENT.search(before) else 0


def _is_inside(scene: Scene, index: int) -> bool:
    """Say whether a line stands under a heading inside the page: its date is that of what the heading names."""
    section = scene.page.blocks[index].section
    return section is not None and index >= _HEAD_BLOCKS and scene.page.blocks[section].role == "heading"


def _line_end(scene: Scene, item: Item, block: Block) -> int:
    """Give where the line that an item stands in ends."""
    end = scene.text.find("\n", item.end, block.end)
    return block.end if end < 0 else end


def _heads_rows(scene: Scene, index: int) -> bool:
    """Say whether the rows of a schedule stand below a block."""
    blocks = scene.page.blocks
    return index + 1 < len(blocks) and blocks[index + 1].role == "schedule"


def is_news(stamp: Stamp, scene: Scene) -> bool:
    """Say whether the page speaks of its own days: of its dates with a year one lies near its stamp, or most have none.

    A dated retrospect of other years does not, and dates without a year are then not near its stamp either.
    """
    if stamp.rank > DATELINE:
        return scene.reference is None or _is_mostly_near(scene, stamp.day)
    others = [
        parts
        for item in scene.dates
        if item is not stamp.item
        and not item.apart
        and (parts := item.candidate.parts).year is not None
        and not parts.short_year
        and parts.month is not None
    ]
    near = sum(abs((date(p.year, p.month, 15) - stamp.day).days) <= _FRESH_DAYS for p in others if 1 <= p.year <= 9999)
    yearless = sum(item.candidate.parts.year is None and item.candidate.parts.day is not None for item in scene.dates)
    return near > 0 or 2 * len(others) <= yearless


def _is_mostly_near(scene: Scene, day: date) -> bool:
    """Say whether at least half of the page's years, of full dates and of sentences that open with one, lie near."""
    years = [
        item.candidate.parts.year
        for item in scene.dates
        if item.candidate.parts.year is not None
        and not item.candidate.parts.short_year
        and (item.candidate.parts.month is not None or _OPENING.search(scene.text, max(0, item.start - 6), item.start))
    ]
    near = [year for year in years if abs(year - day.year) <= 1]
    return 2 * len(near) >= len(years)


def is_recent(stamp: Stamp, day: date | None) -> bool:
    """Say whether a day of the narrative is so near the stamp that weekdays are counted from the stamp."""
    return day is not None and abs((day - stamp.day).days) <= _RECENT_DAYS


def is_daily(stamp: Stamp, scene: Scene) -> bool:
    """Say whether the page is a report of its day, whose bare clocks are of that day."""
    return stamp.top and _DAILY.search(scene.text, 0, _TITLE) is not None


def guess_year(scene: Scene, item: Item) -> date | None:
    """Give the day of a dateline that leaves out its year: in the latest year of the page that fits.

    The weekday that the story names first is the day of the dateline or the day before; a day that the story
    expects lies behind it.
    """
    if not scene.years:
        return None
    latest = max(scene.years)
    parts = item.candidate.parts
    named = next((i.candidate.parts.weekday for i in scene.dates if i.candidate.parts.unit == "weekday"), None)
    expected = [
        day
        for other in scene.dates
        if other.candidate.parts.year == latest and other.date is not None and (day := other.date.to_day()) is not None
        and FUTURE.search(scene.clause_text(other))
    ]  # fmt: skip
    days = [day for year in (latest, latest - 1, latest + 1) if (day := _make_day(year, parts)) is not None]
    if named is not None:
        days = [day for day in days if (day.isoweekday() - named) % 7 <= 1] or days
    return next((day for day in days if not expected or day <= max(expected)), None)


def _make_day(year: int, parts: PartialDate) -> date | None:
    try:
        return date(year, parts.month or 0, parts.day or 0)
    except ValueError:
        return None
