"""In: facts of a craft. Out: whether each catalogue gets them under its own names and in its own units."""

from decimal import Decimal

import pytest

from extractor.catalogues import list_fields, list_records, read_catalogues
from extractor.errors import CatalogueError
from extractor.model import Fact


def claim(kind: str, value: str | Decimal, **fields: str) -> Fact:
    return Fact(kind, "Kestrel 4", {**fields, "value": value}, ("m1",), "test")


FACTS = [
    claim("designation", "1998-067A", scheme="cospar_id"),
    claim("event", "2017-12-17T02:21-05:00", event="launch", status="actual"),
    claim("event", "2017-12-16", event="launch", status="planned"),
    claim("mass", Decimal(15917), of="launch", unit="pound"),
    claim("mass", Decimal(240), of="cargo", unit="kilogram", item="water"),
    claim("orbit", Decimal("198.3"), parameter="perigee", unit="kilometer", orbit="initial"),
    claim("orbit", Decimal(400), parameter="perigee", unit="kilometer", orbit="final"),
    claim("orbit", Decimal("1.5"), parameter="period", unit="hour", orbit="initial"),
    claim("orbit", Decimal("51.66"), parameter="inclination", unit="degree", orbit="initial"),
]


@pytest.mark.parametrize(
    ("catalogue", "expected"),
    [
        (
            "gcat",
            {"Name": "Kestrel 4", "Piece": "1998-067A", "LDate": "2017-12-17", "Mass": 7219.829753,
             "TotMass": 7219.829753, "Perigee": 198.3, "Inc": 51.66},
        ),
        (
            "satcat",
            {"OBJECT_NAME": "Kestrel 4", "OBJECT_ID": "1998-067A", "LAUNCH_DATE": "2017-12-17", "PERIOD": 90,
             "INCLINATION": 51.66, "PERIGEE": 400},
        ),
        (
            "wikidata",
            {"P247": "1998-067A", "P619": "2017-12-17T07:21Z", "P2067": "7219.829753U11570", "P2244": "400U828224",
             "P2045": "51.66U28390", "P2146": "90U7727"},
        ),
        (
            "nssdca",
            {"Name": "Kestrel 4", "NSSDCA/COSPAR ID": "1998-067A", "Launch Date": "2017-12-17",
             "Mass (kg)": 7219.829753, "Periapsis (km)": 198.3, "Period (min)": 90, "Inclination (deg)": 51.66},
        ),
    ],
)  # fmt: skip
def test_a_catalogue_gets_its_names_and_units(catalogue: str, expected: dict[str, object]) -> None:
    assert list_records(FACTS, catalogue) == [expected]


def test_every_catalogue_says_what_it_is_and_where_it_is_defined() -> None:
    for name, layout in read_catalogues().items():
        assert layout["about"], name
        assert layout["source"].startswith("https://"), name
        assert len({field["name"] for field in layout["fields"]}) == len(layout["fields"])


def test_a_page_about_an_event_alone_gives_no_record() -> None:
    assert list_records([claim("event", "2017-12-17", event="launch", status="actual")], "gcat") == []


@pytest.mark.parametrize("name", ["parsnips", "", "GCAT"])
def test_an_unknown_catalogue_is_refused_and_the_known_ones_are_named(name: str) -> None:
    with pytest.raises(CatalogueError, match="gcat, satcat, wikidata, nssdca"):
        list_records(FACTS, name)
    with pytest.raises(CatalogueError):
        list_fields(name)


def test_a_record_has_its_fields_in_the_catalogue_s_order() -> None:
    (record,) = list_records(FACTS, "satcat")
    assert [name for name in list_fields("satcat") if name in record] == list(record)
