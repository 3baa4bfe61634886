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
    """Design 6, threat 12: with a revision too, a constant 404."""
    stranger = str(uuid4())
    asked = [post(home, p, stranger, what, **headers) for p in (home.plan_id, str(uuid4()))]
    assert [answer.status_code for answer in asked] == [404, 404]
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
