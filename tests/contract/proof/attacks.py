"""What somebody who owns the database can do to it, with all hashes made to fit again or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any
from uuid import uuid4

import msgspec

from shared.record.envelope import pack, unpack
from shared.record.frontier import LeafRow
from shared.record.leaf import Leaf, leaf_hash
from shared.record.merkle import completed, extend
from shared.record.walk import Row
from tests.contract.proof.office import Office
from tests.contract.record.stores import ORIGIN, Store

MICROS_PER_DAY = 86_400_000_000
HALF_A_MINUTE = 30_000_000


class Attacker:
    """Has the database, with no guards left, and knows how everything is hashed. Has no keys."""

    def __init__(self, store: Store, office: Office) -> None:
        self._store = store
        self.office = office
        self.rows: list[Row] = list(office.record.ledger.rows())

    def say(self, *statements: str) -> None:
        """Runs these as they are."""
        self._store.attack(*statements)

    def state(self, seq: int, state: bytes) -> None:
        """Replaces the stored bytes of an event."""
        leaf = self.rows[seq - 1].leaf
        self.say(
            f"UPDATE stored_events SET state = {blob(state)} WHERE "
            f"originator_id = '{leaf.stream_id.hex}' AND originator_version = {leaf.version}"
        )

    def rewrite(self, rows: Sequence[Row]) -> None:
        """Makes these the whole record, each hash, chain, subtree and the edge as they would be."""
        edge: tuple[int, int, tuple[bytes, ...]] = (0, 0, ())
        heads: dict[Any, tuple[int, bytes]] = {}
        said = [f"DELETE FROM {table}" for table in ("stored_events", "leaf", "subtree")]
        for row in rows:
            leaf, event = row.leaf, row.event
            assert event is not None
            version, previous = heads.get(leaf.stream_id, (0, b""))
            leaf = msgspec.structs.replace(leaf, seq=edge[0] + 1, version=version + 1)
            at = max(leaf.recorded_at, edge[1] + 1)
            digest = leaf_hash(
                Leaf(
                    recorded_at=at,
                    commitments=unpack(event.state).commitments,
                    stream_id=str(leaf.stream_id),
                    origin=ORIGIN,
                    previous=previous.hex(),
                    state_hash=sha256(event.state).hexdigest(),
                    topic=event.topic,
                    version=leaf.version,
                )
            )
            stream, plan = leaf.stream_id.hex, leaf.plan_id.hex
            said.append(
                f"INSERT INTO stored_events VALUES ('{stream}', {leaf.version}, '{plan}', "
                f"'{event.topic}', {blob(event.state)})"
            )
            said.append(
                f"INSERT INTO leaf VALUES ({leaf.seq}, '{stream}', {leaf.version}, '{plan}', {at}, "
                f"{blob(leaf.event_id.bytes)}, {blob(previous)}, "
                f"{blob(sha256(event.state).digest())}, {blob(digest)})"
            )
            for level, number, node in completed(edge[2], edge[0], digest):
                if level % 4 == 0:
                    said.append(f"INSERT INTO subtree VALUES ({level}, {number}, {blob(node)})")
            heads[leaf.stream_id] = leaf.version, digest
            edge = leaf.seq, at, extend(edge[2], edge[0], digest)
        peaks = blob(b"".join(edge[2]))
        edged = f"size = {edge[0]}, recorded_at = {edge[1]}, peaks = {peaks}"
        self.say(*said, f"UPDATE frontier SET {edged}")

    def changed(self, seq: int, **fields: Any) -> list[Row]:
        """All rows, with one of them different in its event or its leaf."""
        rows = list(self.rows)
        row = rows[seq - 1]
        assert row.event is not None
        event = {name: fields.pop(name) for name in ("topic", "state") if name in fields}
        if "plan_id" in fields:
            event["plan_id"] = fields["plan_id"]
        rows[seq - 1] = Row(
            msgspec.structs.replace(row.leaf, **fields), msgspec.structs.replace(row.event, **event)
        )
        return rows

    def without(self, *seqs: int) -> list[Row]:
        """All rows but these."""
        return [row for row in self.rows if row.leaf.seq not in seqs]

    def state_of(self, seq: int) -> bytes:
        """The stored bytes of an event."""
        event = self.rows[seq - 1].event
        assert event is not None
        return event.state

    def readdressed(self, seq: int, like: int) -> bytes:
        """The sealed parts of one event in the envelope of another."""
        ours, theirs = unpack(self.state_of(like)), unpack(self.state_of(seq))
        return pack(ours.plan_id, ours.event_id, theirs.parts)


def blob(content: bytes) -> str:
    """Bytes as a literal that both databases read."""
    return f"unhex('{content.hex()}')"


def flipped(content: bytes, at: int) -> bytes:
    """One bit changed."""
    at %= len(content)
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


Attack = Callable[[Attacker], Any]


def _swap(attacker: Attacker, one: int, other: int) -> list[Row]:
    rows = list(attacker.rows)
    a, b = rows[one - 1], rows[other - 1]
    rows[one - 1], rows[other - 1] = Row(a.leaf, b.event), Row(b.leaf, a.event)
    return rows


def _moved(attacker: Attacker, seq: int, to: int) -> list[Row]:
    rows = list(attacker.rows)
    rows.insert(to - 1, rows.pop(seq - 1))
    return rows


def _again(attacker: Attacker, seq: int, like: LeafRow | None = None) -> Row:
    row, envelope, other = attacker.rows[seq - 1], unpack(attacker.state_of(seq)), uuid4()
    assert row.event is not None
    plan_id = (like or row.leaf).plan_id
    state = pack(plan_id, other, envelope.parts)
    leaf = msgspec.structs.replace(like or row.leaf, event_id=other)
    return Row(leaf, msgspec.structs.replace(row.event, state=state, plan_id=plan_id))


def _dated(attacker: Attacker, seq: int, by: int) -> list[Row]:
    at = attacker.rows[seq - 1].leaf.recorded_at + by
    return attacker.changed(seq, recorded_at=at)


# Nothing else is made to fit.
PLAIN: dict[str, Attack] = {
    **{
        f"one bit of event {seq} at {at}": lambda a, seq=seq, at=at: a.state(
            seq, flipped(a.state_of(seq), at)
        )
        for seq in (1, 9, 20)
        for at in (0, 300, -1)
    },
    "an event cut off": lambda a: a.state(5, a.state_of(5)[:-10]),
    "an event made longer": lambda a: a.state(5, a.state_of(5) + b"\0"),
    "an event emptied": lambda a: a.state(5, b""),
    "the bytes of another event of the plan": lambda a: a.state(5, a.state_of(7)),
    "the bytes of another plan's event": lambda a: a.state(5, a.state_of(6)),
    "a part of another event": lambda a: a.state(5, a.readdressed(7, 5)),
    "another topic": lambda a: a.say(
        "UPDATE stored_events SET topic = 'test.joined' WHERE originator_version = 3"
    ),
    "a topic that names a module": lambda a: a.say(
        "UPDATE stored_events SET topic = 'this:s' WHERE originator_version = 3"
    ),
    "another plan": lambda a: a.say(
        f"UPDATE stored_events SET plan_id = '{a.rows[2].leaf.plan_id.hex}' WHERE "
        "originator_version = 4"
    ),
    "another plan, in the leaf as well": lambda a: a.say(
        *(
            f"UPDATE {table} SET plan_id = '{a.rows[2].leaf.plan_id.hex}' WHERE "
            "originator_version = 4"
            for table in ("stored_events", "leaf")
        )
    ),
    "back-dated by a day": lambda a: a.say(
        f"UPDATE leaf SET recorded_at = recorded_at - {MICROS_PER_DAY} WHERE seq = 8"
    ),
    "back-dated by a microsecond": lambda a: a.say(
        "UPDATE leaf SET recorded_at = recorded_at - 1 WHERE seq = 8"
    ),
    "dated later": lambda a: a.say(
        f"UPDATE leaf SET recorded_at = recorded_at + {MICROS_PER_DAY} WHERE seq = 8"
    ),
    "another event id": lambda a: a.say(
        f"UPDATE leaf SET event_id = {blob(b'x' * 16)} WHERE seq = 8"
    ),
    "another predecessor": lambda a: a.say(
        f"UPDATE leaf SET prev = {blob(bytes(32))} WHERE seq = 8"
    ),
    "another state hash": lambda a: a.say(
        f"UPDATE leaf SET state_hash = {blob(bytes(32))} WHERE seq = 8"
    ),
    "another leaf hash": lambda a: a.say(
        f"UPDATE leaf SET leaf_hash = {blob(bytes(32))} WHERE seq = 8"
    ),
    "an event removed": lambda a: a.say(_delete(a, "stored_events", 8)),
    "a leaf removed": lambda a: a.say("DELETE FROM leaf WHERE seq = 8"),
    "an event and its leaf removed": lambda a: a.say(
        _delete(a, "stored_events", 8), "DELETE FROM leaf WHERE seq = 8"
    ),
    "the first event and its leaf removed": lambda a: a.say(
        _delete(a, "stored_events", 1), "DELETE FROM leaf WHERE seq = 1"
    ),
    "the last event and its leaf removed": lambda a: a.say(
        _delete(a, "stored_events", 20), "DELETE FROM leaf WHERE seq = 20"
    ),
    "everything removed": lambda a: a.say("DELETE FROM stored_events", "DELETE FROM leaf"),
    "an event added without a leaf": lambda a: a.say(
        f"INSERT INTO stored_events VALUES ('{'e' * 32}', 1, '{'f' * 32}', 'test.agreed', "
        f"{blob(a.state_of(1))})"
    ),
    "the edge's size": lambda a: a.say("UPDATE frontier SET size = size - 1"),
    "the edge's time": lambda a: a.say("UPDATE frontier SET recorded_at = recorded_at + 1"),
    "the edge's hashes": lambda a: a.say(f"UPDATE frontier SET peaks = {blob(bytes(64))}"),
    "a subtree": lambda a: a.say(f"UPDATE subtree SET hash = {blob(bytes(32))}"),
    "the ending of a plan": lambda a: a.say(f"UPDATE ending SET hash = {blob(bytes(32))}"),
    "a checkpoint removed": lambda a: a.say("DELETE FROM checkpoint"),
    "a checkpoint's text": lambda a: a.say(
        "UPDATE checkpoint SET note = " + blob(_checkpoint(a).replace(b"\n20\n", b"\n19\n"))
    ),
    "a checkpoint's size": lambda a: a.say("UPDATE checkpoint SET size = 19"),
}

# All that is hashed is made to fit again, and what was signed stays as it was.
REWRITTEN: dict[str, Callable[[Attacker], list[Row]]] = {
    "a bit of an event": lambda a: a.changed(9, state=_in_a_part(a, 9)),
    "the bytes of two events exchanged": lambda a: _swap(a, 5, 7),
    "the parts of another event": lambda a: a.changed(5, state=a.readdressed(7, 5)),
    "a part left out": lambda a: a.changed(5, state=_fewer_parts(a, 5)),
    "another topic": lambda a: a.changed(5, topic="test.evaluated"),
    "another plan": lambda a: a.changed(5, plan_id=a.rows[2].leaf.plan_id),
    "another stream": lambda a: a.changed(5, stream_id=a.rows[2].leaf.plan_id),
    "back-dated": lambda a: _dated(a, 9, -HALF_A_MINUTE),
    "dated later": lambda a: _dated(a, 9, MICROS_PER_DAY),
    "the last event removed": lambda a: a.without(20),
    "the last five removed": lambda a: a.without(*range(16, 21)),
    "one in the middle removed": lambda a: a.without(9),
    "the first removed": lambda a: a.without(1),
    "a whole plan removed": lambda a: [
        r for r in a.rows if r.leaf.plan_id != a.rows[0].leaf.plan_id
    ],
    "everything removed": lambda a: [],
    "an event earlier in the log": lambda a: _moved(a, 9, 3),
    "two plans in another order": lambda a: _moved(a, 6, 1),
    "an event of long ago as the newest": lambda a: [*a.without(1), a.rows[0]],
    "an older backup": lambda a: a.rows[:12],
}

# Nothing that was signed changes; whoever has no keys can add nothing that opens.
ADDED: dict[str, Callable[[Attacker], list[Row]]] = {
    "an event twice": lambda a: [*a.rows, _again(a, 9)],
    "an event of one plan in another": lambda a: [*a.rows, _again(a, 3, a.rows[0].leaf)],
}


def _delete(attacker: Attacker, table: str, seq: int) -> str:
    leaf = attacker.rows[seq - 1].leaf
    return (
        f"DELETE FROM {table} WHERE originator_id = '{leaf.stream_id.hex}' "
        f"AND originator_version = {leaf.version}"
    )


def _checkpoint(attacker: Attacker) -> bytes:
    kept = attacker.office.checkpoints.newest()
    assert kept is not None
    return kept.note


def _in_a_part(attacker: Attacker, seq: int) -> bytes:
    envelope = unpack(attacker.state_of(seq))
    first, *others = envelope.parts
    broken = msgspec.structs.replace(first, ciphertext=flipped(first.ciphertext, 3))
    return pack(envelope.plan_id, envelope.event_id, (broken, *others))


def _fewer_parts(attacker: Attacker, seq: int) -> bytes:
    envelope = unpack(attacker.state_of(seq))
    return pack(envelope.plan_id, envelope.event_id, envelope.parts[:-1])
