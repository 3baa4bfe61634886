"""What somebody posts with their own token tells them nothing about what they may not know."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from werkzeug.test import TestResponse

from shared.access.role import Role
from tests.integration.privacy.household import (
    EVALUATIONS,
    NOTIFICATIONS,
    PLANS,
    Household,
    agreement,
    as_person,
    correct,
)

POSTS = (
    (EVALUATIONS, "/voorvallen", {"wat": "Ruzie", "onveiliger": False}),
    (NOTIFICATIONS, "/bevestigingen", {"versie": 1}),
)


def post(
    home: Household, plan_id: str, person: str, post: tuple[str, str, Any], **headers: str
) -> TestResponse:
    """Posts in somebody's own name."""
    service, path, body = post
    url = f"{service}/dossiers/{plan_id}{path}"
    return home.village.ask("POST", url, *as_person(person), body=body, **headers)


@pytest.mark.parametrize("headers", [{}, {"If-Match": "abc"}, {"If-Match": '"abc"'}])
@pytest.mark.parametrize("what", POSTS)
def test_a_stranger_cannot_tell_a_dossier_from_none(
    home: Household, what: tuple[str, str, Any], headers: dict[str, str]
) -> None:
    """Design 6, threat 12: a constant 404; with a revision, which nobody gets here, 400."""
    stranger = str(uuid4())
    asked = [post(home, p, stranger, what, **headers) for p in (home.plan_id, str(uuid4()))]
    assert [answer.status_code for answer in asked] == [400 if headers else 404] * 2
    assert asked[0].data == asked[1].data


@pytest.mark.parametrize("field", ["aanwezigeKinderen", "verborgenVoor"])
def test_naming_somebody_hidden_is_refused_as_naming_nobody(home: Household, field: str) -> None:
    """W7.1, design 6: an id that was seen elsewhere is no way to find out who is in here."""
    service, path, body = POSTS[0]
    refused = []
    for person in (home.hans, str(uuid4())):
        answer = post(home, home.plan_id, home.stefan, (service, path, body | {field: [person]}))
        refused.append((answer.status_code, answer.text.replace(person, "WIE")))
    assert refused[0] == refused[1]
    assert refused[0][0] == 409


@pytest.mark.parametrize("name", ["mirjam", "stefan", "els"])
def test_a_revision_of_a_person_is_refused_before_anything_is_looked_at(
    home: Household, name: str
) -> None:
    """Design 6: whether one fits tells that something moved, and nothing would be recorded of it.

    The worker's own revision, an older one and a wrong act get the same answer.
    """
    person, older = getattr(home, name), home.revision
    home.adjust(ongewijzigdBevestigd=True)
    claims = [{"afspraakId": each, "wat": "x"} for each in (home.secret, str(uuid4()))]
    asked = [
        post(home, home.plan_id, person, (EVALUATIONS, "/niet-nakomen", body), **revision)
        for body in claims
        for revision in (older, home.revision)
    ]
    assert {answer.status_code for answer in asked} == {400}
    assert len({answer.data for answer in asked}) == 1
    assert "U krijgt geen revisie" in asked[0].text


def test_not_keeping_what_is_hidden_is_refused_as_not_keeping_nothing(home: Household) -> None:
    """W9.2, 3.7: the code word is not there for Stefan; nor is a claim about it recorded."""
    about = agreement("Over Stefan", home.stefan, home.mirjam, verborgenVoor=[home.stefan])
    theirs = home.adjust({"soort": "afspraak-maken", **about})["onderdelen"][0]
    asked = set()
    for item in (home.secret, theirs, str(uuid4())):
        claim = (EVALUATIONS, "/niet-nakomen", {"afspraakId": item, "wat": "x"})
        answer = post(home, home.plan_id, home.stefan, claim)
        asked.add((answer.status_code, answer.text))
    assert [status for status, _ in asked] == [409]
    own = (EVALUATIONS, "/niet-nakomen", {"afspraakId": home.secret, "wat": "x"})
    assert post(home, home.plan_id, home.mirjam, own).status_code == 201


def test_nobody_says_for_the_organisation_when_it_heard(home: Household) -> None:
    """Amendment: a term runs from then; and whom one may name tells nothing of who is hidden."""
    service, path, body = POSTS[0]
    refused = []
    for who in (home.hans, str(uuid4())):
        said = {**body, "vernomenOp": "2026-03-20T12:00:00Z", "vernomenDoor": who}
        answer = post(home, home.plan_id, home.stefan, (service, path, said))
        refused.append((answer.status_code, answer.text.replace(who, "WIE")))
    assert refused[0] == refused[1]
    assert refused[0][0] == 409
    assert "vernomen-door-organisatie" in refused[0][1]


def test_taking_back_is_sent_by_itself_and_not_in_a_meeting(home: Household) -> None:
    """Decision 17: its moment would be that of the rest."""
    back = {"handeling": "gegeven-corrigeren", "gebeurtenisId": str(uuid4()), "reden": "x"}
    path = f"{PLANS}/dossiers{home.dossier}/handelingen"
    answer = home.village.ask("POST", path, body={"handelingen": [back]}, **home.revision)
    assert answer.status_code == 400
    assert [each["name"] for each in answer.json["invalidParams"]] == ["handelingen.0.handeling"]


def test_an_answer_to_a_worker_is_not_repeated_to_a_person(home: Household) -> None:
    """Design 2, 6: a worker's answer holds a revision; the same subject as party gets its own."""
    sub, key = "dezelfde", {"Idempotency-Key": "een"}
    path = f"{EVALUATIONS}/dossiers{home.dossier}/voorvallen"
    answers = []
    for role, person in ((Role.WORKER, None), (Role.PERSON, UUID(home.stefan))):
        token = home.village.issuer.issue(role, sub, person, timedelta(days=1))
        sent = {"Authorization": f"Bearer {token}", **key}
        answers.append(home.village.ask("POST", path, body=POSTS[0][2], **sent).json)
    assert "revisie" in answers[0]
    assert "revisie" not in answers[1]


def test_somebody_who_left_the_record_takes_their_secrecy_along(home: Household) -> None:
    """Design 6, deny by default: of whom nothing is known any more, nobody may know."""
    noor = home.add("Noor", "gezin", verborgenVoor=[home.stefan])
    home.village.settle()
    held = {"versie": 1, "wijze": "netwerkberaad", "deelnemers": [home.stefan, noor]}
    evaluation = home.post(EVALUATIONS, f"{home.dossier}/evaluaties", held)["onderdelen"][0]
    rated = {"persoonId": home.stefan, "vraag": "veiligheid", "waarde": 7, "overKind": noor}
    home.post(EVALUATIONS, f"{home.dossier}/evaluaties/{evaluation}/waarderingen", rated)
    correct(home, PLANS, "persoon-toegevoegd")
    home.village.settle()
    for path in (f"/evaluaties/{evaluation}", "/tijdlijn"):
        assert noor not in home.ask(EVALUATIONS, path, home.stefan).text
