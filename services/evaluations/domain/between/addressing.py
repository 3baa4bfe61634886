"""Speaking to somebody when it does not go well: who, whom, about what, what came of it (S7.2)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.evaluations.domain.between.observations import Observations
from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.own_name import ANYBODY, admit, in_own_name, said_by
from services.evaluations.domain.followed.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class AddressingWords(msgspec.Struct, frozen=True):
    """What it was about, and what came of it."""

    about: str
    result: str | None = None


class PersonAddressed(Event, frozen=True):
    """Somebody spoke to somebody about how it goes (S7.2)."""

    TOPIC = "evaluation.person-addressed"
    NAME = "iemand-aangesproken"
    PARAGRAPHS = ("S7.2",)
    STREAM = "addressing"
    SUBJECT = "addressing"

    addressing: UUID
    words: Item[AddressingWords]
    by: UUID
    whom: UUID
    observation: UUID | None = None
    hidden_from: tuple[UUID, ...] = ()


class AddressPerson(Act, frozen=True, kw_only=True):
    """Records that somebody was spoken to; open to the network too, each in their own name."""

    ROLES = ANYBODY

    whom: UUID
    about: str
    by: UUID | None = None
    result: str | None = None
    observation: UUID | None = None
    hidden_from: tuple[UUID, ...] = ()


class Addressing(msgspec.Struct, frozen=True):
    """One time that somebody was spoken to."""

    event: PersonAddressed
    mark: Mark

    @property
    def words(self) -> Sealed[AddressingWords]:
        """What it was about and what came of it."""
        return self.event.words


class Addressings:
    """All times that somebody was spoken to, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Addressing] = {}


def _unseen(state: State, act: AddressPerson, doing: Doing) -> tuple[str, ...]:
    if act.observation is None:
        return ()
    # To whom an observation is not theirs it is one that does not exist.
    reach = state[Reaches].of.get(act.observation, Reach())
    person = doing.actor.person
    theirs = doing.actor.role != "person" or (person is not None and reach.includes(person))
    return when(act.observation not in state[Observations].all or not theirs)


_RULES = (
    known_people("by", "whom", "hidden_from"),
    in_own_name("by"),
    Rule(
        "aanspreken-zonder-wie",
        "S7.2",
        "Noem wie de ander heeft aangesproken.",
        lambda state, act, doing: when(said_by(act.by, doing) is None),
    ),
    Rule(
        "zichzelf-aangesproken",
        "S7.2",
        "Niemand spreekt zichzelf aan.",
        lambda state, act, doing: when(said_by(act.by, doing) == act.whom),
    ),
    Rule(
        "waarneming-onbekend",
        "S7.2",
        "Deze waarneming staat niet (meer) in dit dossier.",
        _unseen,
    ),
)


@catalogue.act(AddressPerson, "Iemand aanspreken", ("S7.2",), (PersonAddressed,))
def address_person(state: State, act: AddressPerson, doing: Doing) -> list[Event]:
    """That it was said is recorded, with what came of it.

    Raises NotInvolved for a person's token that is not of this dossier.
    """
    admit(state, doing)
    refuse(_RULES, state, act, doing)
    by = said_by(act.by, doing)
    assert by is not None
    words = seal(AddressingWords(act.about, act.result))
    return [PersonAddressed(doing.new_id(), words, by, act.whom, act.observation, act.hidden_from)]


@catalogue.sentence(PersonAddressed)
def _tell(event: PersonAddressed, words: Words) -> str:
    who, whom = words.name(event.by), words.name(event.whom)
    about, result = words.text(event.words, "about"), words.text(event.words, "result")
    came = f" Uitkomst: {result}" if result else ""
    return f"{who} heeft {whom} aangesproken over: {about}{came}"


@catalogue.fold.on(PersonAddressed)
def _addressed(state: State, event: PersonAddressed, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Addressings].all[event.addressing] = Addressing(event, mark)
    state[Reaches].put(event.addressing, (event.by,), event.hidden_from)
