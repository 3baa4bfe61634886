"""What was erased, by whose key (R43)."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.erasing import (
    Erasure,
    Erasures,
    Ground,
    KeysDestroyed,
    compartments,
    records_erasures,
)
from shared.eventbase.event import Recorded, Stamp
from shared.eventbase.sealed import Compartment, Kind

ITEM, PERSON, OTHER, PLAN = (UUID(int=n, version=4) for n in range(1, 5))
AT = datetime(2026, 3, 20, tzinfo=UTC)
ITS_KEYS = [
    Compartment(Kind.ITEM, ITEM),
    Compartment(Kind.PARTY, PERSON),
    Compartment(Kind.ADDRESS, PERSON),
    Compartment(Kind.ADDRESS, OTHER),
]


class Gone(KeysDestroyed, frozen=True):
    """Of a service in a test."""

    TOPIC = "test.content-erased"


def test_a_person_has_two_keys_an_item_one_and_an_address_one() -> None:
    """Issue 5: one item, one compartment, a person; nobody's key twice."""
    found = compartments((ITEM,), (PERSON,), (OTHER, PERSON))
    assert len(found) == len(ITS_KEYS)
    assert set(found) == set(ITS_KEYS)
    assert compartments((), (), ()) == []


def test_a_service_knows_what_it_erased_when_and_why() -> None:
    """Design 3: what stands in the place of what is gone follows from the event alone."""
    catalogue = Catalogue("test")
    records_erasures(catalogue, Gone)
    assert catalogue.events == {"test.content-erased": Gone}
    gone = Gone(OTHER, Ground.MISTAKE, (ITEM,), (PERSON,), AT, (OTHER,))
    stamp = Stamp(ITEM, PLAN, PLAN, 1, ITEM, "vangnet", "service", AT)
    erasures = catalogue.fold(PLAN, [Recorded(gone, stamp)])[Erasures]
    assert erasures.of == dict.fromkeys(ITS_KEYS, Erasure(AT, Ground.MISTAKE))
    assert erasures.carried_out == {OTHER}
