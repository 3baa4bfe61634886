"""Whose page it is: their own version of the plan, through their own gate, whoever looks (W0.9)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from services.plans.domain.family.people import People, Person
from services.plans.own_versions import OwnVersion
from services.plans.views.versions import papers, versions_of
from shared.access.gate import Sight
from shared.access.role import Role
from shared.eventbase.doing import Actor
from shared.eventbase.reach import Reach, Reaches
from shared.web.look import Look
from shared.web.refusals import NotFound


class Reader:
    """The person a page is for, and one version of theirs as it was put on paper.

    Raises NotFound when there is no such version of this person, or when it is not for whoever
    looks: the two cannot be told apart.
    """

    def __init__(self, look: Look, person: UUID, number: int | None) -> None:
        theirs = look.sight.full or look.person == person
        if not theirs or person not in look.now[People].all:
            raise NotFound
        self.look, self.person = look, person
        self.actor = Actor("", Role.PERSON, person)
        self._papers = papers(look)
        self._all = versions_of(look, person)
        self.own = self._chosen(number)
        self.state = self._papers.state(self.own.version)
        self.paper = self._papers.page(self.own.version, self.actor, look.day)
        self._names = {each["person"]: each["name"] for each in self.paper["people"]}

    def _chosen(self, number: int | None) -> OwnVersion:
        for each in reversed(self._all):
            if number in (None, each.number):
                return each
        raise NotFound

    @property
    def is_newest(self) -> bool:
        """Whether this person has no later version."""
        return self.own == self._all[-1]

    @property
    def myself(self) -> Person:
        """The person, as that version knew them."""
        return self.state[People].all[self.person]

    @property
    def name(self) -> str:
        """What the person is called."""
        return self._names[self.person] or ""

    def names(self, people: Iterable[UUID]) -> tuple[str, ...]:
        """The others among ``people``, by name; ids that this person may not know have none."""
        others = (person for person in people if person != self.person)
        return tuple(name for each in others if (name := self._names.get(each)))

    def on_paper(self, items: Iterable[UUID]) -> Sight:
        """What the person sees of these items of the version, and of nothing else."""
        return self._papers.sight(self.own.version, self.actor, items)

    def told(self, items: Iterable[UUID]) -> Sight:
        """What opens items that the person was told of, and knows nobody else (S2.1)."""
        reaches = {item: self._mine(item) for item in items if item in self.look.now[Reaches].of}
        return Sight(self.actor, reaches, self.look.opener, self.look.erasures)

    def is_secret(self, item: UUID) -> bool:
        """Whether this is hidden from somebody."""
        return bool(self._mine(item).hidden_from)

    def introduced(self, who: UUID) -> str | None:
        """The name of whom this person may turn to, though nothing else makes them known."""
        known = self.look.state[People].all.get(who)
        if known is None or who not in self.look.now[Reaches].of:
            return None
        name: str | None = self._beside(who).said(known.details)("name")
        return name

    def _beside(self, who: UUID) -> Sight:
        return Sight(self.actor, {who: self._mine(who, who)}, self.look.opener, self.look.erasures)

    def _mine(self, item: UUID, *others: UUID) -> Reach:
        now, then = self.look.now[Reaches].of, self.look.state[Reaches].of
        hidden_from = now.get(item, Reach()).hidden_from | then.get(item, Reach()).hidden_from
        return Reach(frozenset({self.person, *others}), hidden_from)
