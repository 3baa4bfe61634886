"""What a plan stands on: grounds, judgement, consultation, assessment, messages, reports."""

from __future__ import annotations

from services.plans.domain.family.dossier import Dossier
from services.plans.domain.groundwork.consultation import Consultation, Consultations
from services.plans.domain.groundwork.reports import Report, Reports
from services.plans.domain.groundwork.risk_assessment import RiskAssessment, RiskAssessments
from services.plans.domain.groundwork.transparency import Transparency
from services.plans.domain.groundwork.unsafety import Classification, Classifications
from services.plans.domain.picture.exceptions import ProtectiveException, ProtectiveExceptions
from services.plans.domain.plan.closing import Closing
from services.plans.views.parts.content import Data
from services.plans.views.parts.meldcode import meldcode
from shared.web.look import Look


def groundwork(look: Look) -> Data:
    """The groundwork, for those who see all of it."""
    return {
        "opening": _opening(look),
        "classification": _classification(look),
        "consultations": consultations(look),
        "assessments": assessments(look),
        "meldcode": meldcode(look),
        "messages": _messages(look),
        "reports": _reports(look),
        "exceptions": _exceptions(look),
        "good_enough": _good_enough(look),
    }


def _opening(look: Look) -> Data:
    dossier = look.state[Dossier]
    said = look.sight.said(dossier.words)
    return {
        "grounds": dossier.grounds,
        "suspicion_only": dossier.suspicion_only,
        "explanation": said("explanation"),
        "references": look.sight.listed(dossier.words, "references"),
        "at": dossier.opened_at,
        **look.clocks(dossier.event_id),
    }


def _classification(look: Look) -> Data | None:
    current = look.state[Classifications].current
    return None if current is None else classified(look, current)


def classified(look: Look, current: Classification) -> Data:
    """One judgement of the kind of unsafety."""
    said = look.sight.said(current.words)
    return {
        "kind": current.kind,
        "rationale": said("rationale"),
        "endangered": current.endangered,
        "since": current.since,
    }


def consultations(look: Look) -> list[Data]:
    """Every consultation."""
    return [_consultation(look, held) for held in look.state[Consultations].all]


def _consultation(look: Look, held: Consultation) -> Data:
    said = look.sight.said(held.words)
    return {
        "colleague": held.colleague,
        "register": held.register,
        "followed": held.followed,
        "at": held.at,
        "question": said("question"),
        "advice": said("advice"),
        "reason_not_followed": said("reason_not_followed"),
    }


def assessments(look: Look) -> list[Data]:
    """Every filled-in instrument."""
    return [_assessment(look, done) for done in look.state[RiskAssessments].all]


def _assessment(look: Look, done: RiskAssessment) -> Data:
    said = look.sight.said(done.words)
    return {
        "item": done.item,
        "instrument": done.instrument,
        "part": done.part,
        "at": done.at,
        "outcome": said("outcome"),
        "document": said("document"),
        "name": said("name"),
        "by": done.by,
    }


def _messages(look: Look) -> list[Data]:
    given = look.state[Transparency].given
    return [
        {"person": person, "messages": sorted(messages, key=lambda message: message.value)}
        for person, messages in given.items()
    ]


def _reports(look: Look) -> list[Data]:
    return [reported(look, made) for made in look.state[Reports].all]


def reported(look: Look, made: Report) -> Data:
    """One report."""
    said = look.sight.said(made.words)
    return {
        "authority": made.authority,
        "told_family": made.told_family,
        "at": made.at,
        "reason": said("reason"),
        "reference": said("reference"),
        "reason_not_told": said("reason_not_told"),
    }


def _exceptions(look: Look) -> list[Data]:
    return [_exception(look, moment) for moment in look.state[ProtectiveExceptions].all.values()]


def _exception(look: Look, moment: ProtectiveException) -> Data:
    said = look.sight.said(moment.words)
    return {
        "item": moment.item,
        "what": said("what"),
        "protected": said("protected"),
        "by": moment.by,
        "moment": said("moment"),
        "on": moment.on,
        "left": moment.left,
        "told_by": moment.told_by,
        "strength": moment.strength,
        "at": moment.at,
    }


def _good_enough(look: Look) -> str | None:
    described = look.state[Closing].pictures.get(None)
    text: str | None = look.sight.said(described.words)("text") if described else None
    return text
