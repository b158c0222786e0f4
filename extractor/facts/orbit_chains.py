"""In: figures of an orbit that are bound. Out: those that stand right beside them in a chain, bound as well.

``200 x 300 km, 51.6°, 88.7 min`` and the same the other way round in rows of catalogues.
"""

import re
from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise

from extractor.facts.orbit_bound import Binding, is_height, is_lofty
from extractor.facts.orbit_heights import has_orbit_behind, is_orbit_labelled
from extractor.model import Mention
from extractor.units import convert
from extractor.values import split_duration

_CHAIN = re.compile(
    r"[\s\u00a0]{0,3}(?:\(?circular\)?|\(?circ\.?\)?|elliptical|polar|near-circular|orbit)?(?:[,;/|x×@]|at|with|and|inclined|\t|\s)[\s\u00a0]{0,12}"
    r"(?:an?\s|at\s|the\s|~|about\s|x\s){0,2}"
)
PLACE = re.compile(r"[\s\u00a0]?(?:[NSEW]\b|north|south|east|west|lat|lon)", re.I)
"""Behind an angle: it is a longitude or latitude."""

_MINIMUM = re.compile(
    r"[,;\s]{1,3}(?:and\s)?(?:the\s|its\s|a\s)?minimum(?:\s(?:distance|altitude|height))?[,:]?\s(?:of\s|is\s|was\s|[-–—]\s)?"
)
_ITS_ORBIT = re.compile(
    r"[\s-]{1,2}(?:(?:highly\s)?(?:elliptical|eccentric|inclined|circular|polar|capture|mapping|science|parking|lunar)[\s,-]{1,2}){0,3}"
    r"orbits?\b(?![\s-](?:rais|adjust|correct|test|chang))"
)
_LIST = re.compile(r"[ \u00a0\t,;|/]{1,12}(?:x\s)?")
_WHEN = re.compile(r"\s(?:after|before|later|into|from|following|prior|ago|earlier)\b")
_SHORTEST, _LONGEST = 80, 60 * 24 * 40
"""Minutes between which an orbit's period lies."""


def bind_followers(binding: Binding) -> None:
    """Bind what stands right behind an orbit's figure (``200 x 300 km, 51.6°, 88.7 min``) or before an orbit."""
    for mention in binding.mentions:
        if mention.id in binding.bound or mention.label == "LENGTH":
            continue
        if mention.label == "DURATION":
            if _ITS_ORBIT.match(binding.text, mention.end) and _is_turn(mention):
                binding.bound[mention.id] = ("period", None)
            continue
        if has_orbit_behind(binding.text, mention.end) or is_orbit_labelled(binding.text, mention.start):
            binding.bound[mention.id] = ("inclination", None)
    for one, other in pairwise(binding.mentions):
        gap = binding.text[binding.ends[one.id] : other.start]
        leader, follower = binding.bound.get(one.id), binding.bound.get(other.id)
        if len(gap) > 24:
            continue
        if leader is None and follower is not None and one.label == "ANGLE" and gap.strip() in (",", "and"):
            if follower[0] == "altitude":
                binding.bound[one.id] = ("inclination", None)
        elif leader is not None and follower is None:
            parameter = _follow(binding, leader[0], other, gap)
            if parameter is not None:
                binding.bound[other.id] = (parameter, None)
    _bind_leaders(binding)


def _bind_leaders(binding: Binding) -> None:
    """Bind what a row lists before its heights: ``82.5 deg  115.8 min  1517 km x 1470 km``."""
    for one, other in pairwise(reversed(binding.mentions)):
        if one.id not in binding.bound or other.id in binding.bound or one.label == other.label:
            continue
        if _LIST.fullmatch(binding.text, binding.ends[other.id], one.start) is None:
            continue
        if other.label == "ANGLE" and binding.bound[one.id][0] in ("perigee", "apogee", "period"):
            binding.bound[other.id] = ("inclination", None)
        elif other.label == "DURATION" and binding.bound[one.id][0] in ("perigee", "apogee") and _is_turn(other):
            binding.bound[other.id] = ("period", None)


def _is_turn(mention: Mention) -> bool:
    """Say that a duration may be the period of an orbit."""
    parts = split_duration(mention.value) if isinstance(mention.value, str) else []
    minutes = sum((convert(number, unit, "minute") or Decimal(0) for number, unit in parts), Decimal(0))
    return _SHORTEST <= minutes <= _LONGEST


def is_chained(binding: Binding, one: Mention, other: Mention) -> bool:
    """Say that an inclination stands right beside two heights, which are an orbit's then: ``450-470 km, 82.5°``."""
    if not (is_lofty(one) and is_lofty(other)):
        return False
    index = bisect_left(binding.starts, one.start)
    beside = [*binding.mentions[max(0, index - 2) : index], *binding.mentions[index + 2 : index + 3]]
    for mention in beside:
        if mention.label not in ("ANGLE", "DURATION") or PLACE.match(binding.text, mention.end):
            continue
        before = mention.start < one.start
        gap = (mention.end, one.start) if before else (binding.ends[other.id], mention.start)
        if (_LIST if before else _CHAIN).fullmatch(binding.text, *gap) and (
            mention.label == "ANGLE" or _is_turn(mention)
        ):
            return True
    return False


def _follow(binding: Binding, leader: str, mention: Mention, gap: str) -> str | None:
    """Give the parameter that a figure has by standing behind one that is bound."""
    if mention.label == "LENGTH":
        return "perigee" if leader == "apogee" and _MINIMUM.fullmatch(gap) and is_height(mention) else None
    if _CHAIN.fullmatch(gap) is None:
        return None
    if mention.label == "ANGLE" and leader in ("perigee", "apogee", "altitude", "period"):
        return None if PLACE.match(binding.text, mention.end) else "inclination"
    if mention.label == "DURATION" and leader in ("inclination", "apogee", "perigee"):
        return "period" if _WHEN.match(binding.text, mention.end) is None else None
    return None
