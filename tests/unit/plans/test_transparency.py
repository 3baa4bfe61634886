"""Telling the family: messages 2a and 2b, and reports (W2.2, W2.3)."""

from __future__ import annotations

import pytest

from services.plans.domain.groundwork.reports import Authority, Reports, ReportToAuthority
from services.plans.domain.groundwork.transparency import GiveTransparencyMessage, Manner, Message
from services.plans.domain.groundwork.unsafety import Unsafety
from tests.unit.plans.acts import Family, classify
from tests.unit.plans.case import STRANGER


def give(message: Message, *to: object) -> GiveTransparencyMessage:
    """A message told in person."""
    return GiveTransparencyMessage(message=message, to=to, manner=Manner.IN_PERSON)


def test_both_messages_are_owed_to_each_of_the_family_once_unsafety_was_judged() -> None:
    """W2.2: nothing before; after it 2a and 2b per person, and not to network or worker."""
    family = Family()
    assert family.case.told("boodschap-open") == []
    family.case.do(classify(Unsafety.STRUCTURAL))
    assert set(family.case.told("boodschap-open")) == {
        f"Boodschap {message} aan {person} is nog niet gegeven."
        for message in ("2a", "2b")
        for person in (family.mirjam, family.stefan)
    }


def test_with_only_2a_given_2b_stays_open_for_each_person_by_name() -> None:
    """W2.2: both to mother but not to father: father is named, with both."""
    family = Family()
    family.case.do(classify(Unsafety.STRUCTURAL))
    family.case.do(give(Message.TOGETHER_2A, family.mirjam, family.stefan))
    assert family.case.told("boodschap-open") == [
        f"Boodschap 2b aan {person} is nog niet gegeven."
        for person in (family.mirjam, family.stefan)
    ]
    family.case.do(give(Message.MAY_REPORT_2B, family.mirjam))
    assert family.case.told("boodschap-open") == [
        f"Boodschap 2b aan {family.stefan} is nog niet gegeven."
    ]
    family.case.do(give(Message.MAY_REPORT_2B, family.stefan))
    assert family.case.told("boodschap-open") == []


def test_a_message_goes_to_people_of_the_dossier() -> None:
    """W7.1."""
    assert Family().case.refused(give(Message.TOGETHER_2A, STRANGER)) == {"persoon-onbekend"}


@pytest.mark.parametrize("authority", Authority)
def test_a_report_is_possible_at_any_time_to_either_body(authority: Authority) -> None:
    """W2.3: also before anything was judged or assessed."""
    family = Family()
    family.case.do(ReportToAuthority(authority=authority, reason="Letsel", told_family=True))
    (made,) = family.case.state()[Reports].all
    assert (made.authority, made.told_family) == (authority, True)


def test_a_report_behind_the_familys_back_needs_a_reason() -> None:
    """W2.3: refused without one."""
    family = Family()
    act = ReportToAuthority(authority=Authority.RVDK, reason="Letsel", told_family=False)
    assert family.case.refused(act) == {"gezin-niet-vooraf-ingelicht"}
    reasoned = ReportToAuthority(
        authority=Authority.RVDK, reason="Letsel", told_family=False, reason_not_told="Gevaar"
    )
    assert family.case.refused(reasoned) == set()
