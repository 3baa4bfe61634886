"""A meeting over the web: entered in one request, and what is wrong is named where it stands."""

from __future__ import annotations

from typing import Any

from tests.integration.plans.family import REQUEST, Family, agreement

MEETING = "/handelingen"
CONCERN = {
    "handeling": "zorg-vastleggen",
    "wat": "Bas slaapt slecht",
    "aard": "feit",
    "bron": "school",
}


def wrong(family: Family, body: dict[str, Any]) -> dict[str, str]:
    """What is said of each place in a body that is not accepted."""
    answer = family.town.post(family.dossier + MEETING, body)
    assert answer.status_code == 400
    return {each["name"]: each["reason"] for each in answer.json["invalidParams"]}


def test_a_concern_and_who_was_told_of_it_are_entered_in_one_request(family: Family) -> None:
    """S6.2: what is made first is pointed at by its name."""
    told = {"handeling": "zorg-delen", "zorgId": {"uit": "slapen"}, "persoonId": family.els}
    body = {
        "handelingen": [{**CONCERN, "als": "slapen"}, told],
        "gebeurdOp": "2025-03-10T08:00:00Z",
    }
    family.do(MEETING, body)
    [concern] = [c for c in family.town.json(family.plan)["zorgen"] if c["wat"] == CONCERN["wat"]]
    assert [shared["persoonId"] for shared in concern["gedeeldMet"]] == [family.els]
    assert concern["gebeurdOp"].startswith("2025-03-10T08:00")


def test_an_adjustment_in_a_meeting_needs_the_revision(family: Family) -> None:
    """Design 2: 428 without it; with it all of the meeting is one transaction."""
    adjust = {"handeling": "plan-bijstellen", **REQUEST, "ongewijzigdBevestigd": True}
    body = {"handelingen": [CONCERN, adjust]}
    assert family.town.post(family.dossier + MEETING, body).status_code == 428
    done = family.do(MEETING, body, If_Match=family.revision)
    assert done["versie"] == 2


def test_every_wrong_entry_is_named_at_its_place(family: Family) -> None:
    """NL ADR /core/error-handling/all-errors."""
    entries = [
        CONCERN,
        {"handeling": "zorg-delen", "zorgId": {"uit": "niets"}, "persoonId": family.els},
        {"handeling": "dossier-openen"},
        {**CONCERN, "wat": ""},
        "tekst",
    ]
    found = wrong(family, {"handelingen": entries})
    assert set(found) == {
        "handelingen.1.uit",
        "handelingen.2.handeling",
        "handelingen.3.wat",
        "handelingen.4",
    }


def test_a_name_is_given_once_and_a_meeting_is_never_empty(family: Family) -> None:
    """Two things of one name could not be told apart."""
    named = {**CONCERN, "als": "zorg"}
    assert set(wrong(family, {"handelingen": [named, named]})) == {"handelingen.1.als"}
    assert set(wrong(family, {"handelingen": []})) == {"handelingen"}
    assert set(wrong(family, {"handelingen": [CONCERN] * 101})) == {"handelingen"}


def test_a_refusal_of_one_undoes_the_meeting(family: Family) -> None:
    """S7.4: one transaction."""
    before = family.revision
    stranger = {**agreement("Bellen", family.els), "wie": []}
    body = {"handelingen": [CONCERN, {"handeling": "afspraak-maken", **stranger}]}
    assert family.town.post(family.dossier + MEETING, body).status_code == 409
    assert family.revision == before
