"""The question about the children, as a route."""

from __future__ import annotations

from collections.abc import Sequence

from services.evaluations.api.asking import Asking
from services.evaluations.api.children.answers import ChildrenAnswer
from services.evaluations.views.children import children_view
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """When each child was last seen and spoken."""
    return (
        asking.view(
            "/kinderen",
            "kinderen",
            "Wanneer elk kind het laatst is gezien en gesproken",
            ChildrenAnswer,
            lambda look, _: children_view(look),
        ),
    )
