"""Who may import whom: services stand apart, and everything shared stands below them."""

from collections.abc import Iterable, Iterator

import pytest

from tests.house.tree import Source, imports, product, within


def strays(sources: Iterable[Source]) -> Iterator[str]:
    """Every import of one service by another, or of a service or ``vangnet`` from below."""
    for source in sources:
        home = source.path.split("/")
        own = f"services.{home[1]}" if home[0] == "services" else None
        for line, name in imports(source):
            upward = within(name, "vangnet") and home[0] != "vangnet"
            sideways = within(name, "services") and not (own and within(name, own))
            if upward or (sideways and home[0] != "vangnet"):
                yield f"{source.path}:{line} imports {name}"


def test_no_service_imports_another_and_shared_imports_none():
    """A service can be run, tested and replaced alone; ``shared`` knows nothing of any of them."""
    assert list(strays(product())) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("services/plans/app.py", "from services.evaluations.domain import scale"),
        ("services/plans/app.py", "import services.notifications"),
        ("services/plans/app.py", "from services import evaluations"),
        ("services/plans/views/now.py", "from ...evaluations import app"),
        ("services/plans/app.py", "importlib.import_module('services.evaluations')"),
        ("services/plans/app.py", "from vangnet import cli"),
        ("shared/feed/relay.py", "from services.plans.app import create_app"),
        ("shared/feed/relay.py", "def late():\n    import vangnet.cli"),
    ],
)
def test_a_forbidden_import_is_found_however_it_is_written(path: str, line: str):
    """Absolute, relative, by name, or inside a function: the check above can fail."""
    assert len(list(strays([Source(path, line)]))) == 1


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("services/plans/app.py", "from services.plans.domain import dossier"),
        ("services/plans/views/now.py", "from ..domain import dossier"),
        ("services/plans/app.py", "from shared.web import problem"),
        ("vangnet/up.py", "from services.plans.app import create_app"),
    ],
)
def test_the_imports_that_a_service_lives_by_are_allowed(path: str, line: str):
    """Own rooms, what is shared, and ``vangnet`` putting the services together."""
    assert list(strays([Source(path, line)])) == []
