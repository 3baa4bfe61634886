"""The command ``vangnet``: one module per command, imported when it is asked for."""

from __future__ import annotations

from vangnet.cli.commands import Commands

NAMES = (
    "up serve relay sign topics migrate token show journey lag audit dossier keys rebuild "
    "dead-letters epoch backup recovery restore events openapi asyncapi"
).split()


def main() -> None:
    """The entry point of the command line."""
    Commands(
        "vangnet",
        NAMES,
        help="Bewaart veiligheidsplannen. Instellingen staan in VAR, PORT, DEMO en VANGNET_*.",
    )()
