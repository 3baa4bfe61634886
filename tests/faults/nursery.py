"""Bears processes: imports everything once, then forks one for every order on its input.

A fork of a process without threads is as good as a start, and seconds cheaper.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import traceback
from collections.abc import Iterator

import msgspec

from tests.faults.lines import BORN, DIED, Line, Order, Serve, tell
from tests.faults.ways import serve
from tests.faults.writer import write

_INPUT = 0
_MOST = 1 << 20


class Nurse:
    """Everybody who was born and lives, by a descriptor that is readable after their death."""

    def __init__(self) -> None:
        self._living: dict[int, tuple[int, str]] = {}
        self._heard = b""

    def work(self) -> None:
        """Until nobody orders any more; who still lives then, is ended."""
        while True:
            ready, _, _ = select.select([_INPUT, *self._living], [], [])
            for each in set(ready) - {_INPUT}:
                self._bury(each)
            if _INPUT in ready:
                raw = os.read(_INPUT, _MOST)
                if not raw:
                    break
                for order in self._orders(raw):
                    self._bear(order)
        for each, (pid, _) in list(self._living.items()):
            os.kill(pid, signal.SIGKILL)
            self._bury(each)

    def _orders(self, raw: bytes) -> Iterator[Order | Serve]:
        *lines, self._heard = (self._heard + raw).split(b"\n")
        for line in lines:
            yield msgspec.json.decode(line, type=Order | Serve)

    def _bear(self, order: Order | Serve) -> None:
        pid = os.fork()
        if pid == 0:
            _live(order)
        self._living[os.pidfd_open(pid)] = pid, order.name
        tell(Line(what=BORN, pid=pid, name=order.name))

    def _bury(self, descriptor: int) -> None:
        pid, name = self._living.pop(descriptor)
        os.waitpid(pid, 0)
        os.close(descriptor)
        tell(Line(what=DIED, pid=pid, name=name))


def _live(order: Order | Serve) -> None:
    try:
        if isinstance(order, Serve):
            serve(order)
        else:
            write(order)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(0)


if __name__ == "__main__":
    Nurse().work()
