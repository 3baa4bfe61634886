"""Sending for real: the record, the agenda, the gate of plans and a mail server (W8.4)."""

import pytest

from services.notifications.performing import NotifyingActing
from services.notifications.sending.sender import Sender
from shared.feed.rebuild import Rebuild
from tests.integration.notifications.town import Town
from tests.integration.notifications.zilverberg import CODE_WORD, FAMILY, NETWORK, Zilverberg


def _messages(town: Town) -> list[str]:
    return [str(message["Message-ID"]) for message in town.post_office.received]


def _notices(family: Zilverberg) -> list[dict]:
    return family.town.read(f"{family.path}/berichten")["berichten"]


def test_what_leaves_and_what_is_logged_hold_nothing_of_the_case(family: Zilverberg, town: Town):
    """R50: names, promises, numbers and ids of the plan stand in no mail and in no log line."""
    for name in (*FAMILY, *NETWORK):
        family.mail_to(name, f"post{name.encode().hex()}@example.nl")
    town.tick()
    canaries = [*family.people, *family.people.values(), family.path.rsplit("/", 1)[1], CODE_WORD]
    left = " ".join(message.as_string() for message in town.post_office.received)
    assert len(town.post_office.received) == 7
    logged = town.log.getvalue().decode()
    assert [word for word in canaries if word in left or word in logged] == []


def test_a_bounce_is_seen_and_a_worker_sends_it_again(family: Zilverberg, town: Town):
    """W8.4: refused for good, shown, corrected, sent; all the time not informed."""
    town.post_office.to_recipient = "550 no such user"
    family.mail_to("Opa", "opaa@example.nl")
    town.tick()
    [notice] = _notices(family)
    assert (notice["stand"], notice["oorzaak"]) == ("mislukt", "definitief-geweigerd")
    assert family.stands()["Opa"] == "niet-te-versturen"
    town.post_office.to_recipient = None
    family.mail_to("Opa", "opa@example.nl")
    path = f"{family.path}/berichten/{notice['berichtId']}/herhalingen"
    town.done(town.notifications, path, {})
    assert town.tick() == 1
    assert town.post_office.recipients == [["opa@example.nl"]]
    assert family.ledger()["geinformeerd"] == 0


def test_a_temporary_refusal_is_tried_again_by_itself(family: Zilverberg, town: Town):
    """W8.4: after a minute, and not before."""
    town.post_office.to_recipient = "451 try later"
    family.mail_to("Opa")
    town.tick()
    [notice] = _notices(family)
    assert (notice["stand"], notice["oorzaak"]) == ("nieuwe-poging-volgt", "tijdelijk-geweigerd")
    assert notice["volgendePogingOp"] > notice["gewijzigdOp"]
    town.post_office.to_recipient = None
    assert town.tick() == 0
    town.clock.later(minutes=2)
    assert town.tick() == 1
    assert len(set(_messages(town))) == 1


def test_a_process_that_died_after_sending_sends_the_same_notice_again(
    family: Zilverberg, town: Town, monkeypatch: pytest.MonkeyPatch
):
    """W8.4: uncertain meanwhile; the repeat has the same Message-ID."""
    family.mail_to("Opa")
    with monkeypatch.context() as patched:
        patched.setattr("services.notifications.sending.delivery.sent", _dies)
        town.tick()
    assert [notice["stand"] for notice in _notices(family)] == ["onzeker"]
    town.notifications.close()
    town.notifications = town.open_notifications()
    town.clock.later(minutes=11)
    assert town.tick() == 1
    assert len(_messages(town)) == 2 and len(set(_messages(town))) == 1


def test_a_rebuild_of_what_was_followed_sends_nothing(family: Zilverberg, town: Town):
    """Design 5: not while it runs, not half-way, and not afterwards."""
    for name in FAMILY:
        family.mail_to(name)
    assert town.tick() == 4
    inbox = town.notifications.inbox
    *_, timer = town.notifications.timers
    before = inbox.digest()
    sent = [timer(town.clock()) for _ in Rebuild(town.plans.source, inbox, batch=3).run()]
    assert len(sent) > 3 and set(sent) == {0}
    assert (town.tick(), inbox.digest(), before.rows > 0) == (0, before, True)


def test_half_a_rebuild_sends_nothing_about_a_plan_that_is_not_back_yet(
    family: Zilverberg, town: Town
):
    """Design 5: half-way Fatma has the lead again, whom Rob took it over from."""
    family.mail_to("Fatma")
    family.mail_to("Rob")
    family.act("casusregie", {"persoonId": family.people["Rob"]})
    town.follow()
    town.done(town.evaluations, f"{family.path}/voorvallen", {"wat": "Ruzie."})
    assert town.tick() == 1
    rebuild = Rebuild(town.plans.source, town.notifications.inbox, batch=1).run()
    *_, timer = town.notifications.timers
    assert {timer(town.clock()) for _ in rebuild} == {0}
    assert town.post_office.recipients == [["rob@example.nl"]]


def test_the_choice_is_asked_through_the_gate_of_plans_each_time(family: Zilverberg, town: Town):
    """3.7: an address that was replaced is never used again, and every question is logged."""
    family.mail_to("Opa", "oud@example.nl")
    family.mail_to("Opa", "nieuw@example.nl")
    town.tick()
    assert town.post_office.recipients == [["nieuw@example.nl"]]


def test_a_sender_that_starts_looks_at_every_plan(family: Zilverberg, town: Town):
    """W8.4: what was asked just before a process died is not lost with it."""
    town.tick()
    family.mail_to("Opa")
    assert town.tick() == 0
    town.clock.later(hours=2)
    town.notifications.close()
    town.notifications = town.open_notifications()
    assert town.tick() == 1


def test_what_the_sender_records_is_no_news_to_itself(family: Zilverberg, town: Town):
    """W8.4: a plan that was done is left alone until something happens or is due."""
    family.mail_to("Opa")
    town.tick()
    acting = town.notifications.acting
    assert isinstance(acting, NotifyingActing)
    assert acting.agenda.due(town.clock()) == []


def test_the_only_timer_of_the_service_is_the_sender(town: Town):
    """Design 2: nothing else happens because time passes."""
    *_, timer = town.notifications.timers
    assert isinstance(timer.__self__, Sender)


def _dies(*_: object) -> list:
    raise OSError("the process died here")
