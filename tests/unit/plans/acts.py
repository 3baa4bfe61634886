"""Acts with everything filled in that a test does not care about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.family.dossier import Ground, OpenDossier
from services.plans.domain.family.people import AddPerson, PartyKind, Register, Registration
from services.plans.domain.groundwork.consultation import ConsultColleague, Followed
from services.plans.domain.groundwork.unsafety import ClassifyUnsafety, Unsafety
from services.plans.domain.picture.concerns import Ascertained, RecordConcern
from services.plans.domain.plan.activation import ActivatePlan
from services.plans.domain.plan.adjustment import AdjustPlan
from services.plans.domain.plan.agreeing import MakeAgreement
from services.plans.domain.plan.agreements import Purpose
from services.plans.domain.plan.bottom_lines import SetBottomLine
from services.plans.domain.plan.closing import ClosePlan, DescribeGoodEnough, GoodEnough
from services.plans.domain.plan.schedule import AgreeEvaluationSchedule
from services.plans.domain.plan.versions import Cause, CauseKind, Path
from tests.unit.plans.case import Case, day

MARCH_10, MARCH_17 = day("2025-03-10"), day("2025-03-17")
REQUEST = Cause(CauseKind.REQUEST)


def open_dossier(**more: Any) -> OpenDossier:
    """A dossier opened for one reason."""
    return OpenDossier(**{"grounds": (Ground.UNSAFE_SITUATION,), **more})


def add(name: str, kind: PartyKind = PartyKind.FAMILY, **more: Any) -> AddPerson:
    """Somebody added, of the family."""
    return AddPerson(name=name, kind=kind, **more)


def qualified(name: str, until: str | None = None) -> AddPerson:
    """A professional with an SKJ registration since 2020."""
    held = Registration(Register.SKJ, day("2020-01-01"), (until and day(until)) or None)
    return add(name, PartyKind.PROFESSIONAL, registration=held)


def consult(worker: UUID, colleague: UUID, **more: Any) -> ConsultColleague:
    """A consultation whose advice was followed."""
    said = {
        "register": Register.SKJ,
        "question": "Is het acuut?",
        "advice": "Ja, maak een plan.",
        "followed": Followed.YES,
    }
    return ConsultColleague(worker=worker, colleague=colleague, **{**said, **more})


def concern(**more: Any) -> RecordConcern:
    """A concern that school told of."""
    told = {"what": "Bas slaat", "ascertained": Ascertained.FACT, "source": "school, juf Anna"}
    return RecordConcern(**told | more)


def classify(kind: Unsafety, *endangered: UUID, **more: Any) -> ClassifyUnsafety:
    """A judgement with a rationale."""
    return ClassifyUnsafety(kind=kind, rationale="Geweld.", endangered=endangered, **more)


def agree(*responsible: UUID, **more: Any) -> MakeAgreement:
    """A promise for direct safety from 10 March on, with a consequence."""
    said = {
        "what": "Geen contact",
        "purpose": Purpose.DIRECT_SAFETY,
        "valid_from": MARCH_10,
        "if_not_kept": "De politie belt aan.",
    }
    return MakeAgreement(responsible=responsible, **{**said, **more})


def bottom_line(*people: UUID, **more: Any) -> SetBottomLine:
    """A minimum condition for these people."""
    return SetBottomLine(for_people=people, **{"text": "Geen geweld", **more})


def rhythm(**more: Any) -> AgreeEvaluationSchedule:
    """Every week, from 17 March on."""
    said = {"first_on": MARCH_17, "every_weeks": 1, "manner": "Netwerkberaad"}
    return AgreeEvaluationSchedule(**{**said, **more})


def activate(path: Path = Path.ACUTE, **more: Any) -> ActivatePlan:
    """The plan put into force."""
    return ActivatePlan(path=path, **more)


def adjust(*changes: Any, **more: Any) -> AdjustPlan:
    """A next version, on request."""
    said = {"cause": REQUEST, "reason": "Op verzoek", "changes": changes}
    return AdjustPlan(**{**said, **more})


def good_enough() -> DescribeGoodEnough:
    """The picture at which the plan may close."""
    return DescribeGoodEnough(text="Iedereen slaapt rustig thuis.")


def close(**more: Any) -> ClosePlan:
    """The closing, with everything that it needs."""
    said = {
        "good_enough": GoodEnough.MET,
        "outcome": "Het is veilig.",
        "comparison": "Zoals beschreven.",
        "follow_up": "Els belt na drie maanden.",
    }
    return ClosePlan(**{**said, **more})


class Family:
    """The Zilverberg family (fictional): an opened dossier with its people, and no plan yet."""

    def __init__(self) -> None:
        self.case = Case()
        self.opened = self.case.do(open_dossier())[0]
        self.mirjam = self.case.item(add("Mirjam"))
        self.stefan = self.case.item(add("Stefan"))
        self.els = self.case.item(add("Els", PartyKind.NETWORK))
        self.fatma = self.case.item(qualified("Fatma"))
        self.joris = self.case.item(qualified("Joris", until="2025-03-31"))

    def in_force(self) -> UUID:
        """Version 1 comes into force, with one agreement; gives that agreement."""
        item = self.case.item(agree(self.stefan, for_people=(self.mirjam,)))
        self.case.do(activate())
        return item
