"""What is due: telling each person whose own version changed, and the case lead (W8.4, W9.1, R24).

Nothing of this is stored. Sending a notice never settles it: only being informed does, or a
recorded decision not to inform.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import msgspec

from services.notifications.domain.incidents import Incidents
from services.notifications.domain.informings import Informing, informed_of
from services.notifications.domain.occasion import Occasion
from services.notifications.domain.people import People
from services.notifications.domain.terms import (
    OWN,
    incident_known_by,
    version_confirmed_by,
    version_sent_by,
)
from services.notifications.domain.versions import Version, Versions
from services.notifications.domain.withholding import Withholding, withheld_from
from shared.eventbase.calendar import local_day
from shared.eventbase.state import State
from shared.eventbase.terms import Terms


class Obligation(msgspec.Struct, frozen=True):
    """Somebody must be told of something. ``person`` is None while nobody has the lead.

    ``send_by`` and ``confirm_by`` are the terms of R24 and R25; ``own_version`` is the number
    that the version has for this person.
    """

    person: UUID | None
    occasion: Occasion
    own_version: int | None
    opened_at: datetime
    send_by: datetime
    confirm_by: datetime
    informed: Informing | None = None
    withheld: Withholding | None = None

    @property
    def is_open(self) -> bool:
        """Whether it was neither met nor, after consultation, let go."""
        return self.informed is None and self.withheld is None

    def overdue_at(self, at: datetime) -> bool:
        """Whether the term for knowing that they know has passed at V."""
        return self.is_open and at >= self.confirm_by


def obligations(state: State, terms: Terms) -> list[Obligation]:
    """Everything that was ever due in this plan, oldest first."""
    made = state[Versions].all.values()
    versions = [o for version in made for o in _of_version(state, terms, version)]
    return sorted([*versions, *_of_incidents(state, terms)], key=_by_opening)


def to_send(state: State) -> list[Obligation]:
    """The open obligations that a notice is for: of the versions only each person's newest.

    Being told of that one is being told of those before it. Nor does an older one go out when
    it was decided to keep the newest from somebody: the notice would make them look.
    """
    # What must be sent is the same whatever the terms are.
    newest = {(o.person, o.occasion.incident): o for o in obligations(state, OWN)}
    return [o for o in newest.values() if o.is_open and o.person is not None]


def _by_opening(due: Obligation) -> tuple[datetime, int]:
    return due.opened_at, due.occasion.version or 0


def _of_version(state: State, terms: Terms, version: Version) -> Iterator[Obligation]:
    occasion = version.occasion
    for person, own_version in version.changed_for.items():
        yield Obligation(
            person,
            occasion,
            own_version,
            version.made_at,
            version_sent_by(terms, version.made_at, version.acute),
            version_confirmed_by(terms, version.made_at, version.acute),
            informed_of(state, person, occasion),
            withheld_from(state, person, occasion),
        )


def _of_incidents(state: State, terms: Terms) -> Iterator[Obligation]:
    for incident, at in state[Incidents].reported.items():
        occasion = Occasion(incident=incident)
        # Whoever had the lead when it was told: a later one finds it in the dossier.
        informed = informed_of(state, None, occasion)
        person = informed.person if informed else state[People].on_duty(local_day(at))
        known_by = incident_known_by(terms, at)
        yield Obligation(person, occasion, None, at, at, known_by, informed)
