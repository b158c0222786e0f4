"""Nothing raises, nothing depends on the clock of the machine, and instants come back from any form."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st
from reading import read_times

from extractor.context.calendar import CalendarDate, shift_date
from extractor.values import to_utc

ZONES = {
    "Moscow Time": "Europe/Moscow", "Beijing Time": "Asia/Shanghai", "Eastern time": "America/New_York",
    "Houston time": "America/Chicago", "Baikonur time": "Asia/Qyzylorda", "Pacific time": "America/Los_Angeles",
}  # fmt: skip
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"]
MONTHS.append("December")
PIECES = re.split(
    " (?! )",
    "Jan. 29 30 31 0001 9999 1 BC AD 79 1999 '85 1970s Monday Tuesday, the next day last month today yesterday local "
    "time Moscow Time EST Z UTC+14 noon midnight 24:00 23:59:60 12:15-12:17 10-11:30 a.m. ( ) , . ; - – and to T+ 8:15 "
    "GET 102:45:40 two days later 6 ½ hours launch day flight day 2 had will 01/02/03 2017-12-17T10:21:01Z 0001-01-01 "
    "00:10 9999-12-31 23:30 end of the decade fall Q3 2024 {{ }} [[ | ]] \n \n\n Date: Updated: there in Hawaii it was",
)
instants = st.datetimes(datetime(1957, 10, 4), datetime(2049, 12, 31))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_no_row_of_words_of_time_raises(text: str) -> None:
    read_times(text)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_text_raises(text: str) -> None:
    read_times(text)


@given(instants, st.sampled_from(sorted(ZONES)), st.sampled_from(range(4)))
@settings(max_examples=150, deadline=None)
def test_an_instant_comes_back_from_any_zone_and_form(instant: datetime, zone: str, form: int) -> None:
    local = instant.replace(tzinfo=UTC, microsecond=0).astimezone(ZoneInfo(ZONES[zone]))
    if local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset() or local.utcoffset() % timedelta(minutes=1):
        return  # said twice that night, or an offset with seconds: no form tells which
    month, clock = MONTHS[local.month - 1], f"{local:%H:%M:%S} {zone}"
    said = [
        f"on {month} {local.day}, {local.year}, at {clock}",
        f"at {clock} on {local.day} {month} {local.year}",
        f"{local.year} {month[:3]} {local.day} {clock}",
        f"{local:%Y-%m-%d} {clock}",
    ][form]
    (time,) = (m.value for m in read_times(f"It came {said}.") if m.label == "TIME")
    assert to_utc(str(time)) == f"{instant:%Y-%m-%dT%H:%M:%S}Z"


@given(instants, st.sampled_from(sorted(available_timezones())), st.sampled_from(range(5)))
@settings(max_examples=200, deadline=None)
def test_an_instant_comes_back_from_the_offset_of_any_zone(instant: datetime, zone: str, form: int) -> None:
    local = instant.replace(tzinfo=UTC, microsecond=0).astimezone(ZoneInfo(zone))
    offset = local.utcoffset() or timedelta(0)
    if offset % timedelta(minutes=15) or abs(offset) > timedelta(hours=12):
        return  # no offset that pages write
    sign, size = "-" if offset < timedelta(0) else "+", abs(offset)
    hours, minutes = size // timedelta(hours=1), size // timedelta(minutes=1) % 60
    clock, month = f"{local:%H:%M:%S}", MONTHS[local.month - 1]
    said = [
        f"{local:%Y-%m-%d}T{clock}{sign}{hours:02}:{minutes:02}",
        f"{local:%Y-%m-%d} {clock} {sign}{hours:02}{minutes:02}",
        f"on {month} {local.day}, {local.year}, at {clock} UTC{sign}{hours}:{minutes:02}",
        f"at {clock} (GMT{sign}{hours:02}:{minutes:02}) on {local.day} {month} {local.year}",
        f"on {local.day} {month[:3]} {local.year} at {clock} {sign}{hours:02}:{minutes:02}",
    ][form]
    (time,) = (m.value for m in read_times(f"It came {said}.") if m.label == "TIME")
    assert to_utc(str(time)) == f"{instant:%Y-%m-%dT%H:%M:%S}Z"


@given(st.dates(datetime(3, 1, 1).date(), datetime(9000, 1, 1).date()), st.integers(-400, 400))
def test_a_shift_and_its_reverse_lead_back(day: object, count: int) -> None:
    start = CalendarDate("day", day.year, day.month, day.day)  # type: ignore[attr-defined] # hypothesis gives a date
    there = shift_date(start, "day", count)
    assert there is None or shift_date(there, "day", -count) == start
