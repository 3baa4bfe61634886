"""Informing through the API: from a version of the plan to everybody knowing of it (W8.4)."""

from uuid import UUID

from tests.integration.notifications.town import Town
from tests.integration.notifications.zilverberg import FAMILY, NETWORK, TEAM, Zilverberg


def test_seven_involved_six_informed_one_not_yet(family: Zilverberg):
    """W8.4: as the work instruction counts them."""
    for name in (*FAMILY, "Els", "Hans"):
        family.inform(name)
    ledger = family.ledger()
    assert ledger["samenvatting"] == "6 van 7 geïnformeerd, 1 nog niet"
    assert ledger["nogNiet"] == [family.people["Opa"]]


def test_who_is_not_informed_yet_is_named_to_those_who_may_know(family: Zilverberg, town: Town):
    """W8.4: "6 van 7 geïnformeerd, opa nog niet"; names come from plans, at that moment."""
    for name in (*FAMILY, "Els", "Hans"):
        family.inform(name)
    town.names[UUID(family.people["Opa"])] = "Opa"
    assert family.ledger()["samenvatting"] == "6 van 7 geïnformeerd, Opa nog niet"


def test_the_ledger_of_any_day_as_known_on_any_day(family: Zilverberg, town: Town):
    """Design 3: two moments, asked for apart."""
    family.inform("Els")
    first = family.ledger()["tijdreis"]["beschikbaarOp"]
    town.clock.later(days=1)
    family.inform("Hans")
    counts = [
        family.ledger(**query)["geinformeerd"]
        for query in ({}, {"geldigOp": first}, {"beschikbaarOp": first})
    ]
    assert counts == [2, 1, 1]


def test_professionals_are_not_counted(family: Zilverberg):
    """W8.4: they have no version of their own to be told of."""
    named = family.stands()
    assert set(named) == {*FAMILY, *NETWORK} and not {*TEAM} & set(named)


def test_a_version_that_changed_nothing_for_somebody_leaves_them_alone(
    family: Zilverberg, town: Town
):
    """Amendment to W8.4: no obligation and no mail for who may not know of the code word."""
    for name in (*FAMILY, *NETWORK):
        family.mail_to(name)
    assert town.tick() == 7
    family.agree("Bel Hans en zeg regenboog.", [family.people["Mirjam"], family.people["Hans"]])
    family.adjust()
    assert set(family.stands(2)) == {"Mirjam", "Hans"}
    assert town.tick() == 2


def test_a_sent_mail_stands_as_not_confirmed_and_counts_for_nothing(family: Zilverberg, town: Town):
    """W8.4: sent is never informed."""
    family.mail_to("Opa")
    town.tick()
    assert family.stands()["Opa"] == "verstuurd-nog-niet-bevestigd"
    assert family.ledger()["geinformeerd"] == 0


def test_without_a_choice_the_reason_stands_in_the_ledger(family: Zilverberg, town: Town):
    """W8.4: for a worker to do something about."""
    town.tick()
    assert set(family.stands().values()) == {"geen-veilig-contactkeuze"}
    assert town.post_office.received == []


def test_a_person_reads_and_confirms_by_the_own_number(family: Zilverberg, town: Town):
    """W8.4, 3.7: and the answer tells nothing of the plan's own numbers."""
    opa = family.people["Opa"]
    answer = town.done(town.notifications, f"{family.path}/bevestigingen", {"versie": 1}, token=opa)
    assert answer["versie"] is None
    assert family.stands()["Opa"] == "geinformeerd"
    own = town.read(f"{family.path}/berichten", token=opa)
    assert own["geinformeerd"][0]["eigenVersie"] == 1


def test_a_decision_not_to_inform_is_shown_with_reason_and_people(family: Zilverberg, town: Town):
    """W8.4: to those with full sight."""
    body = {
        "persoonId": family.people["Stefan"],
        "versie": 1,
        "reden": "Hij zou haar opzoeken.",
        "beslotenDoor": family.people["Fatma"],
        "geraadpleegd": family.people["Rob"],
    }
    town.done(town.notifications, f"{family.path}/achterhoudingen", body)
    ledger = family.ledger()
    [row] = [r for r in ledger["personen"] if r["persoonId"] == family.people["Stefan"]]
    assert (row["stand"], row["reden"]) == ("bewust-niet-geinformeerd", "Hij zou haar opzoeken.")
    assert ledger["samenvatting"] == "0 van 7 geïnformeerd, 1 bewust niet, 6 nog niet"


def test_a_version_that_was_not_followed_yet_is_a_conflict_that_passes(
    family: Zilverberg, town: Town
):
    """Design 2: 409 with Retry-After."""
    body = {
        "persoonId": family.people["Opa"],
        "versie": 2,
        "wijze": "telefoon",
        "bevestiging": "ja",
    }
    early = town.post(town.notifications, f"{family.path}/informeringen", body)
    assert (early.status_code, early.headers["Retry-After"]) == (409, "2")


def test_overdue_at_the_moment_asked_for(family: Zilverberg, town: Town):
    """R24: seven days, counted at V."""
    family.inform("Els")
    town.clock.later(days=20)
    path = f"{family.path}/verplichtingen"
    assert town.read(path)["aantalTeLaat"] == 6
    assert town.read(path, geldigOp="2025-03-12T12:00:00Z")["aantalTeLaat"] == 0


def test_an_incident_reaches_the_case_lead(family: Zilverberg, town: Town):
    """W9.1, R25: across three services."""
    family.mail_to("Fatma")
    body = {"wat": "Hij stond dronken voor de deur."}
    town.done(town.evaluations, f"{family.path}/voorvallen", body)
    assert town.tick() == 1
    assert town.post_office.recipients == [["fatma@example.nl"]]
    due = town.read(f"{family.path}/verplichtingen")["open"]
    [row] = [each for each in due if each.get("voorvalId")]
    assert row["stand"] == "verstuurd-nog-niet-bevestigd"


def test_the_history_tells_it_in_sentences(family: Zilverberg, town: Town):
    """W8.4: in the order in which it happened."""
    family.mail_to("Opa")
    town.tick()
    family.inform("Opa")
    told = [e["zin"] for e in town.read(f"{family.path}/geschiedenis")["gebeurtenissen"]]
    assert (
        told[0] == "Versie 1 van het plan is gemaakt. 7 mensen moeten hierover worden geïnformeerd."
    )
    assert "Het bericht is verstuurd. Of iemand het heeft gelezen, is nog niet bekend." in told
    assert told[-1].startswith("Iemand is geïnformeerd over de eigen versie 1, door de telefoon.")


def test_the_history_holds_what_was_followed_since_the_last_thing_recorded_here(
    family: Zilverberg, town: Town
):
    """Design 3: "now" is now for the messages of others too."""
    family.inform("Opa")
    family.agree("Opa belt elke avond.", [family.people["Opa"]])
    family.adjust()
    told = [e["zin"] for e in town.read(f"{family.path}/geschiedenis")["gebeurtenissen"]]
    assert told[-1].startswith("Versie 2 van het plan is gemaakt.")
