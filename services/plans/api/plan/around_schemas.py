"""What stands around the plan, on the wire: what was taken over, voices, emergency, duration."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, post_load

from services.plans.api.family.schemas import people
from services.plans.api.plan import around_names as names
from services.plans.api.plan.change_schemas import MakeAgreementSchema
from services.plans.domain.groundwork.adopting import AdoptEarlierPlan, AdoptedAgreement
from services.plans.domain.plan.discussing import Agrees, AgreeToPlan, DiscussPlan
from services.plans.domain.plan.duration import ExpectPlanEnd
from services.plans.domain.plan.elsewhere import PlaceInSupportPlan
from services.plans.domain.plan.emergency import DropSafetyPiece, Piece, RecordSafetyPiece
from shared.web.fields import Day, Id, Listed, Text, Whole, WireEnum
from shared.web.wire import ActSchema, WireSchema

_PIECES = "/dossiers/{planId}/noodplanonderdelen"


class OldAgreementSchema(MakeAgreementSchema):
    """An agreement inside what is taken over: when that happened is said once, for the whole."""

    NAME = "OverTeNemenAfspraak"

    class Meta(MakeAgreementSchema.Meta):
        """What is said for the whole."""

        exclude = ("effective_at", "learned_at", "learned_by")


class AdoptedAgreementSchema(WireSchema):
    """One agreement as it is to hold here, and which one it was there."""

    agreement = fields.Nested(OldAgreementSchema, data_key="afspraak", required=True)
    source = Id(data_key="bronId")

    @post_load
    def adopted(self, data: dict[str, Any], **_: Any) -> AdoptedAgreement:
        """The agreement that is taken over."""
        return AdoptedAgreement(**data)


class AdoptEarlierPlanSchema(ActSchema):
    """Taking over agreements from an earlier plan."""

    ACT = AdoptEarlierPlan
    PATH = "/dossiers/{planId}/overgenomen-afspraken"

    earlier_plan = Id(data_key="eerderPlanId", required=True)
    agreements = Listed(
        fields.Nested(AdoptedAgreementSchema), 1, 100, data_key="afspraken", required=True
    )


class DiscussPlanSchema(ActSchema):
    """Going through the plan with somebody."""

    ACT = DiscussPlan
    PATH = "/dossiers/{planId}/besprekingen"

    person = Id(data_key="persoonId", required=True)
    by = Id(data_key="door", required=True)
    manner = Text(data_key="wijze", required=True)
    said = Text(data_key="gezegd")


class AgreeToPlanSchema(ActSchema):
    """What somebody says to the plan."""

    ACT = AgreeToPlan
    PATH = "/dossiers/{planId}/instemmingen"

    agrees = WireEnum(Agrees, names.AGREES, data_key="eens", required=True)
    person = Id(data_key="persoonId")
    remark = Text(data_key="opmerking")


class RecordSafetyPieceSchema(ActSchema):
    """A piece of the emergency plan; with ``onderdeelId`` it replaces one."""

    ACT = RecordSafetyPiece
    PATH = _PIECES

    piece = WireEnum(Piece, names.PIECE, data_key="soort", required=True)
    text = Text(data_key="tekst", required=True)
    for_people = people("voorWie", least=1, required=True)
    order = Whole(1, 99, data_key="volgorde")
    hidden_from = people("verborgenVoor")
    item = Id(data_key="onderdeelId")


class DropSafetyPieceSchema(ActSchema):
    """A piece of the emergency plan that no longer holds."""

    ACT = DropSafetyPiece
    PATH = f"{_PIECES}/{{onderdeelId}}/beeindigingen"

    item = Id(data_key="onderdeelId", required=True)
    reason = Text(data_key="reden", required=True)


class ExpectPlanEndSchema(ActSchema):
    """Until when the plan is expected to last."""

    ACT = ExpectPlanEnd
    PATH = "/dossiers/{planId}/verwachte-looptijden"

    until = Day(data_key="verwachtTot", required=True)
    reason = Text(data_key="reden", required=True)


class PlaceInSupportPlanSchema(ActSchema):
    """Something of this plan that is worked on from the support plan."""

    ACT = PlaceInSupportPlan
    PATH = "/dossiers/{planId}/ondersteuningsplannen/{ondersteuningsplanId}/onderdelen"

    support_plan = Id(data_key="ondersteuningsplanId", required=True)
    item = Id(data_key="onderdeelId", required=True)
