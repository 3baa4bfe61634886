"""Who agreed to sharing with which party, and on what basis was shared (R41, domain.md 3.6)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from services.plans.domain.family.birthdays import Consent, age_on, consent_at
from services.plans.domain.family.custody import Custodies
from services.plans.domain.family.people import People
from services.plans.domain.groundwork import consents
from services.plans.domain.groundwork.outside_sharing import OutsideSharing, OutsideSharings
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data


def outside_sharing_view(look: DossierLook) -> Data:
    """Every question asked and every decision taken; for professionals."""
    # In the order in which they were first asked about.
    asked = dict.fromkeys((each.about, each.party) for each in look.state[consents.Consents].all)
    decided = look.state[OutsideSharings].all
    return {
        "consents": [_consents(look, *each) for each in asked],
        "decisions": [_decision(look, each) for each in decided],
    }


def _consents(look: DossierLook, about: UUID, party: UUID) -> Data:
    known = look.state[consents.Consents]
    last = known.last(about, party)
    needed = _needed_of(look, about)
    return {
        "about": about,
        "party": party,
        "needed_of": needed,
        "agreed": known.agreed(about, party),
        "answers": [_answer(look, each) for each in last.values()],
        "not_asked": [p for p in _to_ask(look, about, needed) if p not in last],
    }


def _needed_of(look: DossierLook, about: UUID) -> Consent | None:
    known = look.state[People].all.get(about)
    born = look.sight.said(known.details)("birth_date") if known is not None else None
    return consent_at(age_on(born, look.day)) if isinstance(born, date) else None


def _to_ask(look: DossierLook, about: UUID, needed: Consent | None) -> list[UUID]:
    """By age: the holders of custody, the young person, or both (R41)."""
    custody = look.state[Custodies].known(about)
    holders = list(custody.holders) if custody is not None else []
    youth = [about] if needed is not Consent.HOLDERS else []
    return youth if needed in (Consent.YOUTH, None) else [*youth, *holders]


def _answer(look: DossierLook, consent: consents.Consent) -> Data:
    said = look.sight.said(consent.words)
    return {
        "person": consent.person,
        "given": consent.given,
        "what": said("what"),
        "said": said("said"),
        "at": consent.mark.at,
    }


def _decision(look: DossierLook, decided: OutsideSharing) -> Data:
    said, event = look.sight.said(decided.words), decided.event
    return {
        "about": event.about,
        "party": event.party,
        "basis": event.basis,
        "what": said("what"),
        "weighing": said("weighing"),
        "decided_by": event.decided_by,
        "consulted": event.consulted,
        "told_family": event.told_family,
        "reason_not_told": said("reason_not_told"),
        "at": decided.mark.at,
    }
