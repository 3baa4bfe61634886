"""A service's catalogue: its acts, events, sentences and fold, filled by its topic modules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from shared.eventbase.act import Act, Decide, Registered
from shared.eventbase.event import Event, shape
from shared.eventbase.state import Fold

K = TypeVar("K", bound=type[Event])
Tell = Callable[[Any, Any], str]


class Catalogue:
    """Every act and event of one service. Routes, OpenAPI, event table, history sentences and the
    requirement list are all read from here, so an act is added in one topic module."""

    def __init__(self, service: str) -> None:
        self.service = service
        self.acts: dict[type[Act], Registered] = {}
        self.events: dict[str, type[Event]] = {}
        self.sentences: dict[type[Event], Tell] = {}
        self.fold = Fold()

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

    def decide(self, state: Any, act: Act, doing: Any) -> Sequence[Event]:
        """What ``act`` leads to; raises Refused when a rule forbids it."""
        return self.acts[type(act)].decide(state, act, doing)
