"""In: the lengths, angles and durations of a page, and its words for orbits. Out: which figure is which parameter.

Figures find their parameter in this order: two heights joined by ``x`` are perigee and apogee; the words right before
or behind a figure name it; a height that an orbit is said to have is its altitude; an angle and a time right behind an
orbit's figure are its inclination and period. Each mention is bound once.
"""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extractor.facts.orbit_bound import Binding, Bound, is_far, is_geostationary, is_height, is_lofty
from extractor.facts.orbit_chains import bind_followers, is_chained
from extractor.facts.orbit_heights import is_change, is_orbit_height, is_shifted
from extractor.facts.orbit_words import LABELS, Group, OrbitWords
from extractor.facts.reading import Reading
from extractor.model import Mention
from extractor.units import find_ends, find_label, pair_conversions

_PRODUCT = re.compile(r"-?[\s\u00a0|]{0,3}(?:x|×|X|\*|by|/)[\s\u00a0|-]{0,3}")
_RANGE = re.compile(r"[\s\u00a0]{0,2}(?:-|–|—|to|and)[\s\u00a0]{0,2}")
_RANGED = re.compile(
    r"\b(?:orbits?|path|altitudes?|heights?|orbit(?:ing|ed)|circl(?:e|es|ed|ing)|flying)(?:\s(?:that|which|is|was|of|at|an?|the|with|in|altitudes?"
    r"|heights?|ranging|ranges|ranged|varying|varies|varied|between|from|elliptical|Earth|Sun|Moon|Mars|Venus|planet|stretching|extending|extends|,)){0,6}"
    r"\s?[:=]?\s{0,3}(?:about\s|~)?$",
    re.I,
)
_ONE_END = re.compile(
    r"(?:\s\w{2,9}){0,4}\sat\s(?:one|its|the)\s(?:near\s|lower\s|low\s)?(?:end|extreme)\s?(?:,|and|,\sand)\s"
)
_OTHER_END = re.compile(r"(?:\s\w{2,9}){0,4}\sat\s(?:the|its)\s(?:other|far|upper|high)\b")
_DIRECT = re.compile(
    r"(?:[\s\u00a0:=|.,_•·–—*~≈'\"()\[\]{}-]|\([^()]{0,60}\)|\b(?:of|is|was|were|are|at|to|be|as|about|around|approximately|approx"
    r"|roughly|some|the|an?|orbit|orbital|its|now|then|height|altitude|point|distance|nearly|almost|over|only|just|from|between"
    r"|reached|km|nmi|mi|miles|deg|degrees|min|minutes|convert|cvt|angle|every|takes|took|lasts|lasted|lasting|raised|lowered"
    r"|came|ca|c|down|up|cut|brought|lifted|reduced|dropped|trimmed|boosted|increased|decreased|has|had|being|been|planned|actual"
    r"|and|or|by|x|within)\b){1,120}"
)
_LOOSE = re.compile(r"(?:(?!\.\s|\n\s{0,4}\n)[^;!?\d]){1,72}")
_BEHIND = re.compile(
    r"[ \u00a0]?-?[ \u00a0]?(?:(?:high|up)\s)?(?:(?:above|over)\s(?:the\s)?(?:Earth|earth|surface|ground|planet)\s)?"
    r"(?:\(|(?:at|in|for|on|of|to|from|with|toward)\s(?:its|the|an?|one|each|every)?\s?"
    r"|(?:orbital|orbit|high|low)\s|per\s)?"
)
_SAID_BEFORE = re.compile(
    r"(?:\borbit(?:\snow|\sthen)?\s(?:measure[sd]|measuring|of|is|was|at)|\b(?:altitude|height|orbit)s?(?:\s?\([^()\n]{1,12}\))?)"
    r"[\s:=|]{1,12}(?:about\s|some\s|~)?$",
    re.I,
)
_STANDS_AT = re.compile(r"\b(?:at|to|of|in)\s(?:(?:about|some|nearly|roughly|around|approximately|an?|its)\s){0,2}$")
_PART_OF = re.compile(r"\sof\s")
_ORBIT_BEHIND = re.compile(
    r"[\s\u00a0-]{1,2}(?:(?:elliptical|elliptic|parking|transfer|polar|lunar|earth)\s)?orbits?\b", re.I
)
_SKIPPED = frozenset({"category", "reference", "boilerplate", "caption"})
_FARTHEST, _REACH, _NEXT, _JOINT = 60, 200, 34, 34
_SPAN_BEHIND = re.compile(r"\b(?:for|after|within|during)\s(?:about\s|some\s|the\s|another\s)?$")
_SPAN_OF_TIME = re.compile(r"\b(?:for|over|in|during|within|this|entire|same|that|long|short|each)\s(?:\w+\s)?$")


def bind_mentions(reading: Reading, words: OrbitWords) -> list[Bound]:
    """Give the mentions that are parameters of orbits, in reading order."""
    text = reading.page.text
    named = (replace(m, label=find_label(m.unit)) if m.label == "QUANTITY" else m for m in reading.mentions)
    shown = [m for m in named if m.label in ("LENGTH", "ANGLE", "DURATION") and _is_shown(reading, m)]
    converted = pair_conversions(text, [m for m in shown if m.label != "DURATION"])
    ends = find_ends(text, shown, converted)
    figures = [m for m in shown if m.id not in converted]
    binding = Binding(text, words, figures, [m.start for m in figures], ends)
    _bind_pairs(binding)
    _bind_groups(binding)
    _bind_heights(binding)
    bind_followers(binding)
    conversions: dict[str, tuple[str, ...]] = {}
    for other, first in converted.items():
        conversions[first] = (*conversions.get(first, ()), other)
    return [
        Bound(m, binding.bound[m.id][0], _span(binding.bound[m.id][1]), conversions.get(m.id, ()))
        for m in binding.mentions
        if m.id in binding.bound
    ]


def _span(group: Group | None) -> tuple[int, int] | None:
    return None if group is None else (group.start, group.end)


def _is_shown(reading: Reading, mention: Mention) -> bool:
    block = reading.block_at(mention.start)
    return block is None or block.role not in _SKIPPED


def _bind_pairs(binding: Binding) -> None:
    heights = [m for m in binding.mentions if m.label == "LENGTH" and is_height(m)]
    for one, other in pairwise(heights):
        gap = binding.text[binding.ends[one.id] : other.start]
        if len(gap) > 60 or one.id in binding.bound or not _is_pair(binding, one, other, gap):
            continue
        low, high = sorted((one, other), key=lambda mention: Decimal(str(mention.value)))
        binding.bound[low.id], binding.bound[high.id] = ("perigee", None), ("apogee", None)


def _is_pair(binding: Binding, one: Mention, other: Mention, gap: str) -> bool:
    if _PRODUCT.fullmatch(gap):
        written = "by" not in gap.lower() and "/" not in gap
        return _is_orbit_near(binding, one, other) or (written and _is_lofty_pair(binding, one, other))
    if _RANGE.fullmatch(gap):
        if is_shifted(binding.text, one.start):
            return False
        before = binding.text[max(0, one.start - 90) : one.start]
        if _RANGED.search(before) is not None:
            return not _has_group_before(binding, one)
        return is_chained(binding, one, other)
    return bool(_ONE_END.fullmatch(gap) and _OTHER_END.match(binding.text, binding.ends[other.id]))


def _is_orbit_near(binding: Binding, one: Mention, other: Mention) -> bool:
    words, text = binding.words, binding.text
    if _SAID_BEFORE.search(text, max(0, one.start - 48), one.start) or _ORBIT_BEHIND.match(text, other.end):
        return True
    if words.has_near("refused", max(0, one.start - 60), other.end + 40):
        return False
    if words.has_near("orbit", max(0, one.start - 400), other.end + 70):
        return True
    return is_chained(binding, one, other)


def _is_lofty_pair(binding: Binding, one: Mention, other: Mention) -> bool:
    """Say that two heights joined by ``x`` are an orbit's though nothing says so: nothing else is as large."""
    refused = binding.words.has_near("refused", max(0, one.start - 60), other.end + 40)
    return not refused and is_lofty(one) and is_lofty(other)


def _has_group_before(binding: Binding, mention: Mention) -> bool:
    """Say that two parameters stand right before: ``apogee and perigee of 254 and 198 km``."""
    return any(
        0 <= mention.start - group.end <= 40 and len([p for p in group.parameters if LABELS.get(p) == "LENGTH"]) > 1
        for group in binding.words.groups
    )


def _bind_groups(binding: Binding) -> None:
    groups = binding.words.groups
    place = 0
    for mention in binding.mentions:
        while place < len(groups) and groups[place].end <= mention.start:
            place += 1
        before = place - 1 if place and mention.start - groups[place - 1].end <= _REACH else None
        ahead = groups[place].start - binding.ends[mention.id] if place < len(groups) else -1
        behind = place if 0 <= ahead <= _NEXT else None
        if before is None and behind is None:
            continue
        if mention.id not in binding.bound and (mention.label != "LENGTH" or is_height(mention)):
            choice = _choose(binding, mention, before, behind)
            if choice is not None:
                index, parameter = choice
                binding.used.setdefault(index, []).append(parameter)
                binding.bound[mention.id] = (parameter, groups[index])
        if before is not None and (mention.id in binding.bound or is_change(binding.text, mention.start)):
            binding.passed[before] = binding.ends[mention.id]


def _choose(binding: Binding, mention: Mention, before: int | None, behind: int | None) -> tuple[int, str] | None:
    """Choose the words before or behind a figure: directly joined ones first, then those behind, then farther ones."""
    if is_change(binding.text, mention.start):
        return None
    first = None if before is not None and _is_equator(binding, before) else _next_parameter(binding, before, mention)
    gap = ""
    if before is not None and first is not None:
        gap = binding.text[binding.passed.get(before, binding.words.groups[before].end) : mention.start]
        if (
            len(gap) <= _FARTHEST
            and (not gap or _DIRECT.fullmatch(gap))
            and _is_orbital(binding, mention, before, first)
        ):
            return before, first
    second = _next_parameter(binding, behind, mention)
    if behind is not None and second is not None:
        joint = binding.text[binding.ends[mention.id] : binding.words.groups[behind].start]
        fits = len(joint) <= _JOINT and _BEHIND.fullmatch(joint) and (second != "period" or not _PART_OF.match(joint))
        if fits and _is_orbital(binding, mention, behind, second):
            return behind, second
    if (
        before is not None
        and first is not None
        and _LOOSE.fullmatch(gap)
        and _is_orbital(binding, mention, before, first)
    ):
        return before, first
    return None


def _is_equator(binding: Binding, index: int) -> bool:
    """Say that the words are ``the equator`` alone, which names an inclination only behind the figure."""
    group = binding.words.groups[index]
    return binding.text[group.start : group.end].lower().startswith("equator")


def _next_parameter(binding: Binding, index: int | None, mention: Mention) -> str | None:
    """Give the first parameter of a group that takes the mention's label and has no figure yet.

    Behind ``from`` and ``to``, and in columns, one parameter has two figures, of the orbit before and after.
    """
    if index is None:
        return None
    fitting = [p for p in binding.words.groups[index].parameters if LABELS.get(p) == mention.label]
    free = [p for p in fitting if p not in binding.used.get(index, ())]
    if free or len(fitting) != 1:
        return free[0] if free else None
    between = binding.text[binding.passed.get(index, mention.start) : mention.start]
    if _COLUMN.fullmatch(between) or between.strip() in _CHANGES:
        return fitting[0]
    return fitting[0] if between == " " and _is_row(binding, binding.words.groups[index], mention) else None


def _is_row(binding: Binding, group: Group, mention: Mention) -> bool:
    """Say that a line holds nothing but a parameter and its figures in columns: ``Apogee 254.4 km 255.1 km``."""
    text = binding.text
    ends = text.startswith("\n", binding.ends[mention.id]) or binding.ends[mention.id] == len(text)
    return ends and (group.start == 0 or text[group.start - 1] == "\n")


_COLUMN = re.compile(r"[ \u00a0]{2,60}|[ \u00a0]{0,40}[\t|][ \t\u00a0]{0,40}")
_CHANGES = frozenset({"to", "down to", "up to", "to about", "and then to", "then to"})


def _is_orbital(binding: Binding, mention: Mention, index: int, parameter: str) -> bool:
    """Refuse periods of time that are no orbit's, and tilts of something else."""
    group, words, text = binding.words.groups[index], binding.words, binding.text
    start, end = max(0, group.start - 160), mention.end + 110
    if parameter == "period":
        if _SPAN_BEHIND.search(text, max(0, mention.start - 24), mention.start):
            return False
        if text[group.start] in "pP" and _SPAN_OF_TIME.search(text, max(0, group.start - 20), group.start):
            return False
        line = text.rfind("\n", 0, group.start) + 1
        label = not text[line : group.start].strip(" |*•_-\t") and mention.start - group.end < 30
        others = any(g is not group and start <= g.start < end for g in words.groups[max(0, index - 6) : index + 7])
        return others or label or words.has_near("orbit", start, end)
    if parameter == "inclination":
        word = text[group.start : group.end].lower()
        return word.startswith("inc") or "equator" in word or words.has_near("orbit", start, end)
    return True


def _bind_heights(binding: Binding) -> None:
    for mention in binding.mentions:
        if mention.id in binding.bound or mention.label != "LENGTH" or not is_height(mention):
            continue
        if is_far(mention):
            continue
        standing = is_geostationary(mention) and _STANDS_AT.search(
            binding.text, max(0, mention.start - 24), mention.start
        )
        if standing or is_orbit_height(binding.text, mention.start, binding.ends[mention.id], binding.words):
            binding.bound[mention.id] = ("altitude", None)
