"""Who was told what, when and how, of every version and every incident (domain 3.10, W8.4)."""

from __future__ import annotations

from services.notifications.domain.obligations import obligations
from services.notifications.views.looking import Data, InformingLook
from services.notifications.views.obligations import obligation_row


def told_view(look: InformingLook) -> Data:
    """Each version and each incident with everybody who had to be told of it, oldest first."""
    versions: dict[object, Data] = {}
    incidents: dict[object, Data] = {}
    for due in obligations(look.state, look.terms):
        if due.opened_at > look.moment.valid:
            continue
        occasion = due.occasion
        group = incidents if occasion.version is None else versions
        head: Data = {"version": occasion.version, "incident": occasion.incident, "people": []}
        found = group.setdefault(occasion.version or occasion.incident, head)
        found["people"].append(obligation_row(look, due))
    return {"versions": list(versions.values()), "incidents": list(incidents.values())}
