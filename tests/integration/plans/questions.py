"""The ten questions, asked of plans alone: what the others would say is not there."""

from __future__ import annotations

from tests.integration.plans.family import Family

# Plans itself says nothing at these; asked of the whole town in tests/integration/whole.
OF_OTHERS = {"vraag-6", "vraag-8"}
_OWN = (1, 2, 3, 4, 5, 7, 9, 10)
NAMES = (*(f"vraag-{n}" for n in _OWN), *(f"vraag-{n}-deel" for n in _OWN))


def paths(family: Family) -> dict[str, str]:
    """Where each is asked."""
    whole = {f"vraag-{n}": f"{family.dossier}/vragen/{n}" for n in _OWN}
    return whole | {f"vraag-{n}-deel": f"{family.dossier}/vragen/{n}/deel" for n in _OWN}
