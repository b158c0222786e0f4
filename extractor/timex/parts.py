"""In: nothing. Out: what the TimeML rules make of their matches, before context completes the dates."""

from dataclasses import dataclass

from extractor.mentions.partial import PartialDate


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression as read: its TIMEX3 type, and either its value or the date that context completes.

    ``daypart`` (``MO``, ``NI``) stands behind the date of a ``TIME``; ``mod`` is TIMEX3's modifier. ``feast`` names
    a movable feast, whose day is reckoned when its year is known. ``reach`` is how many years a doubtful year may lie
    from a sure one of the page.
    """

    type: str
    value: str = ""
    date: PartialDate | None = None
    daypart: str | None = None
    mod: str | None = None
    feast: str | None = None
    reach: int | None = None
