import pytest
from role_reading import read

from extractor.facts import designation


def list_values(text: str) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for fact in designation.find(read(text)):
        values.setdefault(fact.get("scheme"), []).append(fact.get("value"))
    return values


def test_a_label_line_gives_craft_index_serial_and_flight():
    values = list_values(
        "Spacecraft designation Soyuz MS-41, 11F732 No. 771, ISS mission 87S\nLaunch site Baikonur, Site 31\n"
    )
    assert values["grau_index"] == ["11F732"]
    assert values["serial"] == ["771"]
    assert values["iss_flight"] == ["87S"]
    assert values["launch_site"] == ["Baikonur, Site 31"]


@pytest.mark.parametrize(
    "line",
    [
        "International designator: 1973-088A",
        "COSPAR ID\t1973-088A",
        "| COSPAR_ID = 1973-088A",
        "Int'l designation .... 1973-088A",
        "NSSDCA/COSPAR ID: 1973-088A",
    ],
)
def test_cospar_ids_in_any_label(line: str):
    assert list_values(f"Luna 29\n\n{line}\n")["cospar_id"] == ["1973-088A"]


def test_old_designators_with_greek_letters():
    assert list_values("Explorer 94\n\nInternational designation: 1962 Beta Gamma 1\n")["cospar_id"] == [
        "1962 Beta Gamma 1"
    ]


@pytest.mark.parametrize(
    "line", ["SATCAT no.\t44100", "NORAD ID: 44100", "Catalogue no.   : 44100", "| SATCAT = 44100"]
)
def test_catalogue_numbers_in_any_label(line: str):
    assert list_values(f"Luna 29\n\n{line}\n")["norad_id"] == ["44100"]


@pytest.mark.parametrize(
    ("text", "vehicle", "serial"),
    [
        ("Launch vehicle Soyuz-FG No. R15000-099", "Soyuz-FG", "R15000-099"),
        ("Luna 29 rode an H-IIA F26 rocket from Tanegashima.", "H-IIA", "F26"),
        ("Luna 29 blasted off atop a Long March-2F Y21 carrier rocket.", "Long March-2F", "Y21"),
        ("Luna 29 was launched on an Atlas V 401 from Cape Canaveral.", "Atlas V 401", None),
        ("Luna 29 was launched on a Delta II 7925, rather than an Atlas V 401.", "Delta II 7925", None),
        ("Rocket: Proton-M/Briz-M", "Proton-M/Briz-M", None),
        ("Luna 29 lifted off on a Soyuz rocket from Plesetsk.", "Soyuz", None),
    ],
)
def test_launch_vehicles_with_variant_and_serial(text: str, vehicle: str, serial: str | None):
    values = list_values(f"{text}\n")
    assert values["launch_vehicle"] == [vehicle]
    assert values.get("launch_vehicle_serial", [None]) == [serial]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Luna 29 lifted off from Launch Complex 39A at NASA’s Kennedy Space Center in Florida.",
         "Launch Complex 39A at NASA’s Kennedy Space Center in Florida"),
        ("Luna 29 left Baikonur at dawn.", "Baikonur"),
        ("Left from ....... Baikonur, Site 1, Pad 5", "Baikonur, Site 1, Pad 5"),
        ("Launch: May 11, 2012, Launch Pad 39A, Kennedy Space Center", "Launch Pad 39A, Kennedy Space Center"),
        ("The stack of Luna 29 was rolled to Launch Pad 39B.", "Launch Pad 39B"),
        ("Luna 29 was launched from Tyuratam (Baikonur Cosmodrome), Kazakhstan.", "Tyuratam (Baikonur Cosmodrome)"),
    ],
)  # fmt: skip
def test_launch_sites_with_their_pads(text: str, site: str):
    assert list_values(f"{text}\n")["launch_site"] == [site]


def test_spellings_of_one_site_are_one_fact_and_the_fullest_stays():
    text = (
        "Luna 29 was launched from Baikonur.\n\nLuna 29 lifted off from Pad No. 24 at Site 81 in Baikonur Cosmodrome.\n"
    )
    assert list_values(text)["launch_site"] == ["Pad No. 24 at Site 81 in Baikonur Cosmodrome"]


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ("Progress 99 linked up with the aft port of the Zvezda module.", "aft port of the Zvezda module"),
        ("Progress 99 will be bolted to the Unity module’s Earth-facing port.", "Unity module’s Earth-facing port"),
        ("Progress 99 docked with the Pirs docking compartment.", "Pirs docking compartment"),
        ("Attached to: Harmony module, nadir port", "Harmony module, nadir port"),
        ("Progress 99 docked at Mir's front port.", "Mir's front port"),
        (
            "Cygnus 99 was berthed to the Earth-facing side of the Harmony module.",
            "Earth-facing side of the Harmony module",
        ),
    ],
)
def test_docking_ports(text: str, port: str):
    assert list_values(f"{text}\n")["docking_port"] == [port]


def test_the_port_of_another_craft_is_passed_over():
    text = (
        "Progress 99 is on its way.\n\nProgress 97 had docked to the Poisk module. Progress 99 and Progress 99 again.\n"
    )
    assert "docking_port" not in list_values(text)


@pytest.mark.parametrize(
    ("text", "site", "status"),
    [
        ("Crew-14 splashed down off the coast of Tallahassee, Florida.", "Tallahassee, Florida", "actual"),
        ("Gemini 14 dropped into the western Pacific.", "western Pacific", "actual"),
        ("The landing of Soyuz MS-41 was scheduled 147 kilometers southeast of the town of Baiterek in Kazakhstan.",
         "147 kilometers southeast of the town of Baiterek in Kazakhstan", "planned"),
        ("Luna 29 landed in Le Monnier crater.", "Le Monnier crater", "actual"),
        ("STS-160 landed on Runway 33 at Edwards on May 24.", "Runway 33 at Edwards", "actual"),
        ("Soyuz 57 landed as planned 155 km northwest of Tselin.", "155 km northwest of Tselin", "actual"),
        ("Dragon CRS-39 will splash down off the coast of Daytona, Florida.", "Daytona, Florida", "planned"),
        ("Landing site: Edwards Air Force Base", "Edwards Air Force Base", "actual"),
    ],
)  # fmt: skip
def test_landing_sites(text: str, site: str, status: str):
    (fact,) = [f for f in designation.find(read(f"{text}\n")) if f.get("scheme") == "landing_site"]
    assert (fact.get("value"), fact.get("status")) == (site, status)


@pytest.mark.parametrize(
    "text", ["Luna 29 landed in Kazakhstan.", "Luna 29 landed on Mars in May.", "Luna 29 landed on Sept. 3."]
)
def test_countries_bodies_and_dates_are_no_landing_sites(text: str):
    assert "landing_site" not in list_values(f"{text}\n")


def test_call_signs_and_names():
    values = list_values('Apollo 21 flew the command module "Kitty Heron". The call sign of the crew was Kazbek.\n')
    assert values["name"] == ["Apollo 21", "Kitty Heron"]
    assert values["call_sign"] == ["Kazbek"]


def test_modules_of_a_craft_bear_names_and_their_pilots_do_not():
    values = list_values("Apollo 22 had the command module Casper. Lunar Module Pilot Carl Duke rode in it.\n")
    assert values["name"] == ["Apollo 22", "Casper"]


def test_arrows_lead_to_the_neighbours():
    values = list_values("Luna 29\n\nLuna 29 flew on. Luna 29 is home.\n\n← Luna 28   Luna 30 →\n")
    assert (values["previous_mission"], values["next_mission"]) == (["Luna 28"], ["Luna 30"])


def test_neighbouring_missions():
    values = list_values("Luna 29\n\nPrevious mission: Luna 28\nNext flight ..... Luna 30 (planned for 1975)\n")
    assert values["previous_mission"] == ["Luna 28"]
    assert values["next_mission"] == ["Luna 30"]
    assert "next_mission" not in list_values("Luna 29\n\nNext page: Luna 30 and others\n")


def test_a_page_without_a_mission_gives_nothing():
    assert designation.find(read("")) == []
    assert designation.find(read("Nothing to see here.\n")) == []


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("Landing: 14 Aug 1997, 12:17 UTC, 170 km SE of Dzhezkazgan", "170 km SE of Dzhezkazgan"),
        ("Landing site   80 km SE of Arkalyk", "80 km SE of Arkalyk"),
        ("The capsule came to rest on its side, southeast of Arkalyk, in deep snow.", "southeast of Arkalyk"),
        ("Luna 29 will splash down off the coast of Florida.", "coast of Florida"),
        (
            "Luna 29 splashed down in the western Atlantic, 700 km southwest of Bermuda.",
            "western Atlantic, 700 km southwest of Bermuda",
        ),
    ],
)
def test_landing_sites_by_their_distance_and_side(line: str, site: str):
    assert list_values(f"Luna 29\n\nLuna 29 flew.\n\n{line}\n")["landing_site"] == [site]


def test_fragments_that_fall_are_no_landing():
    assert "landing_site" not in list_values("Luna 29\n\nThe fragments of Luna 29 fell in the Pacific Ocean.\n")


def test_a_label_alone_on_its_line_is_of_the_line_or_the_list_below():
    values = list_values(
        "Luna 29\n\nAlternate Names\n- Zond-Sample/29\n- L29\n\nLaunch Site\nBaikonur, Kazakhstan\n\n"
        "Launch vehicle\nThe rocket was new to the team that had to fly it and was late for more than one reason.\n"
    )
    assert {"Zond-Sample/29", "L29"} <= set(values["name"])
    assert values["launch_site"] == ["Baikonur, Kazakhstan"]
    assert "launch_vehicle" not in values


def test_a_list_of_many_designators_is_of_as_many_craft():
    rows = "2031-088A  Owl 1\n2031-088B  Owl 2\n2031-088C  Owl 3\n"
    assert "cospar_id" not in list_values(f"Luna 29\n\nLuna 29 flew.\n\n{rows}")


def test_a_second_name_behind_or_is_a_name_of_the_craft():
    assert list_values("LUNA 29 (or _Lunik 29_) was a probe. Luna 29 landed.\n")["name"] == ["LUNA 29", "Lunik 29"]


def test_a_page_that_calls_its_flight_by_the_ship_names_both():
    text = (
        "A Falcon 9 carried the Dragon cargo ship on a mission known as CRS-41 from Cape Canaveral. Dragon will stay. "
        "Dragon was late. Dragon docks Friday.\n"
    )
    values = list_values(text)
    assert set(values["name"]) == {"Dragon", "CRS-41"}
    assert values["launch_site"] == ["Cape Canaveral"]


def test_a_ships_class_stands_for_the_flight_that_bears_its_name():
    values = list_values(
        "Cygnus NG-40\n\nThe firm's Cygnus, dubbed the S.S. Ida Lund, lifted off on an Antares rocket from Pad 0A at "
        "Wallops Flight Facility in Virginia. Cygnus NG-40 flew. NG-40 was full.\n"
    )
    assert values["launch_vehicle"] == ["Antares"]
    assert "S.S. Ida Lund" in values["name"]


@pytest.mark.parametrize(
    ("words", "port"),
    [
        ("docked at the forward port of the core module Tianhe", "forward port of the core module Tianhe"),
        ("docked to the aft end of the Zvezda module", "aft end of the Zvezda module"),
        ("docked to Mir's front port", "Mir's front port"),
        ("moved to the station's space-facing port of Poisk", "space-facing port of Poisk"),
        ("was bolted to Harmony's Earth-facing port", "Harmony's Earth-facing port"),
    ],
)
def test_docking_ports_by_their_side_and_their_module(words: str, port: str):
    assert list_values(f"Luna 29\n\nLuna 29 {words} on Monday.\n")["docking_port"] == [port]


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("Soyuz MS-41 docked at the Earth-facing Nauka module in May.", "docking_port", "Earth-facing Nauka module"),
        ("Soyuz MS-41 will dock to the space station's Prichal module.", "docking_port", "Prichal module"),
        (
            "    After six months in orbit with three on board, Soyuz MS-41 undocked from the\n"
            "        station’s Poisk module on Friday.",
            "docking_port",
            "Poisk module",
        ),
        ("Luna 29 lifted off from Kourou's ELA-7 pad.", "launch_site", "Kourou's ELA-7 pad"),
        (
            "Luna 29 was launched from Vandenberg Air Force Base (VAFB) Launch Complex 36 (SLC-36).",
            "launch_site",
            "Vandenberg Air Force Base (VAFB) Launch Complex 36 (SLC-36)",
        ),
        ("Apollo 21 splashed down 140 miles from Honolulu.", "landing_site", "140 miles from Honolulu"),
        ("Venera 21 set off in May. The landing site was 11 N, 203 E.", "landing_site", "11 N, 203 E"),
        (
            "Shenzhou 31 softly touched the ground at Dongfeng landing area in Inner Mongolia.",
            "landing_site",
            "Dongfeng landing area in Inner Mongolia",
        ),
        (
            "STS-151 landed on Runway 15 at Kennedy Space Center's (KSC) Shuttle Landing Facility.",
            "landing_site",
            "Runway 15 at Kennedy Space Center's (KSC) Shuttle Landing Facility",
        ),
    ],
)
def test_places_as_real_pages_write_them(text: str, scheme: str, value: str):
    assert list_values(text)[scheme] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "STS-151 readies the outpost for the arrival of its Zvezda Service Module.",
        "Apollo 21 undocked, and the crew fired the Service Module's main engine.",
        "After landing at Kennedy Space Center aboard a jet aircraft, the STS-151 crew met the press.",
        "The T-38 jets landed at Ellington Field; the STS-151 crew was home.",
        "Shenzhou 31 is back, and helpers from the Jiuquan Satellite Launch Center opened the hatch.",
        "Soyuz MS-41 moved. That makes way for another craft, Soyuz MS-42. Its crew is to launch from Baikonur in May.",
        "Heads turn for a splashdown in Hesperus's finest hour. The Hesperus probe left. Hesperus went far.",
    ],
)
def test_places_of_other_things_are_no_sites(text: str):
    assert not {"docking_port", "landing_site", "launch_site"} & set(list_values(text))


def test_a_position_is_no_site_where_a_place_is_named():
    text = "Shenzhou 31 landed at Dongfeng. The landing point was at 41.6 degrees north, 100.1 degrees east."
    assert list_values(text)["landing_site"] == ["Dongfeng"]


def test_asides_in_a_list_of_other_names_are_no_names():
    assert list_values("Luna 29\n\nAKA: Ye-8 (Belov, Petrak);Rubin (Ruby).\n")["name"] == ["Luna 29", "Ye-8", "Rubin"]


def test_one_landing_place_under_its_short_and_its_full_name_is_one_fact():
    text = "STS-151 landed at the Kennedy Space Center in Florida. The landing on KSC's runway was smooth."
    assert list_values(text)["landing_site"] == ["Kennedy Space Center in Florida"]
