"""The Dutch wire names of what an evaluation counts in kinds."""

from __future__ import annotations

from services.evaluations.domain.followed.values import ItemKind
from services.evaluations.domain.sitting.answers import Question
from services.evaluations.domain.sitting.assessments import Verdict
from services.evaluations.domain.sitting.evaluations import AbsenceReason, Manner
from services.evaluations.domain.sitting.ratings import ScaleQuestion

MANNER = {
    Manner.DELIBERATION: "netwerkberaad",
    Manner.HOME_VISIT: "huisbezoek",
    Manner.SEPARATELY: "losse-gesprekken",
    Manner.REMOTELY: "op-afstand",
}
ABSENCE = {
    AbsenceReason.UNABLE: "verhinderd",
    AbsenceReason.UNWILLING: "wilde-niet",
    AbsenceReason.NOT_INVITED: "niet-uitgenodigd",
    AbsenceReason.FOR_SAFETY: "vanwege-veiligheid",
}
SCALE = {ScaleQuestion.SAFETY: "veiligheid", ScaleQuestion.WORRY: "zorgen"}
QUESTION = {
    Question.GOING_WELL: "wat-gaat-goed",
    Question.REMAINING_WORRIES: "welke-zorgen",
    Question.ADJUSTMENTS: "wat-moet-gebeuren",
}
VERDICT = {
    Verdict.YES: "ja",
    Verdict.PARTLY: "deels",
    Verdict.NO: "nee",
    Verdict.UNKNOWN: "onbekend",
}
ITEM = {
    ItemKind.AGREEMENT: "afspraak",
    ItemKind.BOTTOM_LINE: "bodemeis",
    ItemKind.ELSEWHERE: "elders-belegd",
}
