"""The commands that keep a town: migrate, rebuild, dead-letters, openapi, events."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shared.feed.delivery import Batch, Damaged, Reason
from tests.integration.vangnet.conftest import Family, Run
from tests.integration.vangnet.family import desk
from vangnet.assembly import SERVICES

ROWS = "sha256 "


def test_a_rebuild_gives_what_was_there(family: Family, run: Run):
    """Of every service that follows: as many messages and the same fingerprint, not of nothing."""
    result = run("rebuild")
    assert result.exit_code == 0, result.output
    assert result.stdout.count("gelijk") == 3
    assert "verschilt" not in result.stdout
    digests = [line.split() for line in result.stdout.splitlines() if ROWS in line]
    assert digests[0][1:] == digests[1][1:]
    assert int(digests[0][1]) > 0


def test_a_rebuild_can_be_of_one_service(family: Family, run: Run):
    """The others are left alone."""
    shown = run("rebuild", "--service", "evaluations").stdout
    assert "evaluations volgt plans" in shown
    assert "notifications" not in shown


def test_no_dead_letters_is_said_so(family: Family, run: Run):
    """And not by silence."""
    assert run("dead-letters").stdout == "Er zijn geen geparkeerde berichten.\n"


def park(family: Family) -> None:
    """Gives evaluations a message that it cannot read, where one more agreement stands."""
    with desk(family.folder) as at:
        at.agree(family.plan_id, family.stefan)
        inbox, source = at.town.by_name["evaluations"].inbox, at.town.by_name["plans"].source
        assert inbox is not None
        after = inbox.place("plans").position
        sent = source.read(after, 1).deliveries[0]
        damaged = Damaged(
            sent.position,
            Reason.UNTRANSLATABLE,
            plan_id=family.plan_id,
            stream_id=sent.stream_id,
            version=sent.version,
        )
        inbox.take("plans", Batch(after, sent.position, sent.position, [damaged]))


def test_a_dead_letter_is_shown_without_content_and_taken_again(family: Family, run: Run):
    """Once the cause is gone the source gives what is right."""
    park(family)
    shown = run("dead-letters").stdout
    assert str(family.plan_id) in shown
    assert "reden untranslatable" in shown and "--replay" in shown
    replayed = run("dead-letters", "--replay", family.plan_id).stdout
    assert "evaluations: 1 verwerkt, 0 nog geparkeerd" in replayed
    assert "geen geparkeerde" in replayed


def test_before_migrating_a_command_says_to_migrate(run: Run):
    """And afterwards it works; migrating again changes nothing."""
    result = run("dead-letters")
    assert (result.exit_code, "vangnet migrate" in result.stderr) == (1, True)
    assert run("migrate").exit_code == run("migrate").exit_code == 0
    assert run("dead-letters").exit_code == 0


@pytest.mark.parametrize("service", SERVICES)
def test_openapi_prints_what_the_service_answers(run: Run, service: str):
    """Without data, for a linter."""
    made = json.loads(run("openapi", service).stdout)
    assert made["openapi"] == "3.0.3"
    assert made["paths"]


def test_events_are_tabled_per_service(run: Run):
    """With the type that stands on the feed."""
    page = run("events").stdout
    for service in SERVICES:
        assert f"# Dienst {service}\n" in page
    assert "`nl.overheid.veiligheidsplannen.plan-vastgesteld.v1`" in page


def test_an_outdated_page_of_events_is_found(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """``--check`` keeps docs/events.md true, and says how to make it so."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    assert "vangnet events >" in run("events", "--check").stderr
    (tmp_path / "docs/events.md").write_text(run("events").stdout, "utf-8")
    assert run("events", "--check").exit_code == 0
    (tmp_path / "docs/events.md").write_text("Anders", "utf-8")
    assert run("events", "--check").exit_code == 1
