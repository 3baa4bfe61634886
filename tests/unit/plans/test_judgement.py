"""The judgement of safety is a professional's, in words, with reasons (W0.4, W0.5, W1.2)."""

from __future__ import annotations

from typing import Any

from services.plans.domain.groundwork.judgement import Judgements, RecordSafetyJudgement
from services.plans.domain.groundwork.risk_assessment import (
    Instrument,
    InstrumentPart,
    RegisterRiskAssessment,
    RiskAssessments,
)
from tests.unit.plans.acts import Family
from tests.unit.plans.case import STRANGER
from tests.unit.plans.test_correction import correct
from tests.unit.plans.test_judging import ARIJ

UNFOUNDED, UNREGISTERED = "oordeel-zonder-risicotaxatie", "oordeel-zonder-registratie"


def judge(family: Family, **more: Any) -> RecordSafetyJudgement:
    """Fatma judges, after asking Joris."""
    said = {
        "judgement": "Het is thuis nu niet veilig.",
        "rationale": "Twee keer geweld in een week.",
        "made_by": family.fatma,
        "consulted": (family.joris,),
        "forms": ("lichamelijk geweld", "getuige zijn van geweld"),
    }
    return RecordSafetyJudgement(**said | more)


def test_an_outcome_changes_no_judgement() -> None:
    """W0.4: ARIJ says "hoog"; nothing is judged by that, and what was judged stays as it was."""
    family = Family()
    family.case.do(ARIJ)
    assert family.case.state()[Judgements].current is None
    family.case.do(judge(family))
    before = family.case.state()[Judgements].all
    family.case.do(ARIJ)
    assert family.case.state()[Judgements].all == before


def test_a_judgement_without_rationale_is_refused() -> None:
    """W0.4: and with one it stands under the name of whoever made it, with every form named."""
    family = Family()
    assert family.case.refused(judge(family, rationale=" ")) == {"oordeel-zonder-onderbouwing"}
    family.case.do(judge(family))
    held = family.case.state()[Judgements].current
    assert held is not None
    assert (held.made_by, held.consulted) == (family.fatma, (family.joris,))
    assert held.words.content is not None
    assert held.words.content.forms == ("lichamelijk geweld", "getuige zijn van geweld")


def test_a_judgement_refers_to_an_assessment_or_is_flagged() -> None:
    """W1.2: accepted without; the flag goes with a judgement that does, and comes back when the

    assessment that it refers to turns out to be wrong.
    """
    family = Family()
    family.case.do(judge(family))
    assert UNFOUNDED in family.case.flags()
    [done] = family.case.do(ARIJ)
    assert UNFOUNDED in family.case.flags()
    family.case.do(judge(family, based_on=(done.item,)))
    assert UNFOUNDED not in family.case.flags()
    family.case.do(correct(family.case, done))
    assert UNFOUNDED in family.case.flags()


def test_a_judgement_refers_only_to_what_is_in_this_dossier() -> None:
    """W1.2, W7.1: an assessment and people that are known here; and whoever is asked is another."""
    family = Family()
    assert family.case.refused(judge(family, based_on=(STRANGER,))) == {"risicotaxatie-onbekend"}
    assert family.case.refused(judge(family, made_by=STRANGER)) == {"persoon-onbekend"}
    alone = judge(family, consulted=(family.fatma,))
    assert family.case.refused(alone) == {"oordeel-andere-collega"}


def test_a_judgement_that_no_registered_professional_took_part_in_is_flagged() -> None:
    """W0.3, W0.4: registered on the day of judging, the judge or whoever was asked."""
    family = Family()
    family.case.do(judge(family, made_by=family.els, consulted=()))
    assert UNREGISTERED in family.case.flags()
    family.case.do(judge(family, made_by=family.els))
    assert UNREGISTERED not in family.case.flags()
    family.case.do(judge(family, made_by=family.joris, consulted=()), "2025-04-02 09:00")
    assert UNREGISTERED in family.case.flags()


def test_another_instrument_than_the_known_ones_has_a_name() -> None:
    """W0.5, W1.2: the list is open, and what was used is named, with who filled it in."""
    family = Family()
    other = {"instrument": Instrument.OTHER, "part": InstrumentPart.WHOLE, "outcome": "midden"}
    nameless = RegisterRiskAssessment(**other)
    assert family.case.refused(nameless) == {"instrument-zonder-naam"}
    family.case.do(RegisterRiskAssessment(**other, name="B-SAFER", by=family.fatma))
    [done] = family.case.state()[RiskAssessments].all
    assert done.by == family.fatma
    stranger = RegisterRiskAssessment(**other, name="B-SAFER", by=STRANGER)
    assert family.case.refused(stranger) == {"persoon-onbekend"}
