"""Making, changing and ending agreements: the acts and their rules (S6.4, W7.1, R34)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.picture.exceptions import ProtectiveExceptions
from services.plans.domain.plan.agreements import (
    AgreementChanged,
    AgreementEnded,
    AgreementMade,
    Agreements,
    AgreementWords,
    EndingWords,
    Purpose,
)
from services.plans.domain.plan.bottom_lines import BottomLines
from services.plans.domain.plan.keepers import KNOWN_KEEPER, hidden_from
from services.plans.domain.statements.risk_statements import RiskStatements
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class MakeAgreement(Act, frozen=True, kw_only=True):
    """Records a promise: what, who, from when to when, and what follows (S6.4, S6.6).

    ``based_on``: the protective exceptions it builds on (S6.5). ``bottom_lines`` and
    ``risk_statements``: why it is there (S4.4). ``shared_with``: who may know
    of it besides those who keep it and those it is for; ``hidden_from`` wins over all, and
    when a change leaves it out it stays hidden from whom it was.
    """

    what: str
    responsible: tuple[UUID, ...]
    purpose: Purpose
    valid_from: date
    valid_until: date | None = None
    if_kept: str | None = None
    if_not_kept: str | None = None
    for_people: tuple[UUID, ...] = ()
    shared_with: tuple[UUID, ...] = ()
    based_on: tuple[UUID, ...] = ()
    bottom_lines: tuple[UUID, ...] = ()
    risk_statements: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] | None = None


class ChangeAgreement(MakeAgreement, frozen=True, kw_only=True):
    """Gives a standing agreement other content, whole."""

    item: UUID


class EndAgreement(Act, frozen=True, kw_only=True):
    """Ends an agreement before its time, with the reason."""

    item: UUID
    reason: str


def _unknown_links(state: State, act: MakeAgreement, doing: Doing) -> list[str]:
    known = state[BottomLines].all.keys() | state[ProtectiveExceptions].all.keys()
    links = (*act.based_on, *act.bottom_lines)
    unknown = [link for link in links if link not in known]
    risks = state[RiskStatements].all
    return [str(link) for link in (*unknown, *(r for r in act.risk_statements if r not in risks))]


def _backwards(state: State, act: MakeAgreement, doing: Doing) -> tuple[str, ...]:
    return when(act.valid_until is not None and act.valid_until < act.valid_from)


def _not_standing(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.item not in {agreement.item for agreement in state[Agreements].standing})


def _too_early(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    # The fold goes by when things happened: this would be recorded, and change nothing.
    known = state[Agreements].all.get(act.item)
    return when(known is not None and act.effective_at and act.effective_at < known.since)


_CONTENT = (
    known_people("responsible", "for_people", "shared_with", "hidden_from"),
    Rule(
        "afspraak-zonder-wie",
        "R34",
        "Een afspraak heeft iemand nodig die haar nakomt.",
        lambda state, act, doing: when(not act.responsible),
    ),
    KNOWN_KEEPER,
    Rule("afspraak-verwijst", "S6.5", "Onderdeel {} hoort niet bij dit dossier.", _unknown_links),
    Rule("afspraak-looptijd", "S6.6", "De laatste dag ligt voor de eerste.", _backwards),
)
_STANDING = (
    Rule(
        "afspraak-onbekend",
        "W8.3",
        "Deze afspraak geldt niet (meer) in dit dossier.",
        _not_standing,
    ),
    Rule(
        "afspraak-voor-begin",
        "W8.3",
        "Deze afspraak is pas daarna gemaakt of gewijzigd. Kies een later moment.",
        _too_early,
    ),
)


@catalogue.act(
    MakeAgreement, "Afspraak maken", ("S6.4", "W7.1"), (AgreementMade,), changes_plan=True
)
def make_agreement(state: State, act: MakeAgreement, doing: Doing) -> list[Event]:
    """The promise is recorded; the next version shows it."""
    refuse(_CONTENT, state, act, doing)
    return [AgreementMade(doing.new_id(), **_content(state, act))]


@catalogue.act(
    ChangeAgreement, "Afspraak wijzigen", ("W8.3",), (AgreementChanged,), changes_plan=True
)
def change_agreement(state: State, act: ChangeAgreement, doing: Doing) -> list[Event]:
    """The promise has other content from now."""
    refuse((*_CONTENT, *_STANDING), state, act, doing)
    return [AgreementChanged(act.item, **_content(state, act))]


@catalogue.act(EndAgreement, "Afspraak beëindigen", ("W8.3",), (AgreementEnded,), changes_plan=True)
def end_agreement(state: State, act: EndAgreement, doing: Doing) -> list[Event]:
    """The promise no longer holds."""
    refuse(_STANDING, state, act, doing)
    return [AgreementEnded(act.item, seal(EndingWords(act.reason)))]


def _content(state: State, act: MakeAgreement) -> dict[str, Any]:
    return {
        "words": seal(AgreementWords(act.what, act.if_kept, act.if_not_kept)),
        "responsible": act.responsible,
        "purpose": act.purpose,
        "valid_from": act.valid_from,
        "valid_until": act.valid_until,
        "for_people": act.for_people,
        "shared_with": act.shared_with,
        "based_on": act.based_on,
        "bottom_lines": act.bottom_lines,
        "hidden_from": hidden_from(state, act),
        "has_consequence": bool(act.if_not_kept),
        "risk_statements": act.risk_statements,
    }
