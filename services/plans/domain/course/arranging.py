"""Arranging help to recover and following how far it is: the acts, and what is owed (W6.3, R33)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.helping import (
    HelpArranged,
    Helping,
    HelpStatus,
    HelpStatusChanged,
    HelpWords,
    StandWords,
)
from services.plans.domain.course.marks import earliest
from services.plans.domain.course.phases import Phase, safety_phases
from services.plans.domain.course.placing import PLACED, PlacedAct
from services.plans.domain.course.recovery import Need, RecoveryNeed, RecoveryNeeds, family
from services.plans.domain.family.people import known_people
from services.plans.domain.plan.closing import Closing
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.obligation import Duty, Obligation
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

MAP, ARRANGE = "herstelbehoefte-in-kaart-brengen", "herstelhulp-regelen"
_MAPPED = catalogue.threshold("R33", Term(weeks=8))
_ARRANGED = catalogue.threshold("R33-hulp", Term(weeks=4))


class ArrangeHelp(PlacedAct, frozen=True, kw_only=True):
    """Records help for somebody: which, by whom, how far it is, and in which plan it stands."""

    person: UUID
    kind: str
    status: HelpStatus
    provider: str | None = None
    remark: str | None = None


class ChangeHelpStatus(Act, frozen=True, kw_only=True):
    """Records how far help is now; when it is refused, why."""

    item: UUID
    status: HelpStatus
    remark: str | None = None


def _unknown(state: State, act: ChangeHelpStatus, doing: Doing) -> tuple[str, ...]:
    return when(act.item not in state[Helping].all)


def _too_early(state: State, act: ChangeHelpStatus, doing: Doing) -> tuple[str, ...]:
    # The fold goes by when things happened: this would be recorded, and change nothing.
    known = state[Helping].all.get(act.item)
    return when(known is not None and act.effective_at and act.effective_at < known.stand.mark.at)


def _unexplained(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.status is HelpStatus.REFUSED and not act.remark)


_EXPLAINED = Rule(
    "hulp-geweigerd-zonder-reden",
    "W6.3",
    "Leg uit waarom deze hulp wordt geweigerd, en door wie.",
    _unexplained,
)
_KNOWN = Rule("hulp-onbekend", "W6.3", "Deze hulp staat niet (meer) in dit dossier.", _unknown)
_IN_ORDER = Rule(
    "hulp-voor-begin",
    "W6.3",
    "De stand van deze hulp is daarna nog gewijzigd. Kies een later moment.",
    _too_early,
)


@catalogue.act(ArrangeHelp, "Hulp afspreken", ("W6.3",), (HelpArranged,))
def arrange_help(state: State, act: ArrangeHelp, doing: Doing) -> list[Event]:
    """The help stands in the plan that was named, however far it is."""
    refuse([known_people("person"), *PLACED, _EXPLAINED], state, act, doing)
    words = seal(HelpWords(act.kind, act.provider, act.remark))
    return [HelpArranged(doing.new_id(), words, act.person, act.status, act.place)]


@catalogue.act(ChangeHelpStatus, "Stand van hulp wijzigen", ("W6.3",), (HelpStatusChanged,))
def change_help_status(state: State, act: ChangeHelpStatus, doing: Doing) -> list[Event]:
    """The help is that far from now."""
    refuse([_KNOWN, _IN_ORDER, _EXPLAINED], state, act, doing)
    return [HelpStatusChanged(act.item, seal(StandWords(act.remark)), act.status)]


def _to_map(state: State, terms: Terms) -> Iterator[Obligation]:
    reached = (s.since for s in safety_phases(state) if s.phase is Phase.STABILITY)
    since = next(reached, None)
    if since is None:
        return
    for person in family(state):
        first = next((n.mark for n in state[RecoveryNeeds].all if n.person == person), None)
        if first is None or first.at > since.at:
            settled = earliest(first, state[Closing].mark)
            due_at = terms.due(_MAPPED, since.at)
            yield Obligation(MAP, rule_of(_MAPPED), person, since, due_at, settled)


def _to_arrange(state: State, terms: Terms) -> Iterator[Obligation]:
    before: dict[UUID, Need] = {}
    needs = state[RecoveryNeeds].all
    for place, need in enumerate(needs):
        begins = need.need is Need.YES and before.get(need.person) is not Need.YES
        before[need.person] = need.need
        if begins:
            yield _arrangement(state, terms, need, needs[place:])


def _arrangement(
    state: State, terms: Terms, need: RecoveryNeed, from_then: list[RecoveryNeed]
) -> Obligation:
    helped = [each.arranged for each in state[Helping].of(need.person)]
    gone = [n.mark for n in from_then if n.person == need.person and n.need is not Need.YES]
    settled = earliest(*helped, *gone, state[Closing].mark)
    due_at = terms.due(_ARRANGED, need.mark.at)
    return Obligation(ARRANGE, rule_of(_ARRANGED), need.item, need.mark, due_at, settled)


catalogue.duty(
    Duty(MAP, "W6.1", "in kaart brengen wat iemand nodig heeft om te herstellen", _to_map),
    Duty(ARRANGE, "W6.3", "hulp regelen om te herstellen", _to_arrange),
)
