"""Assessing what a plan holds, and what is elsewhere: the act and its rules (W8.1, W10.4)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.sitting.assessments import Evidence, ItemAssessed, Verdict
from services.evaluations.domain.sitting.evaluations import Evaluations, judged_items
from services.evaluations.domain.sitting.starting import ONGOING
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Rule, refuse
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class AssessItem(Act, frozen=True, kw_only=True):
    """Records how it went with one bottom line or agreement, and from what one can tell.

    Of what is worked on from the support plan too (W10.4).
    """

    evaluation: UUID
    item: UUID
    verdict: Verdict
    evidence: str


def _not_in_version(state: State, act: AssessItem, doing: Doing) -> list[str]:
    evaluation = state[Evaluations].all.get(act.evaluation)
    if evaluation is None:
        return []
    judged = {item.item for item in judged_items(state, evaluation)}
    return [str(act.item)] if act.item not in judged else []


_IN_VERSION = Rule(
    "onderdeel-niet-in-versie",
    "W8.1",
    "Onderdeel {} staat niet in de versie die deze evaluatie beoordeelt.",
    _not_in_version,
)


@catalogue.act(AssessItem, "Onderdeel beoordelen", ("W8.1",), (ItemAssessed,))
def assess_item(state: State, act: AssessItem, doing: Doing) -> list[Event]:
    """The assessment is recorded; it replaces an earlier one in the same evaluation."""
    refuse((*ONGOING, _IN_VERSION), state, act, doing)
    words = seal(Evidence(act.evidence))
    return [ItemAssessed(act.evaluation, doing.new_id(), words, act.item, act.verdict)]
