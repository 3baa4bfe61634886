"""One evaluation with all its parts, and the list of evaluations (W8.1, S7.4)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.sitting.completeness import missing
from services.evaluations.domain.sitting.evaluations import Evaluation, Evaluations
from services.evaluations.views.looking import Data, PlanLook
from services.evaluations.views.parts import answers, assessments, numbers, ratings
from services.evaluations.views.scales import Scale, attention
from shared.eventbase.spread import Number, spreads
from shared.web.refusals import NotFound


def evaluations_view(look: PlanLook) -> Data:
    """The evaluations that this audience may know of, in the order in which they were held."""
    return {"evaluations": [_head(look, evaluation) for evaluation in _visible(look)]}


def evaluation_view(look: PlanLook, evaluation_id: UUID, revision: str) -> Data:
    """One evaluation; NotFound when there was none then, or none for this audience."""
    evaluation = look.state[Evaluations].all.get(evaluation_id)
    if evaluation is None or not look.sight.sees(evaluation_id):
        raise NotFound
    parts = {"ratings": ratings(look, evaluation_id), "answers": answers(look, evaluation_id)}
    whole = _whole(look, evaluation) | {"revision": revision} if look.sight.full else {}
    return _head(look, evaluation) | parts | whole


def _visible(look: PlanLook) -> list[Evaluation]:
    held = look.state[Evaluations].all.values()
    seen = [evaluation for evaluation in held if look.sight.sees(evaluation.evaluation)]
    return sorted(seen, key=lambda evaluation: evaluation.started.at)


def _head(look: PlanLook, evaluation: Evaluation) -> Data:
    completed = look.state[Evaluations].completed.get(evaluation.evaluation)
    return {
        "evaluation": evaluation.evaluation,
        "version": _version(look, evaluation.plan_version),
        "held_at": evaluation.started.at,
        "completed_at": completed.at if completed is not None else None,
    }


def _version(look: PlanLook, number: int) -> int | None:
    # The plan's own numbers would tell a party of versions that are not theirs.
    return number if look.sight.full else _own_version(look, number)


def _own_version(look: PlanLook, number: int) -> int | None:
    judged = look.state[Plan].versions.get(number)
    if judged is None:
        return None
    own = [each.number for each in look.own_versions if each.made_at <= judged.mark.at]
    return max(own, default=None)


def _whole(look: PlanLook, evaluation: Evaluation) -> Data:
    given = numbers(look, evaluation.evaluation)
    return {
        "manner": evaluation.manner,
        "participants": evaluation.participants,
        "absent": evaluation.absent,
        "hidden_from": look.hidden_from(evaluation.evaluation),
        "event_id": evaluation.started.event_id,
        "assessments": assessments(look, evaluation),
        "spreads": spreads(given),
        "attention": attention(given, _before(look, evaluation), look.terms, look.day),
        "missing": missing(look.state, evaluation),
    }


def _before(look: PlanLook, evaluation: Evaluation) -> list[Number[Scale]]:
    earlier = [held for held in _visible(look) if held.started.at < evaluation.started.at]
    return [number for held in earlier for number in numbers(look, held.evaluation)]
