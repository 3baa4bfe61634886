"""What operators look at asks for what is really measured, and says what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.house.tree import ROOT
from tests.integration.telemetry.busy import Busy

FOLDER = ROOT / "deploy" / "observability"
NAME = re.compile(r"\bvangnet_[a-z_]+")
RUNBOOK = re.compile(r"docs/operating\.md#alarm-[a-z-]+")
SELECTED = re.compile(r"(vangnet_[a-z_]+)(?:\{([^}]*)\})?")
LABEL = re.compile(r"(\w+)\s*(?:=~|!~|!=|=)")


def alerts() -> list[dict[str, Any]]:
    """Every alert."""
    groups = yaml.safe_load((FOLDER / "alerts.yml").read_text("utf-8"))["groups"]
    return [rule for group in groups for rule in group["rules"]]


def questions() -> Iterator[str]:
    """Every question that an alert or a panel asks."""
    yield from (alert["expr"] for alert in alerts())
    board = json.loads((FOLDER / "dashboard.json").read_text("utf-8"))
    for panel in board["panels"]:
        yield from (target["expr"] for target in panel.get("targets", []))


def measured(busy: Busy) -> dict[str, set[str]]:
    """The labels of everything that is measured, by name; a family without rows too."""
    found: dict[str, set[str]] = {}
    for family in busy.families:
        suffix = "_total" if family.type == "counter" else ""
        found.setdefault(family.name + suffix, set())
        for sample in family.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
    return found


def unknown(expression: str, known: dict[str, set[str]]) -> Iterator[str]:
    """The names in a question that are not measured, and the labels that they do not have."""
    for name, selector in SELECTED.findall(expression):
        if name not in known:
            yield name
        elif known[name]:
            yield from (f"{name} {x}" for x in LABEL.findall(selector) if x not in known[name])


def test_alerts_and_panels_ask_only_for_what_is_measured(busy: Busy) -> None:
    """A name that was changed in the code is found here and not during an incident."""
    known = measured(busy)
    asked = list(questions())
    assert len(asked) > 40
    assert [wrong for each in asked for wrong in unknown(each, known)] == []


def test_what_is_measured_by_us_is_looked_at_by_somebody(busy: Busy) -> None:
    """A metric of ours that nobody looks at is in a panel, or not made."""
    looked = "\n".join(questions())
    ours = {f.name for f in busy.families if not f.name.startswith("vangnet_process_")}
    assert sorted(name for name in ours if name not in looked) == []


@pytest.mark.parametrize(
    ("expression", "wrong"),
    [
        ("vangnet_gone > 1", ["vangnet_gone"]),
        ('vangnet_leader{who="x"} > 1', ["vangnet_leader who"]),
        ('sum by (service) (vangnet_leader{service="plans"}) == 0', []),
    ],
)
def test_a_name_or_label_that_is_not_there_is_found(
    busy: Busy, expression: str, wrong: list[str]
) -> None:
    """The check can fail."""
    assert list(unknown(expression, measured(busy))) == wrong


def test_every_alert_says_in_dutch_what_is_wrong_and_where_it_is_explained() -> None:
    """Whoever is called at night reads one sentence and one address."""
    names = [alert["alert"] for alert in alerts()]
    assert len(set(names)) == len(names) > 15
    for alert in alerts():
        assert alert["labels"]["severity"] in ("warning", "critical"), alert["alert"]
        assert alert["annotations"]["summary"].endswith("."), alert["alert"]
        assert RUNBOOK.fullmatch(alert["annotations"]["runbook"]), alert["alert"]


def test_every_explanation_that_an_alert_points_at_exists() -> None:
    """The heading stands in the runbook, with exactly that anchor."""
    text = (ROOT / "docs" / "operating.md").read_text("utf-8")
    wanted = {alert["annotations"]["runbook"].partition("#")[2] for alert in alerts()}
    anchors = set(re.findall(r'<a id="([a-z-]+)">|^#+ .*\{#([a-z-]+)\}$', text, re.M))
    found = {name for pair in anchors for name in pair} | {_slug(x) for x in _headings(text)}
    assert sorted(wanted - found) == []


def _headings(text: str) -> list[str]:
    return re.findall(r"^#+ (.*)$", text, re.M)


def _slug(heading: str) -> str:
    # As code hosts make anchors: small letters, dashes for spaces, nothing else.
    return re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-")
