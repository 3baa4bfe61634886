"""Two versions of one service on one database: the older never gives a wrong answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import pytest

from services.evaluations.following import FOLLOWING
from services.plans.domain.catalogue import catalogue
from shared.eventbase.event import Event, Recorded, Stamp
from shared.feed.local import LocalSource
from shared.feed.ports import NoProjection
from shared.record.appending import Append
from shared.record.record import Record
from shared.service.databases import open_record_of
from tests.contract.feed.memory import MemoryInbox
from tests.integration.operating.deployments import opens_dossiers
from tests.integration.postgres.conftest import MakeSettings
from tests.integration.postgres.seeded import PLANS, START, Seeded
from tests.unit.feed.feeds import batch, message

ON = ["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)]
LEAD = "plan.case-lead-assigned"
assert catalogue.events[LEAD]


class LeadV2(Event, frozen=True):
    """The next version of an event: a field was added that must be there."""

    TOPIC = LEAD
    NAME = "casusregisseur-aangewezen"
    CLASS_VERSION = 2

    person: UUID
    deputy: UUID | None

    @staticmethod
    def upcast_v1_v2(core: dict[str, Any]) -> None:
        """Before, nobody had a deputy."""
        core["deputy"] = None


class LeadWithMore(Event, frozen=True):
    """The same version with a field that may be left out."""

    TOPIC = LEAD
    NAME = "casusregisseur-aangewezen"

    person: UUID
    deputy: UUID | None = None


class PhaseBegun(Event, frozen=True):
    """An event that older versions have never heard of."""

    TOPIC = "plan.phase-begun"
    NAME = "fase-begonnen"

    number: int


class Both(NamedTuple):
    """An older town, and the record of plans as a newer version has it."""

    old: Seeded
    dossiers: list[str]
    new: Record

    def records(self, event: Event) -> None:
        """The newer version records something in the first dossier."""
        plan = UUID(self.dossiers[0])
        version = len(self.new.of_stream(plan)) + 1
        stamp = Stamp(
            event_id=uuid4(),
            plan_id=plan,
            stream_id=plan,
            version=version,
            act_id=uuid4(),
            actor="werker",
            role="werker",
            effective_at=START + timedelta(minutes=1),
        )
        self.new.append([Append((Recorded(event, stamp),))])

    def look(self, dossier: int, path: str = "/veiligheidsplan") -> int:
        """The status of a look with the older version."""
        self.old.ask("GET", f"{PLANS}/dossiers/{self.dossiers[dossier]}{path}")
        return self.old.answers[-1][0]


@pytest.fixture(params=ON)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[LeadV2, LeadWithMore])
def lead(request: pytest.FixtureRequest) -> type[Event]:
    found: type[Event] = request.param
    return found


@pytest.fixture
def both(settings_on: MakeSettings, kind: str, lead: type[Event]) -> Iterator[Both]:
    settings = settings_on(kind)
    old = Seeded(settings)
    dossiers = opens_dossiers(old, 2)
    old.town.step_all()
    events = {**catalogue.events, LEAD: lead, PhaseBegun.TOPIC: PhaseBegun}
    with closing(open_record_of(settings, "plans", events, old._world)) as new:
        yield Both(old, dossiers, new)
    old.town.close()


def newer(lead: type[Event]) -> Event:
    """What the older version cannot read."""
    return PhaseBegun(2) if lead is LeadWithMore else LeadV2(uuid4(), uuid4())


def test_the_older_asks_to_come_back_for_that_dossier_and_no_other(
    both: Both, lead: type[Event]
) -> None:
    """503 with Retry-After, for reading and for acting: a newer one may answer the next time."""
    both.records(newer(lead))
    for path in ("/veiligheidsplan", "/geschiedenis", "/personen"):
        assert both.look(0, path) == 503
        headers = dict(both.old.answers[-1][1])
        assert int(headers["Retry-After"]) > 0
        assert both.look(1, path) == 200
    person = {"naam": "Noor", "soort": "gezin"}
    for dossier, status in ((0, 503), (1, 201)):
        both.old.ask("POST", f"{PLANS}/dossiers/{both.dossiers[dossier]}/personen", person)
        assert both.old.answers[-1][0] == status
    assert len(both.new.of_plan(UUID(both.dossiers[0]))) == 3


def test_the_older_tells_nobody_what_it_cannot_read(both: Both, lead: type[Event]) -> None:
    """Whoever follows it stands still before it, parks nothing, and goes on with a newer one."""
    both.records(newer(lead))
    follower = both.old.town.by_name["evaluations"].followers["plans"]
    position = follower.status.position
    assert follower.attempt(0.1) > 0
    assert follower.status.error in ("NewerEventError", "UnknownTopicError")
    inbox = both.old.town.by_name["evaluations"].inbox
    assert inbox is not None
    assert (inbox.place("plans").position, inbox.dead_letters()) == (position, [])

    source = LocalSource("plans", both.new.after, lambda: both.new.last().seq, lambda recorded: {})
    assert inbox.take("plans", source.read(position, 10)).parked in (0, 1)
    assert inbox.place("plans").position == both.new.last().seq


def test_an_added_field_changes_nothing_for_the_older(both: Both, lead: type[Event]) -> None:
    """It reads the event without it, and goes on."""
    if lead is LeadWithMore:
        both.records(LeadWithMore(uuid4(), uuid4()))
        assert both.look(0) == 200
        both.old.town.step_all()


def test_the_newer_reads_what_the_older_records(both: Both, lead: type[Event]) -> None:
    """Its older events are brought up to the newer class version."""
    plan = both.dossiers[0]
    dossier = f"{PLANS}/dossiers/{plan}"
    person = both.old.ask(
        "POST", f"{dossier}/personen", {"naam": "Fatma", "soort": "beroepskracht"}
    )
    body = {"persoonId": person["onderdelen"][0]}
    both.old.ask("POST", f"{dossier}/casusregie", body)
    assert both.old.answers[-1][0] == 201
    [event] = [r.event for r in both.new.of_plan(UUID(plan)) if r.event.TOPIC == LEAD]
    assert (type(event), event.deputy) == (lead, None)


def test_a_message_with_an_added_field_is_followed_by_an_older_follower() -> None:
    """What others may know of an event may grow."""
    data = {"person": str(uuid4()), "deputy": str(uuid4())}
    inbox = MemoryInbox(NoProjection(), FOLLOWING.checks)
    taken = inbox.take("plans", batch([message(1, type=LEAD, data=data)]))
    assert (taken.followed, taken.parked) == (1, 0)


def test_a_list_is_not_shown_without_that_dossier(both: Both, lead: type[Event]) -> None:
    """What is left out would look as if it were not there: better no list than a wrong one."""
    both.records(newer(lead))
    both.old.ask("GET", f"{PLANS}/dossiers")
    assert both.old.answers[-1][0] == 503
