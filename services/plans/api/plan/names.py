"""The Dutch wire names of the kinds in a plan and its versions."""

from __future__ import annotations

from services.plans.domain.plan.agreements import Purpose
from services.plans.domain.plan.bottom_lines import SetBy
from services.plans.domain.plan.closing import GoodEnough
from services.plans.domain.plan.versions import CauseKind, Path
from services.plans.views.plan import PlanStatus

SET_BY = {SetBy.TEAM: "team", SetBy.VEILIG_THUIS: "veilig-thuis"}
PURPOSE = {
    Purpose.DIRECT_SAFETY: "directe-veiligheid",
    Purpose.STABILITY: "stabiliteit",
    Purpose.RECOVERY: "herstel",
}
PATH = {Path.ACUTE: "acuut", Path.REGULAR: "regulier"}
CAUSE = {
    CauseKind.ACTIVATION: "vaststelling",
    CauseKind.EVALUATION: "evaluatie",
    CauseKind.INCIDENT: "voorval",
    CauseKind.BREACH: "niet-nakomen",
    CauseKind.REQUEST: "verzoek",
}
GOOD_ENOUGH = {
    GoodEnough.MET: "bereikt",
    GoodEnough.PARTLY: "deels-bereikt",
    GoodEnough.NOT_MET: "niet-bereikt",
}
STATUS = {
    PlanStatus.NONE_YET: "nog geen plan",
    PlanStatus.IN_FORCE: "van kracht",
    PlanStatus.CLOSED: "afgesloten",
}
