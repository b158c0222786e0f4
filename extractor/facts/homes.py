"""In: the name of a craft. Out: what ships of its kind fly on, and from where; another rocket is another craft's."""

from functools import lru_cache

from extractor.facts.tables import load_tables

_HOMES = load_tables("vehicles")["home"]


@lru_cache(maxsize=64)
def _find_home(subject: str) -> tuple[tuple[str, ...], frozenset[str]] | None:
    """Find the rockets and sites of the kind of ship that bears the name; ``None`` where any will do."""
    lowered = subject.lower()
    for home in _HOMES:
        if lowered.startswith(tuple(name.lower() for name in home["crafts"])):
            return tuple(home["vehicles"]), frozenset(home["sites"])
    return None


def may_fly_on(subject: str | None, vehicle: str) -> bool:
    """Say that a craft of that name may fly on a launch vehicle."""
    home = _find_home(subject) if subject else None
    return home is None or any(name.lower() in vehicle.lower() for name in home[0])


def flies_on_few(subject: str | None) -> bool:
    """Say that the rockets of a craft of that name are known: one that it may fly on is its own."""
    return subject is not None and _find_home(subject) is not None


def may_start_at(subject: str | None, site: str | None) -> bool:
    """Say that a craft of that name may start at a site, given by its one name; a pad alone may be anywhere."""
    home = _find_home(subject) if subject else None
    return home is None or site is None or site in home[1]
