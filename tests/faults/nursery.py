"""Bears writers: imports everything once, then forks one for every order on its input.

A fork of a process without threads is as good as a start, and a second cheaper.
"""

from __future__ import annotations

import os
import sys
import traceback

import msgspec

from tests.faults.lines import BORN, DIED, Line, Order, tell
from tests.faults.writer import write


def bear(order: Order) -> None:
    """One writer, from its birth to its death."""
    pid = os.fork()
    if pid == 0:
        _live(order)
    tell(Line(what=BORN, pid=pid))
    os.waitpid(pid, 0)
    tell(Line(what=DIED, pid=pid))


def _live(order: Order) -> None:
    try:
        write(order)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(0)


if __name__ == "__main__":
    for line in sys.stdin.buffer:
        bear(msgspec.json.decode(line, type=Order))
