"""Reports to Veilig Thuis or the Raad voor de Kinderbescherming (W2.3)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Authority(enum.Enum):
    """The bodies that a report can go to (W2.2b)."""

    VEILIG_THUIS = "veilig-thuis"
    RVDK = "rvdk"


class ReportWords(msgspec.Struct, frozen=True):
    """Why it was reported, its number there, and why the family was not told first."""

    reason: str
    reference: str | None = None
    reason_not_told: str | None = None


class ReportMade(Event, frozen=True):
    """A report was made (W2.3)."""

    TOPIC = "plan.report-made"
    NAME = "melding-gedaan"
    PARAGRAPHS = ("W2.3",)

    item: UUID
    words: Item[ReportWords]
    authority: Authority
    told_family: bool


class ReportToAuthority(Act, frozen=True, kw_only=True):
    """Records a report that a person decided on; possible at any time (W2.3)."""

    authority: Authority
    reason: str
    told_family: bool
    reference: str | None = None
    reason_not_told: str | None = None


class Report(msgspec.Struct, frozen=True):
    """One report as it stands in the dossier."""

    item: UUID
    authority: Authority
    told_family: bool
    words: Sealed[ReportWords]
    mark: Mark

    @property
    def at(self) -> datetime:
        """When that was."""
        return self.mark.at


class Reports:
    """All reports, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Report] = []


_TOLD_OR_REASON = Rule(
    "gezin-niet-vooraf-ingelicht",
    "W2.3",
    "Leg uit waarom het gezin niet vooraf over de melding is ingelicht.",
    lambda state, act, doing: when(not act.told_family and not act.reason_not_told),
)


@catalogue.act(ReportToAuthority, "Melding doen", ("W2.3",), (ReportMade,))
def report_to_authority(state: State, act: ReportToAuthority, doing: Doing) -> list[Event]:
    """The report is recorded."""
    refuse([_TOLD_OR_REASON], state, act, doing)
    words = seal(ReportWords(act.reason, act.reference, act.reason_not_told))
    return [ReportMade(doing.new_id(), words, act.authority, act.told_family)]


_DUTCH = {
    Authority.VEILIG_THUIS: "Veilig Thuis",
    Authority.RVDK: "de Raad voor de Kinderbescherming",
}


@catalogue.sentence(ReportMade)
def _tell(event: ReportMade, words: Words) -> str:
    return (
        f"Er is gemeld bij {_DUTCH[event.authority]}. {words.text(event.words, 'reason')}".strip()
    )


@catalogue.fold.on(ReportMade)
def _made(state: State, event: ReportMade, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    made = Report(event.item, event.authority, event.told_family, event.words, mark)
    state[Reports].all.append(made)
