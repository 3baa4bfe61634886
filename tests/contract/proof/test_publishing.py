"""What was signed comes out, also when the database was away at that moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import OperationalError

from shared.proof.behind import Behind, record_behind
from shared.proof.dense import DenseTree
from shared.proof.signer import Published
from shared.proof.tables.checkpoints import RECORD, SqlCheckpoints
from shared.record.database import Database
from shared.telemetry.telemetry import Telemetry
from shared.web.logs import json_log
from tests.contract.proof.office import Office
from tests.contract.record.family import agreed
from vangnet.hosting.signing import Signed, Signing


class Away(SqlCheckpoints):
    """Checkpoints in a database that is away when something is published, so many times."""

    def __init__(self, database: Database, times: int) -> None:
        super().__init__(database)
        self.times = times

    def publish(self, published: Published, heads: DenseTree) -> None:
        """Raises OperationalError until it has done so often enough."""
        if self.times:
            self.times -= 1
            raise OperationalError
        super().publish(published, heads)


@contextmanager
def signing(office: Office, checkpoints: SqlCheckpoints) -> Iterator[Signing]:
    """A signer at work, which takes its first step at once and no other by itself."""
    logs = [Signed("plans", RECORD, office.signer, checkpoints)]
    found = Signing(logs, json_log(BytesIO(), "test", office.clock), Telemetry(), every=3600)
    yield found
    found.stop()


@pytest.fixture
def plan(office: Office) -> UUID:
    """A plan with two events, signed, and two more that are not."""
    plan = uuid4()
    office.happen(agreed(plan, 1), agreed(plan, 2))
    office.sign()
    office.happen(agreed(plan, 3), agreed(plan, 4))
    return plan


def test_what_could_not_be_published_is_published_the_next_time(office: Office, plan: UUID) -> None:
    """Not an hour later, and with where each plan ended."""
    with signing(office, Away(office.published._database, 1)):
        pass  # Stopping takes the second step.
    assert len(office.verify(office.dossier(plan)).events) == 4


def test_what_a_signer_that_was_killed_did_not_publish_comes_out_when_it_is_back(
    office: Office, plan: UUID
) -> None:
    """Its memory says that it signed, and nobody else saw it."""
    assert office.signer.sign() is not None
    office.signer = office.another_signer()
    with signing(office, office.published):
        pass
    assert len(office.verify(office.dossier(plan)).events) == 4


def test_how_far_a_signer_is_behind_is_what_the_service_itself_can_see(
    office: Office, plan: UUID
) -> None:
    """Also when the signer is gone: how much waits, since when, and when it came by last."""
    kept = office.checkpoints.newest()
    assert kept is not None
    behind = record_behind(office.record.ledger, office.checkpoints)
    recorded = office.record.of_plan(plan)[2].stamp.recorded_at
    assert recorded is not None and behind.signed is not None
    assert (behind.rows, behind.since, behind.signed.timestamp()) == (2, recorded, kept.at)
    assert behind.seconds(recorded + timedelta(minutes=20)) == 1200
    assert behind.seconds(recorded - timedelta(minutes=1)) == 0
    office.sign()
    done = record_behind(office.record.ledger, office.checkpoints)
    assert (done.rows, done.since, done.seconds(office.clock.now)) == (0, None, 0)


def test_of_a_log_that_nobody_ever_signed_all_of_it_waits(office: Office) -> None:
    """From the first event on; there is no moment of a checkpoint."""
    empty = record_behind(office.record.ledger, office.checkpoints)
    assert empty == Behind(0, None, None)
    office.happen(agreed(uuid4(), 1))
    behind = record_behind(office.record.ledger, office.checkpoints)
    assert (behind.rows, behind.signed) == (1, None)
