"""The OpenAPI document says what the routes do."""

import json
from typing import Any

from shared.web.app import create_web
from tests.integration.web.apps import described
from tests.unit.web.sample_app import BASE, Bench, spec

DOCUMENT: dict[str, Any] = json.loads(described("voorbeeld"))


def test_every_route_is_described_and_nothing_else() -> None:
    """Paths and methods, from the app's own map."""
    routes = {
        (rule.rule.removeprefix(BASE).translate({60: "{", 62: "}"}), method.lower())
        for rule in create_web(spec(Bench())).url_map.iter_rules()
        for method in rule.methods or ()
    }
    plain = {
        (path.replace("uuid:", "").replace("int:", ""), m) for path, m in routes if m != "head"
    }
    assert {(path, m) for path, found in DOCUMENT["paths"].items() for m in found} == plain


def test_an_act_is_described_by_its_schema_without_what_stands_in_the_path() -> None:
    """Names on the wire, lengths, choices."""
    post = DOCUMENT["paths"]["/veiligheidsplannen/{planId}/afspraken/{afspraakId}/bijstellingen"]
    body = post["post"]["requestBody"]["content"]["application/json"]["schema"]
    properties = DOCUMENT["components"]["schemas"][body["$ref"].rpartition("/")[2]]["properties"]
    assert set(properties) == {"tekst", "gebeurdOp", "vernomenOp", "vernomenDoor"}
    assert properties["tekst"] == {"type": "string", "minLength": 1, "maxLength": 4000}
    made = DOCUMENT["components"]["schemas"]["AfspraakMaken"]["properties"]
    assert made["doel"]["enum"] == ["veiligheid", "herstel"]
    assert {
        p["name"]: p["required"] for p in post["post"]["parameters"] if p["in"] == "header"
    } == {
        "Idempotency-Key": False,
        "If-Match": True,
    }


def test_a_view_is_described_with_its_moments_and_its_own_keys() -> None:
    """And what it answers has the moments too."""
    get = DOCUMENT["paths"]["/veiligheidsplannen/{planId}"]["get"]
    keys = {p["name"] for p in get["parameters"] if p["in"] == "query"}
    assert keys == {"geldigOp", "beschikbaarOp", "aantal", "metBeeindigd"}
    assert "W0.11" in get["description"]
    answer = get["responses"]["200"]["content"]["application/json"]["schema"]["allOf"]
    assert "tijdreis" in answer[1]["properties"]


def test_only_the_open_routes_are_described_as_open() -> None:
    """The rest asks for a bearer token."""
    assert DOCUMENT["security"] == [{"bearer": []}]
    opened = {
        path
        for path, found in DOCUMENT["paths"].items()
        if found.get("get", {}).get("security") == []
    }
    assert opened == {"/gezond", "/gereed", "/openapi.json"}
