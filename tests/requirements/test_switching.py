"""Whatever is registered does something that a test would miss."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from shared.eventbase.rule import Rule, when
from tests.house.tree import ROOT
from tests.requirements.registered import CATALOGUES, things
from tests.requirements.switching import SURVIVORS, _without

_UNIT = [f"tests/unit/{catalogue.service}" for catalogue in CATALOGUES]


def unnoticed(folder: Path, *tests: str) -> list[str]:
    """What can be switched off while these tests go on passing."""
    found = folder / "survivors"
    plugins = ["-p", "no:cacheprovider", "-p", "tests.requirements.switching"]
    command = [sys.executable, "-m", "pytest", "-q", *plugins, *tests]
    environ = os.environ | {SURVIVORS: str(found), "PYTHONPATH": "."}
    ran = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True)
    assert found.exists(), ran.stdout + ran.stderr
    return found.read_text("utf-8").splitlines()


def test_for_every_act_rule_flag_and_duty_a_test_fails_when_it_is_switched_off(tmp_path: Path):
    """Each is tried in a process of its own, against the tests that name it or cite its ids."""
    assert unnoticed(tmp_path, *_UNIT) == []


def test_what_no_test_watches_is_found(tmp_path: Path):
    """The check can fail: with one file of tests nearly everything goes unnoticed."""
    found = unnoticed(tmp_path, "tests/unit/plans/test_concerns.py")
    assert "plans act RecordConcern" not in found
    assert "plans act CompleteEvaluation" not in found
    assert "evaluations act CompleteEvaluation" in found
    assert len(found) > len(things()) / 2


def test_switching_a_rule_off_leaves_the_others_on():
    """So that a test which fails, fails for that rule."""
    one, other = (Rule(name, "W1.1", "Zin.", lambda *_: when(True)) for name in ("een", "ander"))
    broken = _without("een")
    assert broken(one, None, None, None) == []
    assert len(broken(other, None, None, None)) == 1
