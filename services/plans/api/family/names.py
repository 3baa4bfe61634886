"""The Dutch wire names of the kinds in a dossier and its people."""

from __future__ import annotations

from services.plans.domain.family.birthdays import Consent
from services.plans.domain.family.custody import CustodySource
from services.plans.domain.family.dossier import Ground
from services.plans.domain.family.people import PartyKind, Register
from services.plans.domain.family.safe_contact import Channel

GROUND = {
    Ground.UNSAFE_SITUATION: "onveilige-situatie",
    Ground.DEVELOPMENT_THREATENED: "ontwikkeling-bedreigd",
    Ground.ABUSE_VICTIM: "slachtoffer-mishandeling",
    Ground.ADULT_DOMESTIC_VIOLENCE: "huiselijk-geweld-volwassenen",
}
PARTY = {
    PartyKind.FAMILY: "gezin",
    PartyKind.NETWORK: "netwerk",
    PartyKind.PROFESSIONAL: "beroepskracht",
    PartyKind.AGENCY: "instantie",
}
REGISTER = {Register.SKJ: "skj", Register.BEHAVIOURAL_SCIENTIST: "gedragswetenschapper"}
CHANNEL = {
    Channel.EMAIL: "e-mail",
    Channel.PHONE: "telefoon",
    Channel.IN_PERSON: "persoonlijk",
    Channel.LETTER: "brief",
}
CUSTODY_SOURCE = {
    CustodySource.REGISTER: "gezagsregister",
    CustodySource.COURT: "rechterlijke-uitspraak",
    CustodySource.STATEMENT: "verklaring",
    CustodySource.OF_AGE: "meerderjarig",
}
CONSENT = {
    Consent.HOLDERS: "gezagdragers",
    Consent.YOUTH_AND_HOLDERS: "jeugdige-en-gezagdragers",
    Consent.YOUTH: "jeugdige",
}
