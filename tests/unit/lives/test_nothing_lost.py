"""What somebody says with an act is recorded, and what was recorded is known afterwards."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from shared.eventbase.reach import Reaches
from shared.eventbase.state import State
from tests.unit.evaluations.case import Case as EvaluationsCase
from tests.unit.evaluations.test_fold import WHOLE
from tests.unit.lives.asking import SERVICES
from tests.unit.lives.filling import Said, Whole, holes, leaves
from tests.unit.plans.case import LATE
from tests.unit.plans.case import Case as PlansCase
from tests.unit.plans.histories import FULL


def _beside_others() -> PlansCase:
    case = PlansCase(first_id=200_000)
    case.others = FULL.others
    return case


WHOLE_HISTORIES = {
    "plans": Whole(FULL, _beside_others),
    "evaluations": Whole(WHOLE, lambda: EvaluationsCase(first_id=200_000)),
}
ACTS = [
    pytest.param(service, n, id=f"{service}-{n}-{type(act).__name__}")
    for service, whole in WHOLE_HISTORIES.items()
    for n, (act, _) in enumerate(whole.acts)
]
# The claims of an act stand in the stamp. Who consulted is who records it, also in the stamp.
IN_THE_STAMP = {"effective_at", "learned_at", "learned_by", "ConsultColleague.worker"}
# Ids of which it is said elsewhere whom they concern.
_ASIDE = {"Reaches"}
# Told by the history, of which nothing follows: reasons of what is over, and their own ids.
ONLY_HISTORY = {
    "TransparencyMessageGiven": "item words manner",
    "MeldcodeStepTaken": "item",
    "MeldcodeDecided": "item",
    "MeldcodeNotApplicable": "item decided_by consulted",
    "SupportPlanMentionConfirmed": "item",
    "InformationGapClosed": "item",
    "ConversationCancelled": "item",
    "StatementWithdrawn": "item",
    "RelationEnded": "words",
    "PlacedInNetworkCircle": "item",
    "InvitedToDeliberation": "item",
    "WillingnessRecorded": "item",
    "AttendanceDecided": "item",
    "InvolvementEnded": "item",
    "InvolvementResumed": "item words",
    "TaskEnded": "words",
    "TaskReturned": "item",
    "CaseHandedOver": "from_person",
    "CaseLeadTold": "item words lead",
    "EarlierPlanAdopted": "item",
    "SafetyPieceDropped": "words",
    "PlanAdjusted": "item words",
    "EventCorrected": "stream item words voids",
    "ChildrenNamed": "item words",
    "EvaluationCompleted": "plan_version",
    "AgreementEnded": "words",
    "BottomLineWithdrawn": "words",
    "HelpStatusChanged": "item",
    "TransferAnswered": "item",
    "PlacementEnded": "item words",
    "RightsAnswerExtended": "item",
    "HoldLifted": "item",
    "SamePersonUnlinked": "item words",
    "ErasureApproved": "item words",
}
# It takes the place of what was there, or ends it: as much is known after as before.
IN_THE_PLACE_OF = {
    "SupportPlanMentionConfirmed": "support_plan",
    "RelationShared": "relation",
    "RelationEnded": "item",
    "AttendanceDecided": "person decided_by",
    "InvolvementResumed": "person",
    "TaskAnswered": "task",
    "TaskEnded": "item",
    "CoverArranged": "absence",
    "BottomLineRevised": "item for_people",
    "SafetyPieceDropped": "item",
    "AgreementChanged": "item responsible",
    "AgreementMade": "words purpose has_consequence",
    "AgreementEnded": "item",
    "BottomLineWithdrawn": "item",
    "TransferAnswered": "transfer accepted",
    "PlacementEnded": "placed",
    "SamePersonLinked": "plan other_plan",
    "SamePersonUnlinked": "plan link",
    "ErasureApproved": "decision",
    "SafetyRated": "evaluation person question",
}


def known(state: State) -> Counter[Any]:
    """Everything that a state says."""
    return leaves([vars(p) for kind, p in state._parts.items() if kind.__name__ not in _ASIDE])


@pytest.mark.parametrize(("service", "n"), ACTS)
def test_what_is_said_is_recorded_known_afterwards_and_kept_from_whom_it_is_hidden(
    service: str, n: int
) -> None:
    """Domain 1, design 6: every field of every act, said in full, and of every event."""
    said = WHOLE_HISTORIES[service].say(n)
    assert _unrecorded(said) == []
    assert _forgotten(said) == []
    assert _shown(said) == []
    assert _left_out(service, said) == []


def _unrecorded(said: Said) -> list[str]:
    recorded = leaves([each.event for each in said.recorded])
    fields = [f for f in said.act.__struct_fields__ if leaves(getattr(said.act, f)) - recorded]
    kind = type(said.act).__name__
    return [f for f in fields if f not in IN_THE_STAMP and f"{kind}.{f}" not in IN_THE_STAMP]


def _forgotten(said: Said) -> list[tuple[str, str]]:
    gained = known(said.after) - known(said.before)
    listed = [*ONLY_HISTORY.items(), *IN_THE_PLACE_OF.items()]
    on_purpose = {(event, field) for event, fields in listed for field in fields.split()}
    return [
        (kind, field)
        for each in said.recorded
        for kind in [type(each.event).__name__]
        for field in each.event.__struct_fields__
        if field != "hidden_from" and (kind, field) not in on_purpose
        if leaves(getattr(each.event, field)) - gained
    ]


def _shown(said: Said) -> list[Any]:
    reaches = said.after[Reaches].of
    hiding = [each.event for each in said.recorded if getattr(each.event, "hidden_from", ())]
    return [e for e in hiding if set(e.hidden_from) - reaches[getattr(e, e.SUBJECT)].hidden_from]


def _left_out(service: str, said: Said) -> list[str]:
    catalogue, _ = SERVICES[service]
    parts = (
        [each.event for each in said.recorded],
        [vars(each) for each in said.after._parts.values()],
        catalogue.obligations(said.after, catalogue.terms()),
        catalogue.open_points(said.after, LATE),
    )
    return sorted({hole for part in parts for hole in holes(part)})


@pytest.mark.parametrize("service", WHOLE_HISTORIES)
def test_every_act_was_said_in_full(service: str) -> None:
    """But those that are made of others, or that no whole history holds by itself."""
    catalogue, _ = SERVICES[service]
    said = {type(act).__name__ for act, _ in WHOLE_HISTORIES[service].acts}
    left = {act.__name__ for act in catalogue.acts} - said
    assert left <= {
        "EnterTogether",
        "ChangeAgreement",
        "EndAgreement",
        "WithdrawBottomLine",
        "DeclineTransfer",
    }
