"""Direct safety reached and lost, and the phases that follow from it (W5.1)."""

from __future__ import annotations

from services.plans.domain.course.direct_safety import DirectSafety
from services.plans.domain.course.phases import Phase, phases
from services.plans.domain.groundwork.unsafety import Unsafety
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, classify, close, good_enough
from tests.unit.plans.case import STRANGER, at, uid
from tests.unit.plans.course.acts import lost, need, reached
from tests.unit.plans.test_correction import correct

DIRECT, STABLE, RECOVERY = Phase.DIRECT_SAFETY, Phase.STABILITY, Phase.RECOVERY


def line(family: Family) -> list[tuple[Phase, str, str | None]]:
    """The phases with their days."""
    return [
        (s.phase, f"{s.since.at:%m-%d}", f"{s.until.at:%m-%d}" if s.until else None)
        for s in phases(family.case.state())
    ]


def test_the_phase_line_goes_forward_and_falls_back() -> None:
    """W5.1: reached on 7 April, lost by an incident on 24 May."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam), "2025-03-10 09:40")
    family.in_force()
    family.case.do(reached(family), "2025-04-07 11:00")
    family.case.do(lost(family, incident=uid(9)), "2025-05-24 20:40")
    assert line(family) == [
        (DIRECT, "03-10", "04-07"),
        (STABLE, "04-07", "05-24"),
        (DIRECT, "05-24", None),
    ]


def test_it_is_reached_per_person_and_only_then_for_all() -> None:
    """W5.1: as long as one who is endangered is not safe, direct safety comes first."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam, family.stefan))
    family.case.do(reached(family, family.mirjam))
    assert [phase for phase, _, _ in line(family)] == [DIRECT]
    family.case.do(reached(family, family.stefan))
    assert [phase for phase, _, _ in line(family)] == [DIRECT, STABLE]
    family.case.do(lost(family, family.stefan))
    assert [phase for phase, _, _ in line(family)] == [DIRECT, STABLE, DIRECT]
    latest = family.case.state()[DirectSafety].latest
    mirjam, stefan = latest(family.mirjam), latest(family.stefan)
    assert mirjam is not None
    assert stefan is not None
    assert (mirjam.reached, stefan.reached) == (True, False)


def test_to_be_judged_acute_again_falls_back_as_well() -> None:
    """W3.4: whoever is judged to be in danger is not safe, also when nobody said "lost"."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    family.case.do(reached(family))
    family.case.do(classify(Unsafety.STRUCTURAL, family.mirjam))
    assert [phase for phase, _, _ in line(family)] == [DIRECT, STABLE]
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    assert [phase for phase, _, _ in line(family)] == [DIRECT, STABLE, DIRECT]


def test_acute_for_nobody_in_particular_falls_back_for_all() -> None:
    """W3.4: a judgement in haste that names nobody is no sign that everybody is safe."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    family.case.do(reached(family))
    family.case.do(classify(Unsafety.ACUTE))
    assert [phase for phase, _, _ in line(family)] == [DIRECT, STABLE, DIRECT]


def test_who_was_judged_not_to_be_unsafe_is_in_no_phase() -> None:
    """W0.4: a phase follows from a judgement."""
    family = Family()
    assert line(family) == []
    family.case.do(classify(Unsafety.NONE_FOUND))
    assert line(family) == []


def test_a_judgement_that_was_taken_back_makes_no_phase() -> None:
    """Design 3: the line follows from what remains."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    (wrong,) = family.case.do(reached(family))
    family.case.do(correct(family.case, wrong))
    assert [phase for phase, _, _ in line(family)] == [DIRECT]


def test_recovery_goes_on_beside_the_other_phases_and_all_end_at_the_closing() -> None:
    """Domain 3.1: lenses, no gate; healing does not stop where safety is lost."""
    family = Family()
    family.in_force()
    family.case.do(reached(family), "2025-04-07 11:00")
    family.case.do(need(family.mirjam), "2025-05-12 11:00")
    family.case.do(good_enough())
    family.case.do(close(), "2026-03-16 14:00")
    assert line(family) == [
        (DIRECT, "03-10", "04-07"),
        (STABLE, "04-07", "03-16"),
        (RECOVERY, "05-12", "03-16"),
    ]


def test_a_judgement_carries_its_evidence_and_who_was_asked() -> None:
    """W5.1: and reaches nobody of the family by itself."""
    family = Family()
    item = family.case.item(reached(family, evaluation=uid(7)))
    (declared,) = family.case.state()[DirectSafety].all
    assert (declared.decided_by, declared.consulted) == (family.fatma, family.joris)
    assert declared.because == uid(7)
    assert declared.words.content is not None
    assert declared.words.content.evidence == "Drie weken geen geweld"
    assert not family.case.state()[Reaches].of[item].concerns


def test_a_judgement_without_a_colleague_stays_in_sight() -> None:
    """W5.1: accepted, and shown."""
    family = Family()
    family.case.do(reached(family))
    assert "veilig-zonder-overleg" not in family.case.flags()
    family.case.do(reached(family, consulted=None))
    [told] = family.case.told("veilig-zonder-overleg")
    assert "10-03-2025" in told


def test_what_says_nothing_is_refused() -> None:
    """W5.1: for nobody, of strangers, after asking oneself, or lost before it was reached."""
    family = Family()
    case = family.case
    assert case.refused(lost(family)) == {"directe-veiligheid-niet-bereikt"}
    assert case.refused(reached(family, people=())) == {"directe-veiligheid-zonder-wie"}
    assert case.refused(reached(family, STRANGER)) == {"persoon-onbekend"}
    assert case.refused(reached(family, consulted=family.fatma)) == {"besluit-andere-collega"}
    case.do(reached(family), "2025-04-07 11:00")
    early = lost(family, effective_at=at("2025-04-01 11:00"))
    assert case.refused(early) == {"directe-veiligheid-niet-bereikt"}
    assert case.refused(lost(family, family.mirjam, family.stefan)) == set()
