"""Numbers side by side, and obligations as sentences."""

from datetime import date, datetime

from services.evaluations.domain import catalogue
from services.evaluations.domain.course.obligations import ADJUSTMENT, ASSESSMENT
from services.evaluations.domain.sitting.ratings import ScaleQuestion
from services.evaluations.views.scales import Scale, attention
from shared.eventbase.obligation import Mark, Obligation
from shared.eventbase.spread import Number, spreads
from shared.web.duties import sentence
from tests.unit.evaluations.case import ELS, MIRJAM, NOOR, STEFAN, TERMS, at, uid

DAY = date(2025, 3, 14)
SAFE, WORRIED = Scale(ScaleQuestion.SAFETY), Scale(ScaleQuestion.WORRY)


def numbers(scale: Scale, **given: int) -> list[Number[Scale]]:
    """Numbers by the name of who gave them."""
    people = {"mirjam": MIRJAM, "stefan": STEFAN, "els": ELS}
    return [Number(scale, people[name], value) for name, value in given.items()]


def test_safety_and_worry_and_children_are_never_mixed():
    """Amendment on ratings."""
    about = Scale(ScaleQuestion.SAFETY, NOOR)
    given = [*numbers(SAFE, mirjam=3), *numbers(WORRIED, mirjam=9), *numbers(about, els=8)]
    assert [spread.points for spread in spreads(given)] == [0, 0, 0]


def test_low_far_apart_and_dropped_ask_for_attention():
    """R29: at most 3, at least 4 apart, at least 2 less than before."""
    now = numbers(SAFE, mirjam=3, stefan=7, els=5)
    before = numbers(SAFE, mirjam=3, stefan=9, els=6)
    assert [p.rule for p in attention(now, before, TERMS, DAY)] == [
        "lage-waardering",
        "waarderingen-ver-uiteen",
        "waardering-gedaald",
    ]


def test_a_low_number_of_worries_is_good_news():
    """R29 speaks of safety ratings."""
    assert attention(numbers(WORRIED, mirjam=1, stefan=9), [], TERMS, DAY) == []


def duty(settled: str | None = None) -> Obligation:
    """An adjustment that was due by the end of 21 March."""
    done = Mark(uid(2), at(settled)) if settled else None
    opened = Mark(uid(1), at("2025-03-14 10:00"))
    return Obligation(ADJUSTMENT, "R22", uid(3), opened, at("2025-03-21 23:00"), done)


def told(due: Obligation, now: datetime) -> str:
    """The sentence of an obligation."""
    return sentence(catalogue.duties[due.duty], due, now)


def test_an_obligation_is_told_as_it_stands_at_the_moment_asked_for():
    """W8.3: open, too late, done, done too late."""
    asked = "Te doen: het plan bijstellen, uiterlijk 21-03-2025."
    assert told(duty(), at("2025-03-21 12:00")) == asked
    assert told(duty(), at("2025-03-22 12:00")) == f"{asked} Dit is te laat."
    done = told(duty("2025-03-17 09:00"), at("2025-03-22 12:00"))
    assert done == f"{asked} Dit is afgehandeld op 17-03-2025 10:00."
    late = told(duty("2025-03-24 09:00"), at("2025-03-25 12:00"))
    assert late == f"{asked} Dit is te laat afgehandeld op 24-03-2025 10:00."


def test_a_deadline_in_hours_is_told_with_its_hour():
    """R23: 24 clock hours."""
    opened = Mark(uid(1), at("2025-05-24 18:40"))
    due = Obligation(ASSESSMENT, "R25", uid(3), opened, at("2025-05-24 22:40"))
    assert "vóór 25-05-2025 00:40" in told(due, at("2025-05-24 19:00"))
