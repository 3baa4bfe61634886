"""What is still to be sent, counted by the way: a sender that starts sees every plan (W8.4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from services.notifications.domain.holding_back import Holds
from services.notifications.domain.notices import Notices, NoticeState
from services.notifications.domain.tasks import tasks
from shared.eventbase.state import State
from shared.telemetry.outbox import Unsent

_NOT_SENT = (NoticeState.UNCERTAIN, NoticeState.RETRYING, NoticeState.FAILED)
# Due, and not even intended: nobody looked yet, or nobody could be asked for an address.
DUE = "due"
# Due, and nobody may send it: a worker has to tell this person in another way.
HELD_BACK = "held-back"
STATES = (DUE, HELD_BACK, *(state.value for state in _NOT_SENT))

_Waiting = list[tuple[str, datetime]]


class UnsentTally:
    """Per plan what the sender last saw. Plans with nothing to send take no room."""

    def __init__(self) -> None:
        self._of: dict[UUID, _Waiting] = {}

    def see(self, plan_id: UUID, state: State) -> None:
        """The plan as it is now."""
        found = [*_due(state), *_intended(state)]
        if found:
            self._of[plan_id] = found
        else:
            self._of.pop(plan_id, None)

    def figures(self) -> Sequence[Unsent]:
        """How many there are in each state, and since when; states without any too."""
        all_of_them = [each for waiting in list(self._of.values()) for each in waiting]
        return [
            _figure(name, [at for state, at in all_of_them if state == name]) for name in STATES
        ]


def _figure(state: str, since: Sequence[datetime]) -> Unsent:
    return Unsent(state, len(since), min(since, default=None))


def _due(state: State) -> _Waiting:
    held = state[Holds].of
    return [
        (HELD_BACK if (task.person, task.occasion) in held else DUE, task.since)
        for task in tasks(state)
        if task.notice is None
    ]


def _intended(state: State) -> _Waiting:
    notices = state[Notices].all.values()
    return [(n.state.value, n.since) for n in notices if n.state in _NOT_SENT]
