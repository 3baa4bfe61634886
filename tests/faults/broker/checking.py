"""What must be so in the end: sets of what was acknowledged against sets of what was followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

import msgspec

from shared.feed.inbox import Inbox
from tests.faults.broker.downstream import Downstream
from tests.faults.broker.effects import Effect
from tests.faults.broker.upstream import Upstream


class Found(msgspec.Struct, frozen=True):
    """Everything that is wrong, by what it is.

    ``lost``: acknowledged and without effect. ``double``: with more than one. ``disordered``:
    before an earlier version of its stream. ``strange``: with an effect, and never begun.
    ``poison``: parked another number of times than once. ``parked``: still so, without reason.
    """

    lost: list[str]
    double: list[str]
    disordered: list[str]
    strange: list[str]
    poison: list[str]
    parked: list[str]
    alarms: list[str]

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return not any(msgspec.structs.astuple(self))


def found(
    upstream: Upstream,
    all_downstream: Sequence[Downstream],
    strays: Set[int],
    wrong: Set[int],
    alarms: Sequence[str],
) -> Found:
    """Looks at every follower. ``strays`` and ``wrong`` are what was put on the topic beside."""
    seen = [(each, each.effects.all()) for each in all_downstream]
    return Found(
        lost=[f"{d.name}: {i}" for d, e in seen for i in upstream.acked - _ids(e)],
        double=[f"{d.name}: {i}" for d, e in seen for i, n in _counts(e).items() if n > 1],
        disordered=[f"{d.name}: {e}" for d, all_of in seen for e in _disordered(all_of)],
        strange=[
            f"{d.name}: {i}"
            for d, e in seen
            for i in (_ids(e) - upstream.begun) | (_ids(e) ^ _rows(d.inbox, upstream.service))
        ],
        poison=[f"{d.name}: {said}" for d in all_downstream for said in _poison(d, strays)],
        parked=[f"{d.name}: {said}" for d in all_downstream for said in _parked(d, wrong)],
        alarms=list(alarms),
    )


def _ids(effects: Sequence[Effect]) -> set[str]:
    return {effect.event_id for effect in effects}


def _counts(effects: Sequence[Effect]) -> Counter[str]:
    return Counter(effect.event_id for effect in effects)


def _disordered(effects: Sequence[Effect]) -> Iterator[Effect]:
    heads: dict[str, int] = {}
    for effect in effects:
        if effect.version <= heads.get(effect.stream_id, 0):
            yield effect
        heads[effect.stream_id] = effect.version


def _rows(inbox: Inbox, service: str) -> set[str]:
    with inbox.rows(commit=False) as rows:  # type: ignore[attr-defined]
        return {str(message.event_id) for message in rows.followed(service)}


def _poison(downstream: Downstream, strays: Set[int]) -> Iterator[str]:
    parked = downstream.strays()
    yield from (f"stray {position} is not parked" for position in strays - parked.keys())
    yield from (f"{position} was parked and is no stray" for position in parked.keys() - strays)
    yield from (f"stray {at} was parked {n} times" for at, n in parked.items() if n != 1)


def _parked(downstream: Downstream, wrong: Set[int]) -> Iterator[str]:
    left = {letter.position for letter in downstream.inbox.dead_letters()}
    yield from (f"{position} is still parked" for position in left - wrong)
    yield from (f"{position} with a wrong schema is not parked" for position in wrong - left)
