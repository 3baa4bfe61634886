"""What follows when an agreement was not kept: carried out, or consciously not (W9.3)."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

import msgspec

from services.evaluations.domain.breaches.claims import KNOWN_BREACH
from services.evaluations.domain.breaches.findings import CONFIRMED
from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class ConsequenceWords(msgspec.Struct, frozen=True):
    """What was done, or why nothing was."""

    what: str | None = None
    reason: str | None = None


class ConsequenceDecided(Event, frozen=True):
    """A consequence was carried out, or it was decided not to (W9.3).

    One topic for both: it stands in the clear, and does not tell which it was.
    """

    TOPIC = "breach.consequence-decided"
    NAME = "consequentie-besloten"
    PARAGRAPHS = ("W9.3",)
    STREAM = "breach"
    SUBJECT = "consequence"
    ABOUT = "breach"

    breach: UUID
    consequence: UUID
    words: Item[ConsequenceWords]
    carried_out: bool
    decided_by: UUID
    consulted: UUID | None = None


class CarryOutConsequence(Act, frozen=True, kw_only=True):
    """Records what was done about an agreement that was not kept, and by whom."""

    breach: UUID
    what: str
    by: UUID


class ForgoConsequence(Act, frozen=True, kw_only=True):
    """Records that what was agreed does not follow: why, who decided it, and with whom."""

    breach: UUID
    reason: str
    decided_by: UUID
    consulted: UUID


class Consequence(msgspec.Struct, frozen=True):
    """One decision about what follows."""

    event: ConsequenceDecided
    mark: Mark

    @property
    def words(self) -> Sealed[ConsequenceWords]:
        """What was done, or why nothing was."""
        return self.event.words


class Consequences:
    """The decisions for each breach, in the order in which they were made; part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, list[Consequence]] = defaultdict(list)


ANOTHER_CONSULTED = Rule(
    "overleg-met-uzelf",
    "W9.3",
    "Overleg met iemand anders dan wie dit besluit.",
    lambda state, act, doing: when(act.consulted == act.decided_by),
)


@catalogue.act(CarryOutConsequence, "Consequentie uitvoeren", ("W9.3",), (ConsequenceDecided,))
def carry_out_consequence(state: State, act: CarryOutConsequence, doing: Doing) -> list[Event]:
    """What was agreed to follow has followed."""
    refuse([KNOWN_BREACH, CONFIRMED, known_people("by")], state, act, doing)
    words = seal(ConsequenceWords(what=act.what))
    return [ConsequenceDecided(act.breach, doing.new_id(), words, True, act.by)]


@catalogue.act(ForgoConsequence, "Consequentie niet uitvoeren", ("W9.3",), (ConsequenceDecided,))
def forgo_consequence(state: State, act: ForgoConsequence, doing: Doing) -> list[Event]:
    """What was agreed to follow does not, and that was decided."""
    people = known_people("decided_by", "consulted")
    refuse([KNOWN_BREACH, CONFIRMED, people, ANOTHER_CONSULTED], state, act, doing)
    words = seal(ConsequenceWords(reason=act.reason))
    return [
        ConsequenceDecided(act.breach, doing.new_id(), words, False, act.decided_by, act.consulted)
    ]


@catalogue.sentence(ConsequenceDecided)
def _tell(event: ConsequenceDecided, words: Words) -> str:
    who = words.name(event.decided_by)
    if event.carried_out:
        return f"{who} heeft de consequentie uitgevoerd: {words.text(event.words, 'what')}"
    reason = words.text(event.words, "reason")
    return f"{who} heeft besloten de consequentie niet uit te voeren, omdat: {reason}"


@catalogue.fold.on(ConsequenceDecided)
def _decided(state: State, event: ConsequenceDecided, stamp: Stamp) -> None:
    decided = Consequence(event, Mark(stamp.event_id, stamp.effective_at))
    state[Consequences].of[event.breach].append(decided)
    state[Reaches].put(event.consequence, ())
