"""Each version has an address, its neighbours, its cause, and who was told of it (W0.11, W8.4)."""

from __future__ import annotations

from typing import Any

from shared.access.role import Role
from tests.integration.whole.case_a import Family

PATH = "/plannen/api/v1/dossiers/{}/veiligheidsplan/versies"
BEHIND = {"vastgelegdOp", "vastgesteldDoor", "oorzaak", "adres", "vastAdres", "verteld"}


def version(family: Family, number: int, role: Role = Role.INSPECTOR, query: str = "") -> Any:
    """One version as this role reads it."""
    person = family.stefan if role is Role.PERSON else None
    path = f"{PATH.format(family.plan)}/{number}?{query}"
    got = family.village.ask("GET", path, role, person)
    assert got.status_code == 200, got.text
    return got.json


def test_a_version_says_where_it_stays_and_what_stands_beside_it(family: Family) -> None:
    """The first has none before it, the last none after it; each address answers."""
    made = family.body(PATH.format(family.plan))["versies"]
    numbers = [each["versie"] for each in made]
    assert len(numbers) > 2
    for number in numbers:
        found = version(family, number)
        assert found["vorige"] == (number - 1 or None)
        assert found["volgende"] == (number + 1 if number < numbers[-1] else None)
        assert family.body(found["adres"])["versie"] == number
        for side in ("vorige", "volgende"):
            beside = found[f"{side}Adres"]
            assert beside is None or family.body(beside)["versie"] == found[side]


def test_its_lasting_address_gives_it_as_it_stood_when_it_was_made(family: Family) -> None:
    """Nothing came after it, and nobody had been told of it yet."""
    address = version(family, 2)["vastAdres"]
    then = family.village.ask("GET", address, Role.INSPECTOR)
    assert then.headers["Content-Location"] == address
    assert then.json["versie"] == 2
    assert then.json["volgende"] is None
    assert {each["stand"] for each in then.json["verteld"]} == {"nog-niets-gedaan"}


def test_it_says_who_was_told_and_when_at_the_same_k(family: Family) -> None:
    """What notifications says of that version at that moment, in the reader's own name."""
    told = version(family, 2)["verteld"]
    path = f"/notificaties/api/v1/dossiers/{family.plan}/informeringen/versies/2"
    people = family.body(path)["personen"]
    assert [each["persoonId"] for each in told] == [each["persoonId"] for each in people]
    moments = [each.get("geinformeerdOp") for each in told]
    assert moments == [each.get("geinformeerdOp") for each in people]
    assert any(moments)
    made = version(family, 2)["vastgelegdOp"]
    then = version(family, 2, query=f"beschikbaarOp={made}")["verteld"]
    assert not any("geinformeerdOp" in each for each in then)


def test_somebody_of_the_family_has_their_own_numbers_and_nothing_else(family: Family) -> None:
    """W8.4: previous and next in one's own numbering; no cause, no moment of recording."""
    got = family.village.ask("GET", PATH.format(family.plan), Role.PERSON, family.stefan).json
    own = [each["versie"] for each in got["versies"]]
    assert own == list(range(1, len(own) + 1)) != []
    for number in own:
        found = version(family, number, Role.PERSON)
        assert not BEHIND & set(found)
        assert found["vorige"] == (number - 1 or None)
        assert found["volgende"] == (number + 1 if number < len(own) else None)
