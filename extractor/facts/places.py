"""In: a text and a place in it. Out: the launch site or docking port that is named there, with its pads and parts."""

import re
import tomllib
from pathlib import Path
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("places.toml").read_text("utf-8"))
SITE_NAMES: list[str] = [name for names in _DATA["site"]["names"].values() for name in names]
"""Names of launch sites."""
MODULE_NAMES: list[str] = _DATA["module"]["names"]
"""Names of modules that a craft can dock at."""


def _join(names: list[str]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(n).replace(r"\ ", "[ \n]").replace("'", "['’]") for n in ordered) + r")\b"


_S = r"[ \n]"
_REGION = re.compile(
    r"(?:,\s|\sin\s|\son\s|,\sin\s)(?:the\s|northwestern\s|southern\s|central\s|eastern\s)?"
    rf"{_join(_DATA['site']['regions'])}(?:[’']s\s{_join(_DATA['site']['regions'])})?\.?"
)
_LINK = re.compile(r"(?:,?\s(?:at|in|of|on|from)\s(?:the\s)?|[’']s\s|,\s|\s\(?|/)(?:NASA[’']s\s|the\s)?")
_OWNER = re.compile(r"NASA[’']s\s|the\s")
_SITE = re.compile(_join(SITE_NAMES))
_PAD = re.compile("".join(line.strip() for line in _DATA["pad"]["regex"].splitlines()))
_MOST_PARTS = 4
_SITE_OF = {name: site for site, names in _DATA["site"]["names"].items() for name in names}

_ADJECTIVE = _join(_DATA["module"]["adjectives"])
_MODULE = _join(MODULE_NAMES)
_MODULES = (
    rf"{_MODULE}(?:[ /-]{_MODULE}){{0,2}}(?:{_S}(?:service|core|docking|laboratory|research|connecting|compartment"
    rf"|science|utility|airlock)){{0,2}}(?:{_S}module)?"
)
_OF_WHAT = (
    rf"(?:{_S}(?:of|on|at|in){_S}(?:the{_S})?(?:(?:station|orbital|space|International|Russian)[’'s]{{0,2}}{_S}){{0,2}}"
    rf"(?:{_MODULES}|station|complex|laboratory|outpost|Mir|Salyut[ ]\d))?"
)
_PORT = re.compile(
    rf"{_ADJECTIVE}(?:{_S}(?:\([A-Z][\w-]{{2,12}}\)|{_ADJECTIVE}|docking|berthing|{_MODULE})){{0,2}}{_S}port\b{_OF_WHAT}"
    rf"|{_ADJECTIVE}{_S}(?:side|end){_S}(?:of|on){_S}(?:the{_S}|its{_S})?(?:(?:station|outpost)[’']s{_S})?{_MODULES}"
    rf"|(?:Mir|Skylab|Salyut{_S}\d)[’']s?{_S}{_ADJECTIVE}{_S}(?:(?:docking|berthing){_S})?port\b"
    rf"|{_MODULES}(?:[’']s?)?,?{_S}(?:{_ADJECTIVE}[, \n]{{1,2}}){{0,2}}(?:(?:docking|berthing){_S})?port\b"
    rf"|{_MODULES}"
)
_SAYS_PORT = re.compile(r"\b(?:port|side|end)\b")


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
    opened = text.find("(", start, end) >= 0 and text.find(")", start, end) < 0
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
    first = None
    for found in _PORT.finditer(text, start, end):
        if _SAYS_PORT.search(found.group()):
            return *found.span(), True
        first = first or found
    return (*first.span(), False) if first else None
