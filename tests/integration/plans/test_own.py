"""What a person's token opens: what is theirs and not hidden; all else is a constant 404."""

from __future__ import annotations

from uuid import UUID

import pytest

from shared.access.role import Role
from tests.integration.plans.family import Family, agreement
from tests.integration.plans.town import Town

UNKNOWN = str(UUID(int=9, version=4))
PATHS = ("", "/versies", "/versies/1", "/versies/99")


def test_everybody_reads_their_own_agreements_and_nothing_that_is_hidden(family: Family) -> None:
    """W0.9, domain 3.7: the code word is for Mirjam and Hans, and never for Stefan."""
    assert set(family.agreements(family.stefan)) == {"Geen contact", "Els belt elke avond"}
    assert set(family.agreements(family.mirjam)) == {"Geen contact", "Codewoord appel"}
    assert family.agreements(family.hans) == ["Codewoord appel"]
    assert family.agreements(family.els) == ["Els belt elke avond"]
    for path in ("", "/versies", "/versies/1"):
        answer = family.town.get(family.plan + path, Role.PERSON, family.stefan)
        told = answer.text + str(answer.headers)
        for secret in ("Codewoord", "Hans", family.hans, "verborgen", "revisie"):
            assert secret not in told


def test_a_person_reads_only_what_stands_in_a_version(family: Family) -> None:
    """W8.4: what is pending is not agreed with everybody yet."""
    family.do("/afspraken", agreement("Nog niet", family.stefan))
    assert "Nog niet" not in family.agreements(family.stefan)
    assert "Nog niet" in family.agreements()
    said = {"wijzigingen": [], "ongewijzigdBevestigd": False}
    family.adjust(**said)
    assert "Nog niet" in family.agreements(family.stefan)


def test_own_version_numbers_have_no_gaps(family: Family) -> None:
    """W8.4: of four versions Stefan has two, numbered 1 and 2."""
    hidden = {"verborgenVoor": [family.stefan]}
    make = {"soort": "afspraak-maken"}
    family.adjust(make | agreement("Geheim", family.mirjam, **hidden))
    family.adjust(make | agreement("Openlijk", family.stefan))
    family.adjust(make | agreement("Geheim 2", family.mirjam, family.els, **hidden))
    assert family.versions() == [1, 2, 3, 4]
    assert family.versions(family.stefan) == [1, 2]
    assert "Openlijk" in family.agreements(family.stefan, "/versies/2")
    assert "Openlijk" not in family.agreements(family.stefan, "/versies/1")
    assert family.town.get(f"{family.plan}/versies/3", Role.PERSON, family.stefan).status_code == (
        404
    )


def test_a_confirmation_is_no_new_version_for_who_reads_the_same(family: Family) -> None:
    """W8.4: nobody gets a notice when their own version did not change."""
    family.adjust()
    assert family.versions() == [1, 2]
    assert family.versions(family.stefan) == [1]


@pytest.mark.parametrize("path", PATHS)
def test_anothers_dossier_and_no_dossier_are_the_same_bytes(town: Town, path: str) -> None:
    """Design 6: a constant 404, in status, headers and body."""
    one, other = Family(town), Family(town)
    answers = []
    for plan_id in (other.plan_id, UNKNOWN):
        town.label("answer")
        url = f"/dossiers/{plan_id}/veiligheidsplan{path}"
        answer = town.get(url, Role.PERSON, one.stefan)
        assert answer.status_code == 404
        answers.append((answer.data, list(answer.headers)))
    assert answers[0] == answers[1]


def test_what_is_not_ones_own_is_the_same_404_as_what_does_not_exist(family: Family) -> None:
    """Design 6: a version one does not have, anothers contact, a page for professionals."""
    town = family.town
    family.do(f"/personen/{family.mirjam}/veilig-contact", {"kanaal": "persoonlijk"})
    contact = f"{family.dossier}/personen/{{}}/veilig-contact"
    asked = (
        contact.format(family.mirjam),
        contact.format(family.hans),
        contact.format(UNKNOWN),
        f"{family.plan}/versies/9",
        f"{family.dossier}/geschiedenis",
        "/dossiers",
        f"/dossiers/{UNKNOWN}/veiligheidsplan",
    )
    answers = set()
    for path in asked:
        town.label("answer")
        answer = town.get(path, Role.PERSON, family.stefan)
        answers.add((answer.status_code, answer.data, str(answer.headers)))
    assert len(answers) == 1
    assert next(iter(answers))[0] == 404


def test_a_person_writes_nothing(family: Family) -> None:
    """Domain 3.7: every act is a worker's, and a person cannot even tell that it exists."""
    body = agreement("Zelf", family.stefan)
    answer = family.town.post(f"{family.dossier}/afspraken", body, Role.PERSON, family.stefan)
    assert answer.status_code == 404
    for role in (Role.COLLEAGUE, Role.SUPERVISOR, Role.INSPECTOR):
        assert family.town.post(f"{family.dossier}/afspraken", body, role).status_code == 403


def test_somebody_who_is_hidden_is_not_among_the_people(family: Family) -> None:
    """Domain 3.7: Hans is hidden from Stefan; Els is known by a shared agreement."""
    read = family.town.json(f"{family.dossier}/personen", family.stefan)["personen"]
    assert {each["naam"] for each in read} == {"Stefan", "Mirjam", "Els"}
    assert all(set(each) == {"persoonId", "naam"} for each in read)
    whole = family.town.json(f"{family.dossier}/personen")["personen"]
    assert len(whole) == 5


def test_a_token_of_somebody_who_is_no_longer_known_opens_nothing(family: Family) -> None:
    """Design 6: another family's person, and one who never was."""
    stranger = Family(family.town).stefan
    for person in (stranger, UNKNOWN):
        assert family.town.get(family.plan, Role.PERSON, person).status_code == 404


def test_what_was_hidden_later_is_hidden_from_the_past_too(family: Family) -> None:
    """Design 6: judged now, over data then."""
    before = family.town.now.isoformat()
    assert "Els belt elke avond" in family.agreements(family.stefan)
    read = family.town.json(family.plan)["afspraken"]
    (item,) = [a["afspraakId"] for a in read if a["wat"] == "Els belt elke avond"]
    hidden = agreement("Els belt elke avond", family.els, verborgenVoor=[family.stefan])
    family.adjust({"soort": "afspraak-wijzigen", "afspraakId": item, **hidden})
    assert "Els belt elke avond" not in family.agreements(family.stefan)
    then = family.agreements(family.stefan, beschikbaarOp=before, geldigOp=before)
    assert then == ["Geen contact"]
    assert "Els belt elke avond" not in family.agreements(family.stefan, "/versies/1")
