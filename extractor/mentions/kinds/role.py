"""In: a role's words on a page. Out: its normal form, or nothing where the words are no position in a crew."""

import re
from collections.abc import Iterator

from extractor.mentions.lexicon import Lexicon
from extractor.mentions.rules import Candidate, Match
from extractor.values import Final

_NUMBERED = frozenset(
    {"Flight Engineer", "Mission Specialist", "Payload Specialist", "Spaceflight Participant", "Research Cosmonaut"}
)
_NUMBERS = {"one": "1", "two": "2", "i": "1", "ii": "2"}
_BEFORE = 80
_CREW_NEAR = 300  # a word that is mostly no role is one where a commander stands as near
_BEHIND = 72
_WORD_BEFORE = re.compile(r"(?i:(?<![^\W_])(lt|lieut)\.[\s\u00a0]{1,2}|([^\W_]+)(?:[ \t\u00a0-]{1,3}|[ ]?\n))$")
"""The word before a role; a full stop or an empty line parts it from the role, but for an abbreviated rank."""
_WORD_BEHIND = re.compile(r"[\s\u00a0-]{1,3}([^\W_]+)")
_STATION_BEFORE = re.compile(
    r"(?:\bexpeditions?(?:[\s\u00a0]{1,2}(?:ISS-?)?\d{1,3}(?:[-–/&]\d{1,3})?)?|\b(?:ISS|Mir(?:[\s-]\d{1,2})?|outpost|laboratory|Tiangong)"
    r"|\bstation(?:[’']s)?|\b(?:EO|ISS|increment)[-\s]\d{1,3})(?:[\s\u00a0](?:crew|new|incoming|outgoing|next))?"
    r"[\s\u00a0]{1,3}$"
    r"|\b(?:aboard|on|inside)\s(?:the\s)?(?:Mir|ISS|Tiangong|(?:international\s|orbiting\s|space\s){0,2}(?:station|outpost|laboratory))"
    r"(?:\sspace\sstation)?,\s(?:its\s|the\s)?$"
    r"|\b(?:ISS|Mir|station|resident)(?:[’']s)?\screw\s?(?:[-–—:(,]{1,2}|of|is)\s?$",
    re.I,
)
_EXPEDITION_BEFORE = re.compile(
    r"\bexpedition\s\d{1,3}\b(?![^.;\n]*\b(?:soyuz|crew-\d|dragon|shuttle|sts|starliner|spacecraft|ship|flew|launched))"
    r"[^.;\n]{0,60}$|\bchange of command[^.;\n]{0,30}$",
    re.I,
)
_STATION_BEHIND = re.compile(
    r",?\s(?:of|for|on|aboard)\s(?:the\s)?(?:(?:\d{1,2}(?:st|nd|rd|th)|new|current|next)\s)?(?:ISS\b|Mir\b|"
    r"(?:international\s|orbital\s|long-duration\s|space\s){0,2}(?:station|outpost|expedition)\b"
    r"|orbiting\s(?:laboratory|outpost)|increment\b)",
    re.I,
)
_REFUSED_BEHIND = {
    "Commander": re.compile(
        r",?\s(?:of|at)\s(?:the\s|a\s|all\s)?(?:(?!and\b)[\w.’'-]{1,20}\s){0,3}?(?:bases?|fleet|forces?|wing|squadron|troops|army|navy"
        r"|brigade|division|regiment|delta|range|corps|detachment|ground|unit|group|garrison|militia|cosmodrome|district"
        r"|command|guard)\b|,\s(?:U\.?\s?S\.?\s?(?:N\b|Navy|Coast)|Royal\sNavy)"
        r"|,\s(?-i:(?:[A-Z\d][\w.’'-]{0,20}\s){1,4}?(?:Wing|Delta|Squadron|Group|Division|Brigade|Command|Forces?|Corps)\b)",
        re.I,
    ),
    "Pilot": re.compile(
        r"s?,?\s(?:in|with|for|of)\s(?:the\s|a\s|an\s)?(?:[\w.’'-]{1,20}\s){0,2}?(?:air\s|navy|marines?|army|airlines?"
        r"|guard|helicopters?|aircraft|plane|airplane|raf|usaf|squadron|balloon)\b",
        re.I,
    ),
}
_VERB_BEFORE = frozenset({"to", "will", "would", "could", "can", "may", "must", "should", "who", "helped", "helps"})
_VERB_BEHIND = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that", "it", "them", "both"})
_CREW_NAME = re.compile(r"[\s\u00a0]{1,2}[A-Z][\w’'-]+[\s\u00a0][A-Z]|\s?[:|\t]")
_AFTER_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s\([\w .]{2,20}\))?(?:,?\s\(?(?:the\s)?|\s{2,12}|:\s|\s[-–—]\s)$")
_CLOSES = re.compile(r"\s{0,2}(?:[;,.)\n]|and\s|$)|\s{2,12}\d{1,2}\s{0,4}(?:\n|$)")
_BRACKET_BEFORE = re.compile(r"[^\W\d_][\w.’'-]*\s{1,2}[(\[](?:[\w /-]{2,24}[,;/]\s?)?$|/$")
_DEFINED = re.compile(r"\b(?:review|commander|pilot|engineers?|specialists?|participant|record|rate|plan)\s\($", re.I)
_BRACKET_BEHIND = re.compile(r"[)\],;/]")
_CELL_BEFORE = re.compile(r"(?:^|[\n\t|]|\s{2}|[-*•–]\s)\s{0,3}$")
_CELL_BEHIND = re.compile(r"\s{0,3}[:|\t=.]|\s{1,3}[A-Z(–-]|\s{0,2}(?:\n|$)")
_NAME_BEHIND = re.compile(r"\s[A-Z][^\W\d_]{1,20}(?:\s[A-Z]\.)?\s[A-Z][^\W\d_]+")
_FAMILY_BEHIND = re.compile(r"\s(?:De\s|Van\s|Von\s)?[A-Z][a-zà-ÿ’'-]{2,20}\b(?!\s[A-Z]{2})")
_LISTED_BEFORE = re.compile(r"[/;,]\s{1,2}$")
_NAME_BEFORE = re.compile(r"[A-Z][^\W\d_]{1,20}\s(?:[A-Z]\.\s)?[A-Z][^\W\d_]{1,20}\s$")
_COMMA_BEFORE = re.compile(r"[^\W\d_]{2,},\s$")


def build(match: Match, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the mention of a role with its normal form (ANNOTATION, normal forms of roles)."""
    text = match.page.text
    before = text[max(0, match.start - _BEFORE) : match.start]
    if match.rule.id == "role.initials":
        role, end = _read_initials(match, before, lexicon)
    else:
        role, end = _read_name(match, before, lexicon)
    if role is not None:
        yield Candidate(match.start, end, match.rule.label, match.rule.id, Final(value=role))


def _read_name(match: Match, before: str, lexicon: Lexicon) -> tuple[str | None, int]:
    role = lexicon.canonical("role", match.groups["role"] or "") or ""
    end = match.spans["role"][1]
    behind = match.page.text[end : end + _BEHIND]
    if _is_refused(role, before, behind, lexicon):
        return None, end
    if role == "Operator":
        near = match.page.text[max(0, match.start - _CREW_NEAR) : end + _CREW_NEAR]
        return (role if "ommander" in near and _names_crew(before, behind) else None), end
    if role == "Commander":
        of_station = (
            _STATION_BEFORE.search(before) or _STATION_BEHIND.match(behind) or _EXPEDITION_BEFORE.search(before)
        )
        return ("Station Commander" if of_station else role), end
    number = match.groups["number"]
    if number is None or role not in _NUMBERED:
        return role, end
    return f"{role} {_NUMBERS.get(number.lower(), number)}", match.end


def _is_refused(role: str, before: str, behind: str, lexicon: Lexicon) -> bool:
    """Say that the neighbours make the words something else: a base's commander, a pilot project, a verb."""
    previous = (found[1] or found[2]).lower() if (found := _WORD_BEFORE.search(before)) else ""
    following = found[1].lower() if (found := _WORD_BEHIND.match(behind)) else ""
    if before.endswith("-") and previous not in {"soyuz", "shuttle"}:
        return True
    refused = lexicon.classes["role_refused_before"].get(role, ())
    if previous in refused or following in lexicon.classes["role_refused_behind"].get(role, ()):
        return True
    if role == "Pilot" and previous in _VERB_BEFORE and following in _VERB_BEHIND:
        return True
    pattern = _REFUSED_BEHIND.get(role)
    return pattern is not None and pattern.match(behind) is not None


def _names_crew(before: str, behind: str) -> bool:
    """Say that a word that is mostly no role stands right beside a name, as a role does."""
    return bool(_CREW_NAME.match(behind) or (_AFTER_NAME.search(before) and _CLOSES.match(behind)))


def _read_initials(match: Match, before: str, lexicon: Lexicon) -> tuple[str | None, int]:
    behind = match.page.text[match.end : match.end + _BEHIND]
    number = match.groups["number"]
    role = lexicon.canonical("role_initials", match.groups["initials"] or "") or ""
    bracketed = _BRACKET_BEFORE.search(before) and not _DEFINED.search(before) and _BRACKET_BEHIND.match(behind)
    in_cell = _CELL_BEFORE.search(before) and _CELL_BEHIND.match(behind)
    beside = (
        _NAME_BEHIND.match(behind)
        or (number and _FAMILY_BEHIND.match(behind))
        or (number and _COMMA_BEFORE.search(before) and _CLOSES.match(behind))
        or (_LISTED_BEFORE.search(before) and behind.startswith(":"))
        or (role not in _NUMBERED and _NAME_BEFORE.search(before) and _CLOSES.match(behind))
    )
    if not (bracketed or in_cell or (beside and (number or role not in _NUMBERED))):
        return None, match.end
    if role in _NUMBERED and number is None and match.groups["initials"] in {"MS", "PS", "RC", "BI"}:
        return None, match.end
    return (f"{role} {number}" if number and role in _NUMBERED else role), match.end
