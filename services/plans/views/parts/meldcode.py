"""The meldcode in a dossier, for those who see all of it (W2.1)."""

from __future__ import annotations

from services.plans.domain.groundwork.meldcode import Decision, Meldcode
from services.plans.domain.groundwork.meldcode_steps import MeldcodeSteps, StepTaken
from services.plans.views.parts.content import Data
from shared.web.look import Look


def meldcode(look: Look) -> Data:
    """The steps that were taken, and the last decision."""
    found = look.state[Meldcode]
    decision = None if found.decision is None else _decision(look, found.decision)
    return {
        "steps": [_step(look, step) for step in look.state[MeldcodeSteps].all],
        "decision": decision,
    }


def _step(look: Look, step: StepTaken) -> Data:
    outcome = look.sight.said(step.words)("outcome")
    return {
        "step": step.step,
        "skipped": step.skipped,
        "by": step.by,
        "at": step.at,
        "outcome": outcome,
    }


def _decision(look: Look, decision: Decision) -> Data:
    return {
        "applies": decision.weighing is not None,
        "weighing": decision.weighing,
        "report": decision.report,
        "reason": look.sight.said(decision.words)("reason"),
        "decided_by": decision.decided_by,
        "consulted": decision.consulted,
        "at": decision.at,
    }
