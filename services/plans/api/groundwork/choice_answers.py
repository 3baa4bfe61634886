"""The lists that a team chooses from, as an answer on the wire."""

from __future__ import annotations

from services.plans.api.groundwork import names
from services.plans.domain.groundwork.risk_assessment import Instrument
from shared.web.fields import Listed, Text, WireEnum
from shared.web.wire import WireSchema


class ChoicesAnswer(WireSchema):
    """What is on each list."""

    instruments = Listed(WireEnum(Instrument, names.INSTRUMENT), data_key="instrumenten")
    forms = Listed(Text(), data_key="vormenVanOnveiligheid")
