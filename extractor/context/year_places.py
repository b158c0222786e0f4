"""In: a date that may lack its year. Out: where in its year it lies, as a stretch from 0 to 1."""

from extractor.mentions.partial import PartialDate

_SEASONS = {"SP": (0.2, 0.45), "SU": (0.42, 0.7), "FA": (0.67, 0.95), "WI": (-0.05, 0.2)}
_PARTS = {
    "Q1": (0.0, 0.25),
    "Q2": (0.25, 0.5),
    "Q3": (0.5, 0.75),
    "Q4": (0.75, 1.0),
    "H1": (0.0, 0.5),
    "H2": (0.5, 1.0),
}


def place_in_year(parts: PartialDate) -> tuple[float, float]:
    """Give where in its year a date lies, from and to, in parts of a year."""
    if parts.month is not None:
        start = (parts.month - 1) / 12
        if parts.day is not None:
            start += (parts.day - 1) / 372
            return start, start
        return start, start + 1 / 12
    if parts.part is not None:
        return _SEASONS.get(parts.part) or _PARTS.get(parts.part, (0.0, 1.0))
    return 0.0, 1.0
