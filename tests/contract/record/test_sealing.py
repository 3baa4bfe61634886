"""What sealing promises: nothing readable at rest, each part on its own, erasure without errors."""

from __future__ import annotations

import sys
from uuid import UUID, uuid4

import pytest

from shared.eventbase.sealed import CORE, ERASED, Compartment, Kind
from shared.eventbase.state import Fold
from shared.record.envelope import unpack
from shared.record.erased import ErasedEvent
from shared.record.errors import ErasedPlanError, KeyStoreError, UnknownTopicError
from shared.record.packet import open_packet, seal_packet
from shared.record.record import Record
from tests.contract.record.family import EVENTS, act, agreed, joined, keyed
from tests.contract.record.stores import Store

CANARY = "kanarie-in-de-mijn"


def test_nothing_that_somebody_wrote_is_readable_at_rest(store: Store, record: Record, plan: UUID):
    """Not in the events, the log before it, the keys, nor the kept answer; nor who did it."""
    person = uuid4()
    record.append(
        [
            act(agreed(plan, 1, f"woord {CANARY}", actor=f"actor {CANARY}")),
            act(
                joined(plan, 2, person, f"naam {CANARY}", f"adres {CANARY}"),
                answer=keyed(b"k", f"antwoord {CANARY}".encode()),
            ),
        ]
    )
    record.keys.rotate()
    names = dict(store.bytes_at_rest())
    assert len(names) >= 3
    assert [name for name, content in names.items() if CANARY.encode() in content] == []


def test_the_stored_bytes_do_not_name_a_compartment(record: Record, plan: UUID):
    """Whose address it is, the key store alone knows."""
    person = uuid4()
    record.append([act(joined(plan, 1, person, "A", "B"))])
    (stored,) = record.recorder.select_events(plan)
    for secret in (person.bytes, person.hex.encode(), str(person).encode(), b"addr:", b"party:"):
        assert secret not in stored.state


def test_the_size_of_a_part_hardly_tells_the_size_of_its_content(record: Record, plan: UUID):
    """Parts grow in steps of 256 bytes."""
    record.append([act(*(agreed(plan, n + 1, "j" * size) for n, size in enumerate((2, 150, 400))))])
    sizes = [
        len(unpack(e.state).parts[1].ciphertext) - 16 for e in record.recorder.select_events(plan)
    ]
    assert sizes == [256, 256, 512]


def test_erasing_one_compartment_leaves_the_rest_readable(record: Record, plan: UUID):
    """An address is gone for good; the name beside it, and the event itself, are not."""
    person = uuid4()
    record.append([act(joined(plan, 1, person, "Noor", "Lindelaan 3"))])
    record.keys.destroy(plan, [Compartment(Kind.ADDRESS, person)])
    (read,) = record.of_plan(plan)
    assert record.sealer.open(read.event.address) is ERASED
    assert record.sealer.open(read.event.name).full == "Noor"
    assert record.sealer.compartment(read.event.address) == Compartment(Kind.ADDRESS, person)
    assert record.sealer.compartment(read.event.name) == Compartment(Kind.PARTY, person)
    assert record.audit() == []


def test_a_box_that_was_read_before_the_erasure_does_not_open_after_it(record: Record, plan: UUID):
    """A view that still holds it is no way around."""
    record.append([act(agreed(plan, 1))])
    (read,) = record.of_plan(plan)
    record.sealer.open(read.event.words)
    record.keys.destroy(plan, [Compartment(Kind.ITEM, read.event.item)])
    assert record.sealer.open(read.event.words) is ERASED


def test_a_destroyed_plan_reads_as_erased_events_that_fold_to_nothing(record: Record, plan: UUID):
    """Seq, version and time remain; who, what and when it happened do not. Nothing raises."""
    record.append([act(agreed(plan, 1), agreed(plan, 2)), act(agreed(uuid4(), 1))])
    record.keys.destroy(plan, [CORE])
    read = record.of_plan(plan)
    assert [(type(r.event), r.stamp.version, r.stamp.seq) for r in read] == [
        (ErasedEvent, 1, 1),
        (ErasedEvent, 2, 2),
    ]
    assert {r.stamp.actor for r in read} == {""}
    assert Fold()(plan, read).versions == {plan: 2}
    assert len(record.after(0, 9)) == 3
    assert record.audit() == []


def test_nothing_is_added_to_a_destroyed_plan(record: Record, plan: UUID):
    """It would be a plan without a past."""
    record.append([act(agreed(plan, 1))])
    record.keys.destroy(plan, [CORE])
    with pytest.raises(ErasedPlanError):
        record.append([act(agreed(plan, 2))])


def test_a_lost_key_is_not_taken_for_an_erased_one(store: Store, record: Record, plan: UUID):
    """Somebody else's key store must not make a plan look as if it had been erased."""
    record.append([act(agreed(plan, 1))])
    fresh = uuid4().bytes
    with pytest.raises(KeyStoreError):
        record.keys.find(fresh)


def test_a_topic_in_a_row_never_decides_what_is_imported(store: Store, record: Record, plan: UUID):
    """An unknown topic is refused by name, and its module stays unloaded."""
    record.append([act(agreed(plan, 1))])
    sys.modules.pop("this", None)
    store.attack("UPDATE stored_events SET topic = 'this:s'")
    with pytest.raises(UnknownTopicError, match="this:s"):
        record.of_plan(plan)
    assert "this" not in sys.modules


def test_an_event_of_another_service_is_refused_by_name(store: Store, record: Record, plan: UUID):
    """A database that was opened by the wrong service says so."""
    record.append([act(agreed(plan, 1))])
    other = store.open({topic: e for topic, e in EVENTS.items() if topic != "test.agreed"})
    with pytest.raises(UnknownTopicError, match=r"test\.agreed"):
        other.of_plan(plan)
    other.close()


def test_rotation_keeps_everything_readable(store: Store, record: Record, plan: UUID):
    """Here, and for a process that starts afterwards."""
    record.append([act(agreed(plan, 1, "blijft"))])
    record.keys.rotate()
    again = store.open()
    for reader in (record, again):
        (read,) = reader.of_plan(plan)
        assert reader.sealer.open(read.event.words).text == "blijft"
    again.close()


def test_a_packet_opens_under_its_own_label_only_and_dies_with_the_plan(record: Record, plan: UUID):
    """Dead letters, reasons and caches are sealed as events are."""
    packet = seal_packet(record.sealer, plan, "dead/7", b"content")
    assert b"content" not in packet
    assert open_packet(record.sealer, plan, "dead/7", packet) == b"content"
    with pytest.raises(Exception, match="packet"):
        open_packet(record.sealer, plan, "dead/8", packet)
    record.keys.destroy(plan, [CORE])
    assert open_packet(record.sealer, plan, "dead/7", packet) is ERASED
