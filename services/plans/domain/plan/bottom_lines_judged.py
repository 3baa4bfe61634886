"""Whether a bottom line is met, found between evaluations; and those with a day (W0.8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.marks import earliest
from services.plans.domain.family.people import known_people
from services.plans.domain.plan.bottom_lines import STANDING, BottomLineSet, BottomLineWithdrawn
from services.plans.domain.plan.closing import Closing
from shared.eventbase.act import Act
from shared.eventbase.calendar import end_of_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Terms

MEET = "bodemeis-halen"


class FindingWords(msgspec.Struct, frozen=True):
    """What it shows from."""

    evidence: str


class BottomLineJudged(Event, frozen=True):
    """A person found that a bottom line is met, or is not met (any more) (W0.8)."""

    TOPIC = "plan.bottom-line-judged"
    NAME = "bodemeis-nagegaan"
    PARAGRAPHS = ("W0.8",)
    ABOUT = "bottom_line"

    item: UUID
    words: Item[FindingWords]
    bottom_line: UUID
    met: bool
    judged_by: UUID


class JudgeBottomLine(Act, frozen=True, kw_only=True):
    """Records whether a bottom line is met, what that shows from, and who judged so."""

    item: UUID
    met: bool
    evidence: str
    judged_by: UUID


class Finding(msgspec.Struct, frozen=True):
    """One time that it was judged."""

    item: UUID
    words: Sealed[FindingWords]
    met: bool
    judged_by: UUID
    mark: Mark


class Findings:
    """Per bottom line what was found, oldest first, and the day of each; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, list[Finding]] = defaultdict(list)
        self.due: dict[UUID, tuple[Mark, date]] = {}
        self.withdrawn: dict[UUID, Mark] = {}

    def met(self, line: UUID) -> Mark | None:
        """When it was first found to be met."""
        return next((found.mark for found in self.of.get(line, ()) if found.met), None)


@catalogue.act(JudgeBottomLine, "Bodemeis nagaan", ("W0.8",), (BottomLineJudged,))
def judge_bottom_line(state: State, act: JudgeBottomLine, doing: Doing) -> list[Event]:
    """What was found stands beside the bottom line."""
    refuse([*STANDING, known_people("judged_by")], state, act, doing)
    words = seal(FindingWords(act.evidence))
    return [BottomLineJudged(doing.new_id(), words, act.item, act.met, act.judged_by)]


@catalogue.sentence(BottomLineJudged)
def _tell(event: BottomLineJudged, words: Words) -> str:
    what = "gehaald" if event.met else "niet gehaald"
    judged_by, why = words.name(event.judged_by), words.text(event.words, "evidence")
    return f"{judged_by} stelt vast dat een bodemeis is {what}. {why}".strip()


@catalogue.fold.on(BottomLineJudged)
def _judged(state: State, event: BottomLineJudged, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    found = Finding(event.item, event.words, event.met, event.judged_by, mark)
    state[Findings].of[event.bottom_line].append(found)
    state[Reaches].put(event.item, ())


@catalogue.fold.on(BottomLineSet)
def _set(state: State, event: BottomLineSet, stamp: Stamp) -> None:
    if event.due_by is not None:
        mark = Mark(stamp.event_id, stamp.effective_at)
        state[Findings].due[event.item] = mark, event.due_by


@catalogue.fold.on(BottomLineWithdrawn)
def _withdrawn(state: State, event: BottomLineWithdrawn, stamp: Stamp) -> None:
    state[Findings].withdrawn[event.item] = Mark(stamp.event_id, stamp.effective_at)


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    findings = state[Findings]
    for line, (opened, due_by) in findings.due.items():
        met, withdrawn = findings.met(line), findings.withdrawn.get(line)
        settled = earliest(met, withdrawn, state[Closing].mark)
        yield Obligation(MEET, "W0.8", line, opened, end_of_day(due_by), settled)


catalogue.duty(Duty(MEET, "W0.8", "een bodemeis halen die een laatste dag heeft", _owed))
