"""``vangnet token``: a token that works, alone on the last line."""

from __future__ import annotations

from uuid import uuid4

import pytest

from shared.access.role import Role
from shared.access.token import Verifier
from tests.integration.vangnet.conftest import Family, Run
from vangnet.identity import DevelopmentIdentity
from vangnet.settings import read_settings
from vangnet.world import real_clock


def verifier(family: Family) -> Verifier:
    """What checks tokens for this folder."""
    settings = read_settings({"VAR": str(family.folder)}).settings
    keys = DevelopmentIdentity(settings, real_clock).keys
    return Verifier(keys, settings.issuer, settings.audience, real_clock)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PERSON])
def test_its_last_line_is_a_token_for_the_role(family: Family, run: Run, role: Role):
    """By the Dutch name or the English one."""
    for name in (role.wire, role.value):
        last = run("token", "--role", name).stdout.splitlines()[-1]
        assert verifier(family)(last).role == role


def test_a_person_and_a_subject_can_be_named(family: Family, run: Run):
    """They stand in the token."""
    person = uuid4()
    words = ("token", "--role", "betrokkene", "--person", person, "--subject", "noor")
    actor = verifier(family)(run(*words).stdout.splitlines()[-1])
    assert (actor.role, actor.person, actor.subject) == (Role.PERSON, person, "noor")


@pytest.mark.parametrize(
    "words", [("--role", "betrokkene"), ("--role", "werker", "--person", str(uuid4()))]
)
def test_a_person_belongs_to_betrokkene_and_to_nobody_else(
    family: Family, run: Run, words: tuple[str, ...]
):
    """Otherwise the token would be refused later, without saying why."""
    result = run("token", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "--person" in result.stderr


def test_production_gives_none(family: Family, run: Run, monkeypatch: pytest.MonkeyPatch):
    """Those come from the issuer."""
    monkeypatch.setenv("VANGNET_PRODUCTION", "1")
    result = run("token", "--role", "werker")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "uitgever" in result.stderr
