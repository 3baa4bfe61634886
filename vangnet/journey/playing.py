"""Playing one step of a case: an act, or a look with what must be so in the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from vangnet.journey.asserting import broken
from vangnet.journey.case import Act, Case, Expect, Step, Watch
from vangnet.journey.cast import Cast
from vangnet.journey.client import Answer, Client
from vangnet.journey.memory import Memory, Unnamed
from vangnet.journey.pace import BackInTime, Pace
from vangnet.journey.settling import Settling


class Player:
    """Does what a case says, as the actors that it names."""

    def __init__(
        self,
        case: Case,
        client: Client,
        cast: Cast,
        memory: Memory,
        pace: Pace,
        settling: Settling,
    ) -> None:
        self._case = case
        self._client = client
        self._cast = cast
        self._memory = memory
        self._pace = pace
        self._settling = settling

    def play(self, step: Step) -> list[str]:
        """What went otherwise than the step says, as Dutch sentences."""
        said = step.act if isinstance(step, Act) else step.expect
        try:
            if step.at is not None and self._pace.moves(step.at):
                # What was due before then is done before then, and what is due then at once.
                self._settling.before()
                self._pace.move_to(step.at)
                self._settling.now()
            wrong = self._act(step) if isinstance(step, Act) else self._look(step)
            return [f"{said}: {each}" for each in wrong]
        except (Unnamed, BackInTime) as wrong_case:
            return [f"{said}: {wrong_case}"]

    def watch(self, watch: Watch) -> list[str]:
        """Every forbidden word that this actor can read anywhere by now."""
        self._settling.before()
        words = self._known(watch.never)
        paths = self._known(watch.gets) if self._cast.knows(watch.actor) else []
        return [
            f"{watch.actor} leest {word!r} in {path}"
            for path in paths
            for word in self._words_read(watch.actor, path, words)
        ]

    def _act(self, act: Act) -> Iterator[str]:
        self._settling.before(act.service)
        for body in act.bodies or [act.body]:
            answer = self._post(act, self._memory.fill(body))
            self._settling.acted(act.service)
            if answer.status != act.status:
                yield f"antwoord {answer.status} in plaats van {act.status}: {_told(answer)}"
            else:
                self._memory.keep(act.keep, answer.body)

    def _post(self, act: Act, body: Any) -> Answer:
        headers = {"If-Match": f'"{self._revision(act)}"'} if act.guarded else {}
        path, token = self._path(act.post), self._cast.token(act.actor)
        return self._client.request("POST", path, token, body, headers)

    def _revision(self, act: Act) -> str:
        where = self._case.revisions[act.service]
        read = self._client.request("GET", self._path(where), self._cast.token(act.actor))
        return str((read.body or {}).get("revisie"))

    def _look(self, expect: Expect) -> Iterator[str]:
        self._settling.before()
        query = urlencode(self._memory.fill(expect.query))
        path = self._path(expect.get) + (f"?{query}" if query else "")
        answer = self._client.request("GET", path, self._cast.token(expect.actor))
        if answer.status != expect.status:
            yield f"antwoord {answer.status} in plaats van {expect.status}: {_told(answer)}"
            return
        self._memory.keep(expect.keep, answer.body)
        for assertion in expect.that:
            wrong = broken(self._memory.fill(assertion), answer)
            if wrong is not None:
                yield wrong

    def _words_read(self, actor: str, path: str, words: list[str]) -> list[str]:
        answer = self._client.request("GET", self._path(path), self._cast.token(actor))
        return [word for word in words if broken({"text_absent": word}, answer)]

    def _known(self, written: list[str]) -> list[str]:
        """Those of which every name was given: what is not there yet, nobody can read."""
        return [self._memory.fill(each) for each in written if self._memory.knows(each)]

    def _path(self, written: str) -> str:
        service, _, path = self._memory.fill(written).partition(":")
        return f"/{service}/api/v1{path}"


def _told(answer: Answer) -> str:
    return answer.raw.decode("utf-8", "replace")[:600]
