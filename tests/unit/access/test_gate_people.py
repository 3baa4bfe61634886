"""Whom a person may know of: those they share something visible with (design 6, domain 3.7)."""

from __future__ import annotations

import random
from uuid import UUID

import pytest

from shared.access.role import Role
from shared.access.words import AudienceWords
from shared.eventbase.reach import Reach
from shared.eventbase.sealed import Compartment, Kind, Sealed
from tests.unit.access.sights import ITEM, ME, OTHER, reach, sight, uid

SECRET = uid(4)
# Everybody of a plan has a reach of their own: it says whom they are hidden from.
PEOPLE = {person: reach((person,)) for person in (ME, OTHER, SECRET)}


def test_one_knows_oneself_and_whoever_shares_a_visible_item() -> None:
    """And nobody else of the dossier."""
    seen = sight(Role.PERSON, ME, PEOPLE | {ITEM: reach((ME, OTHER))})
    assert seen.known([SECRET, OTHER, ME]) == [OTHER, ME]


def test_somebody_shared_through_a_hidden_item_stays_unknown() -> None:
    """Els helps with a plan that Stefan may not know: he does not learn of her by it."""
    reaches = PEOPLE | {ITEM: reach((ME, OTHER), (ME,))}
    assert not sight(Role.PERSON, ME, reaches).knows(OTHER)


def test_of_whom_nothing_is_known_any_more_nobody_knows() -> None:
    """Deny by default: somebody who was taken back may have been hidden."""
    assert not sight(Role.PERSON, ME, {ITEM: reach((ME, OTHER)), ME: reach((ME,))}).knows(OTHER)


def test_a_hidden_person_stays_unknown_even_in_a_shared_item() -> None:
    """The new partner who is hidden from Stefan, named in something that Stefan reads."""
    reaches = PEOPLE | {ITEM: reach((ME, OTHER)), OTHER: reach((OTHER,), (ME,))}
    assert not sight(Role.PERSON, ME, reaches).knows(OTHER)
    assert sight(Role.PERSON, OTHER, reaches).knows(ME)


def test_one_always_knows_oneself() -> None:
    """Also when somebody hid a person from that same person."""
    assert sight(Role.PERSON, ME, {ME: reach((ME,), (ME,))}).knows(ME)


def test_where_somebody_can_be_found_only_they_and_their_worker_know() -> None:
    """Domain 3.7: named persons only; the service that sends a notice is one of them."""
    allowed = {
        role: sight(role, ME if role == Role.PERSON else None, {ITEM: reach((ME, OTHER))}).reaches(
            OTHER
        )
        for role in Role
    }
    assert {role for role, yes in allowed.items() if yes} == {Role.WORKER, Role.SERVICE}
    assert sight(Role.PERSON, ME, {}).reaches(ME)


def names(seen_by: UUID, reaches: dict[UUID, Reach]) -> AudienceWords:
    """Words in which everybody is called by a letter."""
    called = {ME: "Mirjam", OTHER: "Els", SECRET: "Hans"}
    return AudienceWords(sight(Role.PERSON, seen_by, reaches), called.get)


def test_a_sentence_names_only_whom_its_reader_may_know() -> None:
    """Nothing tells that there was a third name."""
    words = names(ME, PEOPLE | {ITEM: reach((ME, OTHER))})
    assert words.names([OTHER, SECRET, ME]) == "Els en Mirjam"
    assert words.names([SECRET]) == words.names([]) == words.name(SECRET) == "iemand"
    assert words.name(uid(9)) == words.name(None) == "iemand"
    assert names(ME, PEOPLE | {ITEM: reach((ME, OTHER, SECRET))}).names([OTHER, SECRET, ME]) == (
        "Els, Hans en Mirjam"
    )


def test_a_sentence_quotes_only_what_its_reader_may_open() -> None:
    """Empty when withheld or left out, a marker when erased."""
    words = names(ME, {})
    assert words.text(Sealed(None, Compartment(Kind.ITEM, ITEM)), "text") == ""
    assert words.text(None, "text") == ""
    assert words.text(Sealed(None, None), "text") == "[gewist]"


def random_reaches(rng: random.Random, first: int, hidden: frozenset[UUID]) -> dict[UUID, Reach]:
    """Some items with random people, all of them hidden from ``hidden``."""
    people = [uid(n) for n in range(1, 5)]

    def some() -> frozenset[UUID]:
        return frozenset(rng.sample(people, rng.randrange(4)))

    items = [uid(first + n) for n in range(rng.randrange(6))]
    return {item: Reach(some(), some() | hidden) for item in items}


@pytest.mark.parametrize("seed", range(60))
def test_items_that_are_hidden_change_nothing_that_one_sees_or_knows(seed: int) -> None:
    """Two worlds that differ only in what one may not know look the same."""
    rng = random.Random(seed)
    visible = random_reaches(rng, 1, frozenset())
    extra = random_reaches(rng, 100, frozenset({ME}))
    base, world = (sight(Role.PERSON, ME, reaches) for reaches in (visible, visible | extra))
    everyone = [uid(n) for n in range(1, 9)]
    assert world.known(everyone) == base.known(everyone)
    assert [world.sees(i) for i in everyone] == [base.sees(i) for i in everyone]
    assert not any(world.sees(item) for item in extra)
