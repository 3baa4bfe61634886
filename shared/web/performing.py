"""From an act on the web to a deed on the record, and back to an answer."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import orjson

from shared.access.gate import FULL_SIGHT
from shared.eventbase.act import Act
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.erasing import DESTRUCTIONS
from shared.eventbase.event import Event
from shared.eventbase.sealed import Erased
from shared.eventbase.state import State
from shared.record.acting import Acting, Contended, Deed, KeyTaken
from shared.record.appending import IdempotencyRow
from shared.web.act_answer import ActAnswer
from shared.web.ports import Kept, Performing, PerformResult
from shared.web.refusals import Conflict, RevisionMismatch, UnknownPlan
from shared.web.revision import Revisions

_ANSWER = ActAnswer()


class Given(msgspec.Struct, frozen=True):
    """What an answer says besides the moment of recording, which only the record knows."""

    plan_id: UUID
    items: list[UUID]
    version: int | None
    revision: str | None
    location: str


_given = msgspec.json.Decoder(Given)


class Performer:
    """Performs acts of one service for the web.

    ``opening``: the act that begins a plan, for a service that has one. ``location`` names the
    path under the base path where the outcome of an act can be read. ``receipt`` signs for an act
    with these leaf hashes.
    """

    def __init__(
        self,
        acting: Acting,
        catalogue: Catalogue,
        revisions: Revisions,
        new_id: Callable[[], UUID],
        location: Callable[[UUID, Sequence[Event]], str],
        receipt: Callable[[Sequence[bytes]], str],
        opening: type[Act] | None = None,
    ) -> None:
        self._acting = acting
        self._receipt = receipt
        self._catalogue = catalogue
        self._revisions = revisions
        self._new_id = new_id
        self._location = location
        self._opening = opening

    def perform(self, performing: Performing) -> PerformResult:
        """The answer to an act. Raises what the web knows how to answer."""
        plan_id = performing.plan_id or self._new_id()
        given: list[Given] = []

        def decide(state: State, doing: Doing) -> Sequence[Event]:
            self._check(performing, plan_id, state)
            return self._catalogue.decide(state, performing.act, doing)

        def keep(events: Sequence[Event], versions: dict[UUID, int]) -> IdempotencyRow | None:
            given.append(self._given(performing.actor, plan_id, events, versions))
            return _row(performing, given[-1])

        try:
            deed = Deed(plan_id, performing.actor, decide, performing.act, keep)
            done = self._acting.perform(deed)
        except Contended:
            raise Conflict from None
        except KeyTaken:
            return self._other(performing)
        recorded_at = done.events[-1].stamp.recorded_at
        return _result(given[-1], recorded_at, self._receipt(done.leaf_hashes))

    def kept(self, scope: bytes) -> Kept | None:
        """The answer that an earlier request with this idempotency key got."""
        row = self._acting.record.answer_for(scope)
        if row is None or isinstance(row.answer, Erased):
            return None
        given = _given.decode(row.answer)
        return Kept(
            row.request_mac, _result(given, row.recorded_at, self._receipt(row.leaf_hashes))
        )

    def _other(self, performing: Performing) -> PerformResult:
        # The same request was under way twice, and the other one was recorded first.
        idempotency = performing.idempotency
        kept = self.kept(idempotency.scope) if idempotency is not None else None
        if kept is None or not _same(kept, performing):
            raise Conflict
        return kept.result

    def _check(self, performing: Performing, plan_id: UUID, state: State) -> None:
        opens = type(performing.act) is self._opening
        # What was destroyed is written down by the services themselves, and by an approval.
        if plan_id == DESTRUCTIONS or not (opens or state.known):
            raise UnknownPlan
        revision = performing.revision
        if revision is not None and revision != self._revisions.of(plan_id, state.versions):
            raise RevisionMismatch

    def _given(
        self,
        actor: Actor,
        plan_id: UUID,
        events: Sequence[Event],
        versions: Mapping[UUID, int],
    ) -> Given:
        items = dict.fromkeys(getattr(e, e.SUBJECT) for e in events if hasattr(e, e.SUBJECT))
        made: list[int] = [e.version for e in events if hasattr(e, "version")]
        revision = self._revisions.of(plan_id, versions) if _gets_revisions(actor) else None
        location = self._location(plan_id, events)
        return Given(plan_id, list(items), made[-1] if made else None, revision, location)


def _gets_revisions(actor: Actor) -> bool:
    # A revision tells that something changed, so only who sees everything gets one.
    return actor.role in FULL_SIGHT


def _row(performing: Performing, given: Given) -> IdempotencyRow | None:
    key = performing.idempotency
    if key is None:
        return None
    return IdempotencyRow(key.scope, key.fingerprint, msgspec.json.encode(given))


def _same(kept: Kept, performing: Performing) -> bool:
    key = performing.idempotency
    return key is not None and hmac.compare_digest(kept.fingerprint, key.fingerprint)


def _result(given: Given, recorded_at: datetime | None, receipt: str) -> PerformResult:
    said: dict[str, Any] = {
        "plan_id": given.plan_id,
        "items": given.items,
        "recorded_at": recorded_at,
        "version": given.version,
        "receipt": receipt,
    } | ({"revision": given.revision} if given.revision is not None else {})
    return PerformResult(orjson.dumps(_ANSWER.dump(said)), given.location)
