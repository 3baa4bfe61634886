"""Callers who hang up while they wait for news, just before Vangnet is asked to stop."""

from __future__ import annotations

import time
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path

from shared.access.role import Role
from tests.integration.vangnet.process import environment, launched, running
from vangnet.identity import identity_of
from vangnet.settings import read_settings
from vangnet.world import real_clock

WAITING = "/plannen/api/v1/interne-gebeurtenissen?na=0&aantal=10&wacht=20"


def test_a_request_whose_asker_has_gone_is_finished_before_the_process_ends(tmp_path: Path):
    """Otherwise the databases close under it, and the process ends by SIGABRT."""
    with running(launched(["serve", "plans"], environment(tmp_path))) as plans:
        identity = identity_of(read_settings({"VAR": str(tmp_path)}), real_clock)
        token = identity.token(Role.SERVICE, None, None, timedelta(hours=1))
        callers = [HTTPConnection(plans.address.removeprefix("http://")) for _ in range(3)]
        for caller in callers:
            caller.request("GET", WAITING, headers={"Authorization": f"Bearer {token}"})
        # Long enough that all of them wait; nothing can be seen of that from outside.
        time.sleep(1)
        for caller in callers:
            caller.close()
        assert plans.stop() == 0
