"""A way to a server that can be disturbed: silent, refusing, slow, or cut in the middle."""

from __future__ import annotations

import asyncio
import contextlib
import random
import threading
from collections.abc import Awaitable, Callable
from typing import Any

_MOST_CONNECTIONS = 5_000
_PIECE = 16 * 1024
_STOP_SECONDS = 10
_NOBODY_THERE = 0.2


class ChaosProxy:
    """Listens on 127.0.0.1 and passes on to another port there. Same ``seed``, same cuts.

    It forgets everything that was ordered at :meth:`heal`, and refuses everybody after it has
    served a bounded number of connections.
    """

    def __init__(self, port: int, target: int, seed: int) -> None:
        self.port, self._target = port, target
        self.seed = seed
        self._random = random.Random(seed)
        self._writers: set[asyncio.StreamWriter] = set()
        self._refusing = False
        self._seconds = 0.0
        self._most_bytes: int | None = None
        self.connections = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy")
        self._thread.start()
        self._server = self._call(self._open)

    def blackhole(self) -> None:
        """From now on nothing comes through, and nobody is told."""
        self._call(self._clear)

    def refuse(self) -> None:
        """Breaks every connection and takes no new one."""
        self._refusing = True
        self._call(self._break)

    def delay(self, seconds: float) -> None:
        """Every piece takes so much longer."""
        self._seconds = seconds

    def cut(self, most_bytes: int) -> None:
        """Breaks each connection after at most so many bytes, wherever that is in a frame."""
        self._most_bytes = most_bytes

    def heal(self) -> None:
        """All goes through again, also what was held up."""
        self._refusing, self._seconds, self._most_bytes = False, 0.0, None
        self._call(self._set)

    def close(self) -> None:
        """Breaks every connection and listens no more."""
        self.refuse()
        self._server.close()
        self._call(self._end)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_STOP_SECONDS)
        self._loop.close()

    def _call(self, what: Callable[[], Awaitable[Any]]) -> Any:
        async def run() -> Any:
            return await what()

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(_STOP_SECONDS)

    async def _open(self) -> asyncio.Server:
        self._passing = asyncio.Event()
        self._passing.set()
        return await asyncio.start_server(self._serve, "127.0.0.1", self.port)

    async def _set(self) -> None:
        self._passing.set()

    async def _clear(self) -> None:
        self._passing.clear()

    async def _break(self) -> None:
        self._passing.set()
        for writer in list(self._writers):
            writer.transport.abort()

    async def _end(self) -> None:
        await self._server.wait_closed()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.wait(others, timeout=2) if others else None

    async def _serve(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        if self._refusing or self.connections >= _MOST_CONNECTIONS:
            back.transport.abort()
            return
        with contextlib.suppress(OSError), contextlib.closing(back):
            far, out = await self._reach()
            self.connections += 1
            self._writers |= {back, out}
            await asyncio.gather(self._pump(near, out, back), self._pump(far, back, out))

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        try:
            return await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            # Who is taken and let go at once tries again at once, hundreds of times a second.
            await asyncio.sleep(_NOBODY_THERE)
            raise

    def _left(self, left: int | None) -> int | None:
        # Asked at every piece: what was connected before a cut was ordered is cut too.
        if left is None and self._most_bytes:
            return self._random.randrange(1, self._most_bytes)
        return left if self._most_bytes else None

    async def _pump(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        other: asyncio.StreamWriter,
    ) -> None:
        left: int | None = None
        try:
            while piece := await reader.read(_PIECE):
                await self._passing.wait()
                await asyncio.sleep(self._seconds)
                left = self._left(left)
                writer.write(piece if left is None else piece[:left])
                await writer.drain()
                left = None if left is None else left - len(piece)
                if left is not None and left <= 0:
                    break
        except OSError:
            pass
        finally:
            for each in (writer, other):
                each.transport.abort() if left is not None else each.close()
                self._writers.discard(each)
