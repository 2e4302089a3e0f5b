"""The table of outlets: floors of how many there are, and where."""

from tawatur.packs.tables import table_rows

ARAB_STATES = frozenset((
    "dz", "bh", "km", "dj", "eg", "iq", "jo", "kw", "lb", "ly", "mr", "ma", "om", "ps", "qa", "sa", "so", "sd", "sy", "tn", "ae", "ye",
))  # fmt: skip
FEWEST_WITH_DOMAINS = 900


def test_every_arab_state_has_outlets_and_nearly_every_outlet_its_domains() -> None:
    rows = [row for row in table_rows("outlets") if row.get("domains")]
    assert len(rows) >= FEWEST_WITH_DOMAINS
    assert {row.get("country") for row in rows} >= ARAB_STATES


def test_a_family_has_several_members() -> None:
    members = [row.get("family") for row in table_rows("outlets") if row.get("family")]
    assert {row.get("id") for row in table_rows("families")} == {family for family in members if members.count(family) > 1}


def test_the_calendar_of_neighbours() -> None:
    calendars = {row.get("id"): row.get("calendar") for row in table_rows("outlets")}
    assert (calendars["enab-baladi"], calendars["youm7"], calendars["mosaique"], calendars["hespress"]) == (
        "levantine", "gregorian", "maghrebi", "moroccan",
    )  # fmt: skip
