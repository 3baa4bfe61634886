"""A witness cosigns a log that only grew, and exposes one that was rewritten (tlog-witness)."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from uuid import uuid4

import pytest

from shared.proof.dense import DenseTree
from shared.proof.paths import consistency, folded
from shared.proof.signing import SigningKey
from shared.proof.witnesses import AskedWitness, Reply, cosigned_by_all
from tests.contract.proof.office import Office
from tests.contract.record.family import agreed
from vangnet_verify.checkpoint import Checkpoint, parse_checkpoint
from vangnet_verify.note import encoded, parse_note, signed_by
from vangnet_verify.rejected import Rejected
from vangnet_verify.tree import leaf_hash
from vangnet_witness.cosigning import Witness
from vangnet_witness.memory import Memory

ORIGIN = "vangnet.example/plans"
LOG = SigningKey(ORIGIN, b"l" * 32)
NOW = 1_790_000_000


def tree_of(*words: bytes) -> DenseTree:
    tree = DenseTree()
    for index, word in enumerate(words):
        tree.put(index, leaf_hash(word))
    return tree


def request(old: int, tree: DenseTree, key: SigningKey = LOG, origin: str = ORIGIN) -> bytes:
    path = [folded(each, tree.complete) for each in consistency(min(old, len(tree)), len(tree))]
    lines = "".join(f"{encoded(each)}\n" for each in path)
    note = key.note(Checkpoint(origin, len(tree), tree.root()).text)
    return f"old {old}\n{lines}\n".encode() + note


@pytest.fixture
def make(tmp_path: Path) -> Callable[[], Witness]:
    """A witness that knows one log; made again, it remembers."""

    def made() -> Witness:
        memory = Memory(tmp_path / "seen.db")
        return Witness("w.example", b"w" * 32, {ORIGIN: LOG.public}, memory, lambda: NOW)

    return made


def test_it_cosigns_what_grew_with_the_time_it_saw_it(make: Callable[[], Witness]) -> None:
    """tlog-cosignature: the time is signed along."""
    witness = make()
    three = tree_of(b"a", b"b", b"c")
    answer = witness.add_checkpoint(request(0, three))
    assert answer.status == HTTPStatus.OK
    note = parse_note(LOG.note(Checkpoint(ORIGIN, 3, three.root()).text) + answer.body.encode())
    assert signed_by(note, [witness.key]) == {witness.key: NOW}
    assert witness.add_checkpoint(request(3, tree_of(b"a", b"b", b"c", b"d"))).status == 200


def test_it_remembers_over_a_restart(make: Callable[[], Witness]) -> None:
    """It must be durable before the answer."""
    make().add_checkpoint(request(0, tree_of(b"a", b"b")))
    answer = make().add_checkpoint(request(0, tree_of(b"a", b"b", b"c")))
    assert (answer.status, answer.body) == (HTTPStatus.CONFLICT, "2\n")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (request(0, tree_of(b"x"), origin="elsewhere.example"), 404),
        (request(0, tree_of(b"x"), SigningKey(ORIGIN, b"y" * 32)), 403),
        (request(2, tree_of(b"a", b"X", b"c")), 422),
        (request(2, tree_of(b"a", b"c")), 409),
        (request(1, tree_of(b"a", b"b", b"c")), 409),
        (request(3, tree_of(b"a", b"b", b"c")), 409),
        (request(3, tree_of(b"a", b"b")), 400),
        (b"old 02\n\n" + LOG.note("x\n"), 400),
        (b"old 2\nAA==\n\n" + LOG.note("x\n"), 400),
        (b"", 400),
        (b"old 2\n\nno note", 400),
        (b"\xff\xfe", 400),
    ],
    ids=[
        "an unknown log", "another key", "the beginning rewritten", "a split view", "an older size",
        "a size never seen", "smaller than it says", "a number with a zero", "no hash", "nothing",
        "no note", "no text",
    ],
)  # fmt: skip
def test_it_refuses_everything_else_and_forgets_nothing(
    make: Callable[[], Witness], body: bytes, status: int
) -> None:
    """tlog-witness: 400, 403, 404, 409 and 422, each for its own reason."""
    witness = make()
    witness.add_checkpoint(request(0, tree_of(b"a", b"b")))
    assert witness.add_checkpoint(body).status == status
    assert witness.add_checkpoint(request(2, tree_of(b"a", b"b", b"c"))).status == HTTPStatus.OK


def test_a_log_may_begin_empty(make: Callable[[], Witness]) -> None:
    """A new town has logs without leaves, which are signed all the same: that is no split view."""
    nothing = LOG.note(Checkpoint(ORIGIN, 0, sha256(b"").digest()).text)
    another = LOG.note(Checkpoint(ORIGIN, 0, b"r" * 32).text)
    witness = make()
    assert witness.add_checkpoint(b"old 0\n\n" + another).status == 422
    for _ in range(2):
        assert witness.add_checkpoint(b"old 0\n\n" + nothing).status == HTTPStatus.OK
    assert witness.add_checkpoint(b"old 0\n\n" + another).status == 422
    assert witness.add_checkpoint(request(0, tree_of(b"a", b"b"))).status == HTTPStatus.OK
    assert witness.add_checkpoint(b"old 0\n\n" + nothing).status == HTTPStatus.CONFLICT
    assert witness.add_checkpoint(request(0, tree_of(b"x"))).status == HTTPStatus.CONFLICT


def test_a_log_of_an_impossible_length_is_refused(make: Callable[[], Witness]) -> None:
    """Whoever has the log's key may sign any number; what it remembers has 63 bits."""
    note = LOG.note(Checkpoint(ORIGIN, 2**63, b"r" * 32).text)
    assert make().add_checkpoint(b"old 0\n\n" + note).status == HTTPStatus.BAD_REQUEST
    note = LOG.note(Checkpoint(ORIGIN, 2**63 - 1, b"r" * 32).text)
    assert make().add_checkpoint(b"old 0\n\n" + note).status == HTTPStatus.OK


def asked(witness: Witness) -> AskedWitness:
    def post(body: bytes) -> Reply:
        answer = witness.add_checkpoint(body)
        return Reply(answer.status, answer.body.encode())

    return AskedWitness(witness.key, post)


def witness_of(office: Office) -> Witness:
    memory = Memory(office.folder / "seen.db")
    return Witness("w.example", b"w" * 32, {office.key.public.name: office.key.public}, memory,
                   lambda: int(office.clock().timestamp()))  # fmt: skip


def test_a_dossier_says_which_witnesses_saw_its_log(office: Office) -> None:
    """Integrity 2.5: the witness's word stands in the checkpoint itself, over restarts of ours."""
    plan = uuid4()
    witness = witness_of(office)
    office.trusted.append(witness.key)
    for version in range(1, 5):
        office.happen(agreed(plan, version))
        # A signer that was started again knows nothing of what a witness saw.
        office.sign([asked(witness)])
        assert office.verify(office.dossier(plan), witnesses=1).witnesses.keys() == {"w.example"}
    office.happen(agreed(plan, 5))
    office.sign()
    with pytest.raises(Rejected, match="0 van de 1"):
        office.verify(office.dossier(plan), witnesses=1)


def test_a_witness_that_is_away_keeps_nobody_from_signing(office: Office) -> None:
    """It is told of, and the checkpoint goes out without it."""
    office.happen(agreed(uuid4(), 1))
    heard: list[str] = []

    def away(body: bytes) -> Reply:
        raise ConnectionRefusedError

    key = witness_of(office).key
    note = office.sign().note
    kept = cosigned_by_all(
        note, 1, [AskedWitness(key, away)], office.record.ledger.hashes,
        lambda name, error: heard.append(name),
    )  # fmt: skip
    assert (kept, heard) == (note, ["w.example"])


def test_who_has_the_database_and_the_signers_key_is_exposed_by_a_witness(
    office: Office, tmp_path: Path
) -> None:
    """Integrity 5, row 6: everything rewritten and signed as if it had always been so."""
    plan = uuid4()
    witness = witness_of(office)
    office.happen(agreed(plan, 1, "zo was het"), agreed(plan, 2))
    office.sign([asked(witness)])
    rewritten = tree_of(b"other", b"history", b"longer")
    forged = request(2, rewritten, office.key, office.key.public.name)
    assert witness.add_checkpoint(forged).status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert parse_checkpoint(parse_note(forged.partition(b"\n\n")[2])).size == 3
