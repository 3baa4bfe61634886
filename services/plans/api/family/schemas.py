"""The dossier, its people and how they are reached, on the wire."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, post_load

from services.plans.api.family import names
from services.plans.domain.family.case_lead import AssignCaseLead
from services.plans.domain.family.dossier import ExternalReference, Ground, OpenDossier
from services.plans.domain.family.people import AddPerson, PartyKind, Register, Registration
from services.plans.domain.family.safe_contact import Channel, ChooseSafeContact
from shared.web.fields import Day, Flag, Id, Listed, Text, WireEnum
from shared.web.wire import ActSchema, WireSchema


def people(data_key: str, **kwargs: Any) -> Listed:
    """A list of persons of the dossier, without doubles."""
    return Listed(Id(), data_key=data_key, **kwargs)


class ExternalReferenceSchema(WireSchema):
    """The number of the family's case in another system."""

    system = Text(100, data_key="systeem", required=True)
    reference = Text(200, data_key="kenmerk", required=True)

    @post_load
    def reference_of(self, data: dict[str, Any], **_: Any) -> ExternalReference:
        """The reference that was written."""
        return ExternalReference(**data)


class OpenDossierSchema(ActSchema):
    """Opening a dossier."""

    ACT = OpenDossier
    PATH = "/dossiers"

    grounds = Listed(WireEnum(Ground, names.GROUND), 1, 4, data_key="gronden", required=True)
    suspicion_only = Flag(data_key="alleenVermoeden")
    explanation = Text(data_key="toelichting")
    references = Listed(
        fields.Nested(ExternalReferenceSchema), most=20, data_key="externeVerwijzingen"
    )


class RegistrationSchema(WireSchema):
    """A professional's registration."""

    register = WireEnum(Register, names.REGISTER, data_key="register", required=True)
    valid_from = Day(data_key="geldigVanaf", required=True)
    valid_until = Day(data_key="geldigTot")

    @post_load
    def registration(self, data: dict[str, Any], **_: Any) -> Registration:
        """The registration that was written."""
        return Registration(**data)


class AddPersonSchema(ActSchema):
    """Adding somebody to the dossier."""

    ACT = AddPerson
    PATH = "/dossiers/{planId}/personen"

    name = Text(200, data_key="naam", required=True)
    kind = WireEnum(PartyKind, names.PARTY, data_key="soort", required=True)
    birth_date = Day(data_key="geboortedatum")
    relation = Text(200, data_key="relatie")
    registration = fields.Nested(RegistrationSchema, data_key="registratie")
    hidden_from = people("verborgenVoor")


class ChooseSafeContactSchema(ActSchema):
    """Somebody's choice of a safe way to be reached."""

    ACT = ChooseSafeContact
    PATH = "/dossiers/{planId}/personen/{persoonId}/veilig-contact"

    person = Id(data_key="persoonId", required=True)
    channel = WireEnum(Channel, names.CHANNEL, data_key="kanaal", required=True)
    address = Text(320, data_key="adres")
    instructions = Text(data_key="aanwijzingen")


class AssignCaseLeadSchema(ActSchema):
    """Assigning the case lead."""

    ACT = AssignCaseLead
    PATH = "/dossiers/{planId}/casusregie"

    person = Id(data_key="persoonId", required=True)
