"""What was said not to be kept, what was concluded, and what followed (W9.2, W9.3)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.breaches.claims import Claim, Claims
from services.evaluations.domain.breaches.consequences import Consequence, Consequences
from services.evaluations.domain.breaches.findings import Finding, Findings
from services.evaluations.domain.breaches.hearing import Hearing, Hearings
from services.evaluations.domain.breaches.keeping import Keepings, Kept
from services.evaluations.domain.breaches.owed_consequences import has_consequence
from services.evaluations.domain.course.recurring import as_it_happened
from services.evaluations.views.looking import Data, PlanLook


def breaches_view(look: PlanLook) -> Data:
    """Every claim of which this audience may know, as they happened.

    Whoever made a claim reads that claim; what others said of it and what was concluded is for
    professionals.
    """
    claims = look.state[Claims].all
    ordered = sorted(claims.items(), key=lambda each: as_it_happened(each[1].mark))
    told = [_claim(look, claim) for key, claim in ordered if look.sight.sees(key)]
    return {"breaches": told} | ({"kept": _kept(look)} if look.sight.full else {})


def _claim(look: PlanLook, claim: Claim) -> Data:
    event, said = claim.event, look.sight.said(claim.words)
    told: Data = {
        "breach": event.breach,
        "what": said("what"),
        "happened_at": claim.mark.at,
        "reporter": event.reporter,
        "agreement": event.agreement,
    }
    return told | (_whole(look, claim) if look.sight.full else {})


def _whole(look: PlanLook, claim: Claim) -> Data:
    breach, state = claim.event.breach, look.state
    findings = state[Findings].of(breach)
    return {
        "reporter_description": look.sight.said(claim.words)("reporter_description"),
        "heard_at": claim.heard_at,
        "has_consequence": has_consequence(state, claim),
        "confirmed": findings[-1].event.confirmed if findings else None,
        "hearings": [_hearing(look, each) for each in state[Hearings].of.get(breach, [])],
        "findings": [_finding(look, each) for each in findings],
        "consequences": _consequences(look, breach),
        "hidden_from": look.hidden_from(breach),
        "event_id": claim.mark.event_id,
    }


def _hearing(look: PlanLook, hearing: Hearing) -> Data:
    return {
        "hearing": hearing.event.hearing,
        "person": hearing.event.person,
        "heard": hearing.event.heard,
        "text": look.sight.said(hearing.words)("text"),
        "happened_at": hearing.mark.at,
        "event_id": hearing.mark.event_id,
    }


def _finding(look: PlanLook, finding: Finding) -> Data:
    return {
        "finding": finding.event.finding,
        "confirmed": finding.event.confirmed,
        "why": look.sight.said(finding.words)("why"),
        "happened_at": finding.mark.at,
    }


def _consequences(look: PlanLook, breach: UUID) -> list[Data]:
    decided = look.state[Consequences].of.get(breach, [])
    return [_consequence(look, each) for each in decided]


def _consequence(look: PlanLook, decided: Consequence) -> Data:
    event, said = decided.event, look.sight.said(decided.words)
    return {
        "consequence": event.consequence,
        "carried_out": event.carried_out,
        "what": said("what"),
        "reason": said("reason"),
        "decided_by": event.decided_by,
        "consulted": event.consulted,
        "happened_at": decided.mark.at,
    }


def _kept(look: PlanLook) -> list[Data]:
    kept = [each for answered in look.state[Keepings].of.values() for each in answered]
    return [_answered(look, each) for each in sorted(kept, key=lambda k: as_it_happened(k.mark))]


def _answered(look: PlanLook, kept: Kept) -> Data:
    return {
        "agreement": kept.event.agreement,
        "granted": kept.event.granted,
        "text": look.sight.said(kept.words)("text"),
        "decided_by": kept.event.decided_by,
        "happened_at": kept.mark.at,
    }
