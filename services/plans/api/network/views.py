"""The questions about the network, as routes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from services.plans.api.asking import Asking
from services.plans.api.network.answers import CirclesAnswer, NetworkAnswer
from services.plans.views.looking import DossierLook
from services.plans.views.network.circles import circles_view
from services.plans.views.network.genogram import genogram
from services.plans.views.network.graph import network_graph, network_view
from services.plans.views.network.sociogram import sociogram
from services.plans.views.network.svg import SVG
from shared.access.role import PROFESSIONALS
from shared.web.view import Raw, View


def views(asking: Asking) -> Sequence[View]:
    """The network as a graph, as two drawings and in circles."""
    return (
        asking.view(
            "/netwerk",
            "netwerk",
            "De mensen rond het gezin en wat zij van elkaar zijn",
            NetworkAnswer,
            lambda look, _: network_view(look),
        ),
        _drawn(
            asking,
            "genogram",
            "Het genogram als tekening",
            lambda look: genogram(network_graph(look), look.person),
        ),
        _drawn(
            asking,
            "sociogram",
            "Het sociogram als tekening",
            lambda look: sociogram(network_graph(look)),
        ),
        asking.view(
            "/netwerkcirkels",
            "netwerkcirkels",
            "Wie mee kan denken, van de binnenste cirkel naar buiten",
            CirclesAnswer,
            lambda look, _: circles_view(look),
            PROFESSIONALS,
        ),
    )


def _drawn(asking: Asking, name: str, summary: str, draw: Callable[[DossierLook], bytes]) -> View:
    path = f"/netwerk/{name}.svg"
    view = asking.view(path, name, summary, NetworkAnswer, lambda look, _: Raw(draw(look), SVG))
    return dataclasses.replace(view, media_type=SVG)
