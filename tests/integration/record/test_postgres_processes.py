"""What several processes on one record promise each other and whoever follows them."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from shared.record.appending import Appended, VersionConflict
from tests.contract.record.family import act, agreed
from tests.contract.record.stores import PostgresStore

pytestmark = pytest.mark.real_postgres
ROOT = Path(__file__).parents[3]
EACH = 40

WRITER = """
import sys
from pathlib import Path
from uuid import UUID
from shared.record.postgres.open_record import open_postgres_record
from tests.contract.record.family import act, agreed
from tests.contract.record.stores import terms

*addresses, schema, folder, plan, times = sys.argv[1:]
record = open_postgres_record(*addresses, schema, Path(folder), terms())
for version in range(1, int(times) + 1):
    record.append([act(agreed(UUID(plan), version))])
record.close()
"""


def writing(store: PostgresStore, plan: UUID) -> subprocess.Popen[bytes]:
    """A process that appends to a plan of its own."""
    place = store.service.events, store.service.keys, store.schema.name, str(store.folder)
    return subprocess.Popen([sys.executable, "-c", WRITER, *place, str(plan), str(EACH)], cwd=ROOT)


def test_who_follows_two_processes_misses_nothing(postgres_store: PostgresStore):
    """Each page goes on where the one before it ended, without a gap that is filled in later."""
    plans = [uuid4(), uuid4()]
    seen: list[UUID] = []
    with closing(postgres_store.open()) as record:
        writers = [writing(postgres_store, plan) for plan in plans]
        while any(writer.poll() is None for writer in writers) or record.last().seq > len(seen):
            for recorded in record.after(len(seen), 7):
                seen.append(recorded.stamp.plan_id)
                assert recorded.stamp.seq == len(seen)
        assert [writer.wait() for writer in writers] == [0, 0]
        assert [seen.count(plan) for plan in plans] == [EACH, EACH]
        assert record.audit() == []


def test_of_two_processes_that_want_one_version_one_gets_it(
    postgres_store: PostgresStore, plan: UUID
):
    """The other is told that it is taken."""
    with closing(postgres_store.open()) as one, closing(postgres_store.open()) as other:
        for version in range(1, 16):
            with ThreadPoolExecutor(2) as pool:
                acts = [act(agreed(plan, version)) for _ in range(2)]
                outcomes = [
                    outcome
                    for (outcome,) in pool.map(lambda r, a: r.append([a]), (one, other), acts)
                ]
            assert sum(isinstance(o, Appended) for o in outcomes) == 1
            assert VersionConflict(plan, version, head=version) in outcomes
        assert one.audit() == []


def test_two_processes_that_open_a_new_store_at_once_both_succeed(postgres_store: PostgresStore):
    """What the store is, is settled once."""
    with ThreadPoolExecutor(4) as pool:
        for record in pool.map(lambda _: postgres_store.open(), range(4)):
            record.close()
