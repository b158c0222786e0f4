"""In: nothing. Out: the partial values of dates, clock times, zones and elapsed clocks, as a rule captured them.


A part that the words do not say is ``None``; ``context`` completes it from the page.
"""

from extractor.records import record


@record(frozen=True, slots=True)
class PartialDate:
    """A calendar expression of a day or coarser.

    ``unit`` is ``day``, ``week``, ``weekend``, ``month``, ``quarter``, ``half``, ``season``, ``year``, ``decade`` or
    ``century``. ``year`` is astronomical (44 BC is -43), the first one of a decade or century. ``part`` is a quarter,
    half or season in TIMEX3's letters (``Q1``, ``H2``, ``FA``). ``weekday`` is 1 for Monday. ``deixis`` is the
    word that points to another date (``next``); ``shift`` how many units away it points.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    deixis: str | None = None
    shift: int = 0
    mod: str | None = None
    until: "PartialDate | None" = None
    """The end of a range written as one expression."""
    swapped: tuple[int, int] | None = None
    """The other reading (month, day) of a date in figures such as 05/06/2017."""
    short_year: bool = False
    """The year was written with two digits: ``year`` holds them, the century is open."""


@record(frozen=True, slots=True)
class PartialClock:
    """A clock time as said: ``second`` keeps its fraction; ``offset`` is one written in figures (``+03:00``)."""

    hour: int
    minute: int | None = None
    second: str | None = None
    meridiem: str | None = None
    """``am`` or ``pm``; with either, ``hour`` is 1 to 12."""
    offset: str | None = None
    word: str | None = None
    """``noon`` or ``midnight``."""


@record(frozen=True, slots=True)
class PartialZone:
    """A named zone: ``offset`` where the name alone fixes it, ``place`` (IANA) where the zone's history does.

    ``local`` says that the name (``local time``) leaves the place to the page. ``other`` is the second reading of
    an abbreviation that means two zones.
    """

    name: str
    offset: str | None = None
    place: str | None = None
    local: bool = False
    other: str | None = None


@record(frozen=True, slots=True)
class PartialElapsed:
    """An elapsed clock (``T+ 8:15``): two figures may be hours and minutes or minutes and seconds."""

    figures: tuple[str, ...]
    sign: str | None = None
    days: str | None = None
    clue: str | None = None
    """``hours`` or ``minutes``: what the first figure counts, where the words before it tell."""


@record(frozen=True, slots=True)
class DayCue:
    """No mention of its own, but moves the day that following clocks and dates refer to.

    ``kind`` is the event that ``number`` days are counted from (``launch``, ``landing``, ``docking``,
    ``undocking``), ``today`` for the day of writing, or ``shift`` for days away from where the narrative stands.
    """

    kind: str
    number: int
