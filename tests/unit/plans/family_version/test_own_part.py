"""The family version: what somebody does, what others do, what follows, and whom to call (W0.9)."""

from __future__ import annotations

import pytest

from services.plans.domain.family.case_lead import AssignCaseLead
from services.plans.domain.groundwork.risk_assessment import (
    Instrument,
    InstrumentPart,
    RegisterRiskAssessment,
)
from services.plans.domain.picture.sharing import ShareConcern
from services.plans.domain.plan.agreeing import ChangeAgreement
from services.plans.domain.plan.agreements import Purpose
from services.plans.domain.plan.emergency import Piece, RecordSafetyPiece
from services.plans.domain.together.assigning import AnswerTask, AssignTask
from services.plans.domain.together.cover import AnnounceAbsence, ArrangeCover
from services.plans.domain.together.handover import TellOfCaseLead, TransferCaseLead
from services.plans.views.family_version.view import family_version_view
from shared.access.role import Role
from shared.eventbase.doing import Actor
from shared.web.refusals import NotFound
from tests.unit.plans.acts import (
    MARCH_10,
    MARCH_17,
    Family,
    activate,
    adjust,
    agree,
    bottom_line,
    concern,
    rhythm,
)
from tests.unit.plans.case import STRANGER, day
from tests.unit.plans.family_version.own import look, own, page, whats
from tests.unit.plans.test_correction import correct


@pytest.fixture
def family() -> Family:
    """A family without a plan yet."""
    return Family()


def call(family: Family, text: str, *people, **more) -> None:
    """A piece of the emergency plan: whom to call."""
    piece = RecordSafetyPiece(piece=Piece.CALL, text=text, for_people=people, **more)
    family.case.do(piece)


def test_a_father_sees_his_three_duties_who_supports_him_and_what_follows(family: Family) -> None:
    """W0.9: and nothing that he may not see."""
    for number in (1, 2, 3):
        kept, broken = f"Beloning {number}", f"Gevolg {number}"
        said = {"what": f"Plicht {number}", "if_kept": kept, "if_not_kept": broken}
        family.case.do(agree(family.stefan, **said))
    support = agree(family.els, what="Els belt Stefan elke avond", for_people=(family.stefan,))
    family.case.do(support)
    secret = agree(family.mirjam, family.els, what="Codewoord", hidden_from=(family.stefan,))
    family.case.do(secret)
    family.case.do(activate())
    found = own(family, family.stefan)
    assert whats(found["mine"]) == ["Plicht 1", "Plicht 2", "Plicht 3"]
    assert whats(found["others"]) == ["Els belt Stefan elke avond"]
    assert found["others"][0]["who"] == ("Els",)
    assert [each["text"] for each in found["if_kept"]] == ["Beloning 1", "Beloning 2", "Beloning 3"]
    assert [each["text"] for each in found["if_not_kept"]][:3] == [
        "Gevolg 1",
        "Gevolg 2",
        "Gevolg 3",
    ]
    read = page(family, family.stefan)
    for part in ("Dit doe jij", "Dit doet een ander", "Dit gebeurt als het lukt"):
        assert f"<h2>{part}</h2>" in read
    assert "<h2>Dit gebeurt als het niet lukt</h2>" in read
    assert "<h2>Wie bel je</h2>" in read
    assert "Codewoord" not in read
    assert "Mirjam" not in read


def test_what_is_hidden_leaves_no_gap_in_the_numbers(family: Family) -> None:
    """W0.9, design 6: the numbers on a page are those of the page."""
    for number in range(4):
        hidden = (family.stefan,) if number % 2 else ()
        said = agree(family.els, family.stefan, what=f"Nr {number}", hidden_from=hidden)
        family.case.do(said)
    family.case.do(activate())
    assert [row["number"] for row in own(family, family.stefan)["mine"]] == [1, 2]
    assert [row["number"] for row in own(family, family.els)["mine"]] == [1, 2, 3, 4]


def test_a_page_is_the_version_as_it_was_frozen(family: Family) -> None:
    """W0.9, W0.11: what is in no version is on no page, and an earlier version stays as it was."""
    item = family.in_force()
    family.case.do(agree(family.stefan, what="Concept"))
    assert whats(own(family, family.stefan)["mine"]) == ["Geen contact"]
    change = ChangeAgreement(
        item=item,
        what="Bellen mag",
        responsible=(family.stefan,),
        purpose=Purpose.DIRECT_SAFETY,
        valid_from=MARCH_10,
    )
    family.case.do(adjust(change))
    newest, first = own(family, family.stefan), own(family, family.stefan, number=1)
    assert (newest["version"], newest["is_newest"]) == (2, True)
    assert set(whats(newest["mine"])) == {"Bellen mag", "Concept"}
    assert (first["version"], first["is_newest"]) == (1, False)
    assert whats(first["mine"]) == ["Geen contact"]
    assert "Er is een nieuwere" in page(family, family.stefan, number=1)


def test_a_version_is_numbered_for_its_reader(family: Family) -> None:
    """W0.11, W8.4: a version that is not theirs takes no number and changes no page."""
    family.in_force()
    before = page(family, family.stefan)
    family.case.do(adjust(agree(family.els, what="Geheim", hidden_from=(family.stefan,))))
    assert page(family, family.stefan) == before
    assert own(family, family.els)["version"] == 2


def test_nobody_has_a_page_without_a_version_of_their_own(family: Family) -> None:
    """W0.9: before there is a plan, for a professional, for who is not in it, at a wrong number."""
    with pytest.raises(NotFound):
        own(family, family.stefan)
    family.in_force()
    for person, number in ((family.fatma, None), (STRANGER, None), (family.stefan, 2)):
        with pytest.raises(NotFound):
            own(family, person, number)


def test_a_person_gets_their_own_page_and_no_other(family: Family) -> None:
    """W0.9, 3.7: the same page as the worker prints."""
    family.in_force()
    stefan = look(family.case, Actor("stefan", Role.PERSON, family.stefan))
    assert family_version_view(stefan, family.stefan, None) == own(family, family.stefan)
    with pytest.raises(NotFound):
        family_version_view(stefan, family.mirjam, None)


def test_somebody_whose_adding_was_taken_back_has_no_page(family: Family) -> None:
    """Design 6: judged now, over data then."""
    family.in_force()
    (added,) = [r.event for r in family.case.history if getattr(r.event, "person", 0) == family.els]
    family.case.do(correct(family.case, added))
    with pytest.raises(NotFound):
        own(family, family.els)


def test_what_is_over_stands_apart_and_what_comes_says_from_when(family: Family) -> None:
    """W0.9: nobody reads as a duty what is not asked of them any more."""
    until = {"what": "Huisverbod", "valid_until": day("2025-03-18")}
    family.case.do(agree(family.stefan, **until))
    family.case.do(agree(family.stefan, what="Later", valid_from=day("2025-04-01")))
    family.case.do(activate())
    then = own(family, family.stefan)
    assert whats(then["mine"]) == ["Huisverbod", "Later"]
    assert "Vanaf 1 april 2025." in page(family, family.stefan)
    found = own(family, family.stefan, valid="2025-03-19 12:00")
    assert (whats(found["mine"]), whats(found["over"])) == (["Later"], ["Huisverbod"])


def test_direct_safety_stands_first(family: Family) -> None:
    """W0.9: of what holds now."""
    family.case.do(agree(family.stefan, what="Praten", purpose=Purpose.RECOVERY))
    family.case.do(agree(family.stefan, what="Geen geweld"))
    family.case.do(activate())
    assert whats(own(family, family.stefan)["mine"]) == ["Geen geweld", "Praten"]


def test_tasks_are_promises_too_once_they_are_accepted(family: Family) -> None:
    """W7.1, W0.9: one's own are asked until then; what nobody promised, nobody counts on."""
    agreement = family.case.item(agree(family.mirjam))
    asked = AssignTask(
        agreement=agreement,
        party=family.els,
        task="Els haalt de kinderen op",
        valid_from=MARCH_10,
        shared_with=(family.mirjam,),
    )
    task = family.case.item(asked)
    family.case.do(activate())
    assert "Dit is je gevraagd." in page(family, family.els)
    assert own(family, family.mirjam)["others"] == []
    family.case.do(AnswerTask(task=task, accepted=True))
    family.case.do(adjust(agree(family.mirjam, family.els, what="Samen")))
    assert whats(own(family, family.mirjam)["others"]) == ["Els haalt de kinderen op"]
    assert "Dit is je gevraagd." not in page(family, family.els)
    family.case.do(AnswerTask(task=task, accepted=False, reason="Ziek"))
    family.case.do(adjust(agree(family.els, what="Nieuw")))
    assert whats(own(family, family.els)["mine"]) == ["Samen", "Nieuw"]


def test_whom_to_call_is_as_it_is_now_and_for_those_named_only(family: Family) -> None:
    """W3.1, 4.1: a piece of the emergency plan holds at once; the word and the place are said

    aloud, and printed nowhere."""
    family.in_force()
    call(family, "Bel daarna Fatma", family.mirjam, order=2)
    call(family, "Bel eerst Els", family.mirjam, order=1)
    for piece in (Piece.CODE_WORD, Piece.SAFE_PLACE):
        secret = RecordSafetyPiece(piece=piece, text="Zonnebloem", for_people=(family.mirjam,))
        family.case.do(secret)
    assert own(family, family.mirjam)["calls"] == ["Bel eerst Els", "Bel daarna Fatma"]
    assert own(family, family.stefan)["calls"] == []
    assert "Zonnebloem" not in page(family, family.mirjam)
    assert "Bel <b>112</b>." in page(family, family.stefan)


def test_the_lead_is_whom_the_version_had_or_whom_one_was_told_of(family: Family) -> None:
    """W7.2: a change of lead is on a page when its reader was told of it, and not before."""
    family.case.do(AssignCaseLead(person=family.fatma))
    away = family.case.item(AnnounceAbsence(first_day=MARCH_17, last_day=day("2025-03-30")))
    family.case.do(ArrangeCover(absence=away, person=family.joris, notes="x"))
    family.in_force()
    assert own(family, family.stefan)["case_lead"] == "Fatma"
    read = page(family, family.stefan)
    assert "Vanaf 17 maart 2025 tot en met 30 maart 2025: <b>Joris</b>." in read
    assert own(family, family.stefan, valid="2025-04-01 12:00")["stand_ins"] == []
    family.case.do(TransferCaseLead(person=family.joris, notes="x"))
    assert own(family, family.stefan)["case_lead"] == "Fatma"
    told = family.case.do(TellOfCaseLead(people=(family.stefan,), manner="Gebeld"))[0]
    assert own(family, family.stefan)["case_lead"] == "Joris"
    assert own(family, family.stefan)["stand_ins"] == []
    assert own(family, family.mirjam)["case_lead"] == "Fatma"
    family.case.do(correct(family.case, told))
    assert own(family, family.stefan)["case_lead"] == "Fatma"


def test_without_a_lead_one_asks_the_team(family: Family) -> None:
    """W7.2: there is always somebody to ask."""
    family.in_force()
    assert "Vraag het aan <b>het wijkteam</b>." in page(family, family.stefan)


def test_concerns_that_were_shared_with_the_reader_and_no_others(family: Family) -> None:
    """S2.1, W0.9: without whose they are and who told of them."""
    shared = family.case.item(concern(what="Er wordt geslagen", holder=family.els))
    family.case.do(ShareConcern(concern=shared, person=family.stefan))
    family.case.do(concern(what="Er wordt gedronken"))
    family.in_force()
    assert own(family, family.stefan)["concerns"] == [
        {"what": "Er wordt geslagen", "consequence": None}
    ]
    assert own(family, family.mirjam)["concerns"] == []
    assert "juf Anna" not in page(family, family.stefan)


def test_bottom_lines_and_the_rhythm_stand_on_the_page(family: Family) -> None:
    """W0.8, W8.2: what must be so at least, and when all meet again."""
    said = {"reason": "Er was geweld.", "measurable_by": "Rust"}
    family.case.do(bottom_line(family.stefan, **said))
    family.case.do(rhythm(participants=(family.stefan, family.mirjam), where="Bij Els"))
    family.in_force()
    read = page(family, family.stefan)
    assert "<b>Geen geweld.</b>" in read
    assert "Want: Er was geweld." in read
    assert "De eerste keer op 17 maart 2025, daarna elke week." in read
    assert "Waar: Bij Els." in read
    assert "Met Mirjam." in read


def test_the_risk_assessment_is_on_no_page(family: Family) -> None:
    """W0.5: the instrument is the professional's, the plan the family's."""
    filled_in = {"instrument": Instrument.ARIJ, "part": InstrumentPart.RISK}
    family.case.do(RegisterRiskAssessment(outcome="Score hoog", by=family.fatma, **filled_in))
    family.in_force()
    for person in (family.stefan, family.mirjam):
        assert "ARIJ" not in page(family, person)
        assert "Score" not in page(family, person)
