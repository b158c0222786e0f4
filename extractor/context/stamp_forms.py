"""In: a scene and one of its dates. Out: how surely the date is the day the page was written."""

import re

from extractor.context.scene import Item, Scene
from extractor.forms import join_forms
from extractor.model import Block

_BEFORE = re.compile(
    r"(?:\b"
    + join_forms(
        "updated?", "posted", "published", r"first\sprinted", r"last\sprinted", "modified", "refreshed", "revised",
        "reviewed", "dated", "filed", "touched", r"last\sedit(?:ed)?", r"last\sch(?:anged?|eck(?:ed)?)",
        r"current\sas\sof",
    )
    + r"(?:[\s\u00a0](?:on|at|by))?"
    r"(?:[\s\u00a0]{0,2}:?[\s\u00a0]{0,2}\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?(?:\s\(\d{3,4}\s[A-Z]{2,4}\))?,?)?[\s\u00a0]{0,2}[:=–—,-]?"
    r"|(?:^|\n|[|•*])[\s\u00a0]{0,4}(?:for\s(?:immediate\s)?)?(?:releas\w{1,3}|issued|sent|created|written|transmitted|printed|as\sof)"
    r"(?:\s(?:date|on|time))?[\s\u00a0]?[:=–—-])[\s\u00a0]{0,3}$",
    re.I,
)  # fmt: skip
_LABEL_ABOVE = re.compile(
    r"(?:^|\n)[\s\u00a0*_|]{0,6}(?:(?:date\s)?(?:published|posted|filed|issued|released)|(?:publication|release)?\s?date"
    r"|(?:last\s)?(?:updated|modified|revised))(?:\son)?[\s\u00a0]?:?[\s\u00a0]{1,8}(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?"
    r"(?:\s[A-Z]{2,4})?,?\s)?$",
    re.I,
)
"""A label on a line above, and the clock that may stand before the date."""
_BARE_DATE = re.compile(r"\W*date\W*", re.I)
"""A label that is the page's own only at its head: further down it dates what the page is about."""
_APPEARED = re.compile(
    r"\b(?:appeared|ran|published|printed|aired|posted|issued)\s(?:in|by|at|with)\s[^.;:\n]{3,50}?(?:,|\son|\sof|\sdated)\s$",
    re.I,
)
_ARTICLE = re.compile(
    r"\b(?:article|story|piece|report|item|dispatch|column|post|release|text)\s(?:was\s|had\s)?(?:(?:first|originally)\s)?"
    r"(?:appeared|ran|published|printed|posted|filed|issued|written)\b",
    re.I,
)
"""What says of the page itself when it came out, wherever it stands."""
_PUBLISHED = re.compile(
    r"\b(?:publi|post(?:ed|_)|filed|issued|released|dated|appeared|printed|ran\b|created)(?!.{0,50}(?:updat|modif|revis))",
    re.I,
)
_CHANGED = re.compile(r"\b(?:updated?|modified|revised|edited|changed)\b", re.I)
_UPDATE_ENTRY = re.compile(r"[\s>*\[(]{0,4}update[\s:,#\d-]{0,6}(?:on|of|at)?[\s(]{0,3}", re.I)
"""What opens an addition further down on a page, which has a day of its own."""
_ENTRY_TEXT = re.compile(r"[\s)\]]{0,2}[:.–—-][\s]{0,3}\S.{12}", re.S)
WIRE_STAMP = "date.wire-stamp"
_CELLS = re.compile(r"\t|[\s\u00a0]\|[\s\u00a0]")
_ACCESS = re.compile(r"\b(?:access[\s-]?date|accessed|retrieved|archived)(?:\s(?:on|from))?\s?[:=]?\s?$", re.I)
_DATELINE = re.compile(
    r"[\s_*]{0,4}(?:[A-Z][A-Z .’'/-]{2,40}(?:,\s(?:[A-Z][A-Za-z. ]{1,18}))?(?:\s\([\w\s/.-]{2,20}\))?[\s,:–—-]{1,4}"
    r"\(?)$"
)
_DATELINE_BEHIND = re.compile(
    r"\)?[\s\u00a0]{0,2}(?:\([\w\s/.-]{2,20}\)[\s\u00a0]{0,2})?(?:[:–—-]|/[A-Z])|\.?[\s\u00a0]{1,2}[/(][A-Z]"
    r"|,?[\s\u00a0][A-Z]\w{2,14}[\s\u00a0][–—-]{1,2}[\s\u00a0]"
)
_AGENCY_BEHIND = re.compile(
    r"[,.]?[\s\u00a0]{1,2}[(/]?(?:AP|UPI|Reuters?|REUTERS?|AFP|(?:Itar-|ITAR-)?T(?:ASS|ass)|XINHUA|Xinhua|Interfax|INTERFAX|Novosti|Kyodo|DPA|CNN)[)/]?"
    r"[\s\u00a0]?[-–—]"
)
_MIXED_PLACE = re.compile(r"(?:[\s_*]{0,8}\[Text\])?[\s_*]{0,8}[A-Z][\w.’' -]{2,40}(?:,\s[A-Z][A-Za-z. ]{1,18})?,?\s")
"""A dateline whose agency tells what it is, so that the town needs no capitals: ``Moscow, May 3 TASS -``."""
_SLUG = re.compile(r"(?:^|\s)(?:[01]\d|2[0-3]):?[0-5]\d(?:\s?[A-Z]{3,4})?,?[\s\u00a0]{1,2}$")
"""What stands before the day in the line that a wire heads its stories with: ``a228  0412 14 May 91``."""
_PLACE_BEFORE = re.compile(
    r"\s{0,8}[A-Z][\w.’'-]{2,20}(?:[\s\u00a0][A-Z][\w.’'-]{1,20}){0,2}(?:,\s[A-Z][\w. ]{1,20})?[,:]\s"
)
_PLACE_BEHIND = re.compile(
    r"[.,][\s\u00a0]{1,2}[A-Z][a-z.’'-]{2,20}(?:[\s\u00a0][A-Z][a-z.’'-]{1,20}){0,2}"
    r"(?:,[\s\u00a0][A-Z][A-Za-z. ]{1,25})?\.?"
)
"""The town behind the day at the head of a release: ``15 May 2007. Korolev, Moscow Region``."""
_EVENT = re.compile(
    r"launch|lift|land|dock|touch|splash|arriv|depart|start|end|return|roll|(?<!space)flight|flown|mission|burn|born|died|"
    r"entry|decay|capture|berth|crew|updat|edit|modif|expir|due|until|from",
    re.I,
)
"""What a date is the date of, where it is not the page's own."""
_HEADER_DATE = re.compile(
    r"[\s>*|]{0,4}(?:Date|Sent|(?:Date[\s_]?)?(?:Posted|Published)"
    r"|(?:Pub(?:lication|lish(?:ed)?)?|Release|Post(?:ing|ed)?|Created?)[\s_-]?(?:date|at|on|time))\s?:",
    re.I,
)
_ENTRY_DATE = re.compile(
    r"[\"']?(?:post|pub|publish|published|publication|created|updated|modified|last)?[\s_.-]?(?:date|on|at|mod|published|updated)?"
    r"[\s_.-]?(?:gmt|utc)?[\"']?\s?[:=]\s{0,3}[\"']?$",
    re.I,
)
"""A key of the metadata before a text, whose value is the day of the post."""
_FAR_RIGHT = re.compile(r"\S(?:\s{3,80}|\t{1,9}\s{0,9})$")
_CLOCK_AT_END = re.compile(r"[\s\u00a0,]{1,3}\d{1,2}:\d\d(?::\d\d)?[\s\u00a0]{0,3}")
_SEGMENT_BEFORE = re.compile(r"[|•·][\s\u00a0]{0,3}$")
_SEGMENT_BEHIND = re.compile(r"[\s\u00a0]{0,3}(?:[|•·\n]|$)")
_CLOCK_BEHIND = re.compile(
    r"[\s\u00a0,.–—-]{0,3}(?:(?:at\s)?\d{1,4}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?|\([A-Z]{2,4}\))?[\s.]{0,2}",
    re.I,
)
_SOURCE_BEHIND = re.compile(
    r"[\s\u00a0]{0,3}(?:[|•·]|/\s|(?:last\s)?updated\s|\((?:no|issue|vol|number|#)\b|[;,]?[\s\u00a0]{1,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[\s\u00a0])?"
    r"(?:[ap]m\scycle|bc\scycle|page\b|section\b|[\w\s]{2,24}\s(?:edition|final)\b))[^\n]{0,70}",
    re.I,
)
"""What a paper, a wire or a newsletter puts behind the day of an issue: its name, number, edition, page or cycle."""
_ISSUE_BEFORE = re.compile(r"(?:\bno|\bissue|\bvol(?:ume)?|\bnumber|#)\.?\s?\d{1,4}[\s\u00a0,.:|–—-]{1,62}$", re.I)
_REPORT_BEFORE = re.compile(
    r"[\w\s#:,.'’-]{0,50}\b(?:release|report|bulletin|advisory|newsletter|summary)s?(?:[\s:#]{1,3}[\w#.:/-]{1,14}){0,2}[\s,:(|–—-]{1,12}",
    re.I,
)
_WIRE_BEHIND = re.compile(r"[.)]?[\s\u00a0]{1,2}(?:[A-Z]{3,20}[\s,(]|[-–—]{1,2}\s)")
"""What follows a day that opens a story of the wire: a town in capitals, a dash."""
_AGENCY_BEFORE = re.compile(
    r"[\s*]{0,6}(?:(?:[Tt]he\s|THE\s|\()?(?:Associated\sPress|ASSOCIATED\sPRESS|United\sPress\sInternational|UNITED\sPRESS\sINTERNATIONAL"
    r"|Agence\sFrance[\s-]Presse|A[PF]P?|UPI|[RT]euters?|REUTERS?|X[Ii][Nn][Hh][Uu][Aa]|(?:I[Tt][Aa][Rr][\s-])?T[Aa][Ss][Ss]|I[Nn][Tt][Ee][Rr][Ff][Aa][Xx]"
    r"|RIA(?:\sNovosti)?|Kyodo(?:\sNews)?|PTI|IANS|ANI|DPA|CNN|BBC(?:\sNews)?|NPR|CBS(?:\sNews)?|NBC(?:\sNews)?|ABC(?:\sNews)?)\)?)"
    r"(?:[\s,:|–—-]{1,8}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6})?[\s,:|–—-]{1,12}$"
)
_POSTED_ON = re.compile(r"\b(?:posted|published|filed)\s(?:on|by\s[^\n]{2,30}?\son)\s$", re.I)
_TOLD = re.compile(r"[\s\u00a0](?!(?:pages?|edition|section|issue|by|vol|volume|number|final|and|to)\b)[a-z]{2,20}\b")
"""A word of prose right behind a date, which is then that of a sentence."""
_TOP_BLOCKS = 8
_FOOT_BLOCKS = 4
_HEAD_BLOCKS = 4
_TOP_CHARACTERS = 1200
_LONGEST_SOURCE = 70
"""Characters behind the date of an issue or a wire."""
SURE = 2
DATELINE = 3
"""From this rank on a date without its year is the page's own day all the same."""


def rank_stamp(scene: Scene, item: Item) -> int:
    """Say how surely a date is the page's own: 0 for not at all, 5 for a mail header."""
    block = scene.block_of(item)
    if block is None:
        return 0
    if item.candidate.rule == WIRE_STAMP:
        return 4
    if block.role == "header" and scene.text[0] in "-+":
        return 3 if _ENTRY_DATE.fullmatch(scene.text, block.start, item.start) else 0
    if block.role in ("header", "label_value") and _HEADER_DATE.match(scene.text, block.start, item.start):
        told = _PUBLISHED.search(scene.text, block.start, item.start)
        if block.role == "label_value" and not told and _is_inside(scene, item.block):
            return 0
        return 5 if block.role == "header" else SURE
    above = _LABEL_ABOVE.search(scene.text, max(0, item.start - 70), item.start) if item.block < _TOP_BLOCKS else None
    if above is not None and (item.block < _HEAD_BLOCKS or not _BARE_DATE.fullmatch(above[0])):
        return 3
    line = max(block.start, scene.text.rfind("\n", 0, item.start) + 1)
    before = scene.text[max(line, item.start - 70) : item.start]
    if item.block >= _HEAD_BLOCKS - 1 and _opens_addition(scene, item, before):
        return 0
    if _BEFORE.search(before) or _APPEARED.search(before):
        return SURE if is_at_head(item) or tells_of_story(scene, item) else SURE - 1
    if _ACCESS.search(before):
        return 1
    if item.block >= _TOP_BLOCKS or _heads_rows(scene, item.block):
        return 0
    return 3 if _is_alone(scene, item, before) else _rank_place(scene, item, block, before)


def _rank_place(scene: Scene, item: Item, block: Block, before: str) -> int:
    """Rank a date at the head of the page by where it stands: behind a place, at a line's end, in a dateline."""
    text = scene.text
    line_end = _line_end(scene, item, block)
    placed = _PLACE_BEFORE.fullmatch(before) and _CLOCK_BEHIND.fullmatch(text, item.end, line_end)
    if placed and not _EVENT.search(before):
        return 3
    line = text[item.end : line_end].rstrip()
    if not before.strip() and _PLACE_BEHIND.fullmatch(line) and not _EVENT.search(line):
        return 3
    if block.role == "title" and item.end >= block.end - 1:
        return 3
    if before.strip() and _is_dateline(text, item, before):
        return 4
    if item.block < _HEAD_BLOCKS and _SLUG.search(before) and not text[item.end : line_end].strip():
        return 0 if _EVENT.search(before) else 4
    if item.block >= _HEAD_BLOCKS or not _FAR_RIGHT.search(before) or _EVENT.search(before):
        return 0
    if item.candidate.rule == "date.iso":
        return 3 if _CLOCK_AT_END.fullmatch(text, item.end, line_end) else 0
    return 3 if item.end == line_end else 0


def _is_dateline(text: str, item: Item, before: str) -> bool:
    """Say whether a date stands between the town and the agency or the dash that open a story."""
    if _DATELINE.fullmatch(before) and _DATELINE_BEHIND.match(text, item.end):
        return True
    return _AGENCY_BEHIND.match(text, item.end) is not None and _MIXED_PLACE.fullmatch(before) is not None


def _opens_addition(scene: Scene, item: Item, before: str) -> bool:
    """Say whether a date opens what was added to a page later: ``UPDATE June 3: it flew``."""
    return _UPDATE_ENTRY.fullmatch(before) is not None and _ENTRY_TEXT.match(scene.text, item.end) is not None


def _is_inside(scene: Scene, index: int) -> bool:
    """Say whether a line stands under a heading inside the page: its date is that of what the heading names."""
    section = scene.page.blocks[index].section
    return section is not None and index >= _HEAD_BLOCKS and scene.page.blocks[section].role == "heading"


def _is_alone(scene: Scene, item: Item, before: str) -> bool:
    """Say whether a line holds nothing but a date, its clock, and who wrote or printed what stands below."""
    block = scene.block_of(item)
    if block is None:
        return False
    if _SEGMENT_BEFORE.search(before) and _SEGMENT_BEHIND.match(scene.text, item.end):
        return True
    end = _line_end(scene, item, block)
    sourced = _SOURCE_BEHIND.match(scene.text, item.end, end)
    if before.strip(" (") and _REPORT_BEFORE.fullmatch(before):
        return _CLOCK_BEHIND.fullmatch(scene.text[item.end : end].strip(") \r")) is not None
    if scene.text[item.end : item.end + 1] in (".", ")") and not before.strip(" ("):
        return _WIRE_BEHIND.match(scene.text, item.end) is not None
    if before.strip():
        named = _ISSUE_BEFORE.search(before) or _AGENCY_BEFORE.fullmatch(before)
        told = _TOLD.match(scene.text, item.end, end)
        return named is not None and told is None and end - item.end <= _LONGEST_SOURCE
    if sourced is not None and not _is_in_table(scene, item.block):
        return sourced.end() == end and not _EVENT.search(sourced[0].lower().replace("updated", ""))
    return _CLOCK_BEHIND.fullmatch(scene.text, item.end, block.end) is not None


def is_at_head(item: Item) -> bool:
    """Say whether an item stands at the head of the page."""
    return item.block < _TOP_BLOCKS or item.start < _TOP_CHARACTERS


def tells_of_story(scene: Scene, item: Item) -> bool:
    """Say whether a date is the day of a page wherever it stands: in what closes a story of the wire or a paper."""
    before = scene.text[max(0, item.start - 70) : item.start].rpartition("\n")[2]
    if item.candidate.rule == WIRE_STAMP or _ARTICLE.search(before) is not None:
        return True
    closing = item.block >= len(scene.page.blocks) - _FOOT_BLOCKS
    return closing and _POSTED_ON.search(before) is not None


def weigh_publication(scene: Scene, item: Item) -> int:
    """Say whether a stamp tells when the page came out (1), when it was last changed (-1), or neither (0)."""
    before = scene.text[max(0, item.start - 60) : item.start]
    before = before[max(before.rfind("|"), before.rfind(".\n")) + 1 :]
    if _PUBLISHED.search(before):
        return 1
    return -1 if _CHANGED.search(before) else 0


def _line_end(scene: Scene, item: Item, block: Block) -> int:
    """Give where the line that an item stands in ends."""
    end = scene.text.find("\n", item.end, block.end)
    return block.end if end < 0 else end


def _is_in_table(scene: Scene, index: int) -> bool:
    """Say whether a block is a row of cells, and another one stands above or below it."""
    blocks = scene.page.blocks
    if blocks[index].role not in ("table_row", "schedule"):
        return False
    others = [blocks[place] for place in (index - 1, index + 1) if 0 <= place < len(blocks)]
    return any(b.role == blocks[index].role and _CELLS.search(scene.text, b.start, b.end) for b in others)


def _heads_rows(scene: Scene, index: int) -> bool:
    """Say whether the rows of a schedule stand below a block."""
    blocks = scene.page.blocks
    return index + 1 < len(blocks) and blocks[index + 1].role == "schedule"
