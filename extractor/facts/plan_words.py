"""In: nothing. Out: the forms of words, beside those of ``status.toml``, that tell a plan from a fact."""

import re

from extractor.forms import join_forms

GOVERNED = re.compile(
    r"\b(?:will|would|shall|should|may|might|must|could|can|to|['’]ll)(?:\s(?:not|then|also|now|later"
    r"|first|next|soon|\w+ly))?(?:\s(?:be|have|have been|get))?\s$|(?:\b(?:and|or|then)|,) be\s(?:\w+ly\s)?$",
    re.I,
)
TO_COME = re.compile(r"\b(?:to|for)(?: its| the)? $", re.I)
MARKED = re.compile(r"\s?\(\w{4,9}\)")
CONTRAST = re.compile(
    r"\b"
    + join_forms(
        "than", "instead of", "rather than", "ahead of", "short of", "against", "versus", r"vs\.?",
        "minutes? (?:before|after|behind)", "seconds? (?:before|after|behind)", "hours? (?:before|after|behind)",
        "days? (?:before|after|behind)",
    )
    + r"(?: the| a| its)? $",
    re.I,
)  # fmt: skip
PERFECT = re.compile(r"\b(?:once|after|when|until|as soon as|before)\b[^,;.]{0,60}\b(?:has|have|had)(?: been)? $", re.I)
WOULD = re.compile(r"\b(?:would|will|is to|was to)\b", re.I)
FUTURE_BEHIND = re.compile(
    r",? (?:is|are) (?:to|scheduled|planned|expected|due|set)\b|,? (?:will|should|would)\b"
    r"|,? (?:was|had been|had to be|was to be) (?:"
    r"delayed(?! (?:by |for )(?:about |some )?[\w-]+ (?:minute|second|hour))|postponed|rescheduled|pushed back|put back"
    r"|broken off|called off|scrubbed|aborted|cancell?ed"
    r"|waved off|halted|put off)\b",
    re.I,
)
MOVED_TO = re.compile(
    r"\b(?:slip|slid|mov|delay|postpon|push|shift|resched|bump)\w*\b[^.;]{0,60}\b(?:to|until|till) (?:the )?$", re.I
)
GIVEN_UP = re.compile(
    r"(?:[^.;,]|, (?=(?:19|20)\d\d\b)|(?<=\b(?:19|20)\d\d),){0,90}? (?:was|were|had been|has been|had to be)"
    r" (?:postponed|rescheduled|pushed back|put back|called off|scrubbed|cancell?ed|waved off|passed up|put off|delayed"
    r"(?! (?:by |for )(?:about |some )?[\w-]+ (?:minute|second|hour)))\b",
    re.I,
)
AIM = re.compile(
    r"(?:\b(?:clear|prepare|prime|ready|readie|set|schedul|head|bound|poise|aim|track|launch|blast|lift|fuel|stack|load"
    r"|roll|arriv|return|line|check)\w*\b[^.;,]{0,40} for (?:an? |the |its |their )?|[\w,)] for (?:a )?)$",
    re.I,
)
ASIDE = re.compile(r"[(\[;]")
IS_AT = re.compile(
    r"[^.;,:]{0,40} (?:is|are|comes) (?:now |still |currently |tentatively )?"
    r"(?:at |on |in |for |about |around |near ){0,2}$",
    re.I,
)
"""What tells in the present of a moment that is to come: ``liftoff is at``, ``landing is``."""
FOR = re.compile(r"\bfor (?:the )?$", re.I)
THANKED = re.compile(
    r"\b(?:prais|credit|blam|thank|hono[u]?r|congratulat|critici[sz]|responsible|remember|known|paid|award|cheer|appla)\w*"
    r"\b[^.;]{0,60} for (?:the )?$",
    re.I,
)
PARTICIPLE = re.compile(r"[a-z]{2,}ing ")
STAYS = re.compile(r"\b(?:stays|remains|is to stay)\b[^.;]{0,60}\buntil\b", re.I)
DATE_NOUN = re.compile(r"\b(?:date|(?<!on )time|window|slot|opportunity|attempt)s?\b(?! (?:was|were|is|of)\b)", re.I)
SUBORDINATE = re.compile(r"(?:\b|^)(?:after|following|once|when|upon|with|before|until|by)\s", re.I)
FUTURE = re.compile(
    r"\b"
    + join_forms(
        "will", "shall", "is (?:to|scheduled|expected|due|set)", "are (?:to|scheduled|expected|due|set)", "plans to"
    )
    + r"\b",
    re.I,
)
PROMISES = (
    "will ",
    "will\n",
    "'ll ",
    "’ll ",
    " is to ",
    " are to ",
    " is scheduled",
    " are scheduled",
    " is due",
    " is set ",
    " is planned",
    " are planned",
    " is expected",
    " is targeted",
    " targets ",
    " plans to ",
    "scheduled for",
)
"""What a page that looks ahead says somewhere: one that tells of given-up plans alone does not."""

AHEAD = re.compile(r"[^.;,]{0,60}\b(?:will|is to|are to)\b")


def is_for(text: str, near: int, lower: int, start: int) -> bool:
    """Say that something is meant for a time: ``a launch for May 3``, but not ``was praised for Tuesday's launch``."""
    return FOR.search(text, near, start) is not None and THANKED.search(text, lower, start) is None
