"""The gate, case by case: role, compartment and reach (design 6, domain 3.7)."""

from __future__ import annotations

from itertools import product
from uuid import UUID

import pytest

from shared.access.role import Role
from shared.eventbase.reach import Reach
from shared.eventbase.sealed import CORE, ERASED, WITHHELD, Compartment, Kind, Sealed, seal
from tests.unit.access.sights import ITEM, ME, OTHER, Boxes, reach, sight, uid

PROFESSIONALS = (Role.WORKER, Role.COLLEAGUE, Role.SUPERVISOR, Role.INSPECTOR)
UNKNOWN = "directeur"
ROLES = (*(role.value for role in Role), UNKNOWN, "")
REACHES = {
    "concerned": reach((ME, OTHER)),
    "concerned and hidden": reach((ME, OTHER), (ME,)),
    "hidden": reach((OTHER,), (ME,)),
    "neither": reach((OTHER,)),
}


def opened(role: str, person: UUID | None, compartment: Compartment, item: Reach) -> object:
    """What an audience gets of a box, with one item and everybody's own reach."""
    reaches = {ITEM: item, ME: reach((ME,)), OTHER: reach((OTHER,))}
    return sight(role, person, reaches).open(Sealed(None, compartment))


def may_open(role: str, kind: Kind, subject: UUID, how: str) -> bool:
    """Domain 3.7 in words: who opens what."""
    full = role in [each.value for each in PROFESSIONALS]
    mine = role == Role.PERSON and how == "concerned"
    if kind is Kind.ITEM:
        return full or mine
    if kind is Kind.PARTY:
        return full or (role == Role.PERSON and (subject == ME or mine))
    if kind is Kind.ADDRESS:
        return role in (Role.WORKER, Role.SERVICE) or (role == Role.PERSON and subject == ME)
    return False


SUBJECTS = {Kind.ITEM: (ITEM,), Kind.PARTY: (ME, OTHER), Kind.ADDRESS: (ME, OTHER)}
CASES = [
    (role, kind, subject, how)
    for role, (kind, subjects), how in product(ROLES, SUBJECTS.items(), REACHES)
    for subject in subjects
]


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_what_domain_3_7_lists_and_nothing_else(role: str) -> None:
    """Every kind of compartment, one's own and another's, for every reach of the shared item."""
    for _, kind, subject, how in [case for case in CASES if case[0] == role]:
        person = ME if role == Role.PERSON else None
        found = opened(role, person, Compartment(kind, subject), REACHES[how])
        expected = f"{kind.value}:{subject}" if may_open(role, kind, subject, how) else WITHHELD
        assert found == expected, (role, kind, how)


@pytest.mark.parametrize("role", ROLES)
def test_nobody_opens_the_core_or_a_box_about_nobody(role: str) -> None:
    """Deny by default: what has no subject is nobody's."""
    for compartment in (CORE, Compartment(Kind.ITEM), Compartment(Kind.PARTY)):
        assert opened(role, ME, compartment, REACHES["concerned"]) == WITHHELD


@pytest.mark.parametrize("role", [UNKNOWN, "", Role.SYSTEM.value, "Worker", "werker"])
def test_an_unknown_role_sees_nothing(role: str) -> None:
    """Nor does the timer, nor a role that is spelled otherwise."""
    seen = sight(role, None, {ITEM: reach((ME,))})
    assert not seen.full
    assert not seen.sees(ITEM)
    assert not seen.knows(ME)
    assert not seen.reaches(ME)
    assert seen.known([ME, OTHER]) == []


def test_a_role_without_a_person_is_concerned_by_nothing() -> None:
    """A person's token that names nobody."""
    seen = sight(Role.PERSON, None, {ITEM: reach((ME,))})
    assert not seen.sees(ITEM)
    assert not seen.knows(ME)


@pytest.mark.parametrize("role", PROFESSIONALS)
def test_professionals_see_what_has_no_reach_and_a_person_does_not(role: Role) -> None:
    """A consultation, a report: no family member was declared to be concerned."""
    assert sight(role, None, {}).sees(ITEM)
    assert not sight(Role.PERSON, ME, {}).sees(ITEM)


def test_hidden_wins_even_over_one_who_keeps_the_agreement() -> None:
    """Design 6: ``hidden_from`` always wins."""
    seen = sight(Role.PERSON, ME, {ITEM: reach((ME,), (ME,))})
    assert not seen.sees(ITEM)
    assert seen.open(Sealed(None, Compartment(Kind.ITEM, ITEM))) == WITHHELD


def test_what_is_withheld_is_not_even_opened() -> None:
    """The decision comes first: no content is in memory that may not go out."""
    boxes = Boxes()
    seen = sight(Role.PERSON, ME, {})
    seen._opener = boxes
    seen.open(Sealed(None, Compartment(Kind.ITEM, ITEM)))
    assert boxes.opened == []


def test_an_erased_value_is_a_marker_to_everybody() -> None:
    """Design 4: whose it was is no longer known, and it is never an error."""
    for role in ROLES:
        seen = sight(role, ME if role == Role.PERSON else None, {})
        assert seen.open(Sealed(None, None)) == ERASED
        assert seen.said(Sealed(None, None))("text") == "[gewist]"


def test_what_was_not_sealed_yet_is_in_the_clear() -> None:
    """Between a decision and its append, in the act's own hands."""
    assert sight(Role.WORKER, None, {}).open(seal("x")) == "x"


def test_a_field_of_withheld_content_is_none_and_a_list_of_it_is_empty() -> None:
    """The same as when nothing was said."""
    seen = sight(Role.PERSON, ME, {})
    box: Sealed[object] = Sealed(None, Compartment(Kind.ITEM, uid(9)))
    for sealed in (box, None):
        assert seen.said(sealed)("text") is None
        assert seen.listed(sealed, "references") == []
    assert seen.listed(Sealed(None, None), "references") == []
