"""What a partner does with a report, as far as we heard: its answers, and that there is none yet

(W2.3). We wait for it, and keep seeing to safety ourselves meanwhile.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.groundwork.reports import Authority, Report, Reports
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class AnswerKind(enum.Enum):
    """What a partner says of a report."""

    NONE_YET = "none-yet"
    TAKEN_UP = "taken-up"
    NOT_TAKEN_UP = "not-taken-up"
    HANDED_OVER = "handed-over"
    FINISHED = "finished"


class AnswerWords(msgspec.Struct, frozen=True):
    """What was said, and by whom there."""

    said: str
    said_by: str | None = None


class PartnerAnswered(Event, frozen=True):
    """A partner answered a report, or when asked had no answer yet (W2.3)."""

    TOPIC = "plan.partner-answered"
    NAME = "antwoord-op-melding"
    PARAGRAPHS = ("W2.3",)
    ABOUT = "report"

    item: UUID
    words: Item[AnswerWords]
    report: UUID
    kind: AnswerKind


class RecordPartnerAnswer(Act, frozen=True, kw_only=True):
    """Records what a partner said of a report, when, and who said it."""

    report: UUID
    kind: AnswerKind
    said: str
    said_by: str | None = None


class PartnerAnswer(msgspec.Struct, frozen=True):
    """One answer."""

    item: UUID
    kind: AnswerKind
    words: Sealed[AnswerWords]
    mark: Mark


class PartnerAnswers:
    """The answers to each report, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.to: defaultdict[UUID, list[PartnerAnswer]] = defaultdict(list)


_REPORTED = Rule(
    "melding-onbekend",
    "W2.3",
    "Deze melding staat niet (meer) in dit dossier.",
    lambda state, act, doing: when(all(act.report != made.item for made in state[Reports].all)),
)


@catalogue.act(RecordPartnerAnswer, "Antwoord op melding vastleggen", ("W2.3",), (PartnerAnswered,))
def record_partner_answer(state: State, act: RecordPartnerAnswer, doing: Doing) -> list[Event]:
    """The answer stands beside the report."""
    refuse([_REPORTED], state, act, doing)
    words = seal(AnswerWords(act.said, act.said_by))
    return [PartnerAnswered(doing.new_id(), words, act.report, act.kind)]


def waiting_since(state: State, report: Report) -> datetime | None:
    """Since when we wait for the partner; None once it has nothing more to tell (domain.md 3.3)."""
    since: datetime | None = report.at
    for answer in state[PartnerAnswers].to.get(report.item, ()):
        if answer.kind is not AnswerKind.NONE_YET:
            investigates = answer.kind is AnswerKind.TAKEN_UP
            owes_more = investigates and report.authority is Authority.VEILIG_THUIS
            since = answer.mark.at if owes_more else None
    return since


_DUTCH = {
    AnswerKind.NONE_YET: "er is nog geen antwoord",
    AnswerKind.TAKEN_UP: "er komt een onderzoek",
    AnswerKind.NOT_TAKEN_UP: "er komt geen onderzoek",
    AnswerKind.HANDED_OVER: "het is overgedragen aan ons",
    AnswerKind.FINISHED: "het onderzoek is klaar",
}


@catalogue.sentence(PartnerAnswered)
def _tell(event: PartnerAnswered, words: Words) -> str:
    return f"Over de melding: {_DUTCH[event.kind]}. {words.text(event.words, 'said')}".strip()


@catalogue.fold.on(PartnerAnswered)
def _answered(state: State, event: PartnerAnswered, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    answer = PartnerAnswer(event.item, event.kind, event.words, mark)
    state[PartnerAnswers].to[event.report].append(answer)
    state[Reaches].put(event.item, ())
