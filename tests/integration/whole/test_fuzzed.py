"""Requests that nobody thought of, made from each service's own OpenAPI document.

Whatever is sent: no 5xx, and problem details for what is refused.
"""

from __future__ import annotations

import json

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case

from shared.access.role import Role
from tests.integration.whole.village import Village

pytestmark = pytest.mark.fuzz
SERVICES = ("plans", "evaluations", "notifications")


@pytest.mark.parametrize("name", SERVICES)
def test_no_request_gets_a_5xx(village: Village, name: str) -> None:
    """A few requests for each operation by default; `make fuzz` sends hundreds."""
    service = village.town.by_name[name]
    document = json.loads(
        service.app.test_client().get(f"{service.base_path}/openapi.json").get_data()
    )
    schema = schemathesis.openapi.from_dict(document)
    asked = operations = 0
    for result in schema.get_all_operations():
        operations += 1
        operation = result.ok()

        @given(case=operation.as_strategy())
        @settings(suppress_health_check=list(HealthCheck))
        def never_fails(case: Case) -> None:
            nonlocal asked
            asked += 1
            answer = send(village, service.base_path, case)
            assert answer.status_code < 500, answer.text
            if answer.status_code >= 400 and case.method != "HEAD":
                assert answer.content_type == "application/problem+json"

        never_fails()
    print(f"{name}: {asked} requests")
    assert asked >= 3 * operations > 20


def send(village: Village, base: str, case: Case) -> object:
    """The request that ``case`` stands for, as a worker, through the front of the town."""
    asked = case.as_transport_kwargs(base_url=f"http://127.0.0.1{base}")
    headers = {k: v for k, v in dict(asked.get("headers") or {}).items() if isinstance(v, str)}
    headers["Authorization"] = f"Bearer {village.token(Role.WORKER)}"
    sent = asked.get("data") if asked.get("json") is None else json.dumps(asked["json"])
    return village.client.open(
        asked["url"].removeprefix("http://127.0.0.1"),
        method=case.method,
        headers=headers,
        query_string=asked.get("params") or {},
        data=sent,
    )
