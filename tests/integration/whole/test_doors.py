"""The real services together: every route has a door, and every description is published."""

from __future__ import annotations

import re

import pytest
from werkzeug.test import Client

from tests.integration.whole.village import Village
from vangnet.assembly import CATALOGUES

OPEN = {"openapi", "gezond", "gereed"}
NAMES = ("plans", "evaluations", "notifications")
_ID = "9f1c1f0e-7f5f-4c49-9c7e-4f3e2d1c0b9a"


@pytest.mark.parametrize("name", NAMES)
def test_every_route_of_every_service_demands_a_token(village: Village, name: str) -> None:
    """Walked from the app's own map: a route that somebody adds is walked too."""
    service = village.town.by_name[name]
    client = Client(village.town.wsgi)
    opened, walked = set(), 0
    for rule in service.app.url_map.iter_rules():
        path = re.sub(r"<int:.*?>", "3", re.sub(r"<uuid:.*?>", _ID, rule.rule))
        for method in sorted(rule.methods or ()):
            walked += 1
            if client.open(path, method=method).status_code != 401:
                opened.add(rule.endpoint)
    assert opened == OPEN
    assert walked > 10


@pytest.mark.parametrize("name", NAMES)
def test_every_event_has_a_sentence_and_every_act_a_route(village: Village, name: str) -> None:
    """A new event or act follows from its registration, or this fails."""
    service = village.town.by_name[name]
    catalogue = CATALOGUES[service.name]
    untold = [e.TOPIC for e in catalogue.events.values() if e not in catalogue.sentences]
    posts = [r for r in service.app.url_map.iter_rules() if "POST" in (r.methods or ())]
    assert untold == []
    assert len(posts) == len(catalogue.acts)


def test_no_event_name_begins_another_across_services(village: Village) -> None:
    """Subscribers match substrings of the type (Open Notificaties)."""
    names = sorted(
        event.NAME
        for service in village.town.services
        for event in CATALOGUES[service.name].events.values()
    )
    mistaken = [(a, b) for a in names for b in names if a is not b and a in b]
    assert mistaken == []


def test_the_access_log_says_whose_address_was_looked_at(village: Village) -> None:
    """NEN 7513: which data of which person, also when there was nothing to be seen."""
    path = f"/plannen/api/v1/dossiers/{_ID}/personen/{_ID[:-1]}b/veilig-contact"
    log = village.access_log("plans")
    before = log.after(0, 100_000)
    assert village.ask("GET", path).status_code == 404
    (entry,) = log.after(len(before), 10)
    assert f'"about":"{_ID[:-1]}b"'.encode() in entry.entry
