"""What survives a process that is killed while it appends: everything that it acknowledged."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from shared.record.appending import Appended
from tests.contract.record.family import act, agreed, keyed
from tests.contract.record.stores import SqliteStore

ROOT = Path(__file__).parents[3]
ACKNOWLEDGED = 40

# Prints the event id of every act, after its append returned.
WRITER = """
import sys
from pathlib import Path
from uuid import UUID, uuid4
from tests.contract.record.family import act, agreed, keyed
from tests.contract.record.stores import SqliteStore

record = SqliteStore(Path(sys.argv[1])).open()
plan = UUID(sys.argv[2])
start = len(record.of_plan(plan))
for version in range(start + 1, 10_000, 2):
    events = agreed(plan, version), agreed(plan, version + 1)
    record.append([act(*events, answer=keyed(b"%d" % version, b"%d" % version))])
    print(version, events[0].stamp.event_id, flush=True)
"""


@pytest.mark.faults
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there(tmp_path: Path, plan: UUID):
    """Killed three times over: acts are whole, answers with them, and the audit is clean."""
    store = SqliteStore(tmp_path)
    told = [line for _ in range(3) for line in killed_after(ACKNOWLEDGED, tmp_path, plan)]
    record = store.open()
    there = {r.stamp.version: str(r.stamp.event_id) for r in record.of_plan(plan)}
    assert len(there) % 2 == 0
    for line in told:
        version, event_id = line.split()
        assert there[int(version)] == event_id
        assert record.answer_for(keyed(version.encode()).scope_key).answer == version.encode()
    assert record.audit() == []
    (again,) = record.append([act(agreed(plan, len(there) + 1))])
    assert isinstance(again, Appended)
    record.close()


def killed_after(lines: int, folder: Path, plan: UUID) -> list[str]:
    """What a writer printed until it was killed, in the middle of its work."""
    command = [sys.executable, "-c", WRITER, str(folder), str(plan)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        told += [line for line in writer.stdout if line.endswith("\n")]
    return told
