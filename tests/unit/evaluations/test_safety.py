"""Whether it is acute, by what was judged in plans (W3.1, W3.4, W5.1)."""

from uuid import UUID

from services.evaluations.domain.children.owed import SEE
from services.evaluations.domain.followed.course_events import (
    NeedMapped,
    SafetyWeighed,
)
from services.evaluations.domain.followed.events import UnsafetyJudged
from services.evaluations.domain.followed.safety import Safety
from services.evaluations.domain.followed.values import Unsafety
from tests.unit.evaluations.case import BAS, MIRJAM, NOOR, Case, at, evaluated, family
from tests.unit.evaluations.test_obligations import duties
from tests.unit.evaluations.test_reminding import around

APRIL_7 = "2025-04-07 15:00"


def in_danger(*people: UUID) -> Case:
    """Judged acute for these people, with a plan since 10 March."""
    case = family(children=(NOOR,))
    case.follow(UnsafetyJudged(Unsafety.ACUTE, people), "2025-03-10 09:40")
    return case


def acute_on(case: Case, day: str) -> bool:
    """Whether it is acute at noon."""
    return case.state()[Safety].is_acute_at(at(f"{day} 12:00"))


def test_it_is_acute_until_everybody_who_was_in_danger_is_safe():
    """W5.1: safety of one of them is not yet safety."""
    case = in_danger(MIRJAM, NOOR)
    case.follow(SafetyWeighed(True, (MIRJAM,)), "2025-03-20 10:00")
    assert acute_on(case, "2025-03-21")
    case.follow(SafetyWeighed(True, (NOOR,)), APRIL_7)
    assert acute_on(case, "2025-04-07") and not acute_on(case, "2025-04-08")


def test_safety_that_is_lost_makes_it_acute_again():
    """W5.1, R06: reached on 7 April, lost on 24 May; each child is to be seen again."""
    case = in_danger(MIRJAM)
    case.follow(SafetyWeighed(True, (MIRJAM,)), APRIL_7)
    case.follow(SafetyWeighed(False, (MIRJAM,)), "2025-05-24 20:00")
    assert not acute_on(case, "2025-05-24") and acute_on(case, "2025-05-25")
    assert [due.opened.at for due in duties(case, SEE)] == [
        at("2025-03-10 09:40"),
        at("2025-05-24 20:00"),
    ]


def test_to_be_judged_acute_again_undoes_what_was_reached():
    """W3.4: for whom it names, or for all when it names nobody."""
    for again in ((MIRJAM,), ()):
        case = in_danger(MIRJAM, BAS)
        case.follow(SafetyWeighed(True, (MIRJAM, BAS)), APRIL_7)
        case.follow(UnsafetyJudged(Unsafety.ACUTE, again), "2025-05-01 10:00")
        assert acute_on(case, "2025-05-02")


def test_losing_what_was_structural_is_not_acute_by_itself():
    """W0.4: acute is judged, never computed."""
    case = family()
    case.follow(UnsafetyJudged(Unsafety.STRUCTURAL, (MIRJAM,)), "2025-03-10 09:40")
    case.follow(SafetyWeighed(False, (MIRJAM,)), "2025-05-24 20:00")
    assert not acute_on(case, "2025-05-25")


def test_the_longest_time_between_evaluations_follows_the_phase():
    """R19: two weeks until direct safety, then six, and twelve once recovery is worked on."""
    case = in_danger(MIRJAM)
    evaluated(case, "2025-03-31 10:00")
    assert str(around(case)[2]) == "2025-04-14"
    evaluated(case, "2025-04-07 10:00")
    case.follow(SafetyWeighed(True, (MIRJAM,)), APRIL_7)
    assert str(around(case)[2]) == "2025-05-19"
    case.follow(NeedMapped(), "2025-05-12 09:00")
    evaluated(case, "2025-05-12 10:00")
    assert str(around(case)[2]) == "2025-08-04"
