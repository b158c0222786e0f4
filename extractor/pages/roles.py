"""In: the characters of one block. Out: its role, told from its own form and the section it stands in."""

import re

from extractor.records import record

_FORMS = re.compile(
    r"""(?P<heading>\#{1,6}\s|={2,6}[^=][^\n]{0,120}={2,6}$)
    |(?P<quote>>)
    |(?P<category>(?:\[\[)?(?i:categor(?:y|ies)):)
    |(?P<header>(?:From|To|Cc|Subject|Date|Newsgroups|Message-ID|Organization|Reply-To|Sender|Received|Path|Lines
        |Approved|Article|References|Content-Type|X-[\w-]{1,20}|Sent|Posted|Distribution|Keywords|Followup-To):\ ?\S)
    |(?P<schedule>(?i:
        (?:\d{1,2}(?:[:.]\d\d){1,2}|\d{1,2}(?=\s?[ap]\.?m)|\d{4})(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5})?
        \s{0,3}[–—|:-]{1,2}\s
        |(?:\d{1,2}:\d\d(?::\d\d)?|\d{1,2})\s?[ap]\.?m\.?\s{1,4}\S
        |[TL]\s?[-+–−]\s?\d))
    |(?P<reference>\[\d{1,3}\]|\^|↑)
    |(?P<boilerplate>(?i:https?://|www\.)|\S{1,80}@\S{1,80}\.\w|[\d\s()./+-]{7,40}$)
    |(?P<footer>-\s?end\s?-$|\#\s?\#\s?\#)
    |(?P<caption>(?i:
        (?:(?:top|bottom|far|middle|upper|lower)\s)?(?:left|right|cent(?:er|re)|middle|above|below)(?:\ image)?:\s
        |(?:image|photo|picture|caption|figure|fig\.)\b[^\n]{0,12}:\s))
    |(?P<list_item>(?:[-*•·–—▪‣◦]\s{1,5}|\d{1,2}[.)]\s{1,5}|\([a-z\d]{1,2}\)\s)\S)""",
    re.X,
)
"""Roles that a block's first characters tell; the earlier of two wins."""

_FOOTER_WORDS = (
    "all rights reserved", "copyright", "©", "last update", "last edit", "last modified", "last change",
    "page is maintained", "page maintained", "page editor", "page author", "page last", "webmaster",
    "responsible nasa official",
)  # fmt: skip
_CREDIT_WORDS = (
    "click to enlarge", "credit:", "credits:", "image credit", "photo credit", "photo courtesy", "image courtesy",
    "photo by", "photograph by", "image by",
)  # fmt: skip
_CREDIT = re.compile(r"\b(?:NASA|ESA|JAXA|CSA|Roscosmos)/[A-Z][^.]{2,40}$")
_HEAD = 120
_TAIL = 160
_LABEL = re.compile(
    r"\|?\s{0,4}(?P<label>[^\W\d_][^\n:|=\t]{0,44}?)\s{0,30}(?::(?=\s|$)|\t|\|(?!\|)|=|\.{3,60}|\s{2,}(?=\S)|\s[–—]\s)"
    r"(?P<value>.{0,2000})",
    re.S,
)
_LABEL_MARKS = (":", "\t", "|", "=", "...", "  ", "\n", "\u00a0", "–", "—")
"""What ends a label; one of them stands near the beginning of a block that has one."""

_LONGEST_LABEL = 90  # characters up to the mark behind it
_COLUMNS = re.compile(r"\t|\s\|\s|\|\||\S\s{2,}\S.{0,200}?\S\s{2,}\S")
_LABELLED = re.compile(r": |\.{3}|=")
_DIGIT = re.compile(r"\d")
_MAIL = re.compile(
    r"(?:Subject|Newsgroups|Message-ID|Organization|Reply-To|Received|Path|Approved|References|Content-Type|X-[\w-]{1,20}"
    r"|Followup-To):\ ?\S|(?:From|Sender|To|Cc):[^\n]{0,80}(?:@|\()"
)
"""Lines that only the head of a mail or post has, unlike ``Date:`` and ``From:``, which tables have as well."""
_LONGEST_FIELD = 24  # characters up to the colon behind the name of a field
_REGIONS = {
    "note": re.compile(r"[#=\s*_]*notes(?! (?:for|to) (?:the )?editors)\b.{0,20}$", re.I),
    "reference": re.compile(
        r"[#=\s*_]*(?:references|notes\s(?:and|&)\s\w+|sources|bibliography|citations)\b.{0,20}$", re.I
    ),
    "link": re.compile(r"[#=\s*_]*(?:external links|see also|further reading|related (?:pages|links))\b.{0,20}$", re.I),
}
_MAX_HEADING_WORDS = 14
_MAX_DATE_LINE = 8
_MAX_ROW = 220
_LONGEST_NOTE = 100
_CITED = re.compile(
    r"\bpp?\.\s?\d|\bISBN\b|\b[Rr]etrieved\b|\b[Vv]ol\.|\b[Aa]rchived\b|https?:|\b[Ii]bid|\bPress[,.]|\bReport,|^\s{0,4}[\[(]?(?:\d{1,3}|[a-z])[.\])^]"
)
"""What a note holds that cites a source; others, below ``Notes``, go on with the story."""
_MAX_LABEL_WORDS = 7


@record(frozen=True, slots=True)
class Standing:
    """Where a block stands: first of the page, between blank lines, first of its run, below which region."""

    first: bool
    alone: bool
    opens: bool
    region: str | None
    """``reference``, ``note`` or ``link`` below such a heading."""
    mail: bool = True
    """Lines of a mail's or post's head may stand here: at the page's head, or beside others of them."""


def tell_role(block: str, standing: Standing) -> str:
    """Tell the role of a block (see ``Block``) from its form and where it stands."""
    form = _FORMS.match(block)
    if form and (form.lastgroup != "header" or standing.mail) and not _is_page_mark(form, block):
        return str(form.lastgroup)
    if role := _tell_by_words(block):
        return role
    if standing.region in ("reference", "note") and name_region(block) is None:
        told = standing.region == "note" and _is_account(block)
        if not told:
            return "reference"
    if (standing.alone or standing.opens) and _is_heading(block, standing):
        return "title" if standing.first else "heading"
    if ("\t" in block or "|" in block or "  " in block) and _COLUMNS.search(block) and not _ends_prose(block):
        return "table_row"
    label = _LABEL.match(block) if _holds_any(block[:_LONGEST_LABEL], _LABEL_MARKS) else None
    if label and _is_label(label["label"], label["value"]):
        return "label_value"
    if not standing.alone and len(block) <= _MAX_ROW and not _ends_prose(block):
        return "table_row"
    return "paragraph"


def _is_page_mark(form: re.Match[str], block: str) -> bool:
    """Say that a number in brackets is the printed page's on which running text goes on, and no reference's."""
    return form.lastgroup == "reference" and block.startswith("[") and _is_account(block[form.end() :])


def _is_account(block: str) -> bool:
    """Say that a block tells something in sentences, and cites nothing."""
    return len(block) > _LONGEST_NOTE and _ends_prose(block) and not _CITED.search(block)


def is_mail_head(lines: list[str]) -> bool:
    """Say whether lines that stand together hold one that only the head of a mail or post has."""
    return any(":" in line[:_LONGEST_FIELD] and line[0].isupper() and _MAIL.match(line) for line in lines)


def _tell_by_words(block: str) -> str | None:
    """Tell the roles that certain words near the beginning or the end give away."""
    head, tail = block[:_HEAD].lower(), block[-_TAIL:].lower()
    if _holds_any(head, _FOOTER_WORDS):
        return "footer"
    if _holds_any(tail, _CREDIT_WORDS) or ("/" in tail and _CREDIT.search(block)):
        return "caption"
    return "category" if "Category:" in block[: 2 * _HEAD] else None


def _holds_any(text: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110 - a page asks this of every block, and a generator takes twice as long
        if word in text:
            return True
    return False


def name_region(heading: str) -> str | None:
    """Name the region that a heading opens: ``reference``, ``note``, ``link`` or none."""
    return next((name for name, pattern in _REGIONS.items() if pattern.match(heading)), None)


def find_label(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the offsets of the label of a label-value line."""
    found = _LABEL.match(text, start, end)
    return found.span("label") if found else None


def _is_label(label: str, value: str) -> bool:
    words = label.split()
    if label.count("(") > label.count(")"):
        return False  # `Soyuz TM-3 (Russian: ...) was a flight`
    return bool(value.strip()) and len(words) <= _MAX_LABEL_WORDS and not label.rstrip().endswith((",", "."))


def _ends_prose(block: str) -> bool:
    stripped = block.rstrip("\"”’')] ")
    if stripped.endswith((" a.m.", " p.m.")) and len(stripped) <= _MAX_ROW:
        return False  # a row of clock times
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
