"""A dossier that was destroyed is gone from the log, and everything else proves itself still."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast
from uuid import UUID, uuid4

import msgspec
import pytest

from shared.eventbase.erasing import DESTRUCTIONS
from shared.proof.auditing import audit_record
from shared.proof.dossier import NotSigned
from shared.proof.recordlog import RecordLog
from shared.proof.signer import Published, Refused, Signer
from shared.record.errors import RecordError
from shared.record.sqlrecorder import SqlRecorder
from shared.record.walk import Fault, Finding, Row
from tests.contract.proof.office import Office
from tests.contract.proof.removals import REMOVALS, Remover
from tests.contract.proof.test_witnesses import asked, witness_of
from tests.contract.record.destroying import say
from tests.contract.record.family import agreed
from tests.contract.record.stores import ORIGIN, Store


@pytest.fixture
def plans(office: Office) -> list[UUID]:
    """Twenty events by turns of two plans, two and two, and then ten of a third; all signed."""
    plans = [uuid4(), uuid4(), uuid4()]
    for version in range(1, 6):
        for plan in plans[:2]:
            office.happen(agreed(plan, 2 * version - 1), agreed(plan, 2 * version))
    office.happen(*(agreed(plans[2], version) for version in range(1, 11)))
    office.sign()
    return plans


@pytest.fixture
def remover(store: Store, office: Office, plans: list[UUID]) -> Remover:
    """Comes when the second and the third plan were destroyed and signed."""
    kept = cast(list[Row], list(office.record.ledger.rows()))
    seqs = [office.destroy(plan) for plan in plans[1:]]
    office.sign()
    return Remover(store, office, kept, seqs)


def audited(office: Office) -> list[Finding]:
    checkpoints = office.checkpoints.after(0, 100)
    return audit_record(ORIGIN, office.record.ledger, checkpoints, office.trusted, lambda seq: None)


def anew(office: Office) -> Published:
    """Signed again, an hour later."""
    office.clock.move(hours=1)
    return office.sign()


def refused(office: Office) -> bool:
    try:
        office.another_signer().sign()
    except Refused:
        return True
    return False


@pytest.mark.parametrize("restarted", [False, True])
def test_the_signer_goes_on_after_it(office: Office, plans: list[UUID], restarted: bool) -> None:
    """Consistent with all that it signed, and with what witnesses saw; from the first row too."""
    witness = witness_of(office)
    office.trusted.append(witness.key)
    office.happen(agreed(plans[2], 11))
    office.sign([asked(witness)])
    office.destroy(plans[1])
    if restarted:
        office.signer = office.another_signer()
    office.happen(agreed(plans[0], 11), agreed(uuid4(), 1))
    office.sign([asked(witness)])
    assert audited(office) == []
    assert len(office.verify(office.dossier(plans[0]), witnesses=1).events) == 11
    assert len(office.verify(office.dossier(plans[2]), witnesses=1).events) == 11
    assert not refused(office)


def test_the_signer_has_the_rights_for_it_itself(office: Office, remover: Remover) -> None:
    """Its role reads what is left, and what says so; as do those who audit with it."""
    office.clock.move(hours=1)
    log = RecordLog(ORIGIN, SqlRecorder(office.signing, ORIGIN))
    assert Signer(log, office.memory, office.key, office.clock).sign() is not None


def test_a_destroyed_dossier_has_no_ending_any_more(office: Office, plans: list[UUID]) -> None:
    """Its number stays, so that no other moves; whoever goes through the rows anew finds the same.

    And who asks for its dossier hears what is heard of one that never was.
    """
    before = anew(office)
    office.destroy(plans[1])
    after = office.sign()
    assert after.standing.plans == before.standing.plans + 1
    assert office.checkpoints.ending(plans[1], after.standing.plans) is None
    ending = office.checkpoints.ending(plans[2], after.standing.plans)
    assert ending is not None and ending[0] == 2
    office.signer = office.another_signer()
    assert anew(office).standing.heads == after.standing.heads
    with pytest.raises(NotSigned):
        office.dossier(plans[1])


def test_what_was_destroyed_has_a_dossier_of_its_own(office: Office, plans: list[UUID]) -> None:
    """Somebody with our keys, and who gets it from them, reads there what went and why."""
    seqs = [office.destroy(plan) for plan in plans[1:]]
    office.sign()
    proved = office.verify(office.dossier(DESTRUCTIONS))
    assert [event.seq for event in proved.events] == seqs
    told = [msgspec.json.decode(event.parts["core"] or "") for event in proved.events]
    assert [each["event"]["plan"] for each in told] == [str(plan) for plan in plans[1:]]


def test_what_is_said_and_not_done_yet_is_no_fault(office: Office, plans: list[UUID]) -> None:
    """Whoever died in between goes on later."""
    office.record.keys.destroy_plan(plans[1])
    say(office.record, plans[1])
    office.sign()
    assert audited(office) == []
    assert len(office.verify(office.dossier(plans[1])).events) == 10


def test_nobody_cries_wolf(office: Office, remover: Remover) -> None:
    """What was destroyed lawfully is no finding, whoever looks."""
    assert audited(office) == []
    assert not refused(office)


@pytest.mark.parametrize("removal", REMOVALS.values(), ids=REMOVALS.keys())
def test_what_nothing_says_is_found_without_a_key(
    office: Office, remover: Remover, removal: Callable[[Remover], object]
) -> None:
    """Integrity 2.9: lawful is what a logged record says, exactly, and nothing else."""
    removal(remover)
    found = audited(office)
    assert found != []
    in_the_rows = {each.fault for each in found} - {Fault.STATEMENT, Fault.RECEIPT}
    assert refused(office) == bool(in_the_rows)


EXACTLY = {
    "a row listed under nothing": {(Fault.REMOVED, 1)},
    "one row more under what was said": {(Fault.REMOVED, 1)},
    "listed under what was said of another": {
        (Fault.REMOVED, seq) for seq in range(1, 21) if seq % 4 in (3, 0)
    },
    "rows named that were not, and none removed": {(Fault.STATEMENT, 31)}
    | {(Fault.REMOVED, seq) for seq in range(1, 21) if seq % 4 in (3, 0)},
    "a row put back": {(Fault.RETURNED, 3)},
}


@pytest.mark.parametrize("name", EXACTLY)
def test_where_it_is_wrong_is_said(office: Office, remover: Remover, name: str) -> None:
    """Each row by its number, and no row that is as it should be."""
    REMOVALS[name](remover)
    assert {(each.fault, each.seq) for each in audited(office)} >= EXACTLY[name]
    exact = [each for each in audited(office) if each.fault is not Fault.CHAIN]
    assert {(each.fault, each.seq) for each in exact} == EXACTLY[name]


def test_what_the_service_did_not_say_itself_is_found(office: Office, remover: Remover) -> None:
    """A log may grow, so an event of somebody's own making fits in it and opens to anything.

    What gives it away is that the service did not sign it, and that its seal does not open.
    """
    seq = remover.forge()
    for each in (n for n in range(1, 21) if n % 4 in (1, 2)):
        remover.drop(each, by=seq)
    assert audited(office) == [Finding(Fault.RECEIPT, seq)]
    with pytest.raises(RecordError):
        office.record.of_plan(DESTRUCTIONS)


def test_the_receipt_of_another_destruction_is_none(office: Office, remover: Remover) -> None:
    """It is of one event, in one log."""
    remover.say(
        "UPDATE destruction SET receipt = (SELECT d.receipt FROM destruction d "
        f"WHERE d.seq = {remover.one}) WHERE seq = {remover.other}"
    )
    assert audited(office) == [Finding(Fault.RECEIPT, remover.other)]


def test_with_the_audit_off_it_goes_unseen(store: Store, office: Office, plans: list[UUID]) -> None:
    """The matrix can fail: who only reads, misses most of it."""
    kept = cast(list[Row], list(office.record.ledger.rows()))
    seqs = [office.destroy(plan) for plan in plans[1:]]
    remover = Remover(store, office, kept, seqs)
    for name in ("one row more under what was said", "rows named that were not, and none removed"):
        REMOVALS[name](remover)
        for plan in plans:
            office.record.of_plan(plan)
    assert audited(office) != []


def test_the_matrix_is_as_large_as_was_promised() -> None:
    """Beside the fifty of what nobody destroyed."""
    assert len(REMOVALS) >= 20
