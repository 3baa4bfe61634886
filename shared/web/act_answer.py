"""What the answer to an act says, for OpenAPI; :mod:`shared.record` writes the bytes."""

from __future__ import annotations

from shared.web.fields import Id, Instant, Listed, Text, Whole
from shared.web.wire import WireSchema


class ActAnswer(WireSchema):
    """What was recorded: which plan, which new items, when, and the revision to go on from.

    The receipt is a note (C2SP signed-note) that the service signed; whoever keeps it can show
    later that the act was recorded.
    """

    NAME = "Vastlegging"

    plan_id = Id(data_key="planId", required=True)
    items = Listed(Id(), data_key="onderdelen")
    recorded_at = Instant(data_key="vastgelegdOp", required=True)
    version = Whole(data_key="versie", allow_none=True)
    receipt = Text(data_key="ontvangstbewijs", required=True)
    revision = Text(data_key="revisie", allow_none=True)
