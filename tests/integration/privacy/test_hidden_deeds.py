"""What happens out of somebody's sight changes no byte of anything that they can ask."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from flask import Response

from tests.integration.privacy import deeds
from tests.integration.privacy.household import Household, as_person
from tests.integration.whole.village import START

Answer = tuple[int, list[tuple[str, str]], bytes]
KEYS = ("geldigOp", "beschikbaarOp")
OPEN = {"openapi", "gezond", "gereed"}


def paths(home: Household, found: dict[str, str]) -> list[str]:
    """Every GET of every service, about this dossier; for what a rule names all ids that fit."""
    asked = []
    for service in home.village.town.services:
        for rule in service.app.url_map.iter_rules():
            if "GET" in (rule.methods or ()) and rule.endpoint not in OPEN:
                path = rule.rule.replace("<uuid:planId>", home.plan_id)
                asked += [path.replace(name, each) for name, each in _ids(path, found)]
    return asked


def _ids(path: str, found: dict[str, str]) -> list[tuple[str, str]]:
    for name, value in found.items():
        if name in path:
            return [(name, each) for each in value.split()]
    assert "<" not in path, path
    return [("", "")]


def moment(home: Household) -> str:
    """This moment, as a query takes it."""
    return home.village.clock().strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def answer(home: Household, person: str, question: str) -> Answer:
    """What somebody gets, but for what repeats which moments were asked for."""
    got = home.village.ask("GET", question, *as_person(person))
    headers = sorted(pair for pair in got.headers.items() if pair[0] != "Content-Location")
    return got.status_code, headers, got.data.partition(b'"tijdreis"')[0]


Asked = tuple[str, str]


def answers(home: Household, asked: list[Asked]) -> dict[Asked, Answer]:
    """What each person gets to each question."""
    return {(person, question): answer(home, person, question) for person, question in asked}


def noticed(
    home: Household,
    deed: Callable[[Household], Any],
    *people: str,
    found: dict[str, str] | None = None,
) -> list[Asked]:
    """What tells somebody of a deed: a question answered in another way than before it was done,
    or whose answer differs between a moment before the deed and one after it."""
    asked = [(person, path) for path in paths(home, found or deeds.live(home)) for person in people]
    home.village.settle()
    home.later(hours=1)
    before, past = moment(home), [START.strftime(f"%Y-%m-%dT%H:{m}:00Z") for m in ("01", "30")]
    queries = ["", *(f"?{key}={at}" for at in (*past, before) for key in KEYS)]
    first = answers(home, [(person, path + query) for person, path in asked for query in queries])
    assert sum(status == 200 for status, _, _ in first.values()) > 20
    home.later(minutes=1)
    deed(home)
    home.village.settle()
    home.later(minutes=1)
    then, second = moment(home), answers(home, list(first))
    told = [question for question in first if first[question] != second[question]]
    for (person, path), key in product(asked, KEYS):
        if second[person, f"{path}?{key}={before}"] != answer(home, person, f"{path}?{key}={then}"):
            told.append((person, f"{path}?{key}={then}"))
    return told


@pytest.mark.parametrize("deed", deeds.HIDDEN, ids=lambda deed: deed.__name__)
def test_nobody_notices_what_is_hidden_from_them(
    home: Household, deed: Callable[[Household], Any]
) -> None:
    """Design 6, threats 11 and 12: status, headers, size and body, now and at other moments."""
    assert noticed(home, deed, home.stefan, home.els) == []


def test_what_is_for_stefan_he_does_notice(home: Household) -> None:
    """The tests above can fail: a version with something for him in it is another answer."""
    assert noticed(home, deeds.something_for_stefan, home.stefan) != []


def test_a_planted_leak_is_noticed(home: Household) -> None:
    """A header that counts events, as a careless colleague might add it."""
    plans = home.village.town.services[0]
    honest = plans.app.view_functions["personen"]

    def careless(**path: Any) -> Response:
        response: Response = honest(**path)
        response.headers["X-Aantal"] = str(len(plans.acting.history(path["planId"])))
        return response

    plans.app.view_functions["personen"] = careless
    found = noticed(home, deeds.hidden_version, home.stefan)
    assert found
    assert all("/personen" in question for _, question in found)
