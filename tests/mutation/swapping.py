"""Puts a mutant in the place of the code that is loaded, in this process."""

from __future__ import annotations

import ast
import gc
from collections import defaultdict
from collections.abc import Container
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.terms import Terms
from tests.mutation.mutants import Mutant, differing, mutants, mutated
from tests.mutation.thresholds import Raised, raised


class Loaded:
    """The files to mutate, with the functions of theirs that are alive in this process."""

    def __init__(self, paths: list[Path], root: Path) -> None:
        self._trees = {str(path): ast.parse(path.read_text("utf-8")) for path in paths}
        self._codes = {
            path: compile(tree, path, "exec", dont_inherit=True)
            for path, tree in self._trees.items()
        }
        self._names = {str(path): path.relative_to(root).as_posix() for path in paths}
        self._alive = _alive(self._trees)
        self._kept = [o for o in gc.get_objects() if _keeps_answers(o, self._trees)]
        self._thresholds = [o for o in gc.get_objects() if isinstance(o, Catalogue | Terms)]

    def mutants(self) -> list[Mutant | Raised]:
        """All of them, file by file."""
        found: list[Mutant | Raised] = []
        for path, tree in self._trees.items():
            found.extend(m._replace(path=path) for m in mutants(self._names[path], tree))
            found.extend(raised(path, self._names[path], tree))
        return found

    def swap(self, mutant: Mutant | Raised) -> bool:
        """From now on this process runs the mutant; False when nothing that is alive changed."""
        if isinstance(mutant, Raised):
            return mutant.take_effect(self._thresholds)
        for kept in self._kept:
            kept.cache_clear()
        code = mutated(self._trees[mutant.path], mutant)
        pairs = list(differing(self._codes[mutant.path], code))
        return sum(_swapped(self._alive[mutant.path], *pair) for pair in pairs) > 0


def _keeps_answers(each: object, paths: Container[str]) -> bool:
    wrapped = getattr(each, "__wrapped__", None) if isinstance(each, _lru_cache_wrapper) else None
    return isinstance(wrapped, FunctionType) and wrapped.__code__.co_filename in paths


def _alive(paths: dict[str, ast.Module]) -> dict[str, list[FunctionType]]:
    found: dict[str, list[FunctionType]] = defaultdict(list)
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename in paths:
            found[each.__code__.co_filename].append(each)
    return found


def _swapped(alive: list[FunctionType], one: CodeType, other: CodeType) -> bool:
    done = False
    for function in alive:
        if function.__code__ == one and len(one.co_freevars) == len(other.co_freevars):
            function.__code__ = other
            done = True
    return done
