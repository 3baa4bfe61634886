"""The Dutch wire names of the kinds around the rights of people."""

from __future__ import annotations

from services.plans.domain.rights.answering import Outcome, RightsRefusal
from services.plans.domain.rights.asking import Right

RIGHT = {Right.ACCESS: "inzage", Right.COPY: "afschrift", Right.RECTIFICATION: "correctie"}
OUTCOME = {
    Outcome.GRANTED: "toegewezen",
    Outcome.PARTLY: "deels-toegewezen",
    Outcome.REFUSED: "afgewezen",
}
REFUSAL = {
    RightsRefusal.OTHERS_PRIVACY: "leven-van-een-ander",
    RightsRefusal.GOOD_CARE: "goede-zorg",
    RightsRefusal.NOT_ENTITLED: "geen-recht",
    RightsRefusal.OPINION: "mening",
}
