"""The exact edges of who judges, what court orders say, and with whom something is shared."""

from __future__ import annotations

from types import SimpleNamespace

from services.plans.domain import catalogue
from services.plans.domain.family.people import PartyKind, Register, Registration
from services.plans.domain.groundwork.consents import RecordConsent
from services.plans.domain.groundwork.measures import MeasureKind
from services.plans.domain.groundwork.registrations import RecordRegistration, Registrations
from services.plans.domain.groundwork.risk_assessment import (
    Instrument,
    InstrumentPart,
    RegisterRiskAssessment,
)
from services.plans.views.measures import measures_view
from shared.eventbase.moment import Moment
from tests.unit.plans.acts import Family, add
from tests.unit.plans.case import LATE, at, day
from tests.unit.plans.looking import look
from tests.unit.plans.test_judgement import UNREGISTERED, judge
from tests.unit.plans.test_measures import impose
from tests.unit.plans.test_outside_sharing import Asking
from tests.unit.plans.test_registrations import RENEW, register

SKJ, SCIENTIST = Register.SKJ, Register.BEHAVIOURAL_SCIENTIST


def test_a_registered_professional_may_judge_alone() -> None:
    """W0.4: it is enough that the judge is registered."""
    family = Family()
    family.case.do(judge(family, consulted=()))
    assert UNREGISTERED not in family.case.flags()


def test_two_registers_from_the_same_day_are_two_registrations() -> None:
    """W0.3: one does not take the place of the other."""
    family = Family()
    for kind in (SKJ, SCIENTIST):
        held = Registration(kind, day("2025-03-01"))
        act = RecordRegistration(
            person=family.els, registration=held, number="1", checked_on=day("2025-03-10")
        )
        family.case.do(act)
    found = family.case.state()[Registrations].held_on(day("2025-03-10"), family.els)
    assert found == {SKJ, SCIENTIST}


def test_a_registration_until_sixty_days_from_now_alerts_at_once() -> None:
    """R48: it is owed from then on, not from the end of the day on which it was written down."""
    family = Family()
    family.case.do(register(family.els, "2020-01-01", "2025-05-09"), "2025-03-10 12:00")
    [due] = [each for each in family.case.obligations(RENEW) if each.about == family.els]
    assert due.opened.at == at("2025-03-10 12:00")


def test_an_instrument_of_another_name_is_told_by_that_name() -> None:
    """W0.5: and without it, where it may not be read, as another one."""
    other = {"instrument": Instrument.OTHER, "part": InstrumentPart.WHOLE, "outcome": "midden"}
    [done] = Family().case.do(RegisterRiskAssessment(**other, name="B-SAFER"))
    for name, told in (("B-SAFER", "B-SAFER"), ("", "een ander instrument")):
        words = SimpleNamespace(text=lambda _, field, name=name: name if field == "name" else "x")
        sentence = catalogue.sentences[type(done)](done, words)
        assert sentence == f"Risicotaxatie ingevuld ({told}). Uitkomst: x"


def test_a_provisional_supervision_order_is_heard_within_two_weeks() -> None:
    """R17: before the end of the fourteenth day; no other measure has such a day."""
    family = Family()
    dates = {"begins": "2025-03-11 10:00", "ends": "2025-06-01 09:00"}
    family.case.do(impose(family, kind=MeasureKind.PROVISIONAL_SUPERVISION, **dates))
    family.case.do(impose(family))
    seen = look(family.case)
    seen.moment = Moment(LATE, LATE)
    days = [each["hearing_before"] for each in measures_view(seen)["measures"]]
    assert days == [at("2025-03-25 23:00"), None]


def test_consent_about_each_of_them_is_needed() -> None:
    """R41: taken back for one, nothing more is shared about both on that ground."""
    asking = Asking()
    noor = asking.case.item(add("Noor"))
    said = {"party": asking.school, "what": "Hoe het gaat", "person": asking.family.mirjam}
    for about in (asking.sem, noor):
        asking.case.do(RecordConsent(about=about, given=True, **said))
    asking.case.do(asking.sharing(about=(asking.sem, noor)))
    assert "toestemming-ingetrokken" not in asking.case.flags()
    asking.case.do(RecordConsent(about=noor, given=False, **said))
    assert "toestemming-ingetrokken" in asking.case.flags()


def test_parties_that_may_not_be_told_any_more_are_told_in_one_order() -> None:
    """R41: the same each time that somebody looks, whoever was first; and each of them once."""
    asking = Asking()
    parties = [asking.case.item(add(f"Club {n}", PartyKind.AGENCY)) for n in range(9)]
    for given in (True, False):
        for party in reversed(parties):
            said = {"about": asking.sem, "person": asking.family.mirjam, "what": "Hoe het gaat"}
            asking.case.do(RecordConsent(given=given, party=party, **said))
            if given:
                asking.case.do(asking.sharing(party=party))
                asking.case.do(asking.sharing(party=party))
    told = asking.case.told("toestemming-ingetrokken")
    assert len(told) == len(parties)
    assert told == sorted(told)
