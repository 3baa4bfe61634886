"""An app whose acts, schemas and views do not fit is not made."""

from dataclasses import replace
from typing import Any

import pytest

from shared.eventbase.catalogue import Catalogue
from shared.web.app import create_web
from shared.web.fields import Text
from shared.web.wire import ActSchema
from shared.web.wiring import Unwired
from tests.unit.web.sample_app import Bench, spec, views
from tests.unit.web.sample_domain import SAMPLE, Begin
from tests.unit.web.sample_wire import BeginSchema, ChangeSchema, MakeSchema

ALL = [BeginSchema, MakeSchema, ChangeSchema]


class Double(ActSchema):
    """A second schema of an act, on the same path."""

    ACT = Begin
    PATH = "/veiligheidsplannen"
    title = Text(data_key="titel")


class Half(ActSchema):
    """A schema that knows another field than its act."""

    ACT = Begin
    PATH = "veiligheidsplannen/"
    name = Text(data_key="naam")


VIEW = views(Bench())[0]
BROKEN: list[tuple[dict[str, Any], list[str]]] = [
    ({"act_schemas": ALL[1:]}, ["Begin has 0 schemas"]),
    ({"act_schemas": [*ALL, Double]}, ["Begin has 2 schemas", "POST /veiligheidsplannen"]),
    ({"catalogue": Catalogue("leeg")}, ["Begin has a schema and is not in the catalogue"]),
    ({"act_schemas": [Half, *ALL[1:]]}, ["Half.name", "Half.title", "must begin with a slash"]),
    ({"views": [VIEW, VIEW]}, ["operation plan is there 2 times", "GET /veiligheidsplannen/"]),
    ({"views": [replace(VIEW, roles=("boss",))]}, ["plan names an unknown role boss"]),
    ({"views": [replace(VIEW, name="afspraak-maken")]}, ["operation afspraak-maken"]),
]


@pytest.mark.parametrize(("changes", "named"), BROKEN)
def test_what_does_not_fit_is_named_and_nothing_is_served(
    changes: dict[str, Any], named: list[str]
) -> None:
    """A forgotten schema, a double one, another field, an unknown role, one name twice."""
    with pytest.raises(Unwired) as caught:
        create_web(replace(spec(Bench()), **changes))
    assert [name for name in named if name not in str(caught.value)] == []


def test_the_sample_fits() -> None:
    """Each act of the catalogue has its route."""
    rules = {rule.endpoint for rule in create_web(spec(Bench())).url_map.iter_rules()}
    assert {"plan-beginnen", "afspraak-maken", "afspraak-bijstellen"} <= rules
    assert len(SAMPLE.acts) == 3
