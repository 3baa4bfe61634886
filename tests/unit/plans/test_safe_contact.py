"""The safe way to reach somebody (W8.4, domain 3.7)."""

from __future__ import annotations

import pytest

from services.plans.domain.family.safe_contact import Channel, ChooseSafeContact, SafeContacts
from tests.unit.plans.acts import Family
from tests.unit.plans.case import STRANGER


def test_e_mail_without_an_address_is_refused() -> None:
    """W8.4: nothing could ever arrive."""
    family = Family()
    choice = ChooseSafeContact(person=family.mirjam, channel=Channel.EMAIL)
    assert family.case.refused(choice) == {"e-mail-zonder-adres"}
    addressed = ChooseSafeContact(
        person=family.mirjam, channel=Channel.EMAIL, address="m@example.org"
    )
    assert family.case.refused(addressed) == set()


@pytest.mark.parametrize("channel", [Channel.PHONE, Channel.IN_PERSON, Channel.LETTER])
def test_other_channels_need_no_address(channel: Channel) -> None:
    """W8.4: "vertel het mij zelf" is a choice too."""
    family = Family()
    choice = ChooseSafeContact(person=family.mirjam, channel=channel)
    assert family.case.refused(choice) == set()


def test_the_latest_choice_holds() -> None:
    """W8.4: per person."""
    family = Family()
    for channel in (Channel.PHONE, Channel.IN_PERSON):
        family.case.do(ChooseSafeContact(person=family.mirjam, channel=channel))
    chosen = family.case.state()[SafeContacts].of
    assert chosen[family.mirjam].channel is Channel.IN_PERSON
    assert family.stefan not in chosen


def test_only_people_of_the_dossier_choose() -> None:
    """W7.1."""
    choice = ChooseSafeContact(person=STRANGER, channel=Channel.PHONE)
    assert Family().case.refused(choice) == {"persoon-onbekend"}
