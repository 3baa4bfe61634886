"""The emergency plan: each piece for those who are named, and for nobody else (domain.md 4.1)."""

from __future__ import annotations

from typing import Any

from services.plans.domain import catalogue
from services.plans.domain.groundwork.unsafety import Unsafety
from services.plans.domain.plan.emergency import (
    DropSafetyPiece,
    EmergencyPlan,
    Piece,
    RecordSafetyPiece,
)
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, adjust, agree, classify
from tests.unit.plans.case import NOWHERE, STRANGER
from tests.unit.plans.test_papers import own


def code_word(family: Family, **more: Any) -> RecordSafetyPiece:
    """The word that Mirjam and Els agreed on."""
    said = {
        "piece": Piece.CODE_WORD,
        "text": "Appel",
        "for_people": (family.mirjam, family.els),
        "hidden_from": (family.stefan,),
    }
    return RecordSafetyPiece(**said | more)


def test_a_piece_is_for_those_it_names_and_each_piece_is_an_item_of_its_own() -> None:
    """Domain 3.7: the helper who knows the word need not know the place."""
    family = Family()
    word = family.case.item(code_word(family))
    place = family.case.item(
        code_word(family, piece=Piece.SAFE_PLACE, text="Bij Truus", for_people=(family.mirjam,))
    )
    reaches = family.case.state()[Reaches].of
    assert [reaches[word].includes(p) for p in (family.mirjam, family.els)] == [True, True]
    assert [reaches[place].includes(p) for p in (family.mirjam, family.els)] == [True, False]
    assert not any(reaches[item].includes(family.stefan) for item in (word, place))


def test_a_piece_that_nobody_may_read_is_refused() -> None:
    """Domain 4.1: an emergency plan is read when it is needed, by whom it is for."""
    family = Family()
    assert family.case.refused(code_word(family, for_people=())) == {"noodplan-voor-niemand"}
    own = code_word(family, for_people=(family.stefan,))
    assert family.case.refused(own) == {"noodplan-voor-niemand"}
    assert "persoon-onbekend" in family.case.refused(code_word(family, for_people=(STRANGER,)))


def test_a_word_that_leaked_is_replaced_and_stays_hidden_from_whom_it_was() -> None:
    """Domain 3.7: forgetting to say so again never shows what was hidden."""
    family = Family()
    item = family.case.item(code_word(family))
    everybody = (family.mirjam, family.els, family.stefan)
    changed = code_word(family, text="Peer", item=item, for_people=everybody, hidden_from=None)
    assert family.case.item(changed) == item
    assert len(family.case.state()[EmergencyPlan].pieces) == 1
    assert not family.case.state()[Reaches].of[item].includes(family.stefan)


def test_a_piece_that_was_dropped_holds_no_more() -> None:
    """Domain 4.1: nor can it be changed or dropped again."""
    family = Family()
    item = family.case.item(code_word(family))
    family.case.do(DropSafetyPiece(item=item, reason="Uitgelekt"))
    assert family.case.state()[EmergencyPlan].pieces == {}
    again = DropSafetyPiece(item=item, reason="x")
    assert family.case.refused(again) == {"noodplan-onderdeel-onbekend"}
    other = code_word(family, item=NOWHERE)
    assert family.case.refused(other) == {"noodplan-onderdeel-onbekend"}


def test_whoever_is_in_acute_danger_without_an_emergency_plan_is_named() -> None:
    """Domain 4.1, W3.1: on the acute path too, once there is a plan."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    assert "geen-noodplan" not in family.case.flags()
    family.in_force()
    assert [str(family.mirjam) in told for told in family.case.told("geen-noodplan")] == [True]
    family.case.do(code_word(family))
    assert "geen-noodplan" not in family.case.flags()


def test_no_sentence_and_no_name_tells_what_a_piece_says() -> None:
    """Domain 3.7: not even to an inspector, who may not know the place."""

    class Told:
        def name(self, person: object) -> str:
            return "Mirjam"

        def names(self, people: object) -> str:
            return "Mirjam en Els"

        def text(self, sealed: object, field: str) -> str:
            raise AssertionError("a piece was opened for a sentence")

    family = Family()
    (recorded,) = family.case.do(code_word(family))
    (dropped,) = family.case.do(DropSafetyPiece(item=recorded.item, reason="Uitgelekt"))
    for event in (recorded, dropped):
        catalogue.sentences[type(event)](event, Told())
        assert not any(word in event.TOPIC for word in ("code", "place", "emergency"))


def test_a_piece_makes_no_version_for_whom_it_is_not() -> None:
    """W8.4: Stefan's own numbers do not tell that there is an emergency plan."""
    family = Family()
    family.in_force()
    family.case.do(code_word(family))
    family.case.do(adjust(unchanged=True))
    family.case.do(adjust(agree(family.stefan)))
    assert own(family, family.stefan) == [(1, 1), (2, 3)]
