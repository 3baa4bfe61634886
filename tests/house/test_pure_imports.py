"""What the pure rooms may import: the base knows itself, a domain knows the base and itself."""

from collections.abc import Iterable, Iterator

import pytest

from tests.house.tree import Source, imports, product, within

# The parts of the standard library that neither touch the world nor depend on the moment.
# One that is missing and pure may be added; os, time, random, socket and pathlib are not.
PURE = tuple(
    "__future__ abc bisect calendar collections contextlib copy dataclasses datetime decimal enum "
    "fractions functools graphlib heapq itertools math numbers operator re statistics string "
    "textwrap types typing unicodedata uuid zoneinfo".split()
)


def allowed(source: Source) -> tuple[str, ...]:
    """What a file of a pure room may import besides the pure standard library."""
    own = [".".join(source.package[:3])] if source.path.startswith("services/") else []
    return (*PURE, "msgspec", "shared.eventbase", *own)


def impure(sources: Iterable[Source]) -> Iterator[str]:
    """Every import that a pure room may not have."""
    for source in sources:
        for line, name in imports(source):
            if not within(name, *allowed(source)):
                yield f"{source.path}:{line} imports {name}"


def domains() -> list[Source]:
    """The domain files of all services."""
    return [s for s in product("services") if s.package[2:3] == ["domain"]]


def test_a_domain_imports_only_pure_python_msgspec_the_base_and_itself():
    """The law and the working method are written in plain Python that anybody can run anywhere."""
    assert list(impure(domains())) == []


def test_the_event_base_imports_only_pure_python_msgspec_and_itself():
    """What every domain is written in carries no library that a domain may not have."""
    assert list(impure(product("shared/eventbase"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "from pathlib import Path",
        "import time",
        "import random",
        "import sqlite3",
        "from flask import request",
        "import marshmallow",
        "from shared.record import store",
        "from services.plans.views import now",
        "from ..api import routes",
    ],
)
def test_an_import_that_reaches_the_world_is_found(line: str):
    """The clock, the disk, the network, a framework, another room: the check can fail."""
    assert len(list(impure([Source("services/plans/domain/topic.py", line)]))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "from datetime import date, datetime",
        "from uuid import UUID",
        "import msgspec",
        "from shared.eventbase.rule import Rule",
        "from services.plans.domain.catalogue import CATALOGUE",
        "from .catalogue import CATALOGUE",
    ],
)
def test_what_a_domain_is_written_with_is_allowed(line: str):
    """The check does not refuse what every domain needs."""
    assert list(impure([Source("services/plans/domain/topic.py", line)])) == []
