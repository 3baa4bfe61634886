"""A post office in memory: the sender with a mailer, contacts and an agenda that only remember."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from services.notifications.domain.notices import Notice, Notices
from services.notifications.sending.agenda import Entry
from services.notifications.sending.contacts import Channel, Choice, ContactsUnavailable
from services.notifications.sending.delivery import Delivery
from services.notifications.sending.ledger import Decide
from services.notifications.sending.mailer import Mail
from services.notifications.sending.sender import Sender
from services.notifications.sending.unsent import UnsentTally
from shared.eventbase.event import Event
from shared.eventbase.state import State
from tests.unit.notifications.family import PLAN, Family


class MemoryMailer:
    """Takes everything, or does with the next mails what ``answers`` holds."""

    def __init__(self) -> None:
        self.sent: list[Mail] = []
        self.answers: list[Exception] = []
        self.before: Callable[[], None] = lambda: None

    def send(self, mail: Mail) -> None:
        self.before()
        if self.answers:
            raise self.answers.pop(0)
        self.sent.append(mail)


class MemoryContacts:
    """Choices by person; ``change`` runs after each question, to change the world meanwhile."""

    def __init__(self) -> None:
        self.choices: dict[UUID, Choice] = {}
        self.asked: list[UUID] = []
        self.change: Callable[[], object] = lambda: None
        self.answers = True

    def email(self, person: UUID, address: str = "veilig@example.nl") -> None:
        self.choices[person] = Choice(Channel.EMAIL, address)

    def of(self, plan_id: UUID, person: UUID) -> Choice | None:
        if not self.answers:
            raise ContactsUnavailable
        self.asked.append(person)
        found = self.choices.get(person)
        self.change()
        return found


class MemoryLedger:
    """The ledger of one family; ``dies`` makes the next appends of an event class fail."""

    def __init__(self, family: Family) -> None:
        self._family = family
        self.dies: type[Event] | None = None

    def state(self, plan_id: UUID) -> State:
        return self._family.state()

    def append(self, plan_id: UUID, decide: Decide) -> Sequence[Any]:
        def checked(state: State, doing: Any) -> Sequence[Event]:
            events = decide(state, doing)
            if self.dies and any(isinstance(event, self.dies) for event in events):
                raise OSError("the process died here")
            return events

        return self._family.decide(checked)


class MemoryAgenda:
    """Remembers when to look again at the one plan."""

    def __init__(self) -> None:
        self.again: datetime | None = None
        self.mark = 0

    def due(self, now: datetime) -> Sequence[Entry]:
        return [Entry(PLAN, self.mark)] if self.again is not None and self.again <= now else []

    def settle(self, entry: Entry, again: datetime | None) -> None:
        if entry.mark == self.mark:
            self.again = again

    def wake(self, plan_id: UUID) -> None:
        self.mark += 1
        self.again = datetime.min.replace(tzinfo=self._zone)

    def wake_all(self) -> None:
        self.wake(PLAN)

    _zone = Family().now.tzinfo


class Post:
    """A family and the sender that writes to it."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.mailer, self.contacts = MemoryMailer(), MemoryContacts()
        self.ledger, self.agenda = MemoryLedger(family), MemoryAgenda()
        self.trouble: list[Exception] = []
        delivery = Delivery(self.ledger, self.contacts, self.mailer, lambda: family.now)
        self.unsent = UnsentTally()
        self.sender = Sender(
            self.ledger,
            self.agenda,
            delivery,
            lambda plan_id, error: self.trouble.append(error),
            self.unsent.see,
        )

    def step(self) -> int:
        """One step of the sender, a minute later, with the news that there may be."""
        self.family.later()
        return self.sender.step(self.family.now)

    def news(self) -> int:
        """A step after something was followed."""
        self.agenda.wake(PLAN)
        return self.step()

    @property
    def notices(self) -> list[Notice]:
        """All notices as they stand."""
        return list(self.family.state()[Notices].all.values())
