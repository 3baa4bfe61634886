"""What holds for every act and event of the plans, whichever topic adds one."""

from __future__ import annotations

import re

from services.plans.domain import catalogue
from shared.eventbase.act import Act
from shared.eventbase.event import shape
from tests.unit.plans.histories import FULL

WORDS = ("threat", "violence", "abuse", "incident", "escape", "shelter")


def test_the_full_history_holds_every_event_there_is() -> None:
    """What the properties say, they say of all of them."""
    assert {r.event.TOPIC for r in FULL.history} == set(catalogue.events)


def test_every_event_reads_as_a_sentence_with_and_without_its_content() -> None:
    """Domain 3.10: for one who may see all, and for one who may see nothing."""

    class Everything:
        def name(self, person: object) -> str:
            return "Els"

        def names(self, people: object) -> str:
            return "Els en Hans"

        def text(self, sealed: object, field: str) -> str:
            return "tekst"

    class Nothing(Everything):
        def text(self, sealed: object, field: str) -> str:
            return ""

    assert set(catalogue.sentences) == set(catalogue.events.values())
    for recorded in FULL.history:
        for words in (Everything(), Nothing()):
            sentence = catalogue.sentences[type(recorded.event)](recorded.event, words)
            assert sentence[0].isupper()
            assert "None" not in sentence


def test_every_topic_is_stable_and_tells_no_secret() -> None:
    """Design 4: ``plan.`` and words that say nothing of what happened to anybody."""
    for topic, event in catalogue.events.items():
        assert re.fullmatch(r"plan\.[a-z-]+", topic)
        assert not any(word in topic for word in WORDS)
        assert re.fullmatch(r"[a-z-]+", event.NAME)
        assert event.PARAGRAPHS


IN_ONES_OWN_NAME = {"AnswerTask", "AnswerAgreement", "AgreeToPlan"}
BY_A_SYSTEM = {"ConfirmSupportPlanMention"}
BY_A_SUPERVISOR = {"RequestErasure", "DecideErasure"}
NOT_BY_A_WORKER = {"ApproveErasure", "PlaceHold", "LiftHold"}


def test_every_act_is_a_workers_and_says_which_paragraphs_it_serves() -> None:
    """Design 2, R43: and a person, a case system or a supervisor may say what is theirs to say."""
    for act, registered in catalogue.acts.items():
        assert issubclass(act, Act)
        others = {
            "person": IN_ONES_OWN_NAME,
            "system": BY_A_SYSTEM,
            "supervisor": BY_A_SUPERVISOR | NOT_BY_A_WORKER,
        }
        also = tuple(role for role, acts in others.items() if act.__name__ in acts)
        workers = () if act.__name__ in NOT_BY_A_WORKER else ("worker",)
        assert (*workers, *also) == act.ROLES
        assert registered.paragraphs
        assert registered.emits or registered.act.COMBINES
        assert registered.title[0].isupper()


def test_what_makes_corrects_or_closes_a_version_needs_the_revision_that_was_read() -> None:
    """Design 2: and only those acts."""
    guarded = {act.__name__ for act, registered in catalogue.acts.items() if registered.guarded}
    assert guarded == {"AdjustPlan", "CorrectEvent", "ClosePlan"}


def test_every_text_that_a_person_wrote_stands_in_a_compartment() -> None:
    """Design 4: no core field holds text, and every compartment has a subject."""
    for recorded in FULL.history:
        event = recorded.event
        for name in shape(type(event)).sealed:
            assert event.compartment(name).subject == getattr(event, event.SUBJECT)
