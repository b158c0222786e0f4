"""In: the characters of one block. Out: its role, told from its own form and the section it stands in."""

import re
from dataclasses import dataclass

_HEADER = re.compile(
    r"(?:From|To|Cc|Subject|Date|Newsgroups|Message-ID|Organization|Reply-To|Sender|Received|Path|Lines|Approved"
    r"|Article|References|Content-Type|X-[\w-]+|Sent|Posted|Distribution|Keywords|Followup-To): ?\S"
)
_LIST_ITEM = re.compile(r"(?:[-*•·–—▪‣◦]\s{1,5}|\d{1,2}[.)]\s{1,5}|\([a-z\d]{1,2}\)\s)\S")
_SCHEDULE = re.compile(
    r"(?:\d{1,2}(?:[:.]\d\d){1,2}|\d{1,2}(?=\s?[ap]\.?m)|\d{4})(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5})?\s{0,3}[–—|:-]{1,2}\s"
    r"|(?:\d{1,2}:\d\d(?::\d\d)?|\d{1,2})\s?[ap]\.?m\.?\s{1,4}\S|[TL]\s?[-+–−]\s?\d",
    re.I,
)
_CAPTION = re.compile(
    r"(?:(?:Top|Bottom|Far|Middle|Upper|Lower)?\s?(?:left|right|cent(?:er|re)|middle|above|below)(?: image)?: "
    r"|(?:Image|Photo|Picture|Caption|Figure|Fig\.)\b.{0,12}: )|.{0,800}?(?:\bClick to enlarge|\bCredits?: ?\S"
    r"|\b(?:Image|Photo)(?:graph)? (?:credit|courtesy|by)\b|\b(?:NASA|ESA|JAXA|CSA|Roscosmos)/[A-Z][^.]{2,40}$)",
    re.I | re.S,
)
_FOOTER = re.compile(
    r".{0,80}?(?:\ball rights reserved\b|\bcopyright\b|©|\blast (?:update|edit|modified|change)"
    r"|\bpage (?:is )?maintained|\bpage (?:editor|author|last)|\bwebmaster\b|\bresponsible nasa official)"
    r"|-\s?end\s?-$|#\s?#\s?#",
    re.I | re.S,
)
_REFERENCE = re.compile(r"(?:\[\d{1,3}\]|\^|↑)")
_CATEGORY = re.compile(r"(?:\[\[)?Categor(?:y|ies):|.{0,200}\bCategory:")
_MARKED_HEADING = re.compile(r"#{1,6}\s|={2,6}[^=].{0,120}={2,6}$")
_LABEL = re.compile(
    r"\|?\s{0,4}(?P<label>[^\W\d_][^\n:|=\t]{0,44}?)\s{0,30}(?::(?=\s|$)|\t|\|(?!\|)|=|\.{3,60}|\s{2,}(?=\S)|\s[–—]\s)"
    r"(?P<value>.{0,2000})",
    re.S,
)
_COLUMNS = re.compile(r"\t|\s\|\s|\|\||\S\s{2,}\S.{0,200}?\S\s{2,}\S")
_ADDRESS = re.compile(r"(?:https?://|www\.|\S+@\S+\.\w)", re.I)
_LABELLED = re.compile(r": |\.{3}|=")
_DIGIT = re.compile(r"\d")
_REGIONS = {
    "reference": re.compile(r"[#=\s*_]*(?:references|notes|sources|bibliography|citations)\b.{0,20}$", re.I),
    "link": re.compile(r"[#=\s*_]*(?:external links|see also|further reading|related (?:pages|links))\b.{0,20}$", re.I),
}
_MAX_HEADING_WORDS = 14
_MAX_DATE_LINE = 8
_MAX_ROW = 220
_MAX_LABEL_WORDS = 7


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a block stands: first of the page, between blank lines, first of its run, below which region."""

    first: bool
    alone: bool
    opens: bool
    region: str | None
    """``reference`` or ``link`` below such a heading."""


def tell_role(block: str, standing: Standing) -> str:
    """Tell the role of a block (see ``Block``) from its form and where it stands."""
    for role, pattern in _BY_FORM:
        if pattern.match(block):
            return role
    if standing.region == "reference" and name_region(block) is None:
        return "reference"
    if (standing.alone or standing.opens) and _is_heading(block, standing):
        return "title" if standing.first else "heading"
    if _COLUMNS.search(block) and not _ends_prose(block):
        return "table_row"
    label = _LABEL.match(block)
    if label and _is_label(label["label"], label["value"]):
        return "label_value"
    if not standing.alone and len(block) <= _MAX_ROW and not _ends_prose(block):
        return "table_row"
    return "paragraph"


_BY_FORM = (
    ("heading", _MARKED_HEADING),
    ("quote", re.compile(r">")),
    ("category", _CATEGORY),
    ("header", _HEADER),
    ("schedule", _SCHEDULE),
    ("reference", _REFERENCE),
    ("boilerplate", _ADDRESS),
    ("boilerplate", re.compile(r"[\d\s()./+-]{7,40}$")),
    ("footer", _FOOTER),
    ("caption", _CAPTION),
    ("list_item", _LIST_ITEM),
)


def name_region(heading: str) -> str | None:
    """Name the region that a heading opens: ``reference``, ``link`` or none."""
    return next((name for name, pattern in _REGIONS.items() if pattern.match(heading)), None)


def find_label(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the offsets of the label of a label-value line."""
    found = _LABEL.match(text, start, end)
    return found.span("label") if found else None


def _is_label(label: str, value: str) -> bool:
    words = label.split()
    return bool(value.strip()) and len(words) <= _MAX_LABEL_WORDS and not label.rstrip().endswith((",", "."))


def _ends_prose(block: str) -> bool:
    stripped = block.rstrip("\"”’')] ")
    return stripped.endswith((".", "!", "?", ",", ";")) and len(stripped.split()) > 5


def _is_heading(block: str, standing: Standing) -> bool:
    """Say that a short line without a sentence's end, beginning like a title, heads what follows."""
    words = block.split()
    if len(words) > _MAX_HEADING_WORDS or "\n" in block or "|" in block or "\t" in block:
        return False
    if block.endswith(":"):
        return True
    if not (standing.alone or standing.first) or block[-1] in ".,;":
        return False
    if not standing.first and _LABELLED.search(block):
        return False
    if not standing.first and "," in block and (len(words) > _MAX_DATE_LINE or not _DIGIT.search(block)):
        return False  # a person or a place with what it is; a date line may hold commas
    return block[0].isupper() or block[0].isdigit() or block[0] in "\"“'‘_*«"
