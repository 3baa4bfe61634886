"""Opening a dossier, and who is in it (W0.1, W0.10, S3.1, W7.1, W7.2)."""

from __future__ import annotations

import pytest

from services.plans.domain.family.case_lead import AssignCaseLead, CaseLead
from services.plans.domain.family.dossier import Dossier, Ground
from services.plans.domain.family.people import PartyKind, People
from services.plans.domain.groundwork.registrations import Registrations
from tests.unit.plans.acts import Family, add, open_dossier, qualified
from tests.unit.plans.case import STRANGER, Case


def test_a_suspicion_suffices_and_every_rule_holds_as_for_a_fact() -> None:
    """W0.1: accepted with suspicionOnly; the same points are open as for a confirmed case."""
    suspected, confirmed = Case(), Case()
    (opened,) = suspected.do(open_dossier(suspicion_only=True))
    confirmed.do(open_dossier())
    assert opened.suspicion_only
    assert suspected.state()[Dossier].suspicion_only
    assert (
        suspected.flags()
        == confirmed.flags()
        == {
            "geen-casusregisseur",
            "geen-collega-geraadpleegd",
            "geen-netwerk-bereid",
            "meldcode-open",
            "netwerk-niet-in-kaart",
        }
    )


@pytest.mark.parametrize("ground", Ground)
def test_each_ground_is_enough_on_its_own(ground: Ground) -> None:
    """W0.1, and violence between adults is one of them (W0.10)."""
    case = Case()
    case.do(open_dossier(grounds=(ground,)))
    assert case.state()[Dossier].grounds == (ground,)


def test_a_dossier_is_opened_once() -> None:
    """W0.1: a second opening is meaningless."""
    case = Case()
    case.do(open_dossier())
    assert case.refused(open_dossier()) == {"dossier-bestaat-al"}


def test_everybody_has_an_id_and_a_kind_in_the_dossier() -> None:
    """S3.1, W7.1: family, network, professionals and agencies."""
    case = Case()
    people = {case.item(add("Iemand", kind)): kind for kind in PartyKind}
    assert {p.person: p.kind for p in case.state()[People].all.values()} == people


def test_a_person_can_be_hidden_from_known_people_only() -> None:
    """W7.1: whoever is named must belong to the dossier; all strangers are named at once."""
    family = Family()
    assert family.case.refused(add("Hans", hidden_from=(family.stefan,))) == set()
    broken = family.case.broken(add("Truus", hidden_from=(STRANGER, family.stefan)))
    assert [b.message for b in broken] == [f"Persoon {STRANGER} hoort niet bij dit dossier."]


def test_the_lead_passes_from_one_professional_to_the_next() -> None:
    """W7.2: never two, and after the first never none."""
    family = Family()
    assert "geen-casusregisseur" in family.case.flags()
    for lead in (family.fatma, family.joris):
        family.case.do(AssignCaseLead(person=lead))
        assert family.case.state()[CaseLead].person == lead
        assert "geen-casusregisseur" not in family.case.flags()


def test_only_a_professional_of_this_dossier_can_have_the_lead() -> None:
    """W7.2: not the family, not the network, not an agency, not somebody unknown."""
    family = Family()
    school = family.case.item(add("School", PartyKind.AGENCY))
    for person in (family.mirjam, family.els, school):
        assert family.case.refused(AssignCaseLead(person=person)) == {"casusregie-vakkracht"}
    assert family.case.refused(AssignCaseLead(person=STRANGER)) == {"persoon-onbekend"}
    assert family.case.state()[CaseLead].person is None


def test_a_registration_holds_on_its_first_and_last_day() -> None:
    """W0.3: both days inclusive; without a last day it goes on."""
    family = Family()
    of = family.case.state()[Registrations].of
    [joris] = (held.registration for held in of[family.joris].values())
    [fatma] = (held.registration for held in of[family.fatma].values())
    first, last = joris.valid_from, joris.valid_until
    assert last is not None
    assert joris.holds_on(first)
    assert joris.holds_on(last)
    assert not joris.holds_on(last.replace(month=4, day=1))
    assert not joris.holds_on(first.replace(year=2019))
    assert fatma.holds_on(last.replace(year=2090))
    assert qualified("x").registration == fatma
