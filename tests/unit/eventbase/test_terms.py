"""How long people have: counted as people in the Netherlands count, and set from a day on."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.obligation import Duty
from shared.eventbase.terms import Term, Terms, Threshold, rule_of

FRIDAY = datetime(2025, 4, 18, 14, 0, tzinfo=UTC)  # Good Friday, an ordinary working day here


@pytest.mark.parametrize(
    ("term", "due"),
    [
        (Term(hours=24), datetime(2025, 4, 19, 14, 0, tzinfo=UTC)),
        (Term(working_days=1), datetime(2025, 4, 22, 22, 0, tzinfo=UTC)),
        (Term(days=7), datetime(2025, 4, 25, 22, 0, tzinfo=UTC)),
        (Term(weeks=6), datetime(2025, 5, 30, 22, 0, tzinfo=UTC)),
        (Term(months=12), datetime(2026, 4, 18, 22, 0, tzinfo=UTC)),
    ],
)
def test_hours_are_clock_hours_and_days_end_at_midnight_here(term: Term, due: datetime) -> None:
    """Domain 5: acute clocks run in hours; after Good Friday come Easter Sunday and Monday."""
    assert term.due(FRIDAY) == due


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    """One month after 31 January is 28 February."""
    assert Term(months=1).due(datetime(2025, 1, 31, 12, tzinfo=UTC)) == datetime(
        2025, 2, 28, 23, tzinfo=UTC
    )


def test_what_was_set_later_holds_for_what_begins_from_that_day() -> None:
    """Design 3: what began before keeps the term that held then."""
    stricter = Threshold(Term(hours=12), date(2025, 4, 19))
    terms = Terms({"R02": Term(hours=24)}, {"R02": [stricter]})
    assert terms.due("R02", FRIDAY) == datetime(2025, 4, 19, 14, tzinfo=UTC)
    saturday = FRIDAY.replace(day=19)
    assert terms.due("R02", saturday) == datetime(2025, 4, 20, 2, tzinfo=UTC)


def test_a_number_holds_on_a_day_and_is_no_term() -> None:
    """R29: three points is low, until two is."""
    terms = Terms({"R29-laag": 3}, {"R29-laag": [Threshold(2, date(2025, 5, 1))]})
    assert terms.number("R29-laag", date(2025, 4, 30)) == 3
    assert terms.number("R29-laag", date(2025, 5, 1)) == 2
    with pytest.raises(TypeError):
        terms.due("R29-laag", FRIDAY)


def test_a_list_holds_on_a_day_and_is_neither_term_nor_number() -> None:
    """T7: one instrument, until there are two."""
    terms = Terms({"T7-x": ("arij",)}, {"T7-x": [Threshold(("arij", "lirik"), date(2025, 5, 1))]})
    assert terms.choices("T7-x", date(2025, 4, 30)) == ("arij",)
    assert terms.choices("T7-x", date(2025, 5, 1)) == ("arij", "lirik")
    for wrong in (lambda: terms.due("T7-x", FRIDAY), lambda: terms.number("T7-x", date.max)):
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises(TypeError):
        Terms({"R29-laag": 3}).choices("R29-laag", date.max)


def test_a_threshold_that_no_topic_knows_is_no_setting() -> None:
    """A misspelled name would otherwise set nothing."""
    with pytest.raises(KeyError):
        Terms({"R02": Term(hours=24)}, {"R2": [Threshold(Term(hours=1))]})


def test_a_threshold_or_duty_is_registered_once() -> None:
    """Two topics that disagree are found when they are loaded."""
    catalogue = Catalogue("some")
    assert catalogue.threshold("R02", Term(hours=24)) == "R02"
    with pytest.raises(TypeError):
        catalogue.threshold("R02", Term(hours=8))
    duty = Duty("iets-doen", "W1.1", "iets doen", lambda state, terms: ())
    catalogue.duty(duty)
    with pytest.raises(TypeError):
        catalogue.duty(duty)


def test_a_threshold_is_named_after_its_rule() -> None:
    """So that whoever reads the rule finds its value."""
    assert (rule_of("R23-acuut"), rule_of("R22")) == ("R23", "R22")
