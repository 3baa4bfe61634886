"""What another service would have to say and could not be had, on the wire."""

from __future__ import annotations

from shared.web.fields import Text
from shared.web.wire import WireSchema


class NotHadAnswer(WireSchema):
    """A service whose part could not be had, and why."""

    NAME = "NietGekregen"

    service = Text(data_key="dienst")
    reason = Text(data_key="reden")
