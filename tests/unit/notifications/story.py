"""What each event of a whole history of informing leads to: ``story.txt``, as it was approved.

After a change, ``python -m tests.unit.notifications.story`` writes it anew, to be read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from services.notifications.domain import catalogue
from services.notifications.domain.notices import Notices
from services.notifications.domain.obligations import obligations, to_send
from services.notifications.domain.tasks import tasks
from services.notifications.domain.terms import OWN
from shared.eventbase.event import Event, Recorded
from shared.eventbase.reach import Reaches
from shared.eventbase.state import State
from tests.unit.lives.story import others_like
from tests.unit.notifications.family import FATMA, INCIDENT, PLAN, ROB, SEVEN
from tests.unit.notifications.whole import whole

FILE = Path(__file__).with_name("story.txt")
_CALLED = "mirjam stefan noor bas els hans opa fatma rob".split()
_NAMES = dict(zip((*SEVEN, FATMA, ROB), _CALLED, strict=True))


class _Names:
    """The words of one who may know everything."""

    def name(self, person: UUID | None) -> str:
        return _NAMES.get(person, "-") if person else "-"  # type: ignore[arg-type]

    def names(self, people: Any) -> str:
        return " ".join(sorted(map(self.name, people))) or "niemand"

    def text(self, sealed: Any, field: str) -> str:
        return str(getattr(sealed.content, field) or "")


_WORDS = _Names()


def story() -> str:
    """All of it."""
    history = whole().history
    parts = [_told(history, place) for place in range(len(history))]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _told(history: list[Recorded[Any]], place: int) -> Iterator[str]:
    event = history[place].event
    before, after = (catalogue.fold(PLAN, history[:n]) for n in (place, place + 1))
    yield f"{place + 1} {event.NAME}"
    yield from (f"  {sentence}" for sentence in dict.fromkeys(_sentences(event)))
    was, became = Counter(_stands(before)), Counter(_stands(after))
    yield from (f"  + {line}" for line in (became - was).elements())
    yield from (f"  - {line}" for line in (was - became).elements())


def _sentences(event: Event) -> Iterator[str]:
    tell = catalogue.sentences.get(type(event))
    if tell is not None:
        yield from (tell(each, _WORDS) for each in (event, *others_like(event)))


def _stands(state: State) -> Iterator[str]:
    """Everything that is owed, sent, to be done and reached."""
    sending = {(due.person, due.occasion) for due in to_send(state)}
    for due in obligations(state, OWN):
        stands = "weet" if due.informed else "hoeft niet" if due.withheld else "open"
        sent = "te versturen" if (due.person, due.occasion) in sending else "niet te versturen"
        terms = f"{_at(due.opened_at)} {_at(due.send_by)} {_at(due.confirm_by)}"
        what = f"{_of(due.occasion)} eigen {due.own_version}"
        yield f"{_WORDS.name(due.person)} {what} {stands}, {sent}: {terms}"
    for notice in state[Notices].all.values():
        times = f"{_at(notice.since)} {_at(notice.changed_at)} {_at(notice.retry_at)}"
        kinds = f"{notice.state.name} {notice.reason and notice.reason.name}"
        tried = f"{notice.attempt}/{notice.tries} {notice.withdrawal and notice.withdrawal.name}"
        yield f"bericht aan {_WORDS.name(notice.person)} {kinds} {tried}: {times}"
    for task in tasks(state):
        yield f"taak voor {_WORDS.name(task.person)} {_of(task.occasion)}: {_at(task.since)}"
    for reach in state[Reaches].of.values():
        yield f"bereik {_WORDS.names(reach.concerns)}, niet {_WORDS.names(reach.hidden_from)}"


def _of(occasion: Any) -> str:
    return "voorval" if occasion.incident == INCIDENT else f"versie {occasion.version}"


def _at(moment: datetime | None) -> str:
    return "-" if moment is None else f"{moment:%d-%m %H:%M}"


if __name__ == "__main__":
    FILE.write_text(story(), "utf-8")
