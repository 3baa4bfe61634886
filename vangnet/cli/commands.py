"""The group of commands: finds each in its module, and says in one line what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import IO, Any

import click

from shared.feed.alarm import Alarm, Fenced
from shared.record.errors import RecordError
from shared.service.neighbour import Unreachable

_EXPECTED = (RecordError, Alarm, Fenced, Unreachable)


class Stopped(click.ClickException):
    """A Dutch sentence with the remedy; the command ends with exit code 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints the sentence on the error stream."""
        click.echo(self.message, file=file, err=True)


class Commands(click.Group):
    """Commands by name; ``dead-letters`` is ``command`` in ``vangnet.cli.dead_letters``."""

    def __init__(self, name: str, names: Sequence[str], help: str) -> None:
        super().__init__(name, help=help)
        self._names = names

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which somebody meets them."""
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in self._names:
            return None
        module = import_module(f"vangnet.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; what we foresaw becomes a line and not a traceback."""
        try:
            return super().invoke(ctx)
        except _EXPECTED as error:
            raise Stopped(str(error)) from None
