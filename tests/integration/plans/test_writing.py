"""Acts over the web: revisions, repeats, and several at once (design 2, 4 and 7)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from shared.access.role import Role
from tests.integration.plans.family import REQUEST, Family, agreement

_WORKER = (Role.WORKER, None)
CONFIRM = {**REQUEST, "ongewijzigdBevestigd": True}


def guarded(family: Family) -> dict[str, dict[str, Any]]:
    """Each act that needs the revision that was read, with a sound body."""
    entries = family.town.json(f"{family.dossier}/geschiedenis")["gebeurtenissen"]
    wrong = next(e for e in entries if e["gebeurtenis"] == "afspraak-gemaakt")
    said = dict.fromkeys(("uitkomst", "vergelijking", "nazorg"), "Goed")
    return {
        "/bijstellingen": CONFIRM,
        "/correcties": {"gebeurtenisId": wrong["gebeurtenisId"], "reden": "x"},
        "/afsluitingen": {"goedGenoeg": "bereikt", **said},
    }


@pytest.mark.parametrize("path", ["/bijstellingen", "/correcties", "/afsluitingen"])
def test_what_changes_a_version_needs_the_revision_that_was_read(family: Family, path: str) -> None:
    """Design 2: missing is 428, another is 412, the right one is accepted."""
    family.do("/goed-genoeg", {"tekst": "Rust"})
    body, url = guarded(family)[path], family.dossier + path
    old = family.revision
    family.do("/uitzonderingen", {"wat": "Oma bleef slapen"})
    assert family.town.post(url, body).status_code == 428
    assert family.town.post(url, body, If_Match=old).status_code == 412
    assert family.town.post(url, body, If_Match='"onzin"').status_code == 412
    assert family.town.post(url, body, If_Match="*").status_code == 400
    assert family.town.post(url, body, If_Match=f'"{family.revision}"').status_code == 201


def test_the_answer_to_an_act_gives_the_revision_to_go_on_from(family: Family) -> None:
    """Design 2: the next adjustment needs no reading in between."""
    done = family.adjust()
    assert done["revisie"] == family.revision
    again = family.do("/bijstellingen", CONFIRM, If_Match=done["revisie"])
    assert again["versie"] == 3


def test_acts_that_only_add_need_no_revision_and_all_land(family: Family) -> None:
    """Design 2: eight at once, each decided again on what was first."""

    def add(number: int) -> int:
        client = family.town.service.app.test_client()
        url = f"/plannen/api/v1{family.dossier}/afspraken"
        headers = family.town._headers(*_WORKER)
        body = agreement(f"Afspraak {number}", family.els)
        return client.post(url, json=body, headers=headers).status_code

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(add, range(8))) == [201] * 8
    said = family.agreements()
    assert {f"Afspraak {n}" for n in range(8)} <= set(said)
    entries = family.town.json(f"{family.dossier}/geschiedenis")["gebeurtenissen"]
    assert len({entry["gebeurtenisId"] for entry in entries}) == len(entries)


def test_two_adjustments_of_one_revision_make_one_version(family: Family) -> None:
    """Design 2: the second writer read something that is no longer so."""
    revision = family.revision
    url = f"/plannen/api/v1{family.dossier}/bijstellingen"
    headers = family.town._headers(*_WORKER) | {"If-Match": revision}

    def confirm(_: int) -> int:
        client = family.town.service.app.test_client()
        return client.post(url, json=CONFIRM, headers=headers).status_code

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(confirm, range(4))) == [201, 412, 412, 412]
    assert family.versions() == [1, 2]


def test_the_same_request_twice_is_one_act_with_the_same_bytes(family: Family) -> None:
    """Design 7: the retry of a phone that lost its connection."""
    url, body = f"{family.dossier}/afspraken", agreement("Eén keer", family.els)
    first = family.town.post(url, body, Idempotency_Key="k1")
    again = family.town.post(url, body, Idempotency_Key="k1")
    assert (first.status_code, first.data) == (again.status_code, again.data)
    assert first.headers["Location"] == again.headers["Location"]
    assert family.agreements().count("Eén keer") == 1


def test_another_request_with_the_same_key_is_409_and_does_nothing(family: Family) -> None:
    """Design 7: another body, and the same body on another path."""
    url, body = f"{family.dossier}/afspraken", agreement("Eén keer", family.els)
    family.town.post(url, body, Idempotency_Key="k1")
    other = family.town.post(url, agreement("Iets anders", family.els), Idempotency_Key="k1")
    assert other.status_code == 409
    elsewhere = f"{Family(family.town).dossier}/afspraken"
    assert family.town.post(elsewhere, body, Idempotency_Key="k1").status_code == 409
    assert "Iets anders" not in family.agreements()


def test_a_refusal_names_every_rule_at_once_and_records_nothing(family: Family) -> None:
    """Design 3, W8.3: with the Dutch sentences that the worker gets."""
    revision = family.revision
    changes = [
        {"soort": "afspraak-maken", **agreement("Niemand")},
        {"soort": "bodemeis-stellen", "tekst": "x", "voorWie": [family.plan_id]},
    ]
    answer = family.town.post(
        f"{family.dossier}/bijstellingen",
        {**REQUEST, "wijzigingen": changes},
        If_Match=revision,
    )
    assert answer.status_code in (409, 422)
    assert "afspraak-zonder-wie" in answer.text
    assert "persoon-onbekend" in answer.text
    assert family.revision == revision


def test_an_act_on_an_unknown_dossier_is_not_found(family: Family) -> None:
    """A worker too gets 404, and no dossier comes of it."""
    body = agreement("x", family.els)
    unknown = f"/dossiers/{family.mirjam}/afspraken"
    assert family.town.post(unknown, body).status_code == 404
    assert len(family.town.json("/dossiers")["dossiers"]) == 1
