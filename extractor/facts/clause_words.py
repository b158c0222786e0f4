"""In: nothing, or a place in a clause. Out: the words of a clause that tell which craft it speaks of."""

import re

OF = re.compile(
    r"[ \"“'‘_*\n]{0,4}(?:(?:(?:of|for|by|from)(?: (?:the|its|an?))?|the)?[ \"“'‘_*\n]{0,4}"
    r"|of (?:the |its |an? )?(?:(?:an)?other|next|new|first|second|third)?(?:[ \n]?[A-Z][\w’'-]{2,12}){0,2}"
    r"(?: (?:cargo|crew|(?:re)?supply|space|transport|robotic|lunar)){0,2}"
    r" (?:spacecraft|craft|ship|capsule|probe|satellite|vehicle|freighter|lander|orbiter|rover|telescope)"
    r"(?:,? (?:designated|called|named|dubbed|known as))?,? [\"“'‘_*]{0,2})",
    re.I,
)
"""What stands between an event's noun and the craft that it is of: ``docking of another Soyuz craft, designated``."""
APART = re.compile(r"[,;:]|\b(?:since|while|after|before|when|where|because|until)\b", re.I)
IT = re.compile(r"It (?:was|is|will|had|has|then|also|later|[a-z]{2,12}(?:ed|es))\b")
"""How a sentence begins that goes on with the craft of the one before; others that it names are company."""
SET_FREE = re.compile(
    r",?(?: (?:lander|rover|probe|hopper|subsatellite|impactor|capsule)s?)? (?:was|were|had been) (?:then |also )?"
    r"(?:separated|released|deployed|ejected|dropped|jettisoned|set free)\b"
)
"""What makes a craft one that another has let go, which the text then goes on with."""
OTHER_CLAUSE = re.compile(r", (?:and|but|while) (?:the|his|her|two|three|all|both) (?!same)", re.I)
APPOSED = re.compile(r"[\s,\"”_(*]{0,4}(?:which |that |it )?(?:was |is |were |had been |has been |will be )?", re.I)
ASIDE = re.compile(r"[\"”_*]{0,2},(?: (?!and\b)[a-z]{1,12}){1,5} [\"“_*]{0,2}")
_LOADED = re.compile(r",(?: which is| which was)? (?:carrying|with|bearing|loaded with|transporting)\b[^,;.]{1,60}")
"""What stands between a craft and what it carries, up to the comma that ends the aside."""
OF_STATION = re.compile(r"\bthe (?:space )?station(?: itself)?,? (?:was |had been |is )?$", re.I)
BOTH = re.compile(
    r"\b(?:[Tt]he (?:two|twin|three)|[Bb]oth|[Tt]he pair of) (?:\w+ )?"
    r"(?:ships|spacecraft|craft|vehicles|spaceships|probes|satellites|capsules|vessels) (?:\w+ ){0,2}$"
)
"""Several craft at once: what they do together is told of the page's own."""
ONE_OF = re.compile(
    r"(?:[- ]|['’]s )"
    r"(?:U2?\b|FG\b|ST\b|[LMK]\b|commander|pilot|rocket|booster|launcher|crew|program|fleet|seat|vehicles|\d)"
)
THE_DAYS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Tt]oday|[Tt]onight|[Tt]omorrow|[Yy]esterday)['’]s"
    r" (?:[a-z-]+ ){0,2}$"
)
"""What makes an event the news that the page tells: ``Thursday's launch``."""
THAT = re.compile(
    r"(?:That|The (?:latter|new(?:er)?|replacement|incoming|arriving))"
    r" (?:(?:cargo|supply|crew) )?(?:flight|mission|launch|craft|ship|freighter|spacecraft|satellite|one|probe|was)\b"
)
"""How a sentence goes on with what the one before named last."""
SHIPS = ("aboard the", "in the", "in the same", "on the", "in their", "on a", "aboard a", "in a")
_DONE_TO = (
    "mend", "repair", "service", "visit", "retrieve", "inspect", "study", "photograph", "rescue", "replace", "deploy",
    "relieve", "refuel", "follow", "meet", "catch", "chase", "join",
)  # fmt: skip
OWNED = re.compile(r" [A-Z][A-Za-z]{1,10}['’]s$")
"""Whose craft it is, between a preposition and its name."""
GOALS = tuple(
    f" {word}{article}"
    for word in ("with", "to", "at", "as", "than", "like", *_DONE_TO)
    for article in ("", " the", " its", " a", " an")
)
ABOARD = tuple(f" {word}{article}" for word in ("aboard", "on", "onto", "in", "inside") for article in ("", " the"))

STATION_SAID = re.compile(r"(?<!ground )(?<!tracking )(?<!receiving )(?<!its )(?<!their )\bstation\b", re.I)
"""Words for a station in orbit: a ground station or the station of a satellite is none."""


def is_loaded(text: str, start: int, load: tuple[int, int], end: int) -> bool:
    """Say that ``load`` is in an aside, closed before ``end``, on what the craft up to ``start`` carries."""
    return _LOADED.fullmatch(text, start, load[0]) is not None and "," in text[load[1] : end]
