"""How long an epoch key lives, and what is said of that, for every implementation."""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import timedelta
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

from shared.eventbase.sealed import CORE, Compartment, Kind
from shared.record.errors import KeyStoreError
from shared.record.filewrapper import FileWrapper
from shared.record.keys import Wrapped
from shared.record.keystore import SqlKeyStore
from tests.contract.record.safes import BEGIN, Safe

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
ITEM = Compartment(Kind.ITEM, UUID(int=7))


def held(safe: Safe) -> dict:
    """What the file with the epoch keys says."""
    return dict(json.loads((safe.folder / "epoch.key").read_text()))


def test_an_epoch_begins_when_it_is_first_seen_and_that_is_kept(safe: Safe):
    """Whoever opens the store later finds the same moment, also where an older version made it."""
    assert held(safe)["began"] is None
    first = safe.open().epoch_ends()
    assert BEGIN + 30 * DAY <= first < BEGIN + 30 * DAY + SECOND
    safe.clock.set(BEGIN + 5 * DAY)
    assert safe.open().epoch_ends() == first


def test_the_turn_comes_before_the_moment_that_was_promised(safe: Safe, plan: UUID):
    """Not a day too soon, and once."""
    keys = safe.open()
    keys.ensure(plan, [CORE])
    keys.destroy(plan, [CORE])
    promised = keys.complete_by()
    before = held(safe)
    assert keys.rotate_when_due(promised - 4 * DAY) == 0
    assert held(safe) == before
    safe.clock.set(promised - 3 * DAY + SECOND)
    assert keys.rotate_when_due(safe.clock()) == 1
    assert set(held(safe)["keys"]).isdisjoint(before["keys"])
    assert keys.rotate_when_due(safe.clock()) == 0
    assert keys.epoch_ends() > promised + 26 * DAY


def test_what_is_promised_while_the_turn_is_late_can_still_be_kept(safe: Safe):
    """The moment lies ahead: who was away for months turns the epoch when it comes back."""
    keys = safe.open()
    late = keys.epoch_ends() + 40 * DAY
    safe.clock.set(late)
    assert keys.epoch_ends() < late
    assert keys.complete_by() >= late + 3 * DAY
    assert keys.rotate_when_due(late) == 1


class CutOff(FileWrapper):
    """Epoch keys of which the last step of a turn never happens."""

    def destroy_others(self, epoch: str) -> None:
        raise ConnectionAbortedError


def test_a_turn_that_was_cut_off_is_finished_before_its_time(safe: Safe, plan: UUID):
    """The old epoch key is gone then, and no third one was begun."""
    keys = safe.open(CutOff)
    keys.ensure(plan, [CORE])
    with pytest.raises(ConnectionAbortedError):
        keys.rotate()
    assert len(held(safe)["keys"]) == 2
    begun = held(safe)["present"]
    again = safe.open()
    assert again.rotate_when_due(safe.clock()) == 1
    assert list(held(safe)["keys"]) == [begun]
    assert again.rotate_when_due(safe.clock()) == 0


def test_two_processes_that_find_it_due_turn_it_once(safe: Safe):
    """Who comes second sees that it was done."""
    one, other = safe.open(), safe.open()
    due = one.epoch_ends()
    assert one.rotate_when_due(due) == 1
    turned = held(safe)
    assert other.rotate_when_due(due) == 0
    assert held(safe) == turned


def test_more_keys_than_fit_in_one_step_are_all_wrapped_anew(safe: Safe, plan: UUID):
    """Between the steps others may make keys; afterwards each of them opens."""
    keys = safe.open()
    made = keys.ensure(plan, [Compartment(Kind.ITEM, UUID(int=n)) for n in range(1, 1200)])
    keys.rotate()
    [present] = held(safe)["keys"]
    assert {epoch for _, epoch, _ in wrapped_in(keys)} == {present}
    wrapper = FileWrapper(safe.folder / "epoch.key", bytes)
    assert all(wrapper.unwrap(Wrapped(epoch, blob)) for _, epoch, blob in wrapped_in(keys))
    last = list(made.values())[-1]
    assert safe.open().find(last.key_id) is not None


def test_what_was_destroyed_opens_with_nothing_that_is_there_after_the_turn(safe: Safe, plan: UUID):
    """Not even a copy of the wrapped key: no epoch key that exists unwraps it."""
    keys = safe.open()
    keys.ensure(plan, [CORE, ITEM])
    stolen = {key_id: Wrapped(epoch, blob) for key_id, epoch, blob in wrapped_in(keys)}
    wrapper = FileWrapper(safe.folder / "epoch.key", bytes)
    assert all(len(wrapper.unwrap(each)) == 32 for each in stolen.values())
    keys.destroy(plan, [ITEM])
    keys.rotate()
    after = FileWrapper(safe.folder / "epoch.key", bytes)
    [secret] = held(safe)["keys"].values()
    for each in stolen.values():
        with pytest.raises(KeyStoreError):
            after.unwrap(each)
        with pytest.raises(InvalidUnwrap):
            aes_key_unwrap(b64decode(secret), each.blob)
        assert each.blob not in safe.at_rest()
        assert each.blob not in {blob for _, _, blob in wrapped_in(keys)}


def wrapped_in(keys: SqlKeyStore) -> list[tuple[bytes, str, bytes]]:
    """Every wrapped key that the database holds."""
    with keys._database.transaction(commit=False) as cursor:
        cursor.execute("SELECT key_id, epoch, wrapped FROM data_key WHERE wrapped IS NOT NULL")
        return [(bytes(row[0]), row[1], bytes(row[2])) for row in cursor.fetchall()]
