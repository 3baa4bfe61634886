"""The Dutch wire names of what the notifications service counts in kinds."""

from __future__ import annotations

from services.notifications.domain.holding_back import HeldBack
from services.notifications.domain.informings import Manner
from services.notifications.domain.notices import NoticeState, Reason, Withdrawal
from services.notifications.views.standing import Standing

MANNER = {
    Manner.IN_PERSON: "persoonlijk",
    Manner.PHONE: "telefoon",
    Manner.LETTER: "brief",
    Manner.READ: "gelezen",
}
STATE = {
    NoticeState.UNCERTAIN: "onzeker",
    NoticeState.SENT: "verstuurd",
    NoticeState.RETRYING: "nieuwe-poging-volgt",
    NoticeState.FAILED: "mislukt",
    NoticeState.WITHDRAWN: "ingetrokken",
}
REASON = {
    Reason.TEMPORARY: "tijdelijk-geweigerd",
    Reason.PERMANENT: "definitief-geweigerd",
    Reason.NO_MAIL_SERVER: "geen-mailserver",
    Reason.BOUNCED: "onbestelbaar",
}
WITHDRAWAL = {
    Withdrawal.NOTHING_DUE: "niet-meer-nodig",
    Withdrawal.CONTACT_CHANGED: "contactkeuze-gewijzigd",
}
HELD_BACK = {
    HeldBack.NO_SAFE_CONTACT: "geen-veilig-contactkeuze",
    HeldBack.PHONE: "wil-telefoon",
    HeldBack.IN_PERSON: "wil-gesprek",
    HeldBack.LETTER: "wil-brief",
}
STANDING = {
    Standing.INFORMED: "geinformeerd",
    Standing.WITHHELD: "bewust-niet-geinformeerd",
    Standing.SENT: "verstuurd-nog-niet-bevestigd",
    Standing.UNCERTAIN: "onzeker",
    Standing.RETRYING: "nieuwe-poging-volgt",
    Standing.FAILED: "niet-te-versturen",
    Standing.NO_SAFE_CONTACT: "geen-veilig-contactkeuze",
    Standing.OTHER_CHANNEL: "andere-weg-gekozen",
    Standing.NOBODY: "geen-casusregisseur",
    Standing.WAITING: "nog-niets-gedaan",
}
