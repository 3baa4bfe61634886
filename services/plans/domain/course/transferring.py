"""Offering a dossier to another team, and the receiver's answer: the acts and the clock (R39)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.transfer import (
    AnswerWords,
    TransferAnswered,
    TransferOffered,
    Transfers,
    TransferWords,
)
from services.plans.domain.family.case_lead import CaseLead, CaseLeadAssigned
from services.plans.domain.family.people import PartyKind, People, known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.obligation import Duty, Obligation
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

ACKNOWLEDGE = "overdracht-bevestigen"
_TERM = catalogue.threshold("R39", Term(working_days=5))


class OfferTransfer(Act, frozen=True, kw_only=True):
    """Records that the dossier is offered: to which team and whom there, why, with what notes."""

    receiver: UUID
    team: str
    reason: str
    notes: str | None = None


class AcknowledgeTransfer(Act, frozen=True, kw_only=True):
    """Records that the receiver takes the dossier: from then on they have the lead."""

    transfer: UUID
    remark: str | None = None


class DeclineTransfer(Act, frozen=True, kw_only=True):
    """Records that the receiver does not take the dossier, and why."""

    transfer: UUID
    remark: str


def _layman(state: State, act: OfferTransfer, doing: Doing) -> tuple[str, ...]:
    known = state[People].all.get(act.receiver)
    return when(known is not None and known.kind is not PartyKind.PROFESSIONAL)


def _not_open(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.transfer not in {transfer.item for transfer in state[Transfers].open})


def _too_early(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    known = state[Transfers].all.get(act.transfer)
    return when(known is not None and act.effective_at and act.effective_at < known.mark.at)


def _receiver_gone(state: State, act: AcknowledgeTransfer, doing: Doing) -> tuple[str, ...]:
    known = state[Transfers].all.get(act.transfer)
    return when(known is not None and known.receiver not in state[People].all)


_OFFER = (
    known_people("receiver"),
    Rule(
        "overdracht-aan-vakkracht",
        "R39",
        "Alleen een beroepskracht kan een dossier overnemen.",
        _layman,
    ),
    Rule(
        "overdracht-aan-zichzelf",
        "R39",
        "Deze persoon heeft de casusregie al.",
        lambda state, act, doing: when(act.receiver == state[CaseLead].person),
    ),
    Rule(
        "overdracht-loopt",
        "R39",
        "Er loopt al een overdracht. Wacht op het antwoord.",
        lambda state, act, doing: when(state[Transfers].open),
    ),
)
_ANSWER = (
    Rule("overdracht-onbekend", "R39", "Deze overdracht loopt niet (meer).", _not_open),
    Rule(
        "overdracht-voor-begin",
        "R39",
        "Deze overdracht is pas daarna aangeboden. Kies een later moment.",
        _too_early,
    ),
)
_RECEIVER_KNOWN = Rule(
    "overdracht-ontvanger-onbekend",
    "R39",
    "De ontvanger hoort niet meer bij dit dossier. Bied de overdracht opnieuw aan.",
    _receiver_gone,
)


@catalogue.act(OfferTransfer, "Overdracht aanbieden", ("W7.2", "R39"), (TransferOffered,))
def offer_transfer(state: State, act: OfferTransfer, doing: Doing) -> list[Event]:
    """The dossier is offered; whoever has the lead keeps it until there is an answer."""
    refuse(_OFFER, state, act, doing)
    words = seal(TransferWords(act.team, act.reason, act.notes))
    return [TransferOffered(doing.new_id(), words, act.receiver)]


@catalogue.act(
    AcknowledgeTransfer,
    "Overdracht bevestigen",
    ("W7.2", "R39"),
    (TransferAnswered, CaseLeadAssigned),
)
def acknowledge_transfer(state: State, act: AcknowledgeTransfer, doing: Doing) -> list[Event]:
    """The receiver has the lead, without a moment in which nobody has it."""
    refuse([*_ANSWER, _RECEIVER_KNOWN], state, act, doing)
    words = seal(AnswerWords(act.remark))
    receiver = state[Transfers].all[act.transfer].receiver
    return [
        TransferAnswered(doing.new_id(), words, act.transfer, True),
        CaseLeadAssigned(receiver),
    ]


@catalogue.act(DeclineTransfer, "Overdracht weigeren", ("W7.2", "R39"), (TransferAnswered,))
def decline_transfer(state: State, act: DeclineTransfer, doing: Doing) -> list[Event]:
    """The dossier stays where it is."""
    refuse(_ANSWER, state, act, doing)
    words = seal(AnswerWords(act.remark))
    return [TransferAnswered(doing.new_id(), words, act.transfer, False)]


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for transfer in state[Transfers].all.values():
        due_at = terms.due(_TERM, transfer.mark.at)
        yield Obligation(
            ACKNOWLEDGE, rule_of(_TERM), transfer.item, transfer.mark, due_at, transfer.answered
        )


catalogue.duty(Duty(ACKNOWLEDGE, "R39", "bevestigen dat het dossier is overgenomen", _owed))
