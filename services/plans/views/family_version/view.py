"""The family version: what one person does, what others do, and whom to call (W0.9, W0.11)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.plan.closing import Closing
from services.plans.views.family_version.audience import CONTENTS, audience_of
from services.plans.views.family_version.calling import ALARM, lead, stand_ins
from services.plans.views.family_version.filling import Filling
from services.plans.views.family_version.reader import Reader
from services.plans.views.parts.content import Data
from shared.web.look import Look


def family_version_view(look: Look, person: UUID, number: int | None) -> Data:
    """The page of ``person``: their newest version, or the one with their own ``number``."""
    reader = Reader(look, person, number)
    audience = audience_of(reader)
    return {
        "person": person,
        "name": reader.name,
        "audience": audience,
        "version": reader.own.number,
        "made_at": reader.own.version.made_at,
        "is_newest": reader.is_newest,
        "is_closed": look.state[Closing].closed is not None,
        "case_lead": lead(reader),
        "stand_ins": stand_ins(reader),
        "alarm": ALARM,
        **Filling(reader, CONTENTS[audience]).filled(),
    }
