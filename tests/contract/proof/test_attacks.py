"""Whoever owns the database, and the signer's key, changes nothing in silence (integrity 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import PersistenceError

from shared.proof.auditing import audit_record
from shared.proof.dossier import NotSigned
from shared.proof.memory import FileMemory
from shared.proof.receipts import Receipts
from shared.proof.signer import Refused
from shared.proof.signing import SigningKey
from shared.proof.tables.checkpoints import KeptCheckpoint
from shared.record.appending import Appended
from shared.record.errors import RecordError
from shared.record.walk import Row
from tests.contract.proof.attacks import ADDED, PLAIN, REWRITTEN, Attack, Attacker
from tests.contract.proof.office import NAME, Office
from tests.contract.proof.test_witnesses import asked, witness_of
from tests.contract.record.family import act, agreed
from tests.contract.record.stores import ORIGIN, Store
from vangnet_verify.dossier import MAKER
from vangnet_verify.receipts import check_receipts, parse_receipt
from vangnet_verify.rejected import Rejected
from vangnet_witness.cosigning import Witness


@pytest.fixture
def plans(office: Office) -> list[UUID]:
    """Ten events each of two plans, by turns, signed; an auditor kept a copy of the checkpoint."""
    plans = [uuid4(), uuid4()]
    for version in range(1, 6):
        for plan in plans:
            office.happen(agreed(plan, 2 * version - 1), agreed(plan, 2 * version))
    office.sign()
    return plans


def noticed(office: Office, plans: list[UUID], kept: list[KeptCheckpoint]) -> set[str]:
    """Who finds that something is wrong. ``kept``: what an auditor has from before."""
    return {name for name, finds in _finders(office, plans, kept) if finds()}


def _finders(
    office: Office, plans: list[UUID], kept: list[KeptCheckpoint]
) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "the audit", lambda: _audited(office, kept)
    yield "the signer", lambda: _raises(office.another_signer().sign)
    yield "reading", lambda: _raises(lambda: _read(office, plans))
    yield "a dossier", lambda: any(_raises(partial(_proved, office, plan)) for plan in plans)


def _raises(what: Callable[[], object]) -> bool:
    try:
        what()
    except (Refused, Rejected, RecordError, PersistenceError, NotSigned, LookupError):
        return True
    return False


def _audited(office: Office, kept: list[KeptCheckpoint]) -> bool:
    checkpoints = [*kept, *office.checkpoints.after(0, 100)]
    trusted = office.trusted[:1]
    found = audit_record(ORIGIN, office.record.ledger, checkpoints, trusted, lambda seq: None)
    return bool(found)


def _read(office: Office, plans: list[UUID]) -> None:
    for plan in plans:
        for recorded in office.record.of_plan(plan):
            for name in ("words", "reason"):
                office.record.sealer.open(getattr(recorded.event, name))


def _proved(office: Office, plan: UUID) -> None:
    office.verify(office.dossier(plan))


def test_nobody_cries_wolf(office: Office, plans: list[UUID]) -> None:
    """An untouched store has no findings, whoever looks."""
    kept = office.checkpoints.after(0, 100)
    assert noticed(office, plans, kept) == set()


@pytest.mark.parametrize("attack", PLAIN.values(), ids=PLAIN.keys())
def test_a_change_is_noticed(
    store: Store, office: Office, plans: list[UUID], attack: Attack
) -> None:
    """An edit of any column of any row of the record or of its proof."""
    kept = office.checkpoints.after(0, 100)
    attack(Attacker(store, office))
    assert noticed(office, plans, kept) != set()


@pytest.mark.parametrize("rewritten", REWRITTEN.values(), ids=REWRITTEN.keys())
def test_a_change_with_all_hashes_made_to_fit_is_noticed(
    store: Store, office: Office, plans: list[UUID], rewritten: Callable[[Attacker], list[Row]]
) -> None:
    """The hashes need no keys; what was signed, and the seal, stand in the way."""
    kept = office.checkpoints.after(0, 100)
    attacker = Attacker(store, office)
    attacker.rewrite(rewritten(attacker))
    found = noticed(office, plans, kept)
    assert {"the audit", "the signer"} <= found


@pytest.mark.parametrize("added", ADDED.values(), ids=ADDED.keys())
def test_what_is_added_without_a_key_does_not_open(
    store: Store, office: Office, plans: list[UUID], added: Callable[[Attacker], list[Row]]
) -> None:
    """A log may grow, so no signature is in the way: the seal binds each event to its place."""
    attacker = Attacker(store, office)
    attacker.rewrite(added(attacker))
    assert "reading" in noticed(office, plans, office.checkpoints.after(0, 100))


@pytest.mark.parametrize("rewritten", REWRITTEN.values(), ids=REWRITTEN.keys())
def test_who_has_the_signers_key_as_well_is_exposed_by_others(
    store: Store, office: Office, tmp_path: Path, rewritten: Callable[[Attacker], list[Row]]
) -> None:
    """Database, key and memory of the signer in one hand: a witness, and who kept a receipt."""
    plans = [uuid4(), uuid4()]
    receipts = Receipts(SigningKey(NAME + MAKER, bytes(32)))
    mine = []
    for version in range(1, 6):
        for plan in plans:
            for number in (2 * version - 1, 2 * version):
                office.clock.move(minutes=1)
                (done,) = office.record.append([act(agreed(plan, number))])
                assert isinstance(done, Appended)
                mine.append((plan, receipts.of(done.leaf_hashes).encode()))
    witness = witness_of(office)
    office.sign([asked(witness)])
    attacker = Attacker(store, office)
    attacker.rewrite(rewritten(attacker))
    attacker.say("DELETE FROM checkpoint", "DELETE FROM ending", "DELETE FROM ending_subtree")
    office.memory = FileMemory(tmp_path / "a-new-memory.json")
    office.signer = office.another_signer()
    with suppress(Refused):
        office.sign()
    assert _witness_refuses(office, witness)
    assert any(_missed(office, plan, [r for p, r in mine if p == plan]) for plan in plans)


def _witness_refuses(office: Office, witness: Witness) -> bool:
    kept = office.checkpoints.newest()
    if kept is None:
        return True
    hashes = office.record.ledger.hashes
    return _raises(lambda: asked(witness).cosign(kept.note, kept.size, hashes))


def _missed(office: Office, plan: UUID, receipts: list[bytes]) -> bool:
    def look() -> None:
        proved = office.verify(office.dossier(plan))
        found = [parse_receipt(each, office.trusted) for each in receipts]
        check_receipts(NAME, proved.events, found)

    return _raises(look)


def test_with_the_proof_off_the_same_changes_go_unseen(
    store: Store, office: Office, plans: list[UUID]
) -> None:
    """The matrix can fail: who only reads, misses what was removed or moved, and most dates."""
    unseen = []
    attacker = Attacker(store, office)
    for name, rewritten in REWRITTEN.items():
        attacker.rewrite(rewritten(attacker))
        if not _raises(lambda: _read(office, plans)):
            unseen.append(name)
    assert {"back-dated", "the last event removed", "a whole plan removed", "an older backup"} <= {
        *unseen
    }


def test_the_matrix_is_as_large_as_was_promised() -> None:
    """Issue 5: at least fifty attacks, on each kind of database."""
    assert len(PLAIN) + 2 * len(REWRITTEN) >= 50
