"""How far each stream of a plan was: what a service that follows holds its own heads against."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import fields

from shared.access.role import PROFESSIONALS
from shared.web.fields import Id, Listed, Whole
from shared.web.view import Reading, View
from shared.web.wire import WireSchema

STREAMS = "stromen"


class StreamAnswer(WireSchema):
    """One stream of a dossier, and the version of the last event in it."""

    stream = Id(data_key="stroom")
    version = Whole(data_key="versie")


class StreamsAnswer(WireSchema):
    """The streams of a dossier in this service, as they were recorded at K."""

    streams = Listed(fields.Nested(StreamAnswer), data_key=STREAMS)


def streams_view(looks: Callable[[Reading], Any]) -> View:
    """The view of one service; ``looks`` makes its look at a plan."""

    def read(reading: Reading) -> Any:
        heads = looks(reading).heads
        return {"streams": [{"stream": key, "version": last} for key, last in heads.items()]}

    return View(
        path=f"/dossiers/{{planId}}/{STREAMS}",
        name=STREAMS,
        summary="Hoe ver elke stroom van dit dossier was, voor wie volgt",
        roles=PROFESSIONALS,
        answer=StreamsAnswer,
        read=read,
        paragraphs=("3.10",),
    )
