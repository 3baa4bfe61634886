"""A route matches and builds as Werkzeug's own does."""

from __future__ import annotations

import pytest
from werkzeug.routing import BuildError, Map, Rule

from shared.web.routing import Route

_PATH = "/dossiers/<uuid:planId>/versies/<int:nummer>"
_GIVEN = {"planId": "1f0e8d3c-6b53-4f4e-9d0e-8f6f3a2b1c4d", "nummer": 3}


@pytest.mark.parametrize("more", [{}, {"zoek": "één woord & meer", "los": ["a", "b"]}])
def test_an_address_is_made_as_by_any_other_rule(more: dict[str, object]) -> None:
    """Also what is in no path: it stands in the query, and twice asked is twice the same."""
    ours, theirs = (
        Map([kind(_PATH, endpoint="versie")]).bind("vangnet.example") for kind in (Route, Rule)
    )
    for _ in range(2):
        built = ours.build("versie", _GIVEN | more)
        assert built == theirs.build("versie", _GIVEN | more)
        assert ours.match(built.partition("?")[0])[0] == "versie"


def test_what_fits_no_route_is_refused() -> None:
    """A name that nobody gave a route has no address."""
    adapter = Map([Route(_PATH, endpoint="versie")]).bind("vangnet.example")
    with pytest.raises(BuildError):
        adapter.build("versies", _GIVEN)
