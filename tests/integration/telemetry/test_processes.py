"""What can be seen of services that each run in a process of their own."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.integration.telemetry.collector import Collector, collecting
from tests.integration.vangnet.apart import Apart, free_port, wait_until
from vangnet.assembly import SERVICES

SECONDS = 20.0


def started(folder: Path, collector: Collector) -> tuple[Apart, dict[str, int]]:
    """Services on their own, each with a port for its metrics."""
    apart = Apart({"VAR": str(folder / "var"), "VANGNET_TRACES": collector.address})
    ports = {name: free_port() for name in SERVICES}
    for name, port in ports.items():
        apart.settings["VANGNET_METRICS_PORT"] = str(port)
        apart.start(name)
    return apart, ports


def metrics(port: int, path: str = "/metrics") -> dict[str, float]:
    """Everything on a page, by name and labels."""
    with urlopen(f"http://127.0.0.1:{port}{path}", timeout=SECONDS) as answer:
        lines = answer.read().decode().splitlines()
    rows = [line.rpartition(" ") for line in lines if not line.startswith("#")]
    return {name: float(value) for name, _, value in rows}


def test_an_act_is_one_trace_through_three_processes_and_its_way_is_measured(
    tmp_path: Path,
) -> None:
    """Metrics on a port of their own, traces to a collector, the log to whoever runs it."""
    with collecting() as collector:
        apart, ports = started(tmp_path, collector)
        with apart:
            apart.begin()
            position = 'vangnet_feed_position{service="notifications",source="plans"}'
            last = metrics(ports["plans"])['vangnet_record_last_seq{service="plans"}']
            wait_until(lambda: metrics(ports["notifications"]).get(position) == last)
            leader = 'vangnet_leader{service="notifications"}'
            assert metrics(ports["notifications"])[leader] == 1
            assert 'vangnet_leader{service="plans"}' not in metrics(ports["notifications"])
            digests = metrics(ports["evaluations"], "/metrics/vingerafdrukken")
            assert any(name.startswith("vangnet_projection_digest_info") for name in digests)
            assert refused(apart, "/metrics") == 404
            for name in reversed(SERVICES):
                apart.up[name].stop()
    assert collector.paths == {"/v1/traces"}
    opening = [s for s in collector.spans if s.name == "POST /plannen/api/v1/dossiers"]
    traced = {(s.process, s.name) for s in collector.spans if s.trace == opening[0].trace}
    assert traced == {
        ("vangnet-plans", "POST /plannen/api/v1/dossiers"),
        ("vangnet-plans", "append"),
        ("vangnet-evaluations", "follow plan.dossier-opened"),
        ("vangnet-notifications", "follow plan.dossier-opened"),
    }
    in_log(apart, opening[0].trace)


def refused(apart: Apart, path: str) -> int:
    """The status of an answer on the public port that is none."""
    try:
        with urlopen(apart.up["plans"].address + path, timeout=SECONDS) as answer:
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code


def in_log(apart: Apart, trace: str) -> None:
    """The trace of the request stands in the log of the process that answered it."""
    lines = [json.loads(line) for line in apart.log_of("plans").read_text().splitlines()]
    (line,) = [line for line in lines if line.get("request_id") == trace]
    assert line["trace_id"] == trace
    assert (line["source"], line["service"], line["status"]) == ("vangnet-plans", "plans", 201)
