"""Who may see what of informing: one's own, and nothing that tells of others (domain.md 3.7)."""

import re
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from tests.integration.notifications.town import Town, open_town
from tests.integration.notifications.zilverberg import CODE_WORD, Zilverberg

CLOSED = ("informeringen", "informeringen/versies/1", "verplichtingen", "geschiedenis")


@pytest.mark.parametrize("path", CLOSED)
def test_what_is_for_professionals_is_not_there_for_a_person(
    family: Zilverberg, town: Town, path: str
):
    """3.7: the same answer as for a plan that does not exist."""
    opa = family.people["Opa"]
    found = town.get(f"{family.path}/{path}", token=opa)
    none = town.get(f"/dossiers/{uuid4()}/{path}", token=opa)
    assert (found.status_code, found.data) == (404, none.data)


def test_a_person_sees_only_their_own_notices(family: Zilverberg, town: Town):
    """3.7: not whether others were told, and no plan numbers."""
    for name in ("Opa", "Els"):
        family.mail_to(name)
    town.tick()
    family.inform("Els")
    own = town.read(f"{family.path}/berichten", token=family.people["Opa"])
    assert [set(notice) for notice in own["berichten"]] == [
        {"berichtId", "eigenVersie", "verstuurdOp"}
    ]
    assert own["geinformeerd"] == []
    assert family.people["Els"] not in str(own)


def test_a_stranger_is_told_nothing_whatever_they_try(family: Zilverberg, town: Town):
    """3.7: reading and confirming answer as for a plan that does not exist."""
    stranger = str(uuid4())
    for plan in (family.path, f"/dossiers/{uuid4()}"):
        read = town.get(f"{plan}/berichten", token=stranger)
        said = town.post(town.notifications, f"{plan}/bevestigingen", {"versie": 1}, stranger)
        assert (read.status_code, said.status_code) == (404, 404)
        assert read.data == said.data


def _kept_from_stefan(family: Zilverberg) -> None:
    people = family.people
    family.agree(CODE_WORD, [people["Mirjam"], people["Hans"]])
    family.adjust()
    body = {
        "persoonId": people["Stefan"],
        "versie": 1,
        "reden": "Hij zou haar opzoeken.",
        "beslotenDoor": people["Fatma"],
        "geraadpleegd": people["Rob"],
    }
    family.town.done(family.town.notifications, f"{family.path}/achterhoudingen", body)


@pytest.mark.parametrize("change", [_kept_from_stefan, lambda family: None])
def test_what_was_kept_from_somebody_shows_nowhere(
    tmp_path: Path, change: Callable[[Zilverberg], None]
):
    """Design 6: a code word and a decision about Stefan, or neither: he reads the same bytes."""
    with open_town(tmp_path) as town:
        family = Zilverberg(town)
        family.activate()
        change(family)
        town.tick()
        stefan = family.people["Stefan"]
        found = town.get(f"{family.path}/berichten", token=stefan).text
        said = town.post(town.notifications, f"{family.path}/bevestigingen", {"versie": 2}, stefan)
    assert re.sub(r'"tijdreis":.*', "", found) == '{"berichten":[],"geinformeerd":[],'
    assert said.status_code == 409
