"""Consent, and sharing with a party outside the family on a basis (R41, domain.md 3.6)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from services.plans.domain.family.birthdays import Consent
from services.plans.domain.family.custody import CustodySource, RecordCustody
from services.plans.domain.family.people import PartyKind
from services.plans.domain.groundwork.consents import RecordConsent
from services.plans.domain.groundwork.outside_sharing import Basis, DecideOutsideSharing
from services.plans.views.outside_sharing import outside_sharing_view
from tests.unit.plans.acts import MARCH_10, Family, add
from tests.unit.plans.case import STRANGER
from tests.unit.plans.looking import look


class Asking:
    """Sem, 13, with two holders of custody, and school as a party."""

    def __init__(self, born: date | None = date(2011, 9, 1)) -> None:
        self.family = Family()
        self.case = self.family.case
        self.sem = self.case.item(add("Sem", birth_date=born))
        self.school = self.case.item(add("School", PartyKind.AGENCY))
        holders = (self.family.mirjam, self.family.stefan)
        known = {"source": CustodySource.REGISTER, "checked_on": MARCH_10}
        self.case.do(RecordCustody(child=self.sem, holders=holders, **known))

    def asked(self, person: UUID, given: bool = True) -> None:
        """Somebody answers."""
        said = {"about": self.sem, "party": self.school, "what": "Hoe het gaat"}
        self.case.do(RecordConsent(person=person, given=given, **said))

    def sharing(self, basis: Basis = Basis.CONSENT, **more: Any) -> DecideOutsideSharing:
        """A decision to share with school."""
        said = {
            "about": (self.sem,),
            "party": self.school,
            "what": "Dat er hulp is",
            "weighing": "School moet weten wie er belt.",
            "decided_by": self.family.fatma,
            "consulted": (self.family.joris,),
            "told_family": True,
        }
        return DecideOutsideSharing(basis=basis, **said | more)

    def seen(self) -> dict[str, Any]:
        """What a professional sees."""
        return outside_sharing_view(look(self.case))


def test_without_everybodys_yes_there_is_no_sharing_by_consent() -> None:
    """R41: not asked, refused, and agreed: `delen-zonder-toestemming`."""
    asking = Asking()
    assert asking.case.refused(asking.sharing()) == {"delen-zonder-toestemming"}
    asking.asked(asking.sem)
    asking.asked(asking.family.stefan, given=False)
    assert asking.case.refused(asking.sharing()) == {"delen-zonder-toestemming"}
    asking.asked(asking.family.stefan)
    assert asking.case.refused(asking.sharing()) == set()


def test_another_basis_needs_no_consent_and_is_weighed() -> None:
    """Domain.md 3.6: a conflict of duties, with somebody consulted; else it stays in sight."""
    asking = Asking()
    asking.asked(asking.family.stefan, given=False)
    asking.case.do(asking.sharing(Basis.CONFLICT_OF_DUTIES))
    assert "delen-zonder-overleg" not in asking.case.flags()
    asking.case.do(asking.sharing(Basis.CONFLICT_OF_DUTIES, consulted=()))
    assert "delen-zonder-overleg" in asking.case.flags()


def test_a_consent_that_is_taken_back_stays_in_sight() -> None:
    """Domain.md 3.6: later sharing stops, history stays: `toestemming-ingetrokken`."""
    asking = Asking()
    asking.asked(asking.sem)
    asking.case.do(asking.sharing())
    assert "toestemming-ingetrokken" not in asking.case.flags()
    asking.asked(asking.sem, given=False)
    assert "toestemming-ingetrokken" in asking.case.flags()
    assert len(asking.seen()["decisions"]) == 1


@pytest.mark.parametrize(
    ("born", "needed", "missing"),
    [
        (date(2014, 9, 1), Consent.HOLDERS, ("mirjam", "stefan")),
        (date(2011, 9, 1), Consent.YOUTH_AND_HOLDERS, ("sem", "mirjam", "stefan")),
        (date(2008, 9, 1), Consent.YOUTH, ("sem",)),
        (None, None, ("sem",)),
    ],
)
def test_who_must_be_asked_follows_from_age(
    born: date | None, needed: Consent | None, missing: tuple[str, ...]
) -> None:
    """R41: under 12 the holders, from 12 both, from 16 the young person alone."""
    asking = Asking(born)
    asking.asked(asking.family.els)
    (row,) = asking.seen()["consents"]
    people = {"sem": asking.sem, "mirjam": asking.family.mirjam, "stefan": asking.family.stefan}
    assert row["needed_of"] == needed
    assert row["not_asked"] == [people[name] for name in missing]


def test_what_makes_no_sense_is_refused() -> None:
    """W7.1, W1.1: strangers, consulting oneself, not telling the family without a reason."""
    asking = Asking()
    stranger = RecordConsent(
        person=STRANGER, about=asking.sem, party=asking.school, what="x", given=True
    )
    assert asking.case.refused(stranger) == {"persoon-onbekend"}
    legal = Basis.LEGAL_DUTY
    for more, rule in (
        ({"party": STRANGER}, "persoon-onbekend"),
        ({"consulted": (asking.family.fatma,)}, "besluit-andere-collega"),
        ({"told_family": False}, "delen-zonder-uitleg"),
    ):
        assert asking.case.refused(asking.sharing(legal, **more)) == {rule}
    explained = asking.sharing(legal, told_family=False, reason_not_told="Gevaar")
    assert asking.case.refused(explained) == set()
