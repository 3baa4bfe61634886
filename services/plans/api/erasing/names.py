"""The Dutch wire names of the kinds around erasing."""

from __future__ import annotations

from services.plans.domain.erasing.deciding import RefusalGround
from services.plans.domain.erasing.keeping import Since
from services.plans.views.erasing.mentions import Way
from services.plans.views.erasing.requests import RequestStatus

REFUSAL = {
    RefusalGround.OTHERS_INTEREST: "belang-van-een-ander",
    RefusalGround.LAW: "wet-staat-in-de-weg",
    RefusalGround.GOOD_CARE: "goede-zorg",
}
SINCE = {Since.LAST_CHANGE: "laatste-wijziging", Since.END_OF_CARE: "einde-zorg"}
STATUS = {
    RequestStatus.ASKED: "gevraagd",
    RequestStatus.DECIDED: "besloten",
    RequestStatus.REFUSED: "geweigerd",
    RequestStatus.APPROVED: "goedgekeurd",
}
WAY = {Way.NAMED: "aangewezen", Way.IN_TEXT: "in-tekst"}
