"""A service's catalogue: its acts, events, sentences and fold, filled by its topic modules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from shared.eventbase.act import Act, Decide, Registered
from shared.eventbase.event import Event, Recorded, shape
from shared.eventbase.obligation import Duty, Obligation, when_opened
from shared.eventbase.passing import Passing
from shared.eventbase.rule import Broken, Flag, Refused, Rule
from shared.eventbase.sentence import Words
from shared.eventbase.state import Fold, State
from shared.eventbase.terms import Terms, Threshold, Value

K = TypeVar("K", bound=type[Event])
Tell = Callable[[Any, Any], str]
Passings = Callable[[State, Words], Iterable[Passing]]


class Catalogue:
    """Every act, event, flag, duty and threshold of one service. Routes, OpenAPI, event table,
    history sentences and the requirement list are all read from here, so an act is added in one
    topic module."""

    def __init__(self, service: str) -> None:
        self.service = service
        self.acts: dict[type[Act], Registered] = {}
        self.events: dict[str, type[Event]] = {}
        self.sentences: dict[type[Event], Tell] = {}
        self.flags: dict[str, Flag] = {}
        self.duties: dict[str, Duty] = {}
        self.thresholds: dict[str, Value] = {}
        self.fold = Fold()
        self._passings: list[Passings] = []
        self._always: list[Rule] = []

    def act(
        self,
        act: type[Act],
        title: str,
        paragraphs: tuple[str, ...],
        emits: tuple[type[Event], ...],
        changes_plan: bool = False,
        guarded: bool = False,
    ) -> Callable[[Decide], Decide]:
        """Registers the decorated ``decide`` function as what ``act`` does."""

        def register(decide: Decide) -> Decide:
            self.acts[act] = Registered(
                act, decide, title, paragraphs, emits, changes_plan, guarded
            )
            for event_class in emits:
                self.event(event_class)
            return decide

        return register

    def always(self, *rules: Rule) -> None:
        """Registers what no act may break, whatever else it is."""
        self._always.extend(rules)

    def event(self, event_class: K) -> K:
        """Registers an event; by itself for one that no act leads to, but the service itself."""
        known = self.events.setdefault(event_class.TOPIC, event_class)
        if known is not event_class or not event_class.TOPIC or not event_class.NAME:
            raise TypeError(f"{event_class.__name__} needs a topic and a Dutch name of its own")
        shape(event_class)
        return event_class

    def sentence(self, event_class: type[Event]) -> Callable[[Tell], Tell]:
        """Registers how an event reads in a history: ``tell(event, words) -> Dutch sentence``,

        where ``words`` opens content and names people for the audience that reads.
        """

        def register(tell: Tell) -> Tell:
            self.sentences[event_class] = tell
            return tell

        return register

    def tells(self, recorded: Recorded[Any]) -> bool:
        """Whether an event is ours to tell: one that was followed without a sentence is not."""
        return recorded.stamp.source is None or type(recorded.event) in self.sentences

    def by_itself(self, passings: Passings) -> Passings:
        """Registers what begins, ends or changes by itself in a topic."""
        self._passings.append(passings)
        return passings

    def passings(self, state: State, words: Words) -> list[Passing]:
        """All that ever begins, ends or changes by itself in what ``state`` knows."""
        return [each for passings in self._passings for each in passings(state, words)]

    def flag(self, *flags: Flag) -> None:
        """Registers what a topic keeps in sight while it is open. Raises TypeError on a double."""
        for flag in flags:
            if flag.name in self.flags:
                raise TypeError(f"there is a flag {flag.name} already")
            self.flags[flag.name] = flag

    def open_points(self, state: State, at: datetime) -> list[Broken]:
        """Everything that is still open in ``state``, seen at V."""
        return [point for flag in self.flags.values() for point in flag.raised(state, at)]

    def threshold(self, name: str, value: Value) -> str:
        """Registers a term, number or list under its name, which is given back for asking it."""
        if self.thresholds.setdefault(name, value) != value:
            raise TypeError(f"there is a threshold {name} already")
        return name

    def terms(self, others: Mapping[str, Iterable[Threshold]] | None = None) -> Terms:
        """All thresholds of this service, and ``others`` that hold from a day on."""
        return Terms(self.thresholds, others)

    def duty(self, *duties: Duty) -> None:
        """Registers what a topic asks people to do. Raises TypeError on a double."""
        for duty in duties:
            if duty.name in self.duties:
                raise TypeError(f"there is a duty {duty.name} already")
            self.duties[duty.name] = duty

    def obligations(self, state: State, terms: Terms) -> list[Obligation]:
        """Every obligation in ``state``, open and settled, the earliest opened first."""
        found = [each for duty in self.duties.values() for each in duty.owed(state, terms)]
        return sorted(found, key=when_opened)

    def obligations_at(self, state: State, terms: Terms, at: datetime) -> list[Obligation]:
        """The obligations that there were at V: what happened before may be heard of later."""
        return [each for each in self.obligations(state, terms) if each.opened.at <= at]

    def guards(self, act: Act) -> bool:
        """Whether ``act``, or a part of it, needs the revision that was read."""
        return self.acts[type(act)].guarded or any(self.guards(part) for part in act.parts)

    def decide(self, state: Any, act: Act, doing: Any) -> Sequence[Event]:
        """What ``act`` leads to; raises Refused when a rule forbids it."""
        # Its own rules first: they may find that this is nobody who may be told anything.
        try:
            events, broken = self.acts[type(act)].decide(state, act, doing), []
        except Refused as refused:
            events, broken = [], [*refused.broken]
        broken += [each for rule in self._always for each in rule.broken(state, act, doing)]
        if broken:
            raise Refused(broken)
        return events
