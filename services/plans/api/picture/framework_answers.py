"""The framework, the concerns by holder and the deliberations, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.picture import names
from services.plans.api.picture.answers import ConcernAnswer
from services.plans.domain.picture.concerns import Ascertained
from services.plans.domain.picture.framework import Column
from services.plans.domain.picture.scale_questions import ScaleQuestion
from services.plans.views.framework import RowKind
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import WireSchema


class FrameworkRowAnswer(WireSchema):
    """One row: what is known, from whom, of which day, and since when it stands there."""

    kind = WireEnum(RowKind, names.ROW, data_key="soort")
    item = Id(data_key="onderdeelId")
    text = Text(data_key="tekst", allow_none=True)
    source = Text(data_key="bron", allow_none=True)
    quote = Text(data_key="letterlijk", allow_none=True)
    on = Day(data_key="datum", allow_none=True)
    ascertained = WireEnum(Ascertained, names.ASCERTAINED, data_key="aard")
    about = Listed(Id(), data_key="overWie")
    holder = Id(data_key="vanWie", allow_none=True)
    origin = Id(data_key="beraadId", allow_none=True)
    supersedes = Id(data_key="vervangt", allow_none=True)
    superseded_by = Id(data_key="vervangenDoor", allow_none=True)
    protects = Flag(data_key="beschermt")
    at = Instant(data_key="sinds")


class FrameworkColumnAnswer(WireSchema):
    """One column of the framework."""

    column = WireEnum(Column, names.COLUMN, data_key="kolom")
    rows = Listed(fields.Nested(FrameworkRowAnswer), data_key="regels")


class FrameworkAnswer(WireSchema):
    """All that is known, ordered."""

    columns = Listed(fields.Nested(FrameworkColumnAnswer), data_key="kolommen")


class ConcernGroupAnswer(WireSchema):
    """The concerns of one person, or of nobody by name."""

    holder = Id(data_key="zorgVan", allow_none=True)
    concerns = Listed(fields.Nested(ConcernAnswer), data_key="zorgen")


class ConcernsAnswer(WireSchema):
    """The concerns, by whose they are."""

    groups = Listed(fields.Nested(ConcernGroupAnswer), data_key="groepen")


class NumberAnswer(WireSchema):
    """What one person answered to a scale question."""

    person = Id(data_key="persoonId")
    question = WireEnum(ScaleQuestion, names.QUESTION, data_key="vraag")
    about_child = Id(data_key="overKind", allow_none=True)
    value = Whole(data_key="waarde", allow_none=True)
    declined = Flag(data_key="wilNietZeggen")
    why = Text(data_key="waarom", allow_none=True)
    at = Instant(data_key="op")


class SpreadAnswer(WireSchema):
    """How far the numbers of all sittings lie apart. Never an average."""

    question = WireEnum(ScaleQuestion, names.QUESTION, data_key="vraag")
    about_child = Id(data_key="overKind", allow_none=True)
    lowest = Whole(data_key="laagste")
    highest = Whole(data_key="hoogste")
    points = Whole(data_key="spreiding")
    far_apart = Flag(data_key="verUiteen")


class DeliberationAnswer(WireSchema):
    """One network deliberation, or another sitting of one."""

    item = Id(data_key="beraadId")
    sitting_of = Id(data_key="zittingVan", allow_none=True)
    numbers = Listed(fields.Nested(NumberAnswer), data_key="schaalvragen")
    spreads = Listed(fields.Nested(SpreadAnswer), data_key="spreidingen")
    participants = Listed(Id(), data_key="deelnemers")
    sufficient = Flag(data_key="voldoendeInKaart")
    missing = Listed(Id(), data_key="ontbrekendeInformatie")
    entries = Listed(Id(), data_key="raamwerkregels")
    where = Text(data_key="plaats", allow_none=True)
    remark = Text(data_key="opmerking", allow_none=True)
    at = Instant(data_key="gebeurdOp")


class BasedAnswer(WireSchema):
    """How many agreements build on a moment that it stayed safe."""

    based = Whole(data_key="aantal")
    total = Whole(data_key="van")
    told = Text(data_key="zin")


class DeliberationsAnswer(WireSchema):
    """The network deliberations."""

    deliberations = Listed(fields.Nested(DeliberationAnswer), data_key="beraden")
    based = fields.Nested(BasedAnswer, data_key="gebaseerdOpUitzonderingen")
