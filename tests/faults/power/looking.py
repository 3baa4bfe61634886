"""Starting a service on what a power cut left, and everything that is then not as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import msgspec

from shared.proof.signer import Refused
from shared.record.appending import Appended
from shared.record.record import Record
from shared.record.sqlite.open_record import open_record
from tests.contract.record.family import NOON, Clock
from tests.contract.record.stores import ORIGIN, terms
from tests.faults.power.acts import Acts
from tests.faults.power.contents import contents, halves
from tests.faults.power.expected import Expected
from tests.faults.power.house import RECORD, Office, made
from tests.faults.power.soundness import damage, tree

_OPENED = 3


class Looked(msgspec.Struct, frozen=True):
    """``lost``: acknowledged and gone. ``corrupt``: not as it was written, or not to be opened.

    ``stuck``: what nobody can do any more.
    """

    lost: list[str]
    corrupt: list[str]
    stuck: list[str]


def look(root: Path, expected: Expected, chance: Random) -> Looked:
    """Starts on the disk in ``root``, asks for everything, and goes on from there."""
    clock = Clock(NOON + timedelta(days=30))
    given = terms(clock=clock, random_bytes=chance.randbytes)
    try:
        if expected.opened is None:
            made(root, chance.randbytes)
        with closing(open_record(root / RECORD, given)) as record:
            office = Office(root, record, clock, chance.randbytes)
            lost = [*_gone(record, expected), *_unsigned(office, expected)]
            corrupt = list(_corrupt(root, record, expected))
            stuck = list(_stuck(record, office, chance))
    except Exception as error:  # whatever it is: the service does not run
        return Looked([], [repr(error)], [])
    return Looked(lost, corrupt, stuck)


def _gone(record: Record, expected: Expected) -> Iterator[str]:
    leaves = {row.leaf.seq: row.leaf.leaf_hash for row in record.ledger.rows()}
    for seq, digest in expected.leaves.items():
        if leaves.get(seq) != digest:
            yield f"event {seq}"
    for key in expected.answers:
        if record.ledger.select_answer(key) is None:
            yield f"answer {key.hex()}"
    # Opening one takes the whole plan: that is for the last few.
    for key, answer in list(expected.answers.items())[-_OPENED:]:
        kept = record.answer_for(key)
        if kept is None or kept.answer != answer:
            yield f"what is in answer {key.hex()}"


def _unsigned(office: Office, expected: Expected) -> Iterator[str]:
    size = expected.published.size
    signed, newest = office.memory.last(), office.checkpoints.newest()
    if expected.opened is not None and office.key.public.key_id != expected.opened.key:
        yield "the signer's key"
    if size and (newest is None or newest.size < size):
        yield f"checkpoint {size}"
    if size and (signed is None or signed.size < size):
        yield f"that {size} was signed"
    if size > office.witness.last(ORIGIN)[0]:
        yield f"that the witness saw {size}"


def _corrupt(root: Path, record: Record, expected: Expected) -> Iterator[str]:
    yield from damage(root / RECORD)
    yield from (str(finding) for finding in record.audit())
    yield from tree(record)
    events = record.after(0, 2**31)
    yield from halves(events, expected)
    yield from contents(record, events, expected)


def _stuck(record: Record, office: Office, chance: Random) -> Iterator[str]:
    """One more act of everybody, and a signature: life goes on."""
    acts = Acts(chance)
    (outcome,) = record.append([acts.act(acts.plans()[0], 0)])
    if not isinstance(outcome, Appended):
        yield f"no more acts: {outcome}"
    try:
        if office.sign() is None:
            yield "no signature for one more act"
    except Refused as refused:
        yield f"no more signatures: {refused}"
