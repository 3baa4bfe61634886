"""The command line: every command is there, and what goes wrong is one Dutch line."""

import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from shared.feed.alarm import Gap
from shared.record.errors import KeyStoreError, RecordError, SettingsError
from shared.service.neighbour import Unreachable
from vangnet.cli import NAMES
from vangnet.cli.commands import Commands

ROOT = Path(__file__).parents[3]


class Failing(Commands):
    """A group whose one command raises."""

    def __init__(self, error: Exception) -> None:
        super().__init__("vangnet", ["stuk"], help="")
        self._error = error

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The command."""
        return click.Command("stuk", callback=self._raise)

    def _raise(self) -> None:
        raise self._error


def test_every_command_has_a_module_and_says_what_it_does():
    """``vangnet --help`` tells all of them."""
    shown = CliRunner().invoke(Commands("vangnet", NAMES, help=""), ["--help"]).output
    group = Commands("vangnet", NAMES, help="")
    for name in NAMES:
        command = group.get_command(click.Context(group), name)
        assert command is not None and command.name == name and command.help
        assert name in shown


def test_an_unknown_command_is_none():
    """Not whatever module of ours happens to have that name."""
    group = Commands("vangnet", NAMES, help="")
    assert group.get_command(click.Context(group), "commands") is None


@pytest.mark.parametrize(
    "error",
    [
        SettingsError("Doe dit."),
        KeyStoreError("Doe dit."),
        RecordError("Doe dit."),
        Unreachable("Doe dit."),
    ],
)
def test_what_we_foresaw_is_one_line_and_exit_code_1(error: Exception):
    """No traceback: it says nothing to whoever has to do something."""
    result = CliRunner().invoke(Failing(error), ["stuk"])
    assert (result.exit_code, result.stderr, result.stdout) == (1, "Doe dit.\n", "")


def test_an_alarm_is_its_own_sentence():
    """A feed that stands still says what to do."""
    result = CliRunner().invoke(Failing(Gap("plans", 7)), ["stuk"])
    assert result.exit_code == 1 and "positie 7" in result.stderr


def test_what_nobody_foresaw_keeps_its_traceback():
    """It is a fault of ours, to be found."""
    with pytest.raises(ZeroDivisionError):
        CliRunner().invoke(Failing(ZeroDivisionError()), ["stuk"], catch_exceptions=False)


def test_the_installed_command_is_this_one():
    """``vangnet`` and ``python -m vangnet`` are the same."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"]["vangnet"] == "vangnet.cli:main"
