"""What the services have registered: acts, rules, flags, duties, views, with the ids they cite."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from services.evaluations.domain import catalogue as evaluations
from services.notifications.domain import catalogue as notifications
from services.plans.api.views import Beside, all_views
from services.plans.domain import catalogue as plans
from shared.eventbase.rule import Rule
from tests.house.tree import Source, product

CATALOGUES = (plans, evaluations, notifications)
_NOTHING: Any = None
# Of the service in which an id is kept by what it shows; nobody reads anything here.
_VIEWS = {
    plans.service: all_views(_NOTHING, _NOTHING, _NOTHING, _NOTHING, Beside(_NOTHING, _NOTHING))
}


class Thing(NamedTuple):
    """One registered thing: act, rule, flag, duty or view, its name, and the ids it is for."""

    kind: str
    service: str
    name: str
    ids: tuple[str, ...]


def things() -> list[Thing]:
    """Everything that is registered, without doubles."""
    return list(dict.fromkeys(found for service in CATALOGUES for found in _of(service.service)))


def _of(service: str) -> Iterator[Thing]:
    catalogue = next(each for each in CATALOGUES if each.service == service)
    for act, registered in catalogue.acts.items():
        yield Thing("act", service, act.__name__, registered.paragraphs)
    for name, paragraph in rules(product(f"services/{service}/domain")):
        yield Thing("rule", service, name, (paragraph,))
    for flag in catalogue.flags.values():
        yield Thing("flag", service, flag.name, (flag.paragraph,))
    for duty in catalogue.duties.values():
        yield Thing("duty", service, duty.name, (duty.paragraph,))
    for view in _VIEWS.get(service, ()):
        if view.paragraphs:
            yield Thing("view", service, view.name, view.paragraphs)


def rules(sources: tuple[Source, ...]) -> Iterator[tuple[str, str]]:
    """Name and paragraph of every rule: written down as such, or made by what makes several."""
    for source in sources:
        module = import_module(source.path.removesuffix(".py").replace("/", "."))
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Rule":
                yield from _written(module, node)
        yield from ((rule.name, rule.paragraph) for rule in _made(vars(module).values()))


def _written(module: ModuleType, call: ast.Call) -> Iterator[tuple[str, str]]:
    words = [
        getattr(module, word.id, None) if isinstance(word, ast.Name) else ast.literal_eval(word)
        for word in call.args[:2]
    ]
    if all(isinstance(word, str) for word in words):
        yield words[0], words[1]


def _made(values: Iterable[Any]) -> Iterator[Rule]:
    for value in values:
        if isinstance(value, Rule):
            yield value
        elif isinstance(value, tuple | list):
            yield from _made(value)
