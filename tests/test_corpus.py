"""In: the pages of corpus/ and the gold of gold/. Out: whether every gold file fits its page and the contract."""

import hashlib
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from extractor.model import SCHEMA
from extractor.values import KINDS, LABELS, QUANTITY_LABELS

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "pages"
GOLD = sorted(path for path in (ROOT / "gold").glob("*.json") if path.name != "baseline.json")
WITH_PAGE = [path for path in GOLD if (ROOT / "corpus" / f"{path.stem}.txt").exists()]
WITHOUT_PAGE = [path for path in GOLD if path not in WITH_PAGE]

VALUE_FORMS = {
    "DATE": r"(XXXX|\d{2}XX|\d{3}X|\d{4})(-(WI|SP|SU|FA|Q[1-4]|W\d{2})|-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}){0,2})?",
    "TIME": r"((\d{4}|XXXX)-\d{2}-\d{2})?T\d{2}:\d{2}(:\d{2}(\.\d+)?)?([+-]\d{2}:\d{2})?",
    "TIMEZONE": r"[+-]\d{2}:\d{2}",
    "DURATION": r"P(?=.)([\dX.]+[YMWD])*(T([\dX.]+[HMS])+)?",
    "ROLE": r"(Lunar Module |Command Module |Docking Module |Science )?Pilot|(Payload |Station )?Commander"
    r"|Flight Engineer( \d)?|(Mission|Payload) Specialist( \d)?|Research (Cosmonaut|Doctor)|Test Engineer"
    r"|Operator|Spaceflight Participant|Capcom|Flight Director",
}
MODS = {"START", "MID", "END", "APPROX", "BEFORE", "AFTER",
        "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}  # fmt: skip
FIELDS = {
    "event": {"event", "status", "value"},
    "orbit": {"parameter", "value", "unit"},
    "mass": {"of", "value", "unit"},
    "duration": {"of", "value", "status"},
    "crew": {"person", "role"},
    "designation": {"scheme", "value"},
}
CHOICES = {
    "status": {"actual", "planned"},
    "crew": {"primary", "backup", "support"},
    "orbit": {"initial", "target", "final", "station"},
    "parameter": {"perigee", "apogee", "altitude", "period", "inclination", "eccentricity",
                  "semi_major_axis", "periapsis", "apoapsis"},
}  # fmt: skip
CHOICES_OF = {
    "mass": {"spacecraft", "launch", "dry", "payload", "propellant", "landing", "cargo", "launch_vehicle",
             "instrument"},
    "duration": {"mission", "docked", "spacewalk", "burn", "flight_to_station"},
}  # fmt: skip


def read_gold(path: Path) -> dict[str, Any]:
    """Load a gold file."""
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def read_page(folder: Path, gold: Path) -> str:
    """Give a page's text as stored: line ends are not translated, so that offsets hold."""
    return (folder / f"{gold.stem}.txt").read_bytes().decode("utf-8")


def list_misfits(gold: dict[str, Any], text: str) -> list[str]:
    """List what in a gold file does not fit the text of its page."""
    misfits = []
    page = gold["page"]
    if page["sha256"] != hashlib.sha256(text.encode("utf-8")).hexdigest():
        misfits.append("sha256")
    if page["length"] != len(text):
        misfits.append(f"length {page['length']}, page has {len(text)}")
    for mention in gold["mentions"]:
        if text[mention["start"] : mention["end"]] != mention["text"]:
            misfits.append(f"span of {mention['id']}")
    for start, end in iter_spans(gold):
        if not 0 <= start < end <= len(text) or text[start:end] != text[start:end].strip():
            misfits.append(f"evidence {start}-{end}")
    return misfits


def iter_spans(gold: dict[str, Any]) -> Iterator[list[int]]:
    """Go through the evidence that is given as spans, not as mentions."""
    for fact in gold["facts"]:
        yield from (item for item in fact["evidence"] if isinstance(item, list))


def comparable(fact: dict[str, Any]) -> tuple[str, ...]:
    """Give the claim of a fact without its evidence and, for sites, with the words that name the place."""
    claim = {name: value for name, value in fact.items() if name != "evidence"}
    if claim.get("scheme") == "landing_site":
        claim["value"] = " ".join(re.findall(r"\d+|[A-Z]\w+|south\w+", claim["value"]))
    return tuple(f"{name}={claim[name]}" for name in sorted(claim))


@pytest.mark.parametrize("path", WITH_PAGE, ids=lambda path: path.stem)
def test_gold_fits_its_page(path: Path) -> None:
    assert list_misfits(read_gold(path), read_page(ROOT / "corpus", path)) == []


@pytest.mark.shared
@pytest.mark.parametrize("path", WITHOUT_PAGE, ids=lambda path: path.stem)
def test_gold_of_a_page_kept_elsewhere_fits_it(path: Path) -> None:
    assert list_misfits(read_gold(path), read_page(SHARED, path)) == []


def test_every_page_has_gold() -> None:
    assert {path.stem for path in (ROOT / "corpus").glob("*.txt")} == {path.stem for path in WITH_PAGE}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_is_named_after_its_page(path: Path) -> None:
    gold = read_gold(path)
    assert gold["schema"] == SCHEMA
    assert gold["page"]["id"] == path.stem


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_mentions_have_known_labels_and_well_formed_values(path: Path) -> None:
    for mention in read_gold(path)["mentions"]:
        assert mention["label"] in LABELS, mention
        assert mention.get("mod", "APPROX") in MODS, mention
        assert ("zone" in mention) == (mention["label"] == "TIMEZONE"), mention
        assert ("unit" in mention) == (mention["label"] in QUANTITY_LABELS), mention
        if mention["label"] in QUANTITY_LABELS:
            assert isinstance(mention["value"], int | float), mention
        else:
            assert re.fullmatch(VALUE_FORMS[mention["label"]], mention["value"]), mention


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_mentions_stand_in_reading_order_without_overlap(path: Path) -> None:
    mentions = read_gold(path)["mentions"]
    ids = [mention["id"] for mention in mentions]
    assert len(ids) == len(set(ids))
    for one, other in pairwise(mentions):
        assert one["end"] <= other["start"], (one, other)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_facts_have_their_fields_and_evidence_that_exists(path: Path) -> None:
    gold = read_gold(path)
    ids = {mention["id"] for mention in gold["mentions"]}
    for fact in gold["facts"]:
        assert fact["kind"] in KINDS, fact
        missing = (FIELDS[fact["kind"]] | {"subject", "evidence"}) - fact.keys()
        assert missing == ({"unit"} if fact.get("parameter") == "eccentricity" else set()), fact
        assert fact["evidence"], fact
        assert {item for item in fact["evidence"] if isinstance(item, str)} <= ids, fact
        for name, allowed in CHOICES.items():
            assert fact.get(name) is None or fact[name] in allowed, fact
        if fact["kind"] in CHOICES_OF:
            assert fact["of"] in CHOICES_OF[fact["kind"]], fact
        if fact["kind"] == "crew":
            assert re.fullmatch(VALUE_FORMS["ROLE"], fact["role"]), fact


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_no_fact_is_told_twice(path: Path) -> None:
    claims = [comparable(fact) for fact in read_gold(path)["facts"]]
    assert len(claims) == len(set(claims))


def test_retelling_holds_the_facts_of_the_original() -> None:
    original, retold = (
        {comparable(fact) for fact in read_gold(ROOT / "gold" / name)["facts"]}
        for name in ("soyuz-ms-07.json", "soyuz-ms-07-retold.json")
    )
    assert retold == original


def test_a_shifted_span_is_noticed() -> None:
    gold = read_gold(WITH_PAGE[0])
    text = read_page(ROOT / "corpus", WITH_PAGE[0])
    gold["mentions"][0]["start"] += 1
    assert list_misfits(gold, text) == [f"span of {gold['mentions'][0]['id']}"]
    assert list_misfits(gold, text + "\n")[:2] == ["sha256", f"length {len(text)}, page has {len(text) + 1}"]
