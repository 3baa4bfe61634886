"""The key store's contract, run against every implementation."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest

from shared.eventbase.sealed import CORE, Compartment, Kind
from shared.record.errors import ErasedPlanError, KeyStoreError
from shared.record.keys import KeyStore
from tests.contract.record.safes import Safe

ITEM = Compartment(Kind.ITEM, uuid4())
NONCE = bytes(12)


def test_each_compartment_gets_a_key_of_its_own_which_stays_the_same(safe: Safe, plan: UUID):
    """Asked again, by another process too: the same key."""
    keys = safe.open()
    first = keys.ensure(plan, [CORE, ITEM])
    assert first[CORE].key_id != first[ITEM].key_id
    assert keys.ensure(plan, [ITEM, CORE]) == first
    sealed = first[ITEM].cipher.encrypt(NONCE, b"content", b"")
    again = safe.open().ensure(plan, [ITEM])[ITEM]
    assert again.key_id == first[ITEM].key_id
    assert again.cipher.decrypt(NONCE, sealed, b"") == b"content"


def test_two_plans_never_share_a_key(safe: Safe):
    """One plan's destruction touches no other."""
    keys = safe.open()
    ids = {keys.ensure(uuid4(), [CORE])[CORE].key_id for _ in range(5)}
    assert len(ids) == 5


def test_a_key_is_found_by_its_id_with_what_it_is_for(safe: Safe, plan: UUID):
    """By a process that did not make it."""
    key = safe.open().ensure(plan, [ITEM])[ITEM]
    found = safe.open().find(key.key_id)
    assert (found.plan_id, found.compartment) == (plan, ITEM)


def test_a_destroyed_key_is_none_and_an_unknown_one_is_an_error(safe: Safe, plan: UUID):
    """Erased is not the same as lost."""
    keys = safe.open()
    key = keys.ensure(plan, [ITEM])[ITEM]
    keys.destroy(plan, [ITEM])
    assert keys.find(key.key_id) is None
    assert safe.open().find(key.key_id) is None
    with pytest.raises(KeyStoreError):
        keys.find(bytes(16))


def test_destroying_twice_or_destroying_nothing_is_not_an_error(safe: Safe, plan: UUID):
    """So that an interrupted erasure can be repeated."""
    keys = safe.open()
    keys.ensure(plan, [ITEM])
    keys.destroy(plan, [ITEM])
    keys.destroy(plan, [ITEM])
    keys.destroy(uuid4(), [ITEM])


def test_content_that_is_new_after_an_erasure_gets_a_new_key(safe: Safe, plan: UUID):
    """A person decides to record something anew; the old stays gone."""
    keys = safe.open()
    old = keys.ensure(plan, [ITEM])[ITEM]
    keys.destroy(plan, [ITEM])
    new = keys.ensure(plan, [ITEM])[ITEM]
    assert new.key_id != old.key_id
    assert keys.find(old.key_id) is None


def test_a_destroyed_plan_gets_no_new_core_key(safe: Safe, plan: UUID):
    """It stays destroyed."""
    keys = safe.open()
    keys.ensure(plan, [CORE])
    keys.destroy(plan, [CORE])
    with pytest.raises(ErasedPlanError):
        keys.ensure(plan, [CORE, ITEM])


def test_a_plan_is_destroyed_with_every_key_that_it_has(safe: Safe, plan: UUID):
    """Those that were only made ready too, and in whatever process they are at hand."""
    keys, elsewhere, other = safe.open(), safe.open(), uuid4()
    person = Compartment(Kind.PARTY, uuid4())
    keys.prepare({plan: [CORE, person]})
    made = [*keys.ensure(plan, [CORE, ITEM, person]).values()]
    kept = keys.ensure(other, [CORE, ITEM])
    assert all(elsewhere.find(key.key_id) is not None for key in made)
    keys.destroy_plan(plan)
    keys.destroy_plan(plan)
    safe.seconds.now += 1
    for reader in (keys, elsewhere, safe.open()):
        assert [reader.find(key.key_id) for key in made] == [None, None, None]
        assert all(reader.find(key.key_id) is not None for key in kept.values())
        with pytest.raises(ErasedPlanError):
            reader.ensure(plan, [CORE, ITEM])


def test_a_destroyed_plan_that_had_no_keys_gets_none_either(safe: Safe, plan: UUID):
    """What still comes in of it finds the door closed, after a rotation as well."""
    keys = safe.open()
    keys.destroy_plan(plan)
    keys.rotate()
    keys.prepare({plan: [CORE, ITEM]})
    for reader in (keys, safe.open()):
        with pytest.raises(ErasedPlanError):
            reader.ensure(plan, [CORE])


def test_keys_of_many_plans_are_prepared_at_once_and_durable(safe: Safe, plan: UUID):
    """Whoever asks for them afterwards, here or in another process, gets the same ones."""
    keys, other = safe.open(), uuid4()
    keys.prepare({plan: [CORE, ITEM], other: [CORE]})
    for wanted in (plan, other):
        made = keys.ensure(wanted, [CORE])[CORE]
        assert safe.open().ensure(wanted, [CORE])[CORE].key_id == made.key_id
        assert keys.find(made.key_id).plan_id == wanted


def test_preparing_passes_a_destroyed_plan_over(safe: Safe, plan: UUID):
    """It stays destroyed, and keeps none of the others waiting."""
    keys, other = safe.open(), uuid4()
    keys.ensure(plan, [CORE])
    keys.destroy(plan, [CORE])
    keys.prepare({plan: [CORE, ITEM], other: [CORE]})
    with pytest.raises(ErasedPlanError):
        keys.ensure(plan, [CORE, ITEM])
    assert keys.ensure(other, [CORE])


def test_after_a_rotation_every_key_opens_and_old_wrapped_keys_do_not(safe: Safe, plan: UUID):
    """A copy of the key store from before is dead: its epoch key exists nowhere."""
    keys = safe.open()
    key = keys.ensure(plan, [ITEM])[ITEM]
    sealed = key.cipher.encrypt(NONCE, b"content", b"")
    before = safe.at_rest()
    epoch = before.split(b'"present": "')[1].split(b'"')[0]
    secret = before.split(epoch + b'": "')[1].split(b'"')[0]
    keys.rotate()
    assert secret not in safe.at_rest()
    for reader in (keys, safe.open()):
        assert reader.find(key.key_id).cipher.decrypt(NONCE, sealed, b"") == b"content"


def test_many_threads_get_one_key_for_one_compartment(safe: Safe, plan: UUID):
    """Whoever comes first makes it."""
    keys = safe.open()
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda _: keys.ensure(plan, [CORE, ITEM])[ITEM].key_id, range(40)))
    assert len(set(got)) == 1


def test_keys_that_no_longer_fit_in_memory_are_found_again(safe: Safe, plan: UUID):
    """The cache is bounded, the store is not."""
    keys = safe.open()
    many = [Compartment(Kind.ITEM, uuid4()) for _ in range(250)]
    made = keys.ensure(plan, many)
    assert all(keys.find(key.key_id).compartment == c for c, key in made.items())


def test_processes_that_want_the_same_key_at_once_get_one(safe: Safe, plan: UUID):
    """What one of them sealed, the others open."""
    stores = [safe.open() for _ in range(4)]

    def made(keys: KeyStore) -> bytes:
        return keys.ensure(plan, [CORE, ITEM])[ITEM].key_id

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(made, stores))) == 1


def test_what_another_process_destroyed_is_gone_here_a_second_later(safe: Safe, plan: UUID):
    """An erasure does not end at the process that was asked for it."""
    one, other = safe.open(), safe.open()
    key = one.ensure(plan, [CORE, ITEM])[ITEM]
    assert other.find(key.key_id) is not None
    one.destroy(plan, [ITEM])
    safe.seconds.now += 1
    assert other.find(key.key_id) is None
    assert other.ensure(plan, [ITEM])[ITEM].key_id != key.key_id


def test_a_key_made_by_a_process_that_missed_a_rotation_is_not_lost(safe: Safe, plan: UUID):
    """It is wrapped by the epoch key that there is, not by the one that was."""
    one, other = safe.open(), safe.open()
    before = other.ensure(plan, [CORE])[CORE]
    one.rotate()
    after = other.ensure(plan, [ITEM])[ITEM]
    fresh = safe.open()
    assert [fresh.find(key.key_id).key_id for key in (before, after)] == [
        before.key_id,
        after.key_id,
    ]


def test_two_processes_may_rotate_at_once(safe: Safe):
    """No key is left under an epoch key that is gone, whoever makes keys meanwhile."""
    plans = [uuid4() for _ in range(30)]
    stores = [safe.open() for _ in range(3)]

    def work(keys: KeyStore) -> list[bytes]:
        made = []
        for plan in plans[:10] if keys is stores[0] else plans[10:]:
            made.append(keys.ensure(plan, [ITEM])[ITEM].key_id)
            if keys is not stores[0] and len(made) % 5 == 0:
                keys.rotate()
        return made

    with ThreadPoolExecutor(3) as pool:
        made = {key_id for ids in pool.map(work, stores) for key_id in ids}
    fresh = safe.open()
    assert all(fresh.find(key_id) is not None for key_id in made)
    assert len(made) == len(plans)
