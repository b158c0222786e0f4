"""In: a text and a place in it. Out: the launch site or docking port that is named there, with its pads and parts."""

import re

from extractor.facts.tables import load_tables

_DATA = load_tables("places")
SITE_NAMES: list[str] = [name for names in _DATA["site"]["names"].values() for name in names]
"""Names of launch sites."""
MODULE_NAMES: list[str] = _DATA["module"]["names"]
"""Names of modules that a craft can dock at."""


_S = r"[ \n]{1,12}"
"""White space, or a line's end with the indent of the next line."""


def allow_indents(pattern: str) -> str:
    """Let each bare ``\\s`` of a pattern be a line's end with the indent of the next line."""
    return re.sub(r"(?<!\[)\\s(?![{?*+\]])", r"\\s{1,12}", pattern)


def _join(names: list[str]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(n).replace(r"\ ", _S).replace("'", "['’]") for n in ordered) + r")\b"


_REGION = re.compile(
    allow_indents(r"(?:,\s|\sin\s|\son\s|,\sin\s)(?:the\s|northwestern\s|southern\s|central\s|eastern\s)?")
    + rf"{_join(_DATA['site']['regions'])}"
    r"(?:[’']s\s(?:[A-Z]\w+\s){1,2}(?:Province|Region|Oblast|Desert|Island|coast)\b)?\.?"
)
_LINK = re.compile(
    allow_indents(
        r"\)?(?:,?\s(?:at|in|of|on|from)\s(?:the\s)?|[’']s\s|,\s|\s\(?|/)(?:NASA[’']s\s|New\sZealand[’']s\s|the\s)?"
    )
)
_OWNER = re.compile(allow_indents(r"NASA[’']s\s|the\s"))
_SITE = re.compile(_join(SITE_NAMES))
_PAD = re.compile(allow_indents("".join(line.strip() for line in _DATA["pad"]["regex"].splitlines())))
_MOST_PARTS = 4
_SITE_OF = {name: site for site, names in _DATA["site"]["names"].items() for name in names}

_ADJECTIVE = _join(_DATA["module"]["adjectives"])
_MODULE = _join(MODULE_NAMES)
_MODULES = (
    rf"{_MODULE}(?:[ /-]{_join(_DATA['module']['second'])}){{0,2}}(?i:{_S}(?:service|core|docking|laboratory|research"
    rf"|connecting|compartment|science|utility|airlock)){{0,2}}(?:{_S}[Mm]odule)?"
)
_FACING = r"(?:[Ee]arth|[Ss]pace|[Nn]adir|[Zz]enith|[Ff]orward|[Aa]ft)[ -](?:facing|pointing)"
_AT_MODULE = re.compile(
    rf"(?:{_FACING}{_S})?{_MODULES}"
    rf"(?:(?:[’']s?)?,?{_S}(?:{_ADJECTIVE}[, \n]{{1,2}}){{0,2}}(?:(?:docking|berthing){_S})?port\b"
    rf"|{_S}(?:forward|aft|nadir|zenith)\b(?!-))?"
)
_PORT = re.compile(
    rf"{_ADJECTIVE}(?:{_S}(?:\([A-Z][\w-]{{2,12}}\)|{_ADJECTIVE}|docking|berthing|[A-Z][\w-]{{2,12}})){{0,2}}{_S}port\b"
    rf"|{_ADJECTIVE}{_S}(?:side|end|hatch)(?={_S}o[fn]{_S})"
    rf"|(?:Mir|Skylab|Salyut{_S}\d)[’']s?{_S}{_ADJECTIVE}{_S}(?:(?:docking|berthing){_S})?port\b"
)
_OF_WHAT = re.compile(
    rf"{_S}(?:of|on|at|in){_S}(?:(?:the|its){_S})?(?:(?:station|outpost|orbital|space|International|Russian|Chinese|European|Japanese|US|module|node|segment|ISS|lab|complex)[’'s]{{0,2}}{_S}){{0,3}}"
)
_WHOLE = re.compile(
    r"station|complex|laboratory|outpost|(?:Mir|Skylab|Salyut[ -]\d)\b"
    r"(?:[’']s[ \n](?:core[ \n]module|base[ \n]block|docking[ \n](?:adapter|module)))?"
)
_SAYS_PORT = re.compile(r"\b(?:port|side|end|hatch)\b")


def find_site(text: str, start: int, low: int) -> tuple[int, int, str | None] | None:
    """Find the phrase of a launch site that begins at ``start``: its start, its end and the site's one name.

    The one name is the lexicon's (``Baikonur``), ``None`` for a pad alone; a phrase before ``low`` is not found.
    """
    if start < low:
        return None
    owner = _OWNER.match(text, start)
    part = _match_part(text, owner.end() if owner else start)
    end = start
    for _ in range(_MOST_PARTS):
        if part is None:
            break
        end = part.end()
        link = _LINK.match(text, end)
        part = _match_part(text, link.end()) if link else None
    if end == start:
        return None
    for _ in range(2):
        region = _REGION.match(text, end)
        end = region.end() if region else end
    end = start + len(text[start:end].rstrip(" ."))
    opened = text.count("(", start, end) > text.count(")", start, end)
    end += opened and text[end : end + 1] == ")"
    return start, end, name_site(text, start, end)


def _match_part(text: str, start: int) -> re.Match[str] | None:
    return _SITE.match(text, start) or _PAD.match(text, start)


def name_site(text: str, start: int, end: int) -> str | None:
    """Give the one name of the first launch site in a span, or ``None`` where the lexicon has none of them."""
    site = _SITE.search(text, start, end)
    return _SITE_OF.get(" ".join(site.group().replace("’", "'").split())) if site else None


def is_pad(text: str, start: int) -> bool:
    """Say that a pad or launch complex with its number is named at ``start``."""
    return _PAD.match(text, start) is not None


def find_port(text: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """Find a docking port within a span: its start and end, and whether the word ``port`` is said.

    The first phrase that says ``port`` is preferred to a module's name alone.
    """
    spans = [found.span() for found in _AT_MODULE.finditer(text, start, end)]
    spans += [span for found in _PORT.finditer(text, start, end) if (span := _extend_port(text, found, end))]
    first, last = None, start
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if span[0] < last:
            continue
        if _SAYS_PORT.search(text, *span):
            return *span, True
        first, last = first or span, span[1]
    return (*first, False) if first else None


def _extend_port(text: str, found: re.Match[str], end: int) -> tuple[int, int] | None:
    """Go on over the module or station whose port is named; a ``side`` or ``end`` needs a module to be one."""
    bare = found.group().endswith("port")
    linked = _OF_WHAT.match(text, found.end(), end)
    what = linked and (_AT_MODULE.match(text, linked.end(), end) or (bare and _WHOLE.match(text, linked.end(), end)))
    if what:
        return found.start(), what.end()
    return found.span() if bare else None
