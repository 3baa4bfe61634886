"""A log is signed when it is what it was, and never otherwise."""

from __future__ import annotations

from uuid import uuid4

import pytest

from shared.proof.signer import Refused
from shared.record.walk import Fault
from tests.contract.proof.office import NAME, Office
from tests.contract.record.family import agreed
from tests.contract.record.stores import Store
from vangnet_verify.note import parse_note, signed_by


def test_what_is_signed_is_the_edge_of_the_record(office: Office) -> None:
    """C2SP: the checkpoint's size and root are those that the appends kept."""
    plan = uuid4()
    office.happen(agreed(plan, 1), agreed(uuid4(), 1), agreed(plan, 2))
    published = office.sign()
    note = parse_note(published.note)
    assert signed_by(note, [office.key.public]) == {office.key.public: None}
    assert published.checkpoint.size == 3
    assert published.checkpoint.origin == NAME
    assert published.standing.plans == 2
    kept = office.checkpoints.newest()
    assert kept is not None and kept.note == published.note


def test_nothing_new_is_signed_again_after_an_hour_only(office: Office) -> None:
    """A heartbeat says that the signer still looks (integrity.md 2.5)."""
    office.happen(agreed(uuid4(), 1))
    office.sign()
    office.clock.move(minutes=59)
    assert office.signer.sign() is None
    office.clock.move(minutes=1)
    assert office.signer.sign() is not None


def test_a_restarted_signer_goes_on_where_it_was(office: Office) -> None:
    """It reads everything again, and signs what follows."""
    plan = uuid4()
    office.happen(*(agreed(plan, n) for n in range(1, 20)))
    first = office.sign()
    office.signer = office.another_signer()
    office.happen(agreed(plan, 20))
    second = office.sign()
    assert (first.checkpoint.size, second.checkpoint.size) == (19, 20)


@pytest.mark.parametrize(
    ("attack", "fault"),
    [
        (["UPDATE stored_events SET topic = 'test.joined' WHERE originator_version = 2"],
         Fault.LEAF),
        (["UPDATE leaf SET recorded_at = recorded_at - 86400000000 WHERE seq = 2"], Fault.CLOCK),
        (["DELETE FROM stored_events WHERE originator_version = 2"], Fault.EVENT_MISSING),
    ],
)  # fmt: skip
def test_a_changed_row_is_never_signed(
    store: Store, office: Office, attack: list[str], fault: Fault
) -> None:
    """Integrity 2.5: the rows are hashed again before the signature, not their hashes read."""
    plan = uuid4()
    office.happen(agreed(plan, 1), agreed(plan, 2), agreed(plan, 3))
    store.attack(*attack)
    with pytest.raises(Refused) as refused:
        office.signer.sign()
    assert fault in {finding.fault for finding in refused.value.findings}
    assert {finding.version for finding in refused.value.findings} == {2}


def test_a_log_that_became_shorter_is_never_signed(store: Store, office: Office) -> None:
    """An older backup put back, or a tail cut off with everything that remembers it."""
    plan = uuid4()
    office.happen(agreed(plan, 1), agreed(plan, 2))
    office.sign()
    store.attack(
        "DELETE FROM stored_events WHERE originator_version = 2",
        "DELETE FROM leaf WHERE seq = 2",
    )
    office.signer = office.another_signer()
    with pytest.raises(Refused, match="korter"):
        office.signer.sign()


def test_two_signers_never_sign_two_logs_of_one_length(office: Office) -> None:
    """What was signed meanwhile by another is noticed before anything is published."""
    office.happen(agreed(uuid4(), 1))
    other = office.another_signer()
    seen = office.memory.last()
    office.sign()
    signed = office.memory.last()
    assert signed is not None
    with pytest.raises(Refused):
        office.memory.keep(seen, signed)
    assert other.sign() is None


@pytest.mark.parametrize("content", [b"", b"{}", b'{"origin":"\xff","size":1,"root":"","at":1}'])
def test_a_memory_that_is_damaged_signs_nothing(office: Office, content: bytes) -> None:
    """Whoever signs must know what he signed; every kind of damage is said to be that."""
    (office.folder / "signed.json").write_bytes(content)
    with pytest.raises(Refused, match="beschadigd"):
        office.signer.sign()
