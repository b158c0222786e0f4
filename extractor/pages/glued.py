"""In: a Page. Out: a view of it in which a label and its value are parted where the page runs them together.

Encyclopaedia articles scraped as text lose the cells of their infobox: ``Launch date14 March 1995, 06:11:34`` or
``Launch date 14 March 1995``. The labels are those of Wikipedia's Template:Infobox spaceflight and its relatives.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.forms import join_forms
from extractor.model import Page
from extractor.pages import make_page
from extractor.pages.views import Edit, View, edit_text

_LABELS = """
Mission type|Operator|COSPAR ID|SATCAT no.|Harvard designation|Website|Mission duration|Orbits completed
Distance travelled|Distance traveled|Spacecraft type|Spacecraft|Bus|Manufacturer|Launch mass|BOL mass|Dry mass|Mass
Landing mass|Payload mass|Sample mass|Dimensions|Power|Crew size|Members|Launching|Landing|Callsign|Call sign|EVAs
EVA duration|Spacewalks|Launch date|Launch|Rocket|Launch site|Contractor|Deployed from|Deployment date|Entered service
Disposal|Deactivated|Declared|Last contact|Decay date|Destroyed|Recovered by|Recovery date|Landing date|Landing site
Impact date|Impact site|Reference system|Regime|Longitude|Slot|Semi-major axis|Eccentricity|Perigee altitude
Apogee altitude|Periapsis altitude|Apoapsis altitude|Periselene altitude|Aposelene altitude|Periareion altitude
Apoareion altitude|Perihelion altitude|Aphelion altitude|Pericytherion altitude|Apocytherion altitude
Perihermion altitude|Apohermion altitude|Perigee|Apogee|Periapsis|Apoapsis|Perihelion|Aphelion|Inclination|Period|RAAN
Argument of perigee|Mean anomaly|Mean motion|Velocity|Epoch|Revolution no.|Repeat interval|Closest approach|Distance
Orbital insertion|Orbit insertion|Orbital departure|Orbits|Surface EVA duration|Spacecraft component|Docking port
Docking date|Undocking date|Time docked|Berthing port|Berthing date|Unberthing date|Time berthed|RMS capture|RMS release
Country of origin|Design life|Serial no.|Height|Diameter|First flight|Last flight|Duration
"""
_CREWS = frozenset({"Launching", "Landing", "Members"})
_LABEL = join_forms(*(re.escape(label) for label in re.split(r"[|\n]", _LABELS.strip())), cased=True)
_ROW = re.compile(
    rf"[ \t]?({_LABEL})"
    r"( ?)(?=[A-ZА-ЯЁ\d~≈<−(])(?![A-Z][A-Za-z ()/-]{0,30}:[ \t])(?=[^\n]{1,101}(?<![.:!?])$)",
    re.M,
)
_BEGINNING = re.compile(r"\n(?=[ \t]?[A-Z])")
_ECHO = re.compile(r"\(\d{4}-\d\d-\d\d(UTC)\d\d:\d\d(?::\d\d)?(Z)\)")
"""The machine-readable date behind a date of an infobox: ``(1995-03-14UTC06:11:34Z)``."""
_EDIT_LINK = re.compile(r"(?<=\w) ?Edit (?:this at|this on|on|at) Wikidata")
_POST = re.compile(
    r"[ \t]?((?:Station )?Commander|Command Pilot|Pilot|(?:Command|Lunar|Docking) Module Pilot|Payload Commander"
    r"|(?:Mission Specialist|Payload Specialist|Flight Engineer)(?: \d)?|Research Cosmonaut|Spaceflight Participant"
    r"|(?:Position|Prime crew|Backup crew)(?=Astronaut|Cosmonaut|Crew))"
    r"(?=[A-ZÀ-ÞŁŚŠŽČ][\w’'-]{1,20}[ A-Z][^\n:;]{0,80}(?<!\.)$)",
    re.M,
)
"""A position and its holder in a row of a crew's table, `Mission Specialist 1Ann B. Reyes`."""
_LONGEST_VALUE = 101  # characters
_FEWEST_POSTS = 2
_FEWEST = 4  # lines of a page that must be so: one alone may be a name, `Period2`, or the beginning of a sentence


def unglue(page: Page) -> View | None:
    """Give a page with its labels parted from their values; ``None`` where nothing runs together, as on most pages."""
    text = page.text
    lines = [0, *(end.end() for end in _BEGINNING.finditer(text))]  # a search would try every character
    labels = [_part(found) for start in lines if (found := _ROW.match(text, start))]
    posts = [Edit(found.end(1), found.end(1), ": ") for start in lines if (found := _POST.match(text, start))]
    edits = [
        *(labels if len(labels) >= _FEWEST else ()),
        *(posts if len(posts) >= _FEWEST_POSTS else ()),
        *_list_others(text),
    ]
    if not edits:
        return None
    text, view = edit_text(page, sorted(edits))
    return replace(view, page=make_page(text, page.id, page.source, page.problems))


def _part(row: re.Match[str]) -> Edit:
    """Put a colon behind a label, and say that ``Landing`` before names is the crew's: they bear no digit."""
    value = row.string[row.end() : row.end() + _LONGEST_VALUE].partition("\n")[0]
    mark = " crew:" if row[1] in _CREWS and not any(letter.isdigit() for letter in value) else ":"
    return Edit(row.end(1), row.end(1), mark if row[2] else f"{mark} ")


def _list_others(text: str) -> Iterator[Edit]:
    for found in _ECHO.finditer(text):
        yield Edit(found.start(1), found.start(1), " ")
        yield Edit(found.end(1), found.end(1), " ")
        yield Edit(found.start(2), found.start(2), " ")
    if "Wikidata" in text:
        for found in _EDIT_LINK.finditer(text):
            yield Edit(found.start(), found.end())
