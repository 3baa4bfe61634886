"""``vangnet audit``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from shared.proof.auditing import audit_access, audit_record
from shared.proof.tables.checkpoints import ACCESS, SqlCheckpoints
from shared.record.errors import SettingsError
from shared.record.walk import Finding
from shared.service.databases import origin_of
from vangnet.assembly import SERVICES
from vangnet.cli.environment import deployment
from vangnet.opened_logs import OpenedLogs, opened_logs
from vangnet_verify.note import VerifierKey, parse_key
from vangnet_verify.rejected import Rejected

_ALL = 2**62


@click.command("audit")
@click.argument("services", nargs=-1, type=click.Choice(SERVICES), metavar="[DIENST]...")
@click.option(
    "--keys",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="De sleutels van de ondertekenaars, die u apart bewaarde.",
)
def command(services: tuple[str, ...], keys: Path | None) -> None:
    """Controleer alles wat is vastgelegd, zonder sleutels: is het nog zoals het was?

    Eindigt met 1 als er iets niet klopt.
    """
    settings, trusted = deployment().settings, _keys(keys)
    found = 0
    for service in services or SERVICES:
        with opened_logs(settings, service) as logs:
            findings = _audited(logs, trusted)
        for finding in findings:
            click.echo(f"{service}: {_line(finding)}")
        found += len(findings)
    click.echo("Er is niets gevonden." if not found else f"{found} bevindingen.")
    if found:
        sys.exit(1)


def _audited(logs: OpenedLogs, trusted: Sequence[VerifierKey]) -> list[Finding]:
    def heard(seq: int) -> None:
        click.echo(f"{logs.service}: {seq} gebeurtenissen bekeken ...", err=True)

    checkpoints = SqlCheckpoints(logs.database).after(0, _ALL)
    size = logs.ledger.frontier().size
    findings = audit_record(origin_of(logs.service), logs.ledger, checkpoints, trusted, heard)
    looks = SqlCheckpoints(logs.database, ACCESS).after(0, _ALL)
    findings += audit_access(logs.access_log, looks, trusted)
    click.echo(f"{logs.service}: {size} gebeurtenissen en {len(checkpoints)} standen bekeken.")
    return findings


def _keys(path: Path | None) -> list[VerifierKey]:
    if path is None:
        return []
    try:
        return [parse_key(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    except Rejected as rejected:
        raise SettingsError(f"{path.name}: {rejected}.") from None


def _line(finding: Finding) -> str:
    where = f"volgnummer {finding.seq}" if finding.seq else "zonder volgnummer"
    if finding.stream_id is not None:
        where += f", stroom {finding.stream_id}, gebeurtenis {finding.version}"
    return f"{where}: {finding.fault.value}"
