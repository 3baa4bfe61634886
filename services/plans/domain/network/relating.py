"""Recording what people are to one another, that it ended, and who may see it (S3.1)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.network.attendance import Attendances
from services.plans.domain.network.relations import (
    PersonsRelated,
    Quality,
    RelationEnded,
    RelationEndWords,
    RelationKind,
    Relations,
    RelationShared,
    RelationWords,
)
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class RelatePersons(Act, frozen=True, kw_only=True):
    """Records what ``one`` is to ``other``, and who may see that drawn; nobody by itself."""

    one: UUID
    other: UUID
    kind: RelationKind
    since: date | None = None
    until: date | None = None
    quality: Quality | None = None
    note: str | None = None
    shared_with: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class ShareRelation(Act, frozen=True, kw_only=True):
    """Lets somebody see a relation drawn."""

    relation: UUID
    person: UUID


class EndRelation(Act, frozen=True, kw_only=True):
    """Records the last day of a relation."""

    relation: UUID
    until: date
    reason: str | None = None


def _itself(state: State, act: RelatePersons, doing: Doing) -> tuple[str, ...]:
    return when(act.one == act.other)


def _backwards(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    since = _since(state, act)
    return when(since is not None and act.until is not None and act.until < since)


def _since(state: State, act: Any) -> date | None:
    if isinstance(act, RelatePersons):
        return act.since
    known = state[Relations].all.get(act.relation)
    return known.since if known is not None else None


def _unknown(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.relation not in state[Relations].all)


def _hidden(state: State, act: Any, doing: Doing) -> list[str]:
    hidden = _hidden_by(state, act)
    return [str(reader) for reader in _readers(act) if reader in hidden]


def _hidden_by(state: State, act: Any) -> set[UUID]:
    of = act if isinstance(act, RelatePersons) else state[Relations].all.get(act.relation)
    if of is None:
        return set()
    ends = [state[Reaches].of.get(end, Reach()).hidden_from for end in (of.one, of.other)]
    return set(of.hidden_from).union(*ends)


def _excluded(state: State, act: Any, doing: Doing) -> list[str]:
    return state[Attendances].among(_readers(act))


def _readers(act: RelatePersons | ShareRelation) -> tuple[UUID, ...]:
    return act.shared_with if isinstance(act, RelatePersons) else (act.person,)


_KNOWN = Rule(
    "relatie-onbekend", "S3.1", "Deze relatie staat niet (meer) in dit dossier.", _unknown
)
_TWO_PEOPLE = Rule(
    "relatie-met-zichzelf", "S3.1", "Een relatie is tussen twee verschillende mensen.", _itself
)
_FORWARDS = Rule(
    "relatie-dagen", "S3.1", "Een relatie kan niet eindigen voordat zij begon.", _backwards
)
_NOT_HIDDEN = Rule(
    "relatie-verborgen",
    "S3.1",
    "Deze relatie, of iemand daarin, is verborgen voor persoon {}.",
    _hidden,
)
_NOT_EXCLUDED = Rule(
    "relatie-delen-met-uitgeslotene",
    "S5.2",
    "Persoon {} is uitgesloten van het netwerkberaad en krijgt geen gegevens over het netwerk.",
    _excluded,
)


@catalogue.act(RelatePersons, "Relatie vastleggen", ("S3.1",), (PersonsRelated, RelationShared))
def relate_persons(state: State, act: RelatePersons, doing: Doing) -> list[Event]:
    """The relation is in the drawing of professionals, and of those with whom it is shared."""
    people = known_people("one", "other", "shared_with", "hidden_from")
    refuse([people, _TWO_PEOPLE, _FORWARDS, _NOT_HIDDEN, _NOT_EXCLUDED], state, act, doing)
    related = PersonsRelated(
        doing.new_id(),
        seal(RelationWords(act.note)),
        act.kind,
        act.one,
        act.other,
        act.since,
        act.until,
        act.quality,
        act.hidden_from,
    )
    readers = dict.fromkeys(act.shared_with)
    return [related, *(RelationShared(doing.new_id(), related.item, each) for each in readers)]


@catalogue.act(ShareRelation, "Relatie laten zien", ("S3.1",), (RelationShared,))
def share_relation(state: State, act: ShareRelation, doing: Doing) -> list[Event]:
    """This person sees it from now."""
    refuse([_KNOWN, known_people("person"), _NOT_HIDDEN, _NOT_EXCLUDED], state, act, doing)
    return [RelationShared(doing.new_id(), act.relation, act.person)]


@catalogue.act(EndRelation, "Relatie beëindigen", ("S3.1",), (RelationEnded,))
def end_relation(state: State, act: EndRelation, doing: Doing) -> list[Event]:
    """From the next day on it is drawn as what was; until then it stays as it is."""
    refuse([_KNOWN, _FORWARDS], state, act, doing)
    return [RelationEnded(act.relation, seal(RelationEndWords(act.reason)), act.until)]
