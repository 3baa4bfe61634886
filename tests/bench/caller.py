"""Calling a service's web app in this process, and filling plans with it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from typing import Any


class Caller:
    """Somebody with a worker's token before the app of plans."""

    def __init__(self, app: Callable[..., Iterable[bytes]], token: str) -> None:
        self.app = app
        self.token = token

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        """One request through WSGI, without a client's own cost."""
        status: list[str] = []
        answer = b"".join(self.sent(status, method, path, body, **headers))
        return int(status[0][:3]), json.loads(answer)

    def sent(
        self, status: list[str], method: str, path: str, body: Any = None, **headers: str
    ) -> Iterable[bytes]:
        """The answer as it comes, part by part; its status is put in ``status``."""
        sent = b"" if body is None else json.dumps(body).encode()
        route, _, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": f"/plannen/api/v1{route}",
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_TYPE": "application/json" if body is not None else "",
            "CONTENT_LENGTH": str(len(sent)),
            "HTTP_AUTHORIZATION": f"Bearer {self.token}",
            "wsgi.input": io.BytesIO(sent),
            "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http",
            **headers,
        }
        return self.app(environ, lambda s, h, e=None: status.append(s))

    def first_byte(self, path: str) -> bytes:
        """What comes first of an answer; the rest is not waited for."""
        answer = self.sent([], "GET", path)
        first = next(iter(answer))
        answer.close()  # type: ignore[attr-defined]
        return first

    def drained(self, path: str) -> int:
        """How long an answer is, in bytes, without keeping it."""
        return sum(map(len, self.sent([], "GET", path)))

    def post(self, path: str, body: Any, **headers: str) -> Any:
        """An act that must be recorded."""
        status, answer = self.call("POST", path, body, **headers)
        assert status == 201, answer
        return answer

    def get(self, path: str) -> Any:
        """A read that must be answered."""
        status, answer = self.call("GET", path)
        assert status == 200, answer
        return answer

    def plan(self, events: int) -> tuple[str, str]:
        """A plan in force with about that many events: its id and one person.

        Made by adjustments of at most twenty changes; half of them end an agreement, so that
        some thirty stand at any time: as many as people could read.
        """
        plan_id = self.post("/dossiers", {"gronden": ["onveilige-situatie"]})["planId"]
        path = f"/dossiers/{plan_id}"
        added = self.post(f"{path}/personen", {"naam": "Mirjam", "soort": "gezin"})
        person = added["onderdelen"][0]
        made = self.post(f"{path}/afspraken", agreement(person))["onderdelen"]
        done = self.post(f"{path}/vaststellingen", {"pad": "acuut"})
        left = events - 4
        while left > 1:
            changes = min(left - 1, 20)
            ended = made[: min(changes // 2, max(0, len(made) - 12))]
            making = changes - len(ended)
            done = self._adjusted(path, done["revisie"], person, making, ended)
            made = made[len(ended) :] + [i for i in done["onderdelen"] if i not in ended][:making]
            left -= changes + 1
        return plan_id, person

    def _adjusted(
        self, path: str, revision: str, person: str, making: int, ended: list[str]
    ) -> Any:
        made = [{"soort": "afspraak-maken", **agreement(person)} for _ in range(making)]
        over = [
            {"soort": "afspraak-beeindigen", "afspraakId": item, "reden": "Het doel is bereikt."}
            for item in ended
        ]
        body = {"oorzaak": {"soort": "verzoek"}, "reden": "Besproken.", "wijzigingen": made + over}
        return self.post(f"{path}/bijstellingen", body, HTTP_IF_MATCH=revision)


def agreement(person: str) -> dict[str, Any]:
    """An agreement of ordinary size."""
    return {
        "wat": "Els slaapt bij ons en belt om acht uur als er iets is dat zij niet vertrouwt.",
        "wie": [person],
        "voorWie": [person],
        "doel": "directe-veiligheid",
        "geldigVanaf": "2025-03-10",
        "alsHetLukt": "Dan spreken wij af dat het weer gewoon kan.",
        "alsHetNietLukt": "Dan bellen wij dezelfde dag met de casusregisseur.",
    }
