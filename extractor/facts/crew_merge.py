"""In: posts: single places that say who held which role. Out: crew facts, one a person, role and crew."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.facts.crew_details import find_agency, find_seats
from extractor.facts.person_spellings import Persons
from extractor.facts.persons import Name
from extractor.facts.reading import Reading
from extractor.model import Evidence, Fact
from extractor.records import record
from extractor.vocabulary import Hit

_NUMBER = re.compile(r" \d$")


@record(frozen=True, slots=True)
class Post:
    """One place of a page that says who holds which role.

    ``said`` tells that the page names the crew (prime, backup); otherwise ``crew`` is what goes without saying.
    """

    name: Name
    role: str
    crew: str | None
    said: bool
    subject: str | None
    evidence: tuple[Evidence, ...]
    rule: str
    trigger: tuple[int, int]


def merge_posts(reading: Reading, posts: Sequence[Post], persons: Persons, seats: Sequence[Hit[str]]) -> list[Fact]:
    """Merge the posts of one person and role; the numbered form of a role wins over the general one.

    ``seats`` are the words about seats on the page.
    """
    by_person: dict[str, list[Post]] = {}
    for post in sorted(posts, key=lambda post: post.name.start):
        by_person.setdefault(persons.resolve(post.name), []).append(post)
    sides = find_seats(reading, persons, seats) if by_person else {}
    facts = []
    for person, own in by_person.items():
        agency = next((found for post in own if (found := find_agency(reading.page.text, post.name))), None)
        for group in _group(own):
            facts.append(_make_fact(person, group, agency, sides.get(person)))
    return facts


def _group(posts: Iterable[Post]) -> list[list[Post]]:
    """Group one person's posts to facts: by role without its number, and by crew, a crew said winning."""
    families: dict[str, list[Post]] = {}
    for post in posts:
        families.setdefault(_NUMBER.sub("", post.role), []).append(post)
    groups = []
    for family in families.values():
        said = [post for post in family if post.said]
        crews: dict[str | None, list[Post]] = {}
        for post in family:
            crew = post.crew
            if not post.said and said and all(other.crew != crew for other in said):
                crew = said[0].crew
            crews.setdefault(crew, []).append(replace(post, crew=crew))
        for same in crews.values():
            groups += _split_numbers(same)
    return groups


def _split_numbers(posts: list[Post]) -> list[list[Post]]:
    """Give each numbered role its group; general ones are evidence of the first."""
    numbers = list(dict.fromkeys(post.role for post in posts if _NUMBER.search(post.role)))
    if len(numbers) < 2:
        return [posts]
    general = [post for post in posts if not _NUMBER.search(post.role)]
    groups = [[post for post in posts if post.role == number] for number in numbers]
    groups[0] += general
    return groups


def _make_fact(person: str, posts: list[Post], agency: str | None, seat: str | None) -> Fact:
    best = next((post for post in posts if _NUMBER.search(post.role)), posts[0])
    attributes = {"person": person, "role": best.role}
    crew = best.crew
    if crew is not None:
        attributes["crew"] = crew
    if agency is not None:
        attributes["agency"] = agency
    if seat is not None and crew in {"primary", None}:
        attributes["seat"] = seat
    evidence: list[Evidence] = []
    for post in posts:
        evidence += [item for item in post.evidence if item not in evidence]
    return Fact("crew", best.subject, attributes, tuple(evidence), best.rule, best.trigger)
