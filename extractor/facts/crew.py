"""In: a Reading. Out: the crew facts of the page: who held which role in which crew."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.facts.crew_command import COMMANDS, find_commands
from extractor.facts.crew_details import SEATS
from extractor.facts.crew_links import Link, link_roles, pair_understudies
from extractor.facts.crew_merge import Post, merge_posts
from extractor.facts.crew_ships import find_other_craft, is_at_station, is_of_expedition, is_of_ship, is_uncrewed
from extractor.facts.crew_tables import cast_stack, find_block, list_casts, tell_line
from extractor.facts.person_spellings import Persons
from extractor.facts.persons import Name, find_full, list_names
from extractor.facts.reading import Reading, choose_station
from extractor.facts.tables import load_tables
from extractor.model import Block, Fact, Mention, Sentence
from extractor.vocabulary import Hit, Vocabulary

_DATA = load_tables("crew")
_WORDS: Vocabulary[tuple[str, str]] = Vocabulary(
    [(phrase, ("cue", status)) for status, phrases in _DATA["status"].items() for phrase in phrases]
    + [(phrase, ("command", kind)) for phrase, kind in COMMANDS]
    + [(phrase, ("seat", side)) for phrase, side in SEATS]
)
_SPACE = frozenset(_DATA["space"]["words"].split())
"""A page without any of these words is about another kind of commander."""
_GROUND = frozenset({"Capcom", "Flight Director"})
_STATION_BEFORE = re.compile(
    r"\b(?:expeditions?(?:\s(?:ISS-?)?\d{1,3}(?:(?:[-–/&]|\sand\s)\d{1,3})?)?|ISS|station(?:[’']s)?|increment\s\d{1,3})\s{1,2}"
    r"(?:crew\s)?$",
    re.I,
)
_CREW_WORD = re.compile(
    r"\s{1,2}(?:(?:[A-Z][\w-]{1,14}|crew)\s)?(?:crews?|cosmonauts?|astronauts?|taikonauts?|members?|teams?)\b|\s{0,2}[:|\t(]|$"
    r"|\s(?:for|to)\s",
    re.I,
)
_CUE_LEAD = re.compile(r"\b(?:as|his|her|their|its|s)\s(?:the\s|a\s)?$", re.I)
_OF_CREW = re.compile(r"(?: and [a-z ]{3,24})? (?:of|on|for|in) the (?:[A-Z][\w-]{1,12} (?:\d{1,3} )?)?")
_OF_CREW_REACH = 60
_LISTED_GAP = re.compile(r"(?:,? and [A-Z][^\W\d_]{2,20})? ?(?: \(|, )")
_LISTED_LEAD = re.compile(r"(?:[(:;]|;? and|\n) ?$")
_LONGEST_TITLE = 60
_LONGEST_ASIDE = 240
_LINE_BREAK = 12  # characters, the indent of the next line among them


def find(reading: Reading) -> list[Fact]:
    """Find who held which role: from prose, label lines, lists and tables, merged to one fact a person and role."""
    text, words = reading.page.text, reading.page.words
    roles = [mention for mention in reading.mentions if mention.label == "ROLE"]
    hits: dict[str, list[Hit[str]]] = {"cue": [], "command": [], "seat": []}
    for hit in _WORDS.find(text, words):
        kind, meaning = hit.meaning
        hits[kind].append(Hit(hit.start, hit.end, meaning, hit.word))
    if (not roles and not hits["command"]) or _SPACE.isdisjoint(words.places):
        return []
    scene = _Scene(reading, roles, hits["command"], hits["cue"])
    posts = [*scene.list_role_posts(), *scene.list_command_posts()]
    return merge_posts(reading, posts, scene.persons, hits["seat"])


@dataclass(frozen=True, slots=True)
class _Unit:
    """A block with roles or words of command in it, and the names that stand there."""

    index: int
    block: Block
    roles: list[Mention]
    names: list[Name]


class _Scene:
    """The blocks of a page that speak of crews, read in order with the crew that their section is about."""

    def __init__(self, reading: Reading, roles: list[Mention], commands: list[Hit[str]], cues: list[Hit[str]]) -> None:
        self.reading = reading
        self.text = reading.page.text
        self.roles = roles
        self.role_starts = [role.start for role in roles]
        self.commands = commands
        self.cues = cues
        self.cue_starts = [cue.start for cue in self.cues]
        self.casts = dict(list_casts(reading, cues, self._roles_in))
        self.units = list(self._list_units())
        prose = [unit for unit in self.units if unit.index not in self.casts]
        names = [name for unit in prose for name in unit.names]
        names += [cast.link.name for casts in self.casts.values() for cast in casts]
        scanned = [(unit.block.start, unit.block.end) for unit in prose]
        self.persons = Persons(self.text, reading.page.words, names, scanned)

    def _list_units(self) -> Iterator[_Unit]:
        marks = sorted({*self.role_starts, *(hit.start for hit in self.commands)})
        last = -1
        blocks = self.reading.page.blocks
        for mark in marks:
            index = find_block(self.reading, mark)
            if index <= last:
                continue
            block = blocks[index]
            while index + 1 < len(blocks) and self._goes_on(block, blocks[index + 1]):
                index += 1
                block = replace(block, end=blocks[index].end)
            last = index
            yield _Unit(index, block, self._roles_in(block), list_names(self.text, block.start, block.end))

    def _goes_on(self, block: Block, following: Block) -> bool:
        """Say that the next block goes on with this one: quoted mail, or a list that breaks off at its comma."""
        if block.role == "quote":
            return following.role == "quote"
        last = self.text[max(block.start, block.end - 5) : block.end].rstrip()
        return last.endswith((",", " and", " &")) and following.start - block.end <= _LINE_BREAK

    def _roles_in(self, block: Block | Sentence) -> list[Mention]:
        return self.roles[bisect_left(self.role_starts, block.start) : bisect_left(self.role_starts, block.end)]

    def _cues_in(self, start: int, end: int) -> list[Hit[str]]:
        return self.cues[bisect_left(self.cue_starts, start) : bisect_left(self.cue_starts, end)]

    def list_role_posts(self) -> Iterator[Post]:
        """Give who holds which role, by tables with crews side by side, by stacked lines, by prose and lists."""
        for casts in self.casts.values():
            for cast in casts:
                yield self._post(cast.link, cast.status)
        stacked: set[int] = set()
        for unit in self.units:
            if not unit.roles or unit.index in self.casts:
                continue
            names = [name for name in unit.names if self._is_person(name)]
            pairs = pair_understudies(self.text, names)
            links = link_roles(self.text, unit.roles, [name for name in names if name not in pairs])
            for understudy, one in pairs.items():
                for link in links:
                    if link.name == one:
                        yield self._post(Link(understudy, link.role), "backup")
            if not links and unit.index not in stacked:
                links = self._link_stack(unit.index, stacked)
            for link in links:
                yield self._post(link, None)

    def _is_person(self, name: Name) -> bool:
        """Say that a name is a person's: in full, known in full from elsewhere, or right behind a role."""
        at = bisect_left(self.role_starts, name.end) - 1
        role = self.roles[at] if at >= 0 else None
        if name.is_full:
            return role is None or role.end <= name.start
        word = self.text[name.start : name.end]
        if len(word) < 3 or (word.isupper() and len(word) < 6 and not self.persons.knows(name)):
            return False
        behind = role is not None and self.text[role.end : name.start] == " " and not role.text.endswith("s")
        return behind or self.persons.knows(name) or self._is_listed(name)

    def _is_listed(self, name: Name) -> bool:
        """Say that a family name alone stands with its role in a list: ``Crew: Tarov (commander), Belov (pilot)``."""
        at = bisect_left(self.role_starts, name.end)
        role = self.roles[at] if at < len(self.roles) else None
        if role is None or _LISTED_GAP.fullmatch(self.text, name.end, role.start) is None:
            return False
        bracketed = self.text[role.start - 1] == "("
        if self.text[role.end : role.end + 1] not in ({")"} if bracketed else {";", ")", "\n", ""}):
            return False
        sentence = self.reading.sentence_at(role.start)
        others = [] if sentence is None else [one for one in self._roles_in(sentence) if one is not role]
        return bool(others) and (
            bracketed or _LISTED_LEAD.search(self.text, max(0, name.start - 8), name.start) is not None
        )

    def _link_stack(self, index: int, done: set[int]) -> list[Link]:
        """Link the run of short lines around a line that is a role and nothing else."""
        blocks = self.reading.page.blocks
        if tell_line(self.text, blocks[index], self._roles_in(blocks[index])) != "R":
            return []
        low = high = index
        kinds = {index: "R"}
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(blocks) and abs(at - index) < 40:
                kind = tell_line(self.text, blocks[at], self._roles_in(blocks[at]))
                if kind == "-":
                    break
                kinds[at] = kind
                low, high = min(low, at), max(high, at)
                at += step
        run = range(low, high + 1)
        done.update(run)
        return cast_stack(
            self.text, [blocks[i] for i in run], [kinds[i] for i in run], [self._roles_in(blocks[i]) for i in run]
        )

    def list_command_posts(self) -> Iterator[Post]:
        """Give who is said to command without a role's word."""
        names = [name for unit in self.units for name in unit.names if name.is_full or self.persons.knows(name)]
        for command in find_commands(self.reading, self.commands, names):
            span = (command.start, command.end)
            post = Post(
                command.name, command.role, None, False, self.reading.subject,
                ((command.name.start, command.name.end),), "crew.command", span,
            )  # fmt: skip
            if command.craft not in {None, self.reading.subject}:
                yield replace(post, subject=command.craft)
                continue
            station = command.role == "Station Commander"
            yield replace(post, subject=self._station_at(command.start)) if station else self._complete(post, None)

    def _post(self, link: Link, status: str | None) -> Post:
        role = link.role
        post = Post(
            link.name, str(role.value), None, False, self.reading.subject,
            ((link.name.start, link.name.end), role.id), "crew.role", (role.start, role.end),
        )  # fmt: skip
        if post.role in _GROUND:
            return post
        said = status or self._tell_status(link)
        before = self.text[max(0, role.start - 40) : role.start]
        if post.role == "Station Commander" or (
            post.role != "Spaceflight Participant"
            and (_STATION_BEFORE.search(before) or is_of_expedition(self.reading, role))
        ):
            named = "Station Commander" if post.role == "Commander" else post.role
            crew = "backup" if said == "backup" else None
            return replace(post, role=named, subject=self._station_at(role.start), crew=crew)
        craft = find_other_craft(self.reading, role)
        if craft is not None:
            own = "primary" if craft.isalpha() and is_of_ship(self.reading, role) else None
            return replace(post, subject=craft, crew=said or own, said=said is not None)
        if is_at_station(self.reading, link):
            return replace(post, subject=self._station_at(role.start))
        return self._complete(post, said, link)

    def _station_at(self, offset: int) -> str | None:
        return choose_station(self.reading, offset, command=True)

    def _complete(self, post: Post, said: str | None, link: Link | None = None) -> Post:
        """Add the crew: the one said, else the primary crew of a craft that has one."""
        if is_uncrewed(self.reading.subject) and not (link and is_of_ship(self.reading, link.role)):
            named = "Station Commander" if post.role == "Commander" else post.role
            station = self._station_at(post.trigger[0])
            return replace(post, role=named, subject=station, crew=said, said=said is not None)
        return replace(post, crew=said or "primary", said=said is not None)

    def _tell_status(self, link: Link) -> str | None:
        """Tell which crew a link is of: by the words before it in its sentence, else by its section's title."""
        last = max(link.name.start, link.role.start)
        sentence = self.reading.sentence_at(last)
        block = self.reading.block_at(last)
        low = sentence.start if sentence else last
        if block is not None and block.role in {"label_value", "list_item", "table_row"}:
            low = block.start
        cues = [cue for cue in self._cues_in(low, last) if self._is_crew_cue(cue) and not self._is_aside(cue, last)]
        if cues:
            return cues[-1].meaning
        behind = self._cues_in(link.role.end, link.role.end + _OF_CREW_REACH)
        if behind and _OF_CREW.fullmatch(self.text, link.role.end, behind[0].start):
            return behind[0].meaning
        return self._tell_section(find_block(self.reading, low))

    def _is_aside(self, cue: Hit[str], last: int) -> bool:
        """Say that a cue is done with before ``last``: ``A (backup: B), C``; ``backup pilots, respectively``."""
        bracketed = self.text[cue.start - 1 : cue.start] == "(" and self.text.find(")", cue.end, last) >= 0
        return bracketed or self.text.find("respectively", cue.end, last) >= 0

    def _is_crew_cue(self, cue: Hit[str]) -> bool:
        """Say that a word such as ``backup`` or ``primary`` is said of a crew, not of a site or an engine."""
        phrase = self.text[cue.start : cue.end].lower()
        if "crew" in phrase or phrase.startswith(("underst", "backing", "backed")) or phrase.endswith("ups"):
            return True
        behind = self.text[cue.end : cue.end + 40]
        at = bisect_left(self.role_starts, cue.end)
        if at < len(self.roles) and self.roles[at].start - cue.end < 30:
            return self.text[cue.end : self.roles[at].start].replace("-", " ").istitle() or (
                self.roles[at].start - cue.end < 3
            )
        lead = self.text[max(0, cue.start - 16) : cue.start]
        return _CREW_WORD.match(behind) is not None or _CUE_LEAD.search(lead) is not None

    def _tell_section(self, index: int) -> str | None:
        """Look up the lines above for a title that is a crew's name: ``Backup crew``."""
        blocks = self.reading.page.blocks
        at = index - 1
        while at >= 0 and index - at < 30:
            block = blocks[at]
            short = block.end - block.start <= _LONGEST_TITLE
            cues = self._cues_in(block.start, block.end) if short else []
            if len(cues) == 1 and self._is_title(block, cues[0]):
                return cues[0].meaning
            if block.end - block.start > _LONGEST_ASIDE or (
                block.role in {"heading", "title"} and not self._roles_in(block)
            ):
                return None
            at -= 1
        return None

    def _is_title(self, block: Block, cue: Hit[str]) -> bool:
        rest = (self.text[block.start : cue.start] + self.text[cue.end : block.end]).strip(" :#=*_-–—.|\t")
        return not rest or (len(rest.split()) <= 5 and not find_full(self.text, cue.end, block.end))
