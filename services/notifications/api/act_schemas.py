"""Every act of the notifications service on the wire."""

from __future__ import annotations

from services.notifications.api import names
from services.notifications.domain.bouncing import ReportBounce
from services.notifications.domain.informing import InformPerson
from services.notifications.domain.informings import Manner
from services.notifications.domain.reading import ConfirmRead
from services.notifications.domain.retrying import RetryNotice
from services.notifications.domain.withholding import WithholdInforming
from shared.web.fields import Id, Text, Whole, WireEnum
from shared.web.wire import ActSchema


class InformPersonSchema(ActSchema):
    """Recording that somebody was informed."""

    ACT = InformPerson
    PATH = "/dossiers/{planId}/informeringen"

    person = Id(data_key="persoonId", required=True)
    manner = WireEnum(Manner, names.MANNER, data_key="wijze", required=True)
    confirmation = Text(data_key="bevestiging", required=True)
    version = Whole(1, data_key="versie")
    incident = Id(data_key="voorvalId")
    by = Id(data_key="door")


class WithholdInformingSchema(ActSchema):
    """Deciding not to inform somebody."""

    ACT = WithholdInforming
    PATH = "/dossiers/{planId}/achterhoudingen"

    person = Id(data_key="persoonId", required=True)
    version = Whole(1, data_key="versie", required=True)
    reason = Text(data_key="reden", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
    consulted = Id(data_key="geraadpleegd", required=True)


class ConfirmReadSchema(ActSchema):
    """Confirming that one has read one's own version."""

    ACT = ConfirmRead
    PATH = "/dossiers/{planId}/bevestigingen"

    version = Whole(1, data_key="versie", required=True)


class RetryNoticeSchema(ActSchema):
    """Asking to send a notice again."""

    ACT = RetryNotice
    PATH = "/dossiers/{planId}/berichten/{berichtId}/herhalingen"

    notice = Id(data_key="berichtId", required=True)


class ReportBounceSchema(ActSchema):
    """Recording that a notice came back."""

    ACT = ReportBounce
    PATH = "/dossiers/{planId}/berichten/{berichtId}/onbestelbaarheden"

    notice = Id(data_key="berichtId", required=True)


ACT_SCHEMAS = (
    InformPersonSchema,
    WithholdInformingSchema,
    ConfirmReadSchema,
    RetryNoticeSchema,
    ReportBounceSchema,
)
