"""What somebody who owns the database can do with what is left of dossiers that were destroyed.

Of the twenty events by turns of two plans, and ten of a third: the second and third were destroyed.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from uuid import uuid4

import msgspec

from shared.eventbase.erasing import DESTRUCTIONS
from shared.record.destruction import Opened
from shared.record.envelope import Part, pack
from shared.record.leaf import Leaf, leaf_hash
from shared.record.merkle import extend
from shared.record.padding import commitment
from shared.record.walk import Row
from tests.contract.proof.attacks import blob
from tests.contract.proof.office import Office
from tests.contract.record.stores import ORIGIN, Store


class Remover:
    """Has the database, with no guards left. ``kept``: the rows from before, as a backup has them.

    ``seqs``: of the two events that say that a dossier was destroyed.
    """

    def __init__(self, store: Store, office: Office, kept: list[Row], seqs: list[int]) -> None:
        self.office = office
        self.kept = {row.seq: row for row in kept}
        self.one, self.other = seqs
        self.say = store.attack

    def opened(self, seq: int) -> Opened:
        """What was opened of an event."""
        found = self.office.record.ledger.destruction(seq)
        assert found is not None
        return found

    def drop(self, seq: int, by: int | None = None) -> None:
        """Removes a row, listed under ``by`` or not at all."""
        if by is not None:
            self.say(f"INSERT INTO destroyed SELECT seq, leaf_hash, {by} FROM leaf WHERE seq={seq}")
        place = "(SELECT originator_id, originator_version FROM leaf WHERE seq = "
        self.say(
            f"DELETE FROM stored_events WHERE (originator_id, originator_version) IN {place}{seq})",
            f"DELETE FROM leaf WHERE seq = {seq}",
        )

    def put_back(self, seq: int) -> None:
        """A row as the backup has it."""
        leaf, event = self.kept[seq].leaf, self.kept[seq].event
        assert event is not None
        stream, plan = leaf.stream_id.hex, leaf.plan_id.hex
        self.say(
            f"INSERT INTO stored_events VALUES ('{stream}', {leaf.version}, '{plan}', "
            f"'{event.topic}', {blob(event.state)})",
            f"INSERT INTO leaf VALUES ({seq}, '{stream}', {leaf.version}, '{plan}', "
            f"{leaf.recorded_at}, {blob(leaf.event_id.bytes)}, {blob(leaf.previous)}, "
            f"{blob(leaf.state_hash)}, {blob(leaf.leaf_hash)})",
        )

    def tell(self, seq: int, **other: bytes) -> None:
        """Has something else opened of an event."""
        for column, content in other.items():
            self.say(f"UPDATE destruction SET {column} = {blob(content)} WHERE seq = {seq}")

    def naming(self, seq: int, last: int) -> bytes:
        """What was opened of an event, with all rows up to ``last`` named."""
        said = msgspec.json.decode(self.opened(seq).content)
        said["event"]["rows"] = [{"first": 1, "last": last}]
        return msgspec.json.encode(said)

    def forge(self, topic: str = "test.dossier-destroyed") -> int:
        """An event at the end, of the owner's own making, that lets the first twenty rows go."""
        content, salt, event_id, stream = self.naming(self.one, 20), bytes(32), uuid4(), uuid4()
        part = Part("core", bytes(16), bytes(12), bytes(300), commitment(salt, "core", content))
        state = pack(DESTRUCTIONS, event_id, (part,))
        edge = self.office.record.ledger.frontier()
        seq, at = edge.size + 1, edge.recorded_at + 1
        digest = leaf_hash(
            Leaf(
                recorded_at=at, commitments=(part.commitment.hex(),), stream_id=str(stream),
                origin=ORIGIN, previous="", state_hash=sha256(state).hexdigest(), topic=topic,
                version=1,
            )
        )  # fmt: skip
        peaks = blob(b"".join(extend(edge.peaks, edge.size, digest)))
        self.say(
            f"INSERT INTO stored_events VALUES ('{stream.hex}', 1, '{DESTRUCTIONS.hex}', "
            f"'{topic}', {blob(state)})",
            f"INSERT INTO leaf VALUES ({seq}, '{stream.hex}', 1, '{DESTRUCTIONS.hex}', {at}, "
            f"{blob(event_id.bytes)}, {blob(b'')}, {blob(sha256(state).digest())}, {blob(digest)})",
            f"UPDATE frontier SET size = {seq}, recorded_at = {at}, peaks = {peaks}",
            f"INSERT INTO destruction SELECT {seq}, {blob(salt)}, {blob(content)}, "
            f"receipt FROM destruction WHERE seq = {self.one}",
        )
        return seq


Removal = Callable[[Remover], object]


def _all(*steps: object) -> None:
    """Steps that were taken, in this order."""


# Nothing of these needs to be undone by whoever looks: each is found without a key.
REMOVALS: dict[str, Removal] = {
    "a row removed and not listed": lambda r: r.drop(1),
    "a row listed under nothing": lambda r: r.drop(1, by=9999),
    "a row listed under an event that says something else": lambda r: r.drop(1, by=3),
    "one row more under what was said": lambda r: r.drop(1, by=r.one),
    "all of a plan under what was said of another": lambda r: [
        r.drop(seq, by=r.one) for seq in r.kept if seq <= 20 and seq % 4 in (1, 2)
    ],
    "listed under what was said of another": lambda r: r.say(
        f"UPDATE destroyed SET by_seq = {r.other} WHERE by_seq = {r.one}"
    ),
    "rows named that were not": lambda r: _all(
        r.tell(r.one, content=r.naming(r.one, 20)), r.drop(1, by=r.one)
    ),
    "rows named that were not, and none removed": lambda r: r.tell(
        r.one, content=r.naming(r.one, 20)
    ),
    "another salt": lambda r: r.tell(r.one, salt=bytes(32)),
    "what was opened emptied": lambda r: r.tell(r.one, content=b""),
    "another receipt": lambda r: r.tell(r.one, receipt=b"signed"),
    "what was opened of another": lambda r: r.tell(
        r.one, salt=r.opened(r.other).salt, content=r.opened(r.other).content
    ),
    "what was opened removed": lambda r: r.say(f"DELETE FROM destruction WHERE seq = {r.one}"),
    "everything that was opened removed": lambda r: r.say("DELETE FROM destruction"),
    "the event that says so removed": lambda r: r.drop(r.one),
    "the event that says so listed as gone itself": lambda r: r.drop(r.one, by=r.other),
    "another topic on the event that says so": lambda r: r.say(
        "UPDATE stored_events SET topic = 'test.agreed' WHERE topic LIKE '%.dossier-destroyed'"
    ),
    "another hash left": lambda r: r.say(
        f"UPDATE destroyed SET leaf_hash = {blob(bytes(32))} WHERE seq = 3"
    ),
    "what was left removed": lambda r: r.say("DELETE FROM destroyed WHERE seq = 3"),
    "all that was left removed": lambda r: r.say("DELETE FROM destroyed"),
    "a row put back": lambda r: r.put_back(3),
    "a row put back in its place": lambda r: _all(
        r.put_back(3), r.say("DELETE FROM destroyed WHERE seq = 3")
    ),
    "the whole dossier put back": lambda r: _all(
        [r.put_back(seq) for seq in r.kept if seq <= 20 and seq % 4 in (3, 0)],
        r.say("DELETE FROM destroyed"),
    ),
    "an event of one's own that says so of another topic": lambda r: r.drop(
        1, by=r.forge("test.agreed")
    ),
}
