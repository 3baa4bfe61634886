"""Cover: who keeps the lead while the case lead is away (W7.2, R38)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.case_lead import PROFESSIONAL, CaseLead, CaseLeadAssigned
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.calendar import AMSTERDAM, is_working_day, local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Terms, rule_of

ARRANGE = "vervanging-regelen"
_WORKING_DAYS = catalogue.threshold("R38", 5)


class AbsenceWords(msgspec.Struct, frozen=True):
    """What must be known of an absence."""

    explanation: str | None = None


class CoverWords(msgspec.Struct, frozen=True):
    """What whoever stands in must know."""

    notes: str


class LeadAbsenceAnnounced(Event, frozen=True):
    """The case lead is away on these days; None: it is not known until when (W7.2)."""

    TOPIC = "plan.lead-absence-announced"
    NAME = "afwezigheid-gemeld"
    PARAGRAPHS = ("W7.2",)

    item: UUID
    words: Item[AbsenceWords]
    person: UUID
    first_day: date
    last_day: date | None = None


class CoverArranged(Event, frozen=True):
    """Somebody keeps the lead during an absence (W7.2)."""

    TOPIC = "plan.cover-arranged"
    NAME = "vervanging-geregeld"
    PARAGRAPHS = ("W7.2",)
    ABOUT = "absence"

    item: UUID
    words: Item[CoverWords]
    absence: UUID
    person: UUID


class AnnounceAbsence(Act, frozen=True, kw_only=True):
    """Records on which days the case lead is away."""

    first_day: date
    last_day: date | None = None
    explanation: str | None = None


class ArrangeCover(Act, frozen=True, kw_only=True):
    """Records who stands in during an absence, and what they must know."""

    absence: UUID
    person: UUID
    notes: str


class Cover(msgspec.Struct, frozen=True):
    """Who stands in."""

    item: UUID
    person: UUID
    words: Sealed[CoverWords]
    mark: Mark


class Absence(msgspec.Struct):
    """One absence of a case lead. ``settled``: the first cover, or another lead."""

    announced: LeadAbsenceAnnounced
    mark: Mark
    cover: Cover | None = None
    settled: Mark | None = None


class Absences:
    """All absences, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Absence] = {}


def _stands_in_for_self(state: State, act: ArrangeCover, doing: Doing) -> tuple[str, ...]:
    absence = state[Absences].all.get(act.absence)
    return when(absence is not None and absence.announced.person == act.person)


_ABSENCE = (
    Rule(
        "afwezigheid-zonder-casusregisseur",
        "W7.2",
        "Er is geen casusregisseur die afwezig kan zijn.",
        lambda state, act, doing: when(state[CaseLead].person is None),
    ),
    Rule(
        "afwezigheid-looptijd",
        "W7.2",
        "De laatste dag ligt voor de eerste.",
        lambda state, act, doing: when(act.last_day and act.last_day < act.first_day),
    ),
)
_COVER = (
    known_people("person"),
    PROFESSIONAL,
    Rule(
        "afwezigheid-onbekend",
        "W7.2",
        "Deze afwezigheid staat niet (meer) in dit dossier.",
        lambda state, act, doing: when(act.absence not in state[Absences].all),
    ),
    Rule(
        "vervanging-door-zichzelf",
        "W7.2",
        "Wie afwezig is, kan zichzelf niet vervangen.",
        _stands_in_for_self,
    ),
)


@catalogue.act(AnnounceAbsence, "Afwezigheid melden", ("W7.2",), (LeadAbsenceAnnounced,))
def announce_absence(state: State, act: AnnounceAbsence, doing: Doing) -> list[Event]:
    """It is known when the case lead is not there."""
    refuse(_ABSENCE, state, act, doing)
    lead, words = state[CaseLead].person, seal(AbsenceWords(act.explanation))
    if lead is None:
        return []
    return [LeadAbsenceAnnounced(doing.new_id(), words, lead, act.first_day, act.last_day)]


@catalogue.act(ArrangeCover, "Vervanging regelen", ("W7.2",), (CoverArranged,))
def arrange_cover(state: State, act: ArrangeCover, doing: Doing) -> list[Event]:
    """Somebody is there in the meantime; the lead stays with whom it was."""
    refuse(_COVER, state, act, doing)
    return [CoverArranged(doing.new_id(), seal(CoverWords(act.notes)), act.absence, act.person)]


@catalogue.sentence(LeadAbsenceAnnounced)
def _tell_absent(event: LeadAbsenceAnnounced, words: Words) -> str:
    until = f" tot en met {event.last_day:%d-%m-%Y}" if event.last_day else ""
    return f"De casusregisseur is afwezig vanaf {event.first_day:%d-%m-%Y}{until}."


@catalogue.sentence(CoverArranged)
def _tell_covered(event: CoverArranged, words: Words) -> str:
    notes = words.text(event.words, "notes")
    return f"De casusregisseur wordt vervangen door {words.name(event.person)}. {notes}".strip()


@catalogue.fold.on(LeadAbsenceAnnounced)
def _absent(state: State, event: LeadAbsenceAnnounced, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Absences].all[event.item] = Absence(event, mark)
    state[Reaches].put(event.item, ())


@catalogue.fold.on(CoverArranged)
def _covered(state: State, event: CoverArranged, stamp: Stamp) -> None:
    state[Reaches].put(event.item, ())
    absence = state[Absences].all.get(event.absence)
    if absence is not None:
        mark = Mark(stamp.event_id, stamp.effective_at)
        absence.cover = Cover(event.item, event.person, event.words, mark)
        absence.settled = absence.settled or mark


@catalogue.fold.on(CaseLeadAssigned)
def _another_lead(state: State, event: CaseLeadAssigned, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    for absence in state[Absences].all.values():
        if absence.announced.person != event.person:
            absence.settled = absence.settled or mark


def _needs_cover(absence: LeadAbsenceAnnounced, most: int) -> bool:
    if absence.last_day is None:
        return True
    # It stops at the first day too many: an absence may be written down until the year 9999.
    length = (absence.last_day - absence.first_day).days + 1
    days = (absence.first_day + timedelta(days=n) for n in range(length))
    return next(islice(filter(is_working_day, days), most, None), None) is not None


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for absence in state[Absences].all.values():
        announced, day = absence.announced, absence.announced.first_day
        if _needs_cover(announced, terms.number(_WORKING_DAYS, day)):
            begins = max(day, local_day(absence.mark.at))
            due_at = datetime.combine(begins, time(), AMSTERDAM)
            rule = rule_of(_WORKING_DAYS)
            yield Obligation(ARRANGE, rule, announced.item, absence.mark, due_at, absence.settled)


catalogue.duty(Duty(ARRANGE, "W7.2", "vervanging van de casusregisseur regelen", _owed))
