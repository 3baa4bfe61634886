"""The process whose power is cut: makes a record, works on it, and says so in the log."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random

import msgspec

from tests.faults.power import notes, oplog
from tests.faults.power.house import made
from tests.faults.power.scribe import Scribe


class Order(msgspec.Struct, frozen=True):
    """What to do: so many things under ``root``, as ``seed`` has them."""

    root: str
    seed: str
    works: int
    synchronous: str


def write(order: Order, log: int) -> None:
    """Carries it out; ``log`` is what the shim writes in too."""

    def tell(note: notes.Note) -> None:
        oplog.say(log, msgspec.json.encode(note))

    chance = Random(order.seed)
    made(Path(order.root), chance.randbytes)
    scribe = Scribe(Path(order.root), chance, order.synchronous, tell)
    for _ in range(order.works):
        scribe.work()
    scribe.close()


if __name__ == "__main__":
    write(
        msgspec.json.decode(sys.argv[1], type=Order),
        os.open(os.environ["POWER_LOG"], os.O_WRONLY | os.O_APPEND),
    )
