"""The bounded cache of keys."""

from __future__ import annotations

from uuid import UUID

from shared.eventbase.sealed import Compartment, Kind
from shared.record.keycache import KeyCache
from shared.record.keys import Key

PLAN = UUID(int=1)


def key(number: int) -> Key:
    compartment = Compartment(Kind.ITEM, UUID(int=number))
    return Key.of(bytes([number]) * 16, PLAN, compartment, bytes(32))


def test_it_holds_no_more_than_its_capacity():
    """The first that came goes first, under both names."""
    cache = KeyCache(2)
    keys = [key(n) for n in range(3)]
    cache.put(keys, cache.generation)
    assert [cache.by_id(k.key_id) for k in keys] == [None, *keys[1:]]
    assert [cache.by_place(PLAN, k.compartment) for k in keys] == [None, *keys[1:]]


def test_a_key_read_before_everything_was_forgotten_is_not_put_back():
    """An erasure wins from a read that was under way."""
    cache = KeyCache(9)
    before = cache.generation
    cache.forget()
    late = key(1)
    cache.put([late], before)
    assert cache.by_id(late.key_id) is None
    cache.put([late], cache.generation)
    assert cache.by_id(late.key_id) is late
