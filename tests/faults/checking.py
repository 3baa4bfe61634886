"""What must be so after the kills: the ledger against the record, and followers against feeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import msgspec

from services.evaluations import following as evaluations
from services.notifications import following as notifications
from shared.eventbase.event import Recorded, shape
from shared.feed.alarm import Alarm
from shared.feed.message import Message
from shared.record.record import Record
from shared.service.service import Service
from shared.web.idempotency import idempotency_key
from tests.faults.ledger import Acked, Ledger
from tests.faults.opening import SUBJECT, Opened

_CHECKS = {"evaluations": evaluations.CHECKS, "notifications": notifications.CHECKS}
_PAGE = 500
_MOST_STEPS = 10_000


class Found(msgspec.Struct, frozen=True):
    """Everything that is wrong, by what it is; all empty when nothing is."""

    lost: list[str]
    double: list[str]
    altered: list[str]
    not_followed: list[str]

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.lost or self.double or self.altered or self.not_followed)


def found(opened: Opened, ledger: Ledger) -> Found:
    """Looks at everything, after letting the followers come as far as they can."""
    by_path = {service.base_path: service for service in opened.town.services}
    acts = {s.name: _acts(s.acting.record) for s in opened.town.services}
    lost, kept = [], Counter[UUID]()
    for key, acked in ledger.acked.items():
        service = next(by_path[base] for base in by_path if acked.request.path.startswith(base))
        act = _act_of(opened, service, acked, acts[service.name])
        if act is None:
            lost.append(f"{acked.request.kind} {key}")
        else:
            kept[act] += 1
    mine = {act: key for found in acts.values() for act, key in found.items()}
    double = [f"{act} ({key})" for act, key in mine.items() if kept[act] != 1]
    return Found(
        lost,
        double + sorted(ledger.mismatched),
        [f"{s.name}: {f}" for s in opened.town.services for f in s.acting.record.audit()],
        [line for s in opened.town.services for line in _following(opened, s)],
    )


def _everything(record: Record) -> Iterator[Recorded[Any]]:
    seq = 0
    while page := record.after(seq, _PAGE):
        yield from page
        seq = page[-1].stamp.seq or 0


def _acts(record: Record) -> dict[UUID, str]:
    """Every act of the writers in a record, with the text that it carries."""
    acts: dict[UUID, str] = {}
    for recorded in _everything(record):
        if recorded.stamp.actor == SUBJECT:
            said = acts.get(recorded.stamp.act_id, "")
            acts[recorded.stamp.act_id] = f"{said} {_text(record, recorded)}"
    return acts


def _text(record: Record, recorded: Recorded[Any]) -> str:
    names = shape(type(recorded.event)).sealed
    opened = [record.sealer.open(getattr(recorded.event, name)) for name in names]
    return " ".join(repr(content) for content in opened)


def _act_of(
    opened: Opened, service: Service, acked: Acked, acts: dict[UUID, str]
) -> UUID | None:
    """The act that was recorded under this key with what was sent and answered; else None."""
    record, request = service.acting.record, acked.request
    asked = "POST", request.path, b""
    key = idempotency_key(opened.world.secret, request.key, SUBJECT, asked)
    kept = record.answer_for(key.scope) if key is not None else None
    if kept is None or not isinstance(kept.answer, bytes):
        return None
    given = msgspec.json.decode(kept.answer)
    as_answered = acked.answer["planId"], acked.answer["onderdelen"]
    last = next(r for r in record.of_stream(kept.stream_id) if r.stamp.version == kept.version)
    said = acts.get(last.stamp.act_id, "")
    says_it = request.key in said or request.key not in str(request.body)
    right = (given["plan_id"], given["items"]) == as_answered and says_it
    return last.stamp.act_id if right else None


def _following(opened: Opened, service: Service) -> Iterator[str]:
    if service.inbox is None:
        return
    yield from (f"{service.name}: parked {letter}" for letter in service.inbox.dead_letters())
    for name, follower in service.followers.items():
        try:
            for _ in range(_MOST_STEPS):
                if not follower.step():
                    break
        except Alarm as alarm:
            yield f"{service.name}: {alarm}"
        yield from _inbox(service, opened.town.by_name[name])


def _inbox(service: Service, upstream: Service) -> Iterator[str]:
    """Whether the inbox holds what was published, each once and in its order, and no more."""
    told = upstream.source.read(0, _MOST_STEPS * _PAGE)
    understood = _CHECKS[service.name]
    published = [m for m in told.deliveries if isinstance(m, Message) and m.type in understood]
    yield from _compared(service.name, upstream.name, published, _followed(service, upstream.name))
    if service.inbox is not None and service.inbox.position(upstream.name) != told.last:
        yield f"{service.name}: not at the end of {upstream.name}"


def _compared(
    service: str, upstream: str, published: list[Message], followed: list[Message]
) -> Iterator[str]:
    missing = {m.id for m in published} - {m.id for m in followed}
    extra = len(followed) - len({m.id for m in followed} & {m.id for m in published})
    if missing or extra or not published:
        yield f"{service}: of {len(published)} of {upstream} {len(missing)} missing, {extra} extra"
        return
    for sent, kept in zip(published, followed, strict=True):
        if sent != kept:
            yield f"{service}: {upstream} told {sent}, and this was kept: {kept}"


def _followed(service: Service, source: str) -> list[Message]:
    inbox: Any = service.inbox
    with inbox.rows(commit=False) as rows:
        return list(rows.followed(source, None))
