"""The event table is generated, and no type can be mistaken for another."""

import pytest

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.event import Event
from shared.web.event_table import event_rows, event_table, mistakable
from tests.unit.web.sample_app import PUBLISHER
from tests.unit.web.sample_domain import SAMPLE, Begin


def test_every_event_of_a_catalogue_has_a_row_with_an_example() -> None:
    """By Dutch name, with the paragraphs it records."""
    rows = event_rows(SAMPLE, PUBLISHER)
    assert [row.name for row in rows] == [
        "afspraak-bijgesteld",
        "afspraak-gemaakt",
        "plan-begonnen",
    ]
    assert rows[1].type == "nl.overheid.veiligheidsplannen.afspraak-gemaakt.v1"
    assert rows[1].paragraphs == ("W6.1", "S5.1")
    assert rows[1].example["type"] == rows[1].type


def test_the_table_is_markdown() -> None:
    """A line per event, then an example of each."""
    text = event_table(event_rows(SAMPLE, PUBLISHER))
    assert text.splitlines()[3] == (
        "| `nl.overheid.veiligheidsplannen.afspraak-gemaakt.v1` | afspraak-gemaakt | W6.1, S5.1 |"
    )
    assert text.count("```json") == 3


def test_a_name_that_begins_another_is_found() -> None:
    """Open Notificaties matches substrings of the type."""
    assert mistakable(["b", "plan-vastgesteld-opnieuw", "plan-vastgesteld"]) == [
        ("plan-vastgesteld", "plan-vastgesteld-opnieuw")
    ]
    assert mistakable(["a", "a"]) == [("a", "a")]
    assert mistakable(["plan-gemaakt", "afspraak-gemaakt"]) == []


def test_a_table_with_names_that_can_be_mistaken_is_refused() -> None:
    """Found when the table is made, before anybody subscribes."""

    class Short(Event):
        TOPIC = "sample.short"
        NAME = "plan"

    class Long(Event):
        TOPIC = "sample.long"
        NAME = "plan-lang"

    catalogue = Catalogue("x")
    catalogue.act(Begin, "Iets", (), (Short, Long))(lambda state, act, doing: [])
    with pytest.raises(ValueError, match="plan-lang"):
        event_rows(catalogue, PUBLISHER)
