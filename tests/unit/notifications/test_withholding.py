"""Not informing somebody is a decision of people, with reason and second opinion (W8.4, T3)."""

import pytest

from services.notifications.api.act_schemas import WithholdInformingSchema
from services.notifications.domain.informing import InformPerson
from services.notifications.domain.informings import Manner
from services.notifications.domain.withholding import WithholdInforming
from shared.web.validation import load
from tests.unit.notifications.family import ANNE, ELS, FATMA, OPA, ROB, STEFAN, Family


def decision(**changed) -> WithholdInforming:
    values = {
        "person": STEFAN,
        "version": 1,
        "reason": "hij zou haar bedreigen",
        "decided_by": FATMA,
        "consulted": ROB,
    }
    return WithholdInforming(**values | changed)


def family_of_two() -> Family:
    family = Family()
    family.version(1, stefan=1, opa=1)
    return family


def test_a_decision_after_consultation_settles_it_for_that_version_and_person():
    """W8.4: settled, and visibly not informed."""
    family = family_of_two()
    family.do(decision())
    due = family.due(STEFAN, 1)
    assert family.open() == [(OPA, 1)]
    assert (due.informed, due.withheld.decided_by, due.withheld.consulted) == (None, FATMA, ROB)


def test_a_later_version_is_due_again():
    """T3: each version is decided on anew."""
    family = family_of_two()
    family.do(decision())
    family.version(2, stefan=2)
    assert (STEFAN, 2) in family.open()


@pytest.mark.parametrize(
    ("act", "rule"),
    [
        (decision(consulted=FATMA), "achterhouden-andere-collega"),
        (decision(consulted=ELS), "achterhouden-vakkracht"),
        (decision(decided_by=OPA), "achterhouden-vakkracht"),
        (decision(consulted=ANNE), "persoon-onbekend"),
        (decision(person=ELS), "achterhouden-niets-open"),
    ],
)
def test_a_decision_that_is_no_decision_is_refused(act: WithholdInforming, rule: str):
    """W8.4: by whom, after consulting which other professional, about something that is due."""
    assert rule in family_of_two().refused(act)


def test_who_knows_already_cannot_be_kept_from_knowing():
    """A decision that comes too late says something that is not so."""
    family = family_of_two()
    family.do(InformPerson(person=OPA, version=1, manner=Manner.PHONE, confirmation="ja"))
    assert family.refused(decision(person=OPA)) == {"achterhouden-al-geinformeerd"}


@pytest.mark.parametrize("missing", ["reden", "beslotenDoor", "geraadpleegd"])
def test_reason_decider_and_colleague_are_all_mandatory(missing: str):
    """W8.4: none of the three can be left out on the wire."""
    body = {
        "persoonId": str(STEFAN),
        "versie": 1,
        "reden": "onveilig",
        "beslotenDoor": str(FATMA),
        "geraadpleegd": str(ROB),
    }
    del body[missing]
    _, _, wrong = load(WithholdInformingSchema(), body)
    assert [(param.name, param.code) for param in wrong] == [(missing, "required")]
