"""In: the text and its blocks. Out: sentences, as half-open character offsets.

Prose is split at full stops, question and exclamation marks; rows and headings are sentences as they are.
"""

import re

from extractor.model import Block, Sentence

_PROSE = frozenset({"paragraph", "caption", "list_item", "quote", "footer", "reference", "label_value", "boilerplate"})
_END = re.compile(r"[.!?…][\"”’')\]]{0,3}(?:\[\d{1,3}\]){0,4}(\s{1,20})(?=[\"“‘'(\[_*]{0,3}[^\W_])")
_LAST_WORD = re.compile(r"(?:.{0,29}[^\w.&’'-])?([\w.&’'-]{1,30})$", re.S)
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")

_ABBREVIATIONS = frozenset(  # what a full stop may stand behind without ending a sentence
    """jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    no nos fig figs ref refs vol approx ca cca vs inc ltd co corp st mt ft dr mr mrs ms prof rev hon sen rep gov
    gen col lt maj capt cdr cmdr sgt brig adm maj-gen lt-col u.s u.s.s.r u.k e.g i.e etc al dept univ jr sr
    lat lon long alt temp min max hrs hr sec est d.c calif fla tex mass md va ala miss la ga ariz wash
    colo conn del ill ind kan ky mich minn mo mont neb nev okla ore pa penn tenn wis wyo a.k.a s.s""".split()  # noqa: SIM905 - one word a quote mark would hide the words
)
_ONLY_CAPITAL = frozenset(  # the same only with a capital: `of dry mass.`, `in the sun.` and `five metres long.` end it
    """mar may sat sun wed mon min hrs hr sec long sen rep gov gen col mass miss ill ind ore wash tex mo ala la ga
    pa""".split()  # noqa: SIM905 - as above
)
_ZONES = frozenset({"EST"})  # what in capitals is no abbreviation of a word: `at 4:27 a.m. EST.`
_TITLES = frozenset("st mt ft dr mr mrs ms prof rev sen rep gov gen col lt maj capt no nos vs".split())  # noqa: SIM905 - as above
_OPENER = re.compile(
    r"(?:The|It|Its|They|Their|This|These|He|She|His|Her|In|On|At|After|Before|When|While|Both|As|Since|During|Once"
    r"|There|But|However)\s"
)
"""A word that opens a sentence and follows no abbreviation inside one: ``at Cape Canaveral, Fla. The crew``."""
_AFTER_CLOCK = re.compile(
    r"\(?(?:[A-Z]{2,5}\b|Eastern|Central|Mountain|Pacific|Moscow|Baikonur|Beijing|local|Houston|Tokyo|Kazakh|Greenwich"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b|\d)"
)


def split_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """Split every block into its sentences, in reading order."""
    sentences: list[Sentence] = []
    for index, block in enumerate(blocks):
        if block.role not in _PROSE:
            sentences.append(Sentence(block.start, block.end, index))
            continue
        start = block.start
        for end in _END.finditer(text, block.start, block.end):
            if _ends_sentence(text, start, end):
                sentences.append(Sentence(start, end.start(1), index))
                start = end.end()
        if start < block.end:
            sentences.append(Sentence(start, block.end, index))
    return tuple(sentences)


def _ends_sentence(text: str, start: int, end: re.Match[str]) -> bool:
    """Say whether the stop ends a sentence: not after abbreviations, initials or ``a.m.`` with a zone behind."""
    following = text[end.end() : end.end() + 12].lstrip("\"“‘'([_*")
    if text[end.start()] != ".":
        return not following[:1].islower()
    if text[max(start, end.start() - 2) : end.start()] == "..":
        return False  # leaders between a label and its value
    if following[:1].islower():
        return False
    found = _LAST_WORD.match(text, max(start, end.start() - 30), end.start())
    last = found[1] if found else ""
    word = last.lower()
    if word in {"a.m", "p.m", "am", "pm"}:
        return _AFTER_CLOCK.match(text, end.end()) is None
    if following[:1].isdigit():
        return word not in _ABBREVIATIONS
    if len(word) == 1 and word.isalpha() and last.isupper():
        return False
    if word in _ABBREVIATIONS:
        if _OPENER.match(text, end.end()):
            return word not in _TITLES
        return last in _ZONES or (last.islower() and word in _ONLY_CAPITAL)
    return not ("." in word and _DOTTED.fullmatch(word))
