"""The Dutch wire names of what the evaluations service counts in kinds."""

from __future__ import annotations

from services.evaluations.domain.answers import Question
from services.evaluations.domain.assessments import Verdict
from services.evaluations.domain.evaluations import AbsenceReason, Manner
from services.evaluations.domain.followed_values import ItemKind
from services.evaluations.domain.ratings import ScaleQuestion
from services.evaluations.domain.triage import Severity

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
ITEM = {ItemKind.AGREEMENT: "afspraak", ItemKind.BOTTOM_LINE: "bodemeis"}
SEVERITY = {Severity.SERIOUS: "ernstig", Severity.OTHER: "anders"}
