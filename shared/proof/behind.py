"""What of a log is not signed yet: how much, and since when it waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from shared.access.log import AccessEntry, AccessLog
from shared.proof.tables.checkpoints import SqlCheckpoints
from shared.record.micros import to_moment
from shared.record.recorder import RecordRecorder

_entry = msgspec.json.Decoder(AccessEntry)


class Behind(msgspec.Struct, frozen=True):
    """``rows`` of a log are not signed, the oldest of them written at ``since``.

    ``signed`` is the moment of the newest checkpoint; None: there is none.
    """

    rows: int
    since: datetime | None
    signed: datetime | None

    def seconds(self, now: datetime) -> float:
        """How long the oldest row that is not signed waits; 0 when all of them are."""
        return 0.0 if self.since is None else max(0.0, (now - self.since).total_seconds())


def record_behind(recorder: RecordRecorder, checkpoints: SqlCheckpoints) -> Behind:
    """What the signer has still to do of a record."""

    def oldest(after: int) -> datetime | None:
        found = recorder.select_after(after, 1)
        return to_moment(found[0].recorded_at) if found else None

    return _behind(checkpoints, oldest, lambda: recorder.frontier().size)


def access_behind(log: AccessLog, checkpoints: SqlCheckpoints) -> Behind:
    """What the signer has still to do of an access log."""

    def oldest(after: int) -> datetime | None:
        found = log.after(after, 1)
        return _entry.decode(found[0].entry).at if found else None

    return _behind(checkpoints, oldest, log.size)


def _behind(
    checkpoints: SqlCheckpoints,
    oldest: Callable[[int], datetime | None],
    size: Callable[[], int],
) -> Behind:
    kept = checkpoints.newest()
    signed = None if kept is None else datetime.fromtimestamp(kept.at, UTC)
    until = 0 if kept is None else kept.size
    since = oldest(until)
    # Counted last, of a log that grows: what waits is never counted as nothing.
    return Behind(0 if since is None else max(1, size() - until), since, signed)
