"""One version of the plan, as an answer on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.not_had_answers import NotHadAnswer
from services.plans.api.plan.content_answers import ContentAnswer, VersionHead
from shared.web.fields import Listed, Text, Whole


class VersionAnswer(VersionHead, ContentAnswer):
    """One version of the plan, immutable; and for those with full sight who was told of it.

    ``adres`` is where it is found, with what is known of it by now; ``vastAdres`` gives it as it
    stood when it was made, for ever.
    """

    previous = Whole(data_key="vorige", allow_none=True)
    following = Whole(data_key="volgende", allow_none=True)
    previous_address = Text(data_key="vorigeAdres", allow_none=True)
    following_address = Text(data_key="volgendeAdres", allow_none=True)
    address = Text(data_key="adres")
    permanent = Text(data_key="vastAdres")
    told = Listed(fields.Dict(), data_key="verteld", allow_none=True)
    not_had = Listed(fields.Nested(NotHadAnswer), data_key="nietGekregen")
