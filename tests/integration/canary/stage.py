"""A town with a mail server, in which acts are done that a filler fills."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec import structs

from shared.access.role import Role
from shared.record.seal import MakeSealer
from shared.service.settings import Mail, Settings
from shared.telemetry.telemetry import Telemetry
from shared.web.wire import ActSchema
from tests.contract.mail.servers import LOCAL, Taking, serving
from tests.integration.canary.filling import Filler
from tests.integration.canary.words import Words
from vangnet.assembly import CATALOGUES
from vangnet.identity import DevelopmentIdentity
from vangnet.journey.client import Answer, LocalClient
from vangnet.town import Town
from vangnet.world import SimulatedClock, file_log, make_world

_START = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
_SENDER = "post@vangnet.example"


class Stage:
    """The town, its post office and its clock; ``played``: the acts that succeeded."""

    def __init__(
        self, town: Town, identity: DevelopmentIdentity, clock: SimulatedClock, words: Words
    ) -> None:
        self.town = town
        self.clock = clock
        self.words = words
        self.post = Taking()
        self.plan_id = ""
        self.played: set[type[ActSchema]] = set()
        self.fillers = {name: Filler(words, name) for name in town.by_name}
        self._identity = identity
        self._client = LocalClient(town.wsgi)

    def token(self, role: Role = Role.WORKER, person: str | None = None) -> str:
        """Somebody's token."""
        who = UUID(person) if person else None
        return self._identity.token(role, None, who, timedelta(days=2))

    def allowed(self, schema: type[ActSchema]) -> str:
        """A token of somebody who may do this act."""
        role = Role(schema.ACT.ROLES[0])
        return self.token(role, self.fillers["plans"].person if role is Role.PERSON else None)

    def ask(self, method: str, url: str, token: str = "", body: Any = None, **more: str) -> Answer:
        """One request; ``more`` are headers, with underscores for dashes."""
        headers = {name.replace("_", "-"): value for name, value in more.items()}
        return self._client.request(method, url, token or self.token(), body, headers)

    def act(self, schema: type[ActSchema], **values: Any) -> Answer:
        """One act with a word in every text of it; values by their names on the wire."""
        service = self._service_of(schema)
        url = service.base_path + schema.PATH.format(planId=self.plan_id, **values)
        path = {name for name in values if f"{{{name}}}" in schema.PATH}
        filled = self.fillers[service.name].body(schema(), values)
        body = {key: said for key, said in filled.items() if key not in path}
        headers = {"Idempotency_Key": self.words.new("Idempotency-Key")}
        if self._is_guarded(schema):
            headers["If_Match"] = f'"{self._revision(service.name)}"'
        return self.ask("POST", url, self.allowed(schema), body, **headers)

    def done(self, schema: type[ActSchema], **values: Any) -> str:
        """An act that must succeed, with everything that follows from it; its first item."""
        answer = self.act(schema, **values)
        assert answer.status == 201, f"{schema.__name__}: {answer.raw.decode()}"
        self.played.add(schema)
        self.plan_id = answer.body["planId"]
        self.town.step_all()
        return next(iter(answer.body["onderdelen"]), "")

    def event(self, service: str, name: str) -> str:
        """The last event of this kind."""
        history = self.town.by_name[service].acting.record.of_plan(UUID(self.plan_id))
        return str([r for r in history if name == type(r.event).NAME][-1].stamp.event_id)

    def everybody_is(self, person: str) -> None:
        """Whom the fillers name wherever somebody must be named."""
        for filler in self.fillers.values():
            filler.person = person

    def _service_of(self, schema: type[ActSchema]) -> Any:
        name = schema.__module__.split(".")[1]
        return self.town.by_name[name]

    def _is_guarded(self, schema: type[ActSchema]) -> bool:
        name = self._service_of(schema).name
        return CATALOGUES[name].acts[schema.ACT].guarded

    def _revision(self, service: str) -> str:
        url = {
            "plans": f"/plannen/api/v1/dossiers/{self.plan_id}/veiligheidsplan",
            "evaluations": f"/evaluaties/api/v1/dossiers/{self.plan_id}/tijdlijn",
        }[service]
        return str(self.ask("GET", url).body["revisie"])


@contextmanager
def opened(
    folder: Path,
    words: Words,
    sealer: MakeSealer,
    telemetry: Telemetry | None = None,
    on: Settings | None = None,
) -> Iterator[Stage]:
    """A stage on a new folder, or ``on`` databases of PostgreSQL; closed at the end, so that what

    is written is all there.
    """
    post = Taking()
    clock = SimulatedClock(_START, timedelta(milliseconds=1))
    with serving(post) as port:
        mail = Mail(host=LOCAL, port=port, sender=_SENDER)
        settings = structs.replace(on or Settings(folder=folder, simulated=True), mail=mail)
        identity = DevelopmentIdentity(settings, clock)
        world = make_world(settings, identity.keys, file_log(folder, clock), clock, telemetry)
        world = dataclasses.replace(world, sealer=sealer)
        Town.migrate(settings, world)
        with Town(settings, world, identity.service_token) as town:
            stage = Stage(town, identity, clock, words)
            stage.post = post
            yield stage
