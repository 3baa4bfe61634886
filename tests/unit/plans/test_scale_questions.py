"""Scale questions in a deliberation, and its sittings (S6.1, S6.3, R29)."""

from __future__ import annotations

from uuid import UUID

import pytest

from services.plans.domain import catalogue
from services.plans.domain.picture.deliberations import Deliberations, HoldDeliberation
from services.plans.domain.picture.scale_questions import Numbers, ScaleQuestion
from services.plans.views.deliberations import deliberations_view
from shared.access.gate import ERASED_TEXT
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family
from tests.unit.plans.case import NOWHERE, STRANGER
from tests.unit.plans.looking import look
from tests.unit.plans.picture_history import number


def sitting(family: Family, person: UUID, first: UUID | None = None) -> UUID:
    """A sitting with one of them."""
    people = (person, family.fatma)
    return family.case.item(
        HoldDeliberation(participants=people, sufficient=True, sitting_of=first)
    )


def test_each_persons_number_is_kept_apart_with_the_reason() -> None:
    """S6.3: never only an average, and readable by nobody of the family."""
    family = Family()
    held = sitting(family, family.mirjam)
    family.case.do(number(held, family.mirjam, value=2, why="Ik ben bang"))
    family.case.do(number(held, family.els, value=None, declined=True, why=None))
    given = family.case.state()[Numbers].of[held]
    assert [(each.event.person, each.event.declined) for each in given] == [
        (family.mirjam, False),
        (family.els, True),
    ]
    assert not family.case.state()[Reaches].of[given[0].event.item].includes(family.mirjam)


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"value": 11}, "waardering-buiten-schaal"),
        ({"value": -1}, "waardering-buiten-schaal"),
        ({"declined": True}, "waardering-of-niet-zeggen"),
        ({"value": None}, "waardering-of-niet-zeggen"),
        ({"deliberation": NOWHERE}, "beraad-onbekend"),
        ({"person": STRANGER}, "persoon-onbekend"),
    ],
)
def test_what_makes_no_sense_is_refused(more: dict[str, object], rule: str) -> None:
    """S6.3: a number on the scale, or that they would not say; in a deliberation."""
    family = Family()
    asked = {"deliberation": sitting(family, family.mirjam), "person": family.mirjam} | more
    assert family.case.refused(number(**asked)) == {rule}  # type: ignore[arg-type]
    assert family.case.refused(number(asked["deliberation"], family.mirjam, value=10)) in (
        set(),
        {"beraad-onbekend"},
    )


def test_numbers_of_two_sittings_are_laid_side_by_side() -> None:
    """S6.3, R29: two parents who are not in one room; 2 and 8 lie far apart, for safety only."""
    family = Family()
    first = sitting(family, family.mirjam)
    second = sitting(family, family.stefan, first)
    for question in ScaleQuestion:
        family.case.do(number(first, family.mirjam, value=2, question=question))
        family.case.do(number(second, family.stefan, value=8, question=question))
    told = deliberations_view(look(family.case))["deliberations"]
    assert [row["sitting_of"] for row in told] == [None, first]
    assert told[0]["spreads"] == told[1]["spreads"]
    found = {row["question"]: (row["points"], row["far_apart"]) for row in told[0]["spreads"]}
    assert found == {ScaleQuestion.SAFETY: (6, True), ScaleQuestion.WORRY: (6, False)}


def test_a_sitting_belongs_to_a_first_one() -> None:
    """S6.1: `beraad-zitting-onbekend`, also for a sitting of a sitting."""
    family = Family()
    first = sitting(family, family.mirjam)
    second = sitting(family, family.stefan, first)
    for wrong in (NOWHERE, second):
        act = HoldDeliberation(participants=(family.els,), sufficient=True, sitting_of=wrong)
        assert family.case.refused(act) == {"beraad-zitting-onbekend"}
    known = family.case.state()[Deliberations]
    assert known.whole(second) == known.whole(first) == first


def test_the_history_tells_the_number_or_that_it_was_not_said() -> None:
    """S6.3."""

    class Told:
        def name(self, person: object) -> str:
            return "Mirjam"

        def text(self, sealed: object, field: str) -> str:
            return field

    family = Family()
    held = sitting(family, family.mirjam)
    (said,) = family.case.do(number(held, family.mirjam))
    (unsaid,) = family.case.do(number(held, family.mirjam, value=None, declined=True))
    tell = catalogue.sentences[type(said)]
    assert tell(said, Told()) == "Mirjam zegt in het beraad hoe veilig het is: said. why"
    assert tell(unsaid, Told()) == "Mirjam wil in het beraad niet zeggen hoe veilig het is."


def test_a_number_that_was_erased_reads_as_none_and_in_no_spread() -> None:
    """S6.3, design 4: the marker stands in the reason, and an answer is never an error."""
    family = Family()
    held = sitting(family, family.mirjam)
    family.case.do(number(held, family.mirjam, value=2))
    seen = look(family.case)
    seen.sight.said = lambda sealed: lambda field: ERASED_TEXT
    (row,) = deliberations_view(seen)["deliberations"]
    assert (row["numbers"][0]["value"], row["numbers"][0]["why"]) == (None, ERASED_TEXT)
    assert row["spreads"] == []
