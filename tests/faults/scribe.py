"""One writer: does act after act on a plan, and tells of each before and after it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from uuid import UUID

from tests.faults.acts import PLANS, Seen, next_act, opening
from tests.faults.lines import ACKED, BEGUN, REFUSED, UNCLEAR, Line, Request, tell
from vangnet.journey.client import Answer, Client

OK, CREATED, CONFLICT, FAULT = 200, 201, 409, 500
# What a client answers by itself when the connection was lost.
LOST = 0
_PAUSE, _LONGEST_PAUSE = 0.02, 0.3


class Scribe:
    """Writes on a plan of its own, or one that others write on too, until ``over`` says so.

    What it does goes to ``tell``; ``patience`` is how many seconds it goes on sending one act.
    """

    def __init__(
        self,
        client: Client,
        token: str,
        seed: str,
        over: Callable[[], bool],
        tell: Callable[[Line], None] = tell,
        patience: float = 4.0,
    ) -> None:
        self._client = client
        self._token = token
        self._chance = random.Random(seed)
        self._over = over
        self._tell = tell
        self._patience = patience

    def write(self, plan_id: str | None) -> None:
        """Goes on with this plan, or opens one."""
        if plan_id is None:
            opened = self.send(opening(self._key()))
            if opened is None:
                return
            plan_id = opened.body["planId"]
        seen = Seen(plan_id)
        while not self._over():
            if self._look(seen):
                self._one(seen)

    def send(self, request: Request) -> Answer | None:
        """Sends one act until it is answered for good; None when it was refused."""
        self._tell(Line(what=BEGUN, request=request))
        answer = self._answered(request)
        if answer.status == CREATED:
            self._tell(Line(what=ACKED, request=request, answer=answer.body))
            return answer
        said = answer.body or {}
        self._tell(Line(what=REFUSED, request=request, status=answer.status, answer=said))
        return None

    def _answered(self, request: Request) -> Answer:
        until, pause = time.monotonic() + self._patience, _PAUSE
        while True:
            answer = self._sent(request)
            unclear = answer.status == LOST or answer.status >= FAULT
            if unclear:
                self._tell(Line(what=UNCLEAR, request=request, status=answer.status))
            # The follower may not have come to the version, the incident or the person yet.
            again = unclear or _not_yet(answer) or _too_early(request, answer)
            if not again or time.monotonic() > until:
                return answer
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _sent(self, request: Request) -> Answer:
        headers = {"Idempotency-Key": request.key}
        if request.revision is not None:
            headers["If-Match"] = f'"{request.revision}"'
        return self._client.request("POST", request.path, self._token, request.body, headers)

    def _look(self, seen: Seen) -> bool:
        path = f"{PLANS}/dossiers/{seen.plan_id}/veiligheidsplan"
        answer = self._client.request("GET", path, self._token)
        if answer.status != OK:
            time.sleep(_PAUSE)
            return False
        plan = answer.body
        seen.people = [person["persoonId"] for person in plan["personen"]]
        seen.agreements = [agreed["afspraakId"] for agreed in plan["afspraken"]]
        seen.version, seen.revision = plan["versie"], plan["revisie"]
        return True

    def _one(self, seen: Seen) -> None:
        request = next_act(self._chance, seen, self._key())
        answer = self.send(request)
        if answer is not None and request.kind == "evaluation":
            seen.evaluations += answer.body["onderdelen"]
        if answer is not None and request.kind == "incident":
            seen.incidents += answer.body["onderdelen"]

    def _key(self) -> str:
        return str(UUID(int=self._chance.getrandbits(128), version=4))


def _not_yet(answer: Answer) -> bool:
    # A rule that forbids it will go on doing so.
    return answer.status == CONFLICT and not answer.body.get("overtredingen")


def _too_early(request: Request, answer: Answer) -> bool:
    return request.path.startswith("/evaluaties") and answer.status in (404, 422)
