"""Registrations: looked up, with a number, and on their own days (W0.3, R48)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from services.plans.domain.family.people import Register, Registration
from services.plans.domain.groundwork.consultation import Consultations
from services.plans.domain.groundwork.registrations import RecordRegistration, Registrations
from tests.unit.plans.acts import Family, consult
from tests.unit.plans.case import STRANGER, at, day
from tests.unit.plans.test_correction import correct

RENEW = "registratie-vernieuwen"


def register(person: UUID, first: str, last: str | None = None, **more: Any) -> RecordRegistration:
    """Somebody found in the SKJ register."""
    held = Registration(Register.SKJ, day(first), day(last) if last else None)
    said = {"number": "110012345", "checked_on": day("2025-03-10")}
    return RecordRegistration(person=person, registration=held, **said | more)


def test_a_registration_that_lapsed_yesterday_does_not_count_today() -> None:
    """W0.3: refused today; last month's consultation still says that she was registered."""
    family = Family()
    family.case.do(consult(family.fatma, family.joris), "2025-03-12 10:00")
    lapsed = consult(family.fatma, family.joris)
    assert family.case.refused(lapsed, "2025-04-01 09:00") == {"collega-bevoegd"}
    [held] = family.case.state()[Consultations].all
    assert (held.register, held.at) == (Register.SKJ, at("2025-03-12 10:00"))


def test_a_renewed_registration_counts_beside_the_one_before() -> None:
    """W0.3: on its own days, and the earlier days stay as they were."""
    family = Family()
    family.case.do(register(family.joris, "2025-04-01", "2030-03-31"), "2025-03-20 09:00")
    act = consult(family.fatma, family.joris)
    assert family.case.refused(act, "2025-04-02 09:00") == set()
    earlier = consult(family.fatma, family.joris, effective_at=at("2025-03-15 09:00"))
    assert family.case.refused(earlier) == set()


def test_a_registration_that_turns_out_to_end_earlier_is_replaced() -> None:
    """W0.3: struck off; and that was a mistake."""
    family = Family()
    [struck] = family.case.do(register(family.fatma, "2020-01-01", "2025-03-01"))
    act = consult(family.joris, family.fatma)
    assert family.case.refused(act) == {"collega-bevoegd"}
    family.case.do(correct(family.case, struck))
    assert family.case.refused(act) == set()


def test_a_registration_that_nobody_looked_up_stays_in_sight() -> None:
    """W0.3: a word is not a look in the register."""
    family = Family()
    told = family.case.told("registratie-niet-nagekeken")
    assert told == [
        f"De registratie van {person} is niet in het register nagekeken."
        for person in (family.fatma, family.joris)
    ]
    family.case.do(register(family.fatma, "2020-01-01"))
    family.case.do(register(family.joris, "2020-01-01", "2025-03-31"))
    assert "registratie-niet-nagekeken" not in family.case.flags()
    [held] = family.case.state()[Registrations].of[family.fatma].values()
    assert held.number is not None
    assert held.number.content is not None
    assert (held.number.content.number, held.checked_on) == ("110012345", day("2025-03-10"))


def test_sixty_days_before_its_end_somebody_must_see_to_it() -> None:
    """R48: it opens sixty days ahead, is too late after the last day, and a renewal settles it."""
    family = Family()
    family.case.do(register(family.fatma, "2020-01-01", "2025-12-31"))
    owed = {o.about: o for o in family.case.obligations(RENEW)}
    assert owed[family.fatma].opened.at == at("2025-11-01 23:00")
    assert owed[family.fatma].due_at == at("2025-12-31 23:00")
    # What ends sooner than that is owed at once.
    assert owed[family.joris].opened.at < at("2025-03-11 09:00")
    family.case.do(register(family.fatma, "2026-01-01", "2030-12-31"), "2025-12-01 09:00")
    settled = [o.settled for o in family.case.obligations(RENEW) if o.about == family.fatma]
    assert [mark is not None for mark in settled] == [True, False]


def test_the_last_year_of_the_calendar_means_that_it_has_no_end() -> None:
    """R48: nothing is owed, and nothing breaks."""
    family = Family()
    family.case.do(register(family.fatma, "2020-01-01", "9999-12-31"))
    assert [o.about for o in family.case.obligations(RENEW)] == [family.joris]


@pytest.mark.parametrize(
    ("last", "checked", "rules"),
    [
        ("2019-12-31", "2025-03-10", {"registratie-eindigt-voor-begin"}),
        ("2020-01-01", "2025-03-10", set()),
        ("2025-12-31", "2025-03-11", {"registratie-nog-niet-nagekeken"}),
    ],
)
def test_days_that_cannot_be_are_refused(last: str, checked: str, rules: set[str]) -> None:
    """W0.3: an end before the beginning, a look in the register tomorrow."""
    family = Family()
    act = register(family.fatma, "2020-01-01", last, checked_on=day(checked))
    assert family.case.refused(act) == rules
    assert family.case.refused(register(STRANGER, "2020-01-01")) == {"persoon-onbekend"}
