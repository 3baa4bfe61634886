"""What a plan stands on: grounds, judgement, consultation, assessment, messages, reports."""

from __future__ import annotations

from services.plans.domain.closing import Closing
from services.plans.domain.consultation import Consultations
from services.plans.domain.dossier import Dossier
from services.plans.domain.exceptions import ProtectiveExceptions
from services.plans.domain.reports import Reports
from services.plans.domain.risk_assessment import RiskAssessments
from services.plans.domain.transparency import Transparency
from services.plans.domain.unsafety import Classifications
from services.plans.views.content import Data
from services.plans.views.looking import Look


def groundwork(look: Look) -> Data:
    """The groundwork, for those who see all of it."""
    return {
        "opening": _opening(look),
        "classification": _classification(look),
        "consultations": _consultations(look),
        "assessments": _assessments(look),
        "messages": _messages(look),
        "reports": _reports(look),
        "exceptions": _exceptions(look),
        "good_enough": _good_enough(look),
    }


def _opening(look: Look) -> Data:
    dossier = look.state[Dossier]
    return {
        "grounds": dossier.grounds,
        "suspicion_only": dossier.suspicion_only,
        "explanation": look.text(dossier.words, "explanation"),
        "references": look.listed(dossier.words, "references"),
    }


def _classification(look: Look) -> Data | None:
    current = look.state[Classifications].current
    if current is None:
        return None
    return {
        "kind": current.kind,
        "rationale": look.text(current.words, "rationale"),
        "endangered": current.endangered,
        "since": current.since,
    }


def _consultations(look: Look) -> list[Data]:
    return [
        {
            "colleague": held.colleague,
            "followed": held.followed,
            "at": held.at,
            "question": look.text(held.words, "question"),
            "advice": look.text(held.words, "advice"),
            "reason_not_followed": look.text(held.words, "reason_not_followed"),
        }
        for held in look.state[Consultations].all
    ]


def _assessments(look: Look) -> list[Data]:
    return [
        {
            "instrument": done.instrument,
            "part": done.part,
            "at": done.at,
            "outcome": look.text(done.words, "outcome"),
            "document": look.text(done.words, "document"),
        }
        for done in look.state[RiskAssessments].all
    ]


def _messages(look: Look) -> list[Data]:
    given = look.state[Transparency].given
    return [
        {"person": person, "messages": sorted(messages, key=lambda message: message.value)}
        for person, messages in given.items()
    ]


def _reports(look: Look) -> list[Data]:
    return [
        {
            "authority": made.authority,
            "told_family": made.told_family,
            "at": made.at,
            "reason": look.text(made.words, "reason"),
            "reference": look.text(made.words, "reference"),
            "reason_not_told": look.text(made.words, "reason_not_told"),
        }
        for made in look.state[Reports].all
    ]


def _exceptions(look: Look) -> list[Data]:
    return [
        {
            "item": moment.item,
            "what": look.text(moment.words, "what"),
            "protected": look.text(moment.words, "protected"),
            "by": moment.by,
        }
        for moment in look.state[ProtectiveExceptions].all.values()
    ]


def _good_enough(look: Look) -> str | None:
    text: str | None = look.text(look.state[Closing].good_enough, "text")
    return text
