"""How long a file is kept (R44)."""

from __future__ import annotations

from services.plans.domain.erasing.keeping import Retention, Since, retention
from shared.eventbase.calendar import end_of_day
from shared.eventbase.erasing import Ground
from shared.eventbase.state import State
from tests.unit.plans.acts import Family, close, concern, good_enough
from tests.unit.plans.case import NOWHERE, PLAN, TERMS, at, day
from tests.unit.plans.erasing.acts import BOSS, approve, ask, decide, hold


def term(family: Family) -> Retention:
    """How long the file of a family is kept by what is known."""
    found = retention(family.case.state(), TERMS)
    assert found is not None
    return found


def test_a_file_is_kept_for_twenty_years_after_it_was_last_changed() -> None:
    """R44: by when that was recorded; there is no term without a file."""
    family = Family()
    family.case.do(concern(effective_at=at("2025-01-01 09:00")), "2025-06-01 09:00")
    found = term(family)
    assert (found.since, found.last_day) == (Since.LAST_CHANGE, day("2045-06-01"))
    assert found.until == end_of_day(day("2045-06-01"))
    assert retention(State(PLAN), TERMS) is None


def test_the_end_of_care_counts_when_it_is_later() -> None:
    """R44: until the last day of aftercare."""
    family = Family()
    family.in_force()
    family.case.do(good_enough())
    family.case.do(close(follow_up_until=day("2025-09-10")))
    found = term(family)
    assert (found.since, found.last_day) == (Since.END_OF_CARE, day("2045-09-10"))
    family.case.do(concern(), "2025-10-01 09:00")
    assert (term(family).since, term(family).last_day) == (Since.LAST_CHANGE, day("2045-10-01"))


def test_a_plan_that_ends_without_aftercare_ends_care_when_it_is_closed() -> None:
    """R44: what is recorded of it is the last change then."""
    family = Family()
    family.in_force()
    family.case.do(good_enough())
    family.case.do(close(), "2025-04-01 09:00")
    assert term(family).last_day == day("2045-04-01")


def test_what_is_done_about_erasing_does_not_make_a_file_be_kept_longer() -> None:
    """R44: else its end would never come."""
    family = Family()
    before = term(family)
    request = family.case.item(ask(NOWHERE, asked_by=family.mirjam), "2025-08-01 09:00")
    family.case.do(decide(request, NOWHERE))
    family.case.do(hold(), actor=BOSS)
    assert term(family) == before


def test_the_end_of_the_term_is_looked_at_twelve_months_before() -> None:
    """R44: a decision about the whole file since then settles it, also one to keep it."""
    family = Family()

    def owed() -> tuple[object, object, object]:
        (found,) = family.case.obligations("bewaartermijn-herzien")
        return found.opened.at, found.due_at, found.settled

    early = family.case.item(ask(whole=True))
    family.case.do(decide(early, whole=True, ground=Ground.MISTAKE))
    assert owed() == (end_of_day(day("2044-03-10")), end_of_day(day("2045-03-10")), None)
    request = family.case.item(ask(whole=True), "2044-04-01 09:00")
    assert owed()[2] is None
    family.case.do(decide(request, whole=True, ground=Ground.MISTAKE))
    assert owed()[2] is not None


def test_nothing_is_erased_because_its_term_is_over_before_it_is() -> None:
    """R44: not in part either; after it, without waiting another week."""
    family = Family()
    request = family.case.item(ask(whole=True), "2025-03-10 10:00")
    over = decide(request, whole=True, ground=Ground.TERM_OVER)
    (told,) = family.case.broken(over)
    assert (told.rule, "10-03-2045" in told.message) == ("wissing-bewaartermijn", True)
    part = family.case.item(ask(NOWHERE))
    early = decide(part, NOWHERE, ground=Ground.TERM_OVER)
    assert family.case.refused(early) == {"wissing-bewaartermijn"}
    assert family.case.refused(over, "2045-03-10 23:00") == set()
    assert family.case.refused(approve(family, request), actor=BOSS) == set()


def test_a_file_that_changed_after_the_decision_is_kept_again() -> None:
    """R44: whoever approves is told until when."""
    family = Family()
    request = family.case.item(ask(whole=True), "2045-03-11 10:00")
    family.case.do(decide(request, whole=True, ground=Ground.TERM_OVER))
    family.case.do(concern())
    (told,) = family.case.broken(approve(family, request), actor=BOSS)
    assert (told.rule, "11-03-2065" in told.message) == ("wissing-termijn-verlengd", True)
