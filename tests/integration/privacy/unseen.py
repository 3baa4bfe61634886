"""Every act there is, done out of the sight of whoever attacks: the script of the canary, hidden.

Whatever a schema can hide is hidden from them, whatever names somebody names others. What a new
act adds is done here too, as soon as it stands in that script.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from marshmallow import Schema

from services.notifications.api import act_schemas as informing
from services.plans.api.family import schemas as people
from services.plans.api.plan import change_schemas as changes
from services.plans.api.plan import version_schemas as versions
from shared.access.role import Role
from tests.integration.canary import between, course
from tests.integration.canary.around import around_the_plan
from tests.integration.canary.erasing import erased, linked
from tests.integration.canary.filling import Filler, Values
from tests.integration.canary.network import networking
from tests.integration.canary.rights import used
from tests.integration.canary.script import REGISTERED, evaluated, prepared, reported
from tests.integration.canary.stage import Stage
from tests.integration.canary.together import divided
from tests.integration.canary.words import Words
from tests.integration.privacy.household import Household
from tests.integration.whole.village import Village

_HIDES = ("verborgenVoor", "nietDelenMet")
_REQUEST = {"soort": "verzoek"}


class _Tokens:
    """The tokens of a village, as a stage asks for them."""

    def __init__(self, village: Village) -> None:
        self._village = village

    def token(self, role: Role, subject: str | None, person: UUID | None, life: timedelta) -> str:
        return self._village.token(role, person)


class _Hiding(Filler):
    """Fills bodies in which everything is hidden that can be."""

    def __init__(self, words: Words, service: str, hidden_from: list[str]) -> None:
        super().__init__(words, service)
        self._hidden_from = hidden_from

    def _schema(self, schema: Schema, values: Values, before: str) -> Values:
        keys = {str(field.data_key) for field in schema.load_fields.values()}
        hidden = {key: self._hidden_from for key in _HIDES if key in keys}
        return super()._schema(schema, hidden | values, before)


def behind_the_back(home: Household, *attackers: str) -> Stage:
    """A stage on the household's own dossier, on which all is hidden from these people."""
    words = Words(1)
    stage = Stage(home.village.town, _Tokens(home.village), home.village.clock, words)
    stage.plan_id = home.plan_id
    names = home.village.town.by_name
    stage.fillers = {name: _Hiding(words, name, list(attackers)) for name in names}
    stage.everybody_is(home.mirjam)
    return stage


def everything(home: Household, *attackers: str) -> Stage:
    """All of it. Opening, putting into force and closing are no secrets, and are not done."""
    stage = behind_the_back(home, *attackers)
    cast = _cast(stage, home)
    items = _changed(stage)
    prepared(stage, cast)
    networking(stage, cast)
    divided(stage, items[1], cast)
    around_the_plan(stage, items[0], cast)
    wrong = {"gebeurtenisId": stage.event("plans", "uitzondering-vastgelegd")}
    stage.done(versions.CorrectEventSchema, **wrong, inPlaatsDaarvan={"bodemeis-stellen": {}})
    _informed(stage, cast)
    evaluated(stage, _of_version_1(stage))
    reported(stage)
    between.play_all(stage, cast, items[1])
    course.play(stage, cast)
    used(stage, cast)
    erased(stage, cast)
    other = Household(home.village)
    linked(stage, cast["child"], {"anderDossierId": other.plan_id, "anderePersoonId": other.mirjam})
    _version(stage)
    return stage


def _cast(stage: Stage, home: Household) -> dict[str, str]:
    cast = {name: stage.done(people.AddPersonSchema) for name in ("father", "child")}
    for name in ("lead", "colleague"):
        worker = {"soort": "beroepskracht", "registratie": REGISTERED}
        cast[name] = stage.done(people.AddPersonSchema, **worker)
    cast["mother"] = home.mirjam
    stage.done(people.AssignCaseLeadSchema, persoonId=cast["lead"])
    stage.done(people.ChooseSafeContactSchema, persoonId=cast["father"], kanaal="brief")
    return cast


def _changed(stage: Stage) -> list[str]:
    line = stage.done(changes.SetBottomLineSchema)
    dropped = stage.done(changes.SetBottomLineSchema)
    stage.done(changes.WithdrawBottomLineSchema, bodemeisId=dropped)
    made = stage.done(changes.MakeAgreementSchema)
    stage.done(changes.ChangeAgreementSchema, afspraakId=made)
    ended = stage.done(changes.MakeAgreementSchema)
    stage.done(changes.EndAgreementSchema, afspraakId=ended)
    stage.done(changes.AgreeEvaluationScheduleSchema)
    _version(stage)
    return [line, made]


def _version(stage: Stage) -> None:
    stage.clock.set(stage.clock() + timedelta(minutes=5))
    change = {"bodemeis-stellen": {}}
    stage.done(versions.AdjustPlanSchema, oorzaak=_REQUEST, wijzigingen=change)


def _of_version_1(stage: Stage) -> list[str]:
    url = f"/plannen/api/v1/dossiers/{stage.plan_id}/veiligheidsplan/versies/1"
    return [each["afspraakId"] for each in stage.ask("GET", url).body["afspraken"]]


def _informed(stage: Stage, cast: dict[str, str]) -> None:
    stage.done(informing.InformPersonSchema, persoonId=cast["mother"], versie=1)
    decided = {"beslotenDoor": cast["lead"], "geraadpleegd": cast["colleague"]}
    url = f"/plannen/api/v1/dossiers/{stage.plan_id}/veiligheidsplan"
    newest = {"persoonId": cast["mother"], "versie": stage.ask("GET", url).body["versie"]}
    stage.done(informing.WithholdInformingSchema, **newest, **decided)
