"""In: the roles and the names of one line or paragraph. Out: who holds which role, by what stands between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.facts.persons import Name
from extractor.facts.tables import load_tables
from extractor.model import Mention

_DATA = load_tables("crew")
_NOISE = frozenset(_DATA["noise"]["words"].split())
_TO_NAME = frozenset(_DATA["role_to_name"]["words"].split())
_TO_ROLE = frozenset(_DATA["name_to_role"]["words"].split())
_LIST = frozenset(_DATA["list"]["words"].split())

_GAP_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+){0,9}|[^\w\s]")
_SENTENCE_END = re.compile(
    r"(?<![A-Z\s.])(?<!\b(?:Col|Maj|Gen|Cpt|Drs))(?<!\b(?:Lt|Dr|Mr|Ms|St|Jr|Sr))(?<!\bCapt)(?<!\bCmdr)[.!?][\"”’)]?\s"
)
_APPOSITION = re.compile(r"[,–—-]\s{0,2}(?:an?|the|his|her|its|\d{2},)\s")
_ASIDE = re.compile(
    r",\s(?:an?|the|his|her|who|of|from|aged|making|flying|born|on|also|now)\s[^.;:()]{1,110},(?=\s(?:as|is|was|will|serves?|served|the|its)\b)"
)
_ALSO = re.compile(
    r"\s{1,12}and\s{1,12}(?:veteran\s|rookie\s)?(?:[A-Z][\w-]{1,14}\s){0,2}(?:astro|cosmo|taiko)naut\s{1,12}$"
)
"""What a person is besides the role, between the role and the name."""
_AS = re.compile(
    r"\b(?:(?:his|her|their)\s(?:own\s)?(?:roles?|jobs?|capacity|position|post|dut(?:y|ies)|responsibilities)"
    r"|(?:spend|live|stay)(?:s|ed)?\b[^.,;:()]{4,70}|spent\b[^.,;:()]{4,70})"
    r"\sas\s(?:an?\s|the\s)?(?:(?:[A-Z][\w-]{1,14}|\d{1,3}|and)\s){0,5}$"
)
"""What leads from somebody's doings to the role that the person has meanwhile."""
_STANDS_BY = r"\((?:with\s|his\s|her\s)?(?:[Bb]ack-?up|[Rr]eserve|[Uu]nderstudy)(?:\sis)?:?\s"
_UNDERSTUDY = re.compile(_STANDS_BY + r"[^()\n]{3,60}\)")
_UNDERSTUDY_LEAD = re.compile(_STANDS_BY + r"(?:\w+\s){0,2}$")
_CELL = re.compile(r"[\t|]|\s{3}")
_PAST = re.compile(r"\b(?:former|formerly|ex|one-?time|erstwhile|retired)\b[-\s][\w\s'’-]{0,28}$", re.I)
_RESPECTIVE = re.compile(r".{0,40}\brespectively\b", re.S)
_LONGEST_GAP = 160
_PREPOSITIONS = frozenset({"of", "from", "for", "on", "aboard", "with", "to", "in", "at", "by"})
_NEVER_IN_LIST = frozenset({"by", "at", "to", "with"})


@dataclass(frozen=True, slots=True)
class Link:
    """A person's name and the mention of the role that it holds."""

    name: Name
    role: Mention


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two items: its words that are not noise, its marks, and whether it parts sentences."""

    words: frozenset[str]
    marks: str
    prepositions: frozenset[str]
    parts: bool
    apposition: bool

    def joins_list(self, stops: str = ":") -> bool:
        """Say that the two items can be members of one list; ``stops`` are the marks that end it."""
        stopped = self.parts or any(mark in stops for mark in self.marks)
        return not (stopped or self.prepositions & _NEVER_IN_LIST) and self.words <= _LIST

    def rank_left(self) -> int:
        """Rank a gap from a name to a role: 3 by a verb or bracket, 2 by a comma or dash, 1 by nothing, 0 none."""
        words = self.words - {"and"} if self.apposition else self.words
        if self.parts or ";" in self.marks or not words <= _TO_ROLE:
            return 0
        if words or self.marks.endswith("("):
            return 3
        return 2 if self.marks.strip("()") else 1

    def rank_right(self) -> int:
        """Rank a gap from a role to a name: 3 by nothing, 2 by a colon, dash or verb, 1 by a comma, 0 none."""
        if self.parts or ";" in self.marks or self.marks.startswith(")") or not self.words <= _TO_NAME:
            return 0
        if "," in self.marks:
            return 1
        if self.words or self.marks.strip("()'’\"“”./"):
            return 2
        return 0 if self.prepositions else 3


def read_gap(text: str) -> Gap:
    """Read what stands between two items. Capitalised words and figures are noise: agencies, craft, peoples."""
    if len(text) > _LONGEST_GAP:
        return Gap(frozenset(), "", frozenset(), parts=True, apposition=False)
    words: set[str] = set()
    prepositions: set[str] = set()
    marks = ""
    for word in _GAP_WORD.findall(text):
        if not word[0].isalnum():
            marks += "" if word == ">" else "-" if word in "–—" else word
        elif word in _PREPOSITIONS:
            prepositions.add(word)
        elif word not in _NOISE and word[0].islower() and not word.endswith(("'s", "’s")):
            words.add(word)
    return Gap(
        frozenset(words),
        marks,
        frozenset(prepositions),
        _SENTENCE_END.search(text) is not None,
        _APPOSITION.match(text) is not None,
    )


def is_plural(role: Mention) -> bool:
    """Say that a role's words name several holders."""
    return role.text.rstrip("0123456789 -").endswith("s")


def is_past(text: str, role: Mention) -> bool:
    """Say that the words before a role make it one that somebody once held."""
    return _PAST.search(text, max(0, role.start - 40), role.start) is not None


def pair_understudies(text: str, names: Sequence[Name]) -> dict[Name, Name]:
    """Pair those in brackets behind another's name with that other: ``A (backup: B)``; keys are the understudies."""
    return {other: one for one, other in pairwise(names) if _UNDERSTUDY_LEAD.search(text, one.end, other.start)}


Item = Mention | Name


def link_roles(text: str, roles: Sequence[Mention], names: Sequence[Name]) -> list[Link]:
    """Tell who holds which role in one line or paragraph; roles without a holder give nothing."""
    if not roles or not names:
        return []
    items: list[Item] = sorted([*roles, *names], key=lambda item: item.start)
    line = _Line(text, items)
    return line.link()


def _read_between(text: str, one: Item, other: Item) -> Gap:
    """Read a gap; from a name to its role, what is said of the person in between is passed over."""
    gap = _UNDERSTUDY.sub("", text[one.end : other.start])
    if isinstance(one, Name) and isinstance(other, Mention) and len(gap) <= _LONGEST_GAP:
        aside = _ASIDE.match(gap)
        gap = gap[aside.end() - 1 :] if aside else gap
        if not _SENTENCE_END.search(gap) and _AS.search(gap):
            gap = " as "
    elif isinstance(one, Mention) and _ALSO.fullmatch(gap):
        gap = " "
    return read_gap(gap)


class _Line:
    """The items of one line with the gaps between them, and the side on which each role finds its holder."""

    def __init__(self, text: str, items: list[Item]) -> None:
        self.text = text
        self.items = items
        self.gaps = [_read_between(text, items[i], items[i + 1]) for i in range(len(items) - 1)]
        self.sides: dict[int, str] = {}

    def link(self) -> list[Link]:
        links = self._link_respectively()
        done = {id(link.role) for link in links}
        roles = [i for i, item in enumerate(self.items) if isinstance(item, Mention) and id(item) not in done]
        for index in roles:
            self.sides[index] = self._choose_side(index)
        held: dict[int, list[int]] = {}
        for index in roles:
            held[index] = self._collect(index)
        for index in roles:
            if not held[index]:
                held[index] = self._share(index, held)
        for index in roles:
            role = self.items[index]
            assert isinstance(role, Mention)
            if is_past(self.text, role):
                continue
            links += [Link(self._name(at), role) for at in held[index]]
        return links

    def _name(self, index: int) -> Name:
        name = self.items[index]
        assert isinstance(name, Name)
        return name

    def _is_name(self, index: int) -> bool:
        return 0 <= index < len(self.items) and isinstance(self.items[index], Name)

    def _choose_side(self, index: int) -> str:
        left = self.gaps[index - 1].rank_left() if self._is_name(index - 1) else 0
        if left < 3 and self.sides.get(index - 2) == "right" and not self._is_further(index):
            left = 0  # the name has its role: ``Commander A, Mission Specialists``
        right = self.gaps[index].rank_right() if self._is_name(index + 1) else 0
        if left and right and self._is_cell(index - 1) and self._is_cell(index):
            return "left" if isinstance(self.items[0], Name) else "right"
        if right == 3 or (right == 2 and left < 3):
            return "right"
        if left > 1:
            return "left"
        if right:
            return "right"
        return "left" if left else ""

    def _is_further(self, index: int) -> bool:
        """Say that a role is a further one of a name that has one: ``Mission Specialist A, the payload commander,``."""
        behind = self.text[self.items[index].end : self.items[index].end + 1]
        return self.gaps[index - 1].apposition and behind in {",", ".", ";", ")"}

    def _is_cell(self, gap: int) -> bool:
        return _CELL.search(self.text, self.items[gap].end, self.items[gap + 1].start) is not None

    def _collect(self, index: int) -> list[int]:
        """Collect the holders of a role: one, or for a plural the whole list on its side."""
        role = self.items[index]
        assert isinstance(role, Mention)
        side = self.sides[index]
        if not side:
            return []
        if not is_plural(role):
            return [index + 1 if side == "right" else index - 1]
        return self._walk_right(index) if side == "right" else self._walk_left(index)

    def _walk_right(self, index: int) -> list[int]:
        found = [index + 1]
        at = index + 2
        while at < len(self.items):
            if self._is_name(at):
                if not self.gaps[at - 1].joins_list() or (
                    self.sides.get(at + 1) == "left" and not self._nested(at + 1)
                ):
                    break
                found.append(at)
            elif self.sides.get(at) != "left" or not self._nested(at):
                break
            at += 1
        return found

    def _nested(self, index: int) -> bool:
        """Say that a singular role inside a list is one member's own: ``A, who is payload commander, and B``."""
        role = self.items[index]
        return isinstance(role, Mention) and not is_plural(role) and self.gaps[index - 1].rank_left() == 3

    def _walk_left(self, index: int) -> list[int]:
        found = [index - 1]
        at = index - 2
        while self._is_name(at) and self.gaps[at].joins_list(":;") and self.sides.get(at - 1) != "right":
            found.append(at)
            at -= 1
        return found[::-1]

    def _share(self, index: int, held: dict[int, list[int]]) -> list[int]:
        """Give a role without a holder that of the role it is joined to: ``commander and flight engineer A``."""
        for beside, gap in ((index + 1, index), (index - 1, index - 1)):
            if beside not in held or not 0 <= gap < len(self.gaps):
                continue
            wanted = "right" if beside > index else "left"
            joined = self.gaps[gap]
            if self.sides.get(beside) == wanted and len(held[beside]) == 1 and self._joins_roles(joined):
                return held[beside]
        return []

    @staticmethod
    def _joins_roles(gap: Gap) -> bool:
        return (
            not gap.parts
            and gap.words <= {"and"}
            and gap.marks in {"", "/", ",", "-", "&", "("}
            and ("and" in gap.words or gap.marks in {"/", "&", "-", "("})
        )

    def _link_respectively(self) -> list[Link]:
        """Pair a list of names with a list of as many roles: ``A and B as commander and pilot``."""
        links: list[Link] = []
        kinds = "".join("N" if isinstance(item, Name) else "R" for item in self.items)
        for run in re.finditer(r"(?P<names>N{2,4})(?P<roles>R{2,4})", kinds):
            count = len(run["roles"])
            if count > len(run["names"]):
                continue
            first = run.start("roles")
            gaps = [self.gaps[at] for at in range(first - count, first - 1)] + [
                self.gaps[at] for at in range(first, first + count - 1)
            ]
            roles = [item for item in self.items[first : first + count] if isinstance(item, Mention)]
            said = (
                _RESPECTIVE.match(self.text, roles[-1].end)
                or self.gaps[first - 1].rank_left() == 3
                or (len(run["names"]) == count == 2 and all(gap.words == {"and"} and not gap.marks for gap in gaps))
            )
            if said and all(gap.joins_list() for gap in gaps) and not any(is_plural(role) for role in roles):
                links += [Link(self._name(first - count + at), role) for at, role in enumerate(roles)]
        return links
