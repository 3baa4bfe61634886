"""Who has to do with this dossier, as far as one audience may know."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.family.leaving import Departures
from services.plans.domain.family.people import People
from services.plans.views.parts.content import Data, people_content, person_content
from services.plans.views.versions import own_versions, papers
from shared.web.look import Look


def people_view(look: Look) -> Data:
    """The people at (V, K); to a person those in their own newest version, or they alone.

    Who was added when, and who shares a draft with whom, is not for a person to read.
    """
    if look.sight.full:
        people = people_content(look.sight, look.state)
        return {"people": [each | _departed(look, each["person"]) for each in people]}
    own = own_versions(look)
    if own:
        return {"people": papers(look).page(own[-1].version, look.actor, look.day)["people"]}
    myself = [p for p in look.now[People].all.values() if p.person == look.person]
    return {"people": [person_content(look.sight, person) for person in myself]}


def _departed(look: Look, person: UUID) -> Data:
    gone = look.state[Departures].of.get(person)
    return {} if gone is None else {"departed_at": gone.mark.at}
