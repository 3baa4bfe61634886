"""One story out of what three services tell."""

from typing import Any
from uuid import UUID

import pytest

from shared.record.errors import SettingsError
from shared.service.neighbour import Answer, Unreachable
from vangnet.story import story

PLAN = UUID("00000000-0000-4000-8000-000000000001")
NOOR = "00000000-0000-4000-8000-000000000002"
V = "2025-05-01T10:00:00.000000Z"


def entry(name: str, at: str, sentence: str, **more: Any) -> dict[str, Any]:
    """An event as a service tells it, recorded when it happened."""
    return {"gebeurtenis": name, "gebeurdOp": at, "vastgelegdOp": at, "zin": sentence, **more}


MADE = entry("plan-vastgesteld", "2025-03-10T10:00:00Z", "Het plan is vastgesteld.")
ANSWERS: dict[str, list[dict[str, Any]]] = {
    "plannen": [entry("dossier-geopend", "2025-03-10T09:00:00Z", "Dossier geopend."), MADE],
    "evaluaties": [
        {**MADE, "zin": "Versie 1 is vastgesteld."},
        {"gebeurtenis": "verplichting", "gebeurdOp": V, "zin": "Evaluatie plannen."},
    ],
    "notificaties": [
        entry("geinformeerd", "2025-03-11T09:00:00Z", "Iemand is geïnformeerd.", persoonId=NOOR)
    ],
}
KNOWN = {"plannen": "2025-05-01", "evaluaties": "2025-05-02", "notificaties": "2025-04-01"}


class Town:
    """A town that tells what is written above, and keeps what it was asked."""

    def __init__(self, status: int = 200) -> None:
        self.asked: list[str] = []
        self.status = status

    def __call__(self, path: str) -> Answer:
        """The answer to one question."""
        self.asked.append(path)
        service = path.split("/")[1]
        if "/personen" in path:
            return Answer(200, {"personen": [{"persoonId": NOOR, "naam": "Noor"}]})
        trip = {"geldigOp": V, "beschikbaarOp": f"{KNOWN[service]}T00:00:00Z"}
        return Answer(self.status, {"gebeurtenissen": ANSWERS[service], "tijdreis": trip})


def test_all_sentences_stand_in_the_order_in_which_things_happened():
    """Whoever told them; a version that two services know of is told once."""
    told = [each.sentence for each in story(Town(), PLAN, None, None).told]
    assert told == [
        "Dossier geopend.",
        "Het plan is vastgesteld.",
        "Iemand is geïnformeerd. (Noor)",
        "Evaluatie plannen.",
    ]


def test_it_says_for_which_moments_it_holds():
    """K is the latest that any service could vouch for."""
    found = story(Town(), PLAN, None, None)
    assert found.valid.isoformat() == "2025-05-01T10:00:00+00:00"
    assert found.known.isoformat() == "2025-05-02T00:00:00+00:00"
    assert not found.simulated


def test_all_services_are_asked_for_the_same_moment():
    """Also when nobody named one: the first answer's moment holds for all."""
    town = Town()
    story(town, PLAN, None, None)
    assert all("geldigOp=2025-05-01T10" in path for path in town.asked[1:])


@pytest.mark.parametrize(("status", "error"), [(404, SettingsError), (503, Unreachable)])
def test_a_plan_that_is_not_told_of_is_said_so(status: int, error: type[Exception]):
    """It is not there, or it cannot be told now: never an empty story."""
    with pytest.raises(error):
        story(Town(status), PLAN, None, None)
