"""geldigOp and beschikbaarOp on every route that there is: what is taken, what is refused.

The rules are those of the Dutch convention (nl-standards 10) and the NL API Design Rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest

from shared.access.role import Role
from tests.integration.whole.case_a import Family
from tests.integration.whole.village import START

OPEN = {"openapi", "gezond", "gereed"}
FEEDS = {"gebeurtenissen", "interne-gebeurtenissen"}
OF_ALL = {"dossiers", "lopende-plannen", "keuzelijsten"}
OVERSEERS = {"inzage", "bewijsdossier"}
KEYS = ("geldigOp", "beschikbaarOp")
# Something that was told later happened on the eighth of March; the dossier is of the tenth.
BEFORE = "2025-03-07T12:00:00Z"


class Route(NamedTuple):
    """One GET: its name, its path for this family, and who may ask it."""

    name: str
    path: str
    role: Role


def routes(family: Family) -> Iterator[Route]:
    """Every GET of every service, from the apps' own maps."""
    for service in family.village.town.services:
        for rule in service.app.url_map.iter_rules():
            if "GET" in (rule.methods or ()):
                role = Role.SUPERVISOR if rule.endpoint in OVERSEERS else Role.WORKER
                role = Role.SERVICE if rule.endpoint.startswith("interne") else role
                path = family.path(rule.rule)
                yield Route(rule.endpoint, path if "?" in path else f"{path}?", role)


def travelling(family: Family) -> list[Route]:
    """Those that answer for a pair of moments."""
    found = [each for each in routes(family) if each.name not in OPEN | FEEDS]
    assert len(found) > 70
    return found


def asked(family: Family, route: Route, query: str) -> Any:
    """The answer, as whoever may ask it."""
    return family.village.ask("GET", route.path + query, route.role)


def refusal(family: Family, route: Route, query: str) -> list[tuple[str, str, str]]:
    """What is said to be wrong, each with its name, code and Dutch sentence."""
    got = asked(family, route, query)
    assert got.status_code == 400, (route, query, got.text)
    return [(each["name"], each["code"], each["reason"]) for each in got.json["invalidParams"]]


WITH_ZONE = "Hier hoort een tijdstip met tijdzone: 2026-03-01T12:00:00Z."


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("gisteren", WITH_ZONE),
        ("2025-03-14", WITH_ZONE),
        # In the night of 26 October 2025 this is two moments, an hour apart.
        ("2025-10-26T02:30:00", WITH_ZONE),
        ("2025-02-30T12:00:00Z", "Dit tijdstip bestaat niet."),
        ("", WITH_ZONE),
    ],
)
def test_what_is_no_moment_is_refused_by_name_and_with_the_reason(
    family: Family, written: str, why: str
) -> None:
    """ADR 2.2: any offset is taken, and none is not: whoever asks says which moment they mean."""
    for route in travelling(family):
        query = "&".join(f"{key}={written}" for key in KEYS)
        assert refusal(family, route, query) == [(key, "invalid", why) for key in KEYS], route


def test_a_moment_that_is_asked_twice_is_refused(family: Family) -> None:
    """Also when it is the same one: nobody has to guess which counts."""
    twice = "&".join(f"{key}=2025-05-03T12:00:00Z" for key in KEYS * 2)
    expected = [(key, "repeated", "Noem dit één keer.") for key in KEYS]
    for route in travelling(family):
        assert refusal(family, route, twice) == expected, route


def test_what_will_be_known_is_not_known(family: Family) -> None:
    """K in the future is refused; V in the future is a day like any other."""
    tomorrow = f"{START.year + 1}-01-01T00:00:00+01:00"
    in_future = ("beschikbaarOp", "future", "Dit tijdstip ligt in de toekomst.")
    for route in travelling(family):
        assert refusal(family, route, f"beschikbaarOp={tomorrow}") == [in_future], route
        if route.name != "bewijsdossier":
            assert asked(family, route, f"geldigOp={tomorrow}").status_code == 200, route


@pytest.mark.parametrize("key", KEYS)
def test_before_there_was_a_dossier_there_is_nothing(family: Family, key: str) -> None:
    """404, of every view about a dossier, of every service."""
    for route in travelling(family):
        if route.name not in OF_ALL:
            assert asked(family, route, f"{key}={BEFORE}").status_code == 404, route


def test_what_has_no_past_refuses_to_be_asked_for_it(family: Family) -> None:
    """Feeds, health and the description: an ignored moment would be a wrong answer."""
    found = [each for each in routes(family) if each.name in OPEN | FEEDS]
    assert len(found) == 3 * len(OPEN | FEEDS)
    for route in found:
        for key in KEYS:
            said = refusal(family, route, f"{key}=2025-05-03T12:00:00Z")
            assert [(name, code) for name, code, _ in said] == [(key, "unknown")], route
        assert asked(family, route, "").status_code == 200, route


# Who asks for the past is told so: on paper for which days, and how far others were followed.
OF_THE_PAST = re.compile(r'Zo gold het op .* bekend was\.\n|,"gevolgd":\[[^]]*\]')
QUERIES = ("", "geldigOp=2025-05-03T14:00:00%2B02:00", "beschikbaarOp=2025-05-03T12:00:00Z")
PAST = "geldigOp=2025-05-03T12:00:00Z&beschikbaarOp=2025-04-03T12:00:00Z"


def plain(text: str) -> str:
    """An answer without what only one about the past says of itself."""
    return OF_THE_PAST.sub("", text)


@pytest.mark.parametrize("query", [*QUERIES, PAST])
def test_every_answer_has_an_address_at_which_it_is_the_same(family: Family, query: str) -> None:
    """ADR 23, RFC 9110 8.7: the path with the V and K that the answer itself states, in Z."""
    stefan = [each._replace(role=Role.PERSON) for each in travelling(family)]
    answered = 0
    for route in [*travelling(family), *stefan]:
        person = family.stefan if route.role is Role.PERSON else None
        first = family.village.ask("GET", route.path + query, route.role, person)
        if first.status_code != 200:
            continue
        answered += 1
        address = first.headers["Content-Location"]
        said = parse_qs(urlsplit(address).query)
        moments = {key: said[key][0] for key in KEYS}
        assert urlsplit(address).path == urlsplit(route.path).path
        if first.is_json:
            assert moments == {key: first.json["tijdreis"][key] for key in KEYS}
        assert all(value.endswith("Z") for value in moments.values())
        again = family.village.ask("GET", address, route.role, person)
        assert plain(again.text) == plain(first.text), route
        if query:
            assert again.data == first.data, route
        assert again.headers["Content-Location"] == address
    assert answered > 80


def test_an_answer_that_did_not_change_has_its_address_too(family: Family) -> None:
    """RFC 9110 15.4.5: 304 has the Content-Location that 200 would have had."""
    path = f"/plannen/api/v1/dossiers/{family.plan}/personen"
    first = family.village.ask("GET", path)
    again = family.village.ask("GET", path, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.headers["Content-Location"][: len(path)]) == (304, path)


def test_other_keys_of_a_question_stay_in_its_address(family: Family) -> None:
    """A page is a page of what was asked."""
    got = family.village.ask("GET", "/plannen/api/v1/dossiers?limit=2")
    assert "?limit=2&geldigOp=" in got.headers["Content-Location"]
    next_page = f"/plannen/api/v1/dossiers?limit=2&na={got.json['volgende']}"
    more = family.village.ask("GET", next_page).headers["Content-Location"]
    assert family.village.ask("GET", more).json["dossiers"] != got.json["dossiers"]
