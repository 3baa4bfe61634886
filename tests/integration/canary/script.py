"""Every act of every service, in an order in which each succeeds; all texts come from the filler.

Here stands only what a schema cannot know: which thing an act is about. A new act is missed by
name in ``test_canary.py`` until it has a line here.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from services.evaluations.api.act_schemas import EnterTogetherSchema as EvaluationsMeeting
from services.evaluations.api.incidents import schemas as incidents
from services.evaluations.api.sitting import schemas as evaluating
from services.notifications.api import act_schemas as informing
from services.plans.api.act_schemas import EnterTogetherSchema as PlansMeeting
from services.plans.api.family import schemas as people
from services.plans.api.groundwork import meldcode_schemas as meldcode
from services.plans.api.groundwork import schemas as groundwork
from services.plans.api.picture import schemas as picture
from services.plans.api.plan import change_schemas as changes
from services.plans.api.plan import version_schemas as versions
from tests.integration.canary import between, course
from tests.integration.canary.around import around_the_plan
from tests.integration.canary.erasing import another, erased, linked
from tests.integration.canary.groundwork import judged_and_reported
from tests.integration.canary.network import networking
from tests.integration.canary.picture import mapped
from tests.integration.canary.rights import used
from tests.integration.canary.stage import Stage
from tests.integration.canary.together import divided

_REFUSING = "451 try later"
REGISTERED = {"register": "skj", "geldigVanaf": "2020-01-01"}


def play(stage: Stage) -> None:
    """The whole life of one dossier."""
    cast = _people(stage)
    prepared(stage, cast)
    networking(stage, cast)
    agreements = _first_version(stage, cast)
    _informing(stage, cast)
    evaluated(stage, agreements)
    reported(stage)
    between.play_all(stage, cast, agreements[-1])
    _later_versions(stage, agreements)
    _meetings(stage)
    course.play(stage, cast)
    used(stage, cast)
    linked(stage, cast["child"], another(stage))
    erased(stage, cast)
    _end(stage)
    course.after(stage)


def _meetings(stage: Stage) -> None:
    new = stage.words.new
    worry = {"handeling": "zorg-vastleggen", "wat": new("meeting"), "aard": "feit"}
    stage.done(PlansMeeting, handelingen=[{**worry, "bron": new("meeting, source")}])
    incident = {"handeling": "voorval-melden", "wat": new("meeting, incident")}
    stage.done(EvaluationsMeeting, handelingen=[incident])


def _people(stage: Stage) -> dict[str, str]:
    stage.done(people.OpenDossierSchema)
    cast = {name: stage.done(people.AddPersonSchema) for name in ("mother", "father", "child")}
    for name in ("lead", "colleague"):
        worker = {"soort": "beroepskracht", "registratie": REGISTERED}
        cast[name] = stage.done(people.AddPersonSchema, **worker)
    stage.everybody_is(cast["mother"])
    stage.done(people.AssignCaseLeadSchema, persoonId=cast["lead"])
    stage.done(people.ChooseSafeContactSchema, persoonId=cast["father"], kanaal="brief")
    _mailed(stage, cast["mother"])
    return cast


def _mailed(stage: Stage, person: str) -> None:
    """A mail address has a form of its own, so it is the one text that the filler cannot make."""
    url = f"/plannen/api/v1/dossiers/{stage.plan_id}/personen/{person}/veilig-contact"
    address = stage.words.new("mail address").lower() + "@vangnet.example"
    answer = stage.ask("POST", url, body={"kanaal": "e-mail", "adres": address})
    assert answer.status == 201, answer.raw


def prepared(stage: Stage, cast: dict[str, str]) -> None:
    """What is judged, asked, told and mapped before there is a plan."""
    stage.done(groundwork.ClassifyUnsafetySchema)
    asked = {"werker": cast["lead"], "collega": cast["colleague"], "gevolgd": "nee"}
    stage.done(groundwork.ConsultColleagueSchema, **asked)
    stage.done(groundwork.RegisterRiskAssessmentSchema)
    stage.done(meldcode.TakeMeldcodeStepSchema)
    decided = {"beslotenDoor": cast["lead"], "geraadpleegd": cast["colleague"]}
    weighing = {"vermoeden": True, "onveilig": True}
    stage.done(meldcode.DecideMeldcodeSchema, afweging=weighing, **decided)
    stage.done(meldcode.DeclareMeldcodeNotApplicableSchema, **decided)
    stage.done(groundwork.GiveTransparencyMessageSchema)
    judged_and_reported(stage, cast)
    stage.done(groundwork.RecordExceptionSchema)
    _picture(stage)
    mapped(stage, cast["lead"])
    stage.done(versions.DescribeGoodEnoughSchema)


def _picture(stage: Stage) -> None:
    concern = stage.done(picture.RecordConcernSchema)
    stage.done(picture.ShareConcernSchema, zorgId=concern)
    stage.done(picture.LeaveConcernUnsharedSchema, zorgId=concern)
    stage.done(picture.CheckEarlierPlansSchema)
    stage.done(picture.ReferToEarlierPlanSchema)
    plan = stage.done(picture.LinkSupportPlanSchema)
    stage.done(picture.ConfirmSupportPlanMentionSchema, ondersteuningsplanId=plan)


def _first_version(stage: Stage, cast: dict[str, str]) -> list[str]:
    lines = [stage.done(changes.SetBottomLineSchema) for _ in range(4)]
    stage.done(changes.WithdrawBottomLineSchema, bodemeisId=lines.pop())
    about = {"voorWie": [cast["mother"], cast["father"], cast["child"]]}
    made = [stage.done(changes.MakeAgreementSchema, **about) for _ in range(5)]
    stage.done(changes.ChangeAgreementSchema, afspraakId=made[0], **about)
    stage.done(changes.EndAgreementSchema, afspraakId=made.pop())
    divided(stage, made[0], cast)
    around_the_plan(stage, lines[0], cast)
    stage.done(changes.AgreeEvaluationScheduleSchema)
    stage.post.to_recipient = _REFUSING
    stage.done(versions.ActivatePlanSchema)
    return [*lines, *made]


def _informing(stage: Stage, cast: dict[str, str]) -> None:
    url = f"/notificaties/api/v1/dossiers/{stage.plan_id}/berichten"
    notice = stage.ask("GET", url).body["berichten"][0]["berichtId"]
    stage.post.to_recipient = None
    stage.done(informing.RetryNoticeSchema, berichtId=notice)
    assert len(stage.post.received) == 1
    stage.done(informing.ReportBounceSchema, berichtId=notice)
    stage.done(informing.ConfirmReadSchema)
    stage.done(informing.InformPersonSchema, persoonId=cast["father"], versie=1)
    decided = {"beslotenDoor": cast["lead"], "geraadpleegd": cast["colleague"]}
    stage.done(informing.WithholdInformingSchema, persoonId=cast["child"], **decided)


def evaluated(stage: Stage, items: list[str]) -> None:
    """An evaluation of the plan with these items, and corrections of it."""
    held = stage.done(evaluating.StartEvaluationSchema)
    one = {"evaluatieId": held}
    stage.done(evaluating.RateSafetySchema, **one, waarde=7)
    for question in ("wat-gaat-goed", "welke-zorgen", "wat-moet-gebeuren"):
        stage.done(evaluating.AnswerQuestionSchema, **one, vraag=question)
    for item in items:
        stage.done(evaluating.AssessItemSchema, **one, onderdeelId=item)
    stage.done(evaluating.CompleteEvaluationSchema, **one)
    corrections: dict[str, tuple[str, Any]] = {
        "evaluatie-begonnen": ("evaluatie-beginnen", {}),
        "schaalvraag-beantwoord": ("schaalvraag-beantwoorden", {**one, "waarde": 5}),
        "evaluatievraag-beantwoord": ("evaluatievraag-beantwoorden", one),
        "onderdeel-beoordeeld": ("onderdeel-beoordelen", {**one, "onderdeelId": items[-1]}),
    }
    for voided, (kind, values) in corrections.items():
        between.corrected(stage, voided, kind, values)


def reported(stage: Stage) -> None:
    """An incident, judged and corrected."""
    incident = stage.done(incidents.ReportIncidentSchema)
    stage.done(incidents.AssessIncidentSchema, voorvalId=incident)
    between.corrected(stage, "voorval-gemeld", "voorval-melden", {})


def _later_versions(stage: Stage, items: list[str]) -> None:
    lines, agreements = items[:3], items[3:]
    cause = {"soort": "verzoek"}
    first = _all_changes(lines[0], agreements[0], agreements[1])
    stage.done(versions.AdjustPlanSchema, oorzaak=cause, wijzigingen=first)
    wrong = {"gebeurtenisId": stage.event("plans", "uitzondering-vastgelegd")}
    second = _all_changes(lines[1], agreements[2], agreements[3])
    # What stands in its place is about what was there only since: it did not happen back then.
    now = stage.clock().isoformat()
    stage.done(versions.CorrectEventSchema, **wrong, inPlaatsDaarvan=second, gebeurdOp=now)
    stage.clock.set(stage.clock() + timedelta(days=1))
    stage.town.step_all()


def _all_changes(line: str, changed: str, ended: str) -> dict[str, Any]:
    return {
        "bodemeis-stellen": {},
        "bodemeis-wijzigen": {"bodemeisId": line},
        "bodemeis-intrekken": {"bodemeisId": line},
        "afspraak-maken": {},
        "afspraak-wijzigen": {"afspraakId": changed},
        "afspraak-beeindigen": {"afspraakId": ended},
        "evaluatieritme-afspreken": {},
    }


def _end(stage: Stage) -> None:
    stage.done(versions.ClosePlanSchema)
