"""Nobody finds out by travelling in time when something happened that is not theirs."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.integration.privacy.household import EVALUATIONS, NOTIFICATIONS, PLANS, Household
from tests.integration.whole.village import START

ASKED = (
    (PLANS, "/veiligheidsplan"),
    (PLANS, "/veiligheidsplan/versies"),
    (PLANS, "/personen"),
    (PLANS, "/zorgen"),
    (PLANS, "/risico-uitspraken"),
    (PLANS, "/taken"),
    (PLANS, "/noodplan"),
    (PLANS, "/instemming"),
    (PLANS, "/netwerk"),
    (PLANS, "/netwerk/genogram.svg"),
    (PLANS, "/netwerk/sociogram.svg"),
    (EVALUATIONS, "/evaluaties"),
    (EVALUATIONS, "/voorvallen"),
    (EVALUATIONS, "/tijdlijn"),
    (EVALUATIONS, "/niet-nakomen"),
    (EVALUATIONS, "/waarnemingen"),
    (EVALUATIONS, "/kinderen"),
    (NOTIFICATIONS, "/berichten"),
)
# The dossier is opened at START, its people are added an hour later, version 1 an hour after.
BEFORE_VERSION_1 = [START + timedelta(minutes=m) for m in (-60, -1, 1, 30, 61, 90, 119)]


def at(moment: datetime) -> str:
    """A moment as a query takes it."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"


@pytest.mark.parametrize("key", ["geldigOp", "beschikbaarOp"])
@pytest.mark.parametrize(("service", "path"), ASKED)
def test_nothing_tells_when_a_dossier_was_opened_on_somebody(
    home: Household, service: str, path: str, key: str
) -> None:
    """3.7, design 6: until his own first version every moment gives Stefan the same answer."""
    home.later(days=1)
    read = [
        home.ask(service, f"{path}?{key}={at(moment)}", home.stefan) for moment in BEFORE_VERSION_1
    ]
    bodies = {(answer.status_code, answer.data.partition(b'"tijdreis"')[0]) for answer in read}
    assert len(bodies) == 1, bodies


@pytest.mark.parametrize(("service", "path"), ASKED)
def test_a_worker_does_find_no_dossier_before_it_was_opened(
    home: Household, service: str, path: str
) -> None:
    """The test above can fail: to a worker these moments differ."""
    home.later(days=1)
    asked = [home.ask(service, f"{path}?geldigOp={at(m)}") for m in BEFORE_VERSION_1]
    assert asked[0].status_code == 404
    assert 200 in [answer.status_code for answer in asked]


@pytest.mark.parametrize("key", ["geldigOp", "beschikbaarOp"])
def test_there_is_no_page_until_there_is_a_version_to_print(home: Household, key: str) -> None:
    """W0.9, 3.7: nor for the worker; and then there is one, for each of them."""
    home.later(days=1)
    page = f"/personen/{home.stefan}/gezinsversie"
    for person in (home.stefan, None):
        read = [home.ask(PLANS, f"{page}?{key}={at(m)}", person) for m in BEFORE_VERSION_1]
        assert {answer.status_code for answer in read} == {404}
        assert len({answer.data for answer in read}) == 1 or person is None
        assert home.ask(PLANS, page, person).status_code == 200
