"""Tries every mutant of the domain, or of the paths that are named, on two cores."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.house.tree import ROOT
from tests.mutation.reporting import judged, page, rooms, summary, write

DOMAIN = [
    "services/plans/domain",
    "services/evaluations/domain",
    "services/notifications/domain",
    "shared/eventbase",
]
_TESTS = [
    f"tests/unit/{room}"
    for room in "plans evaluations notifications lives eventbase access record".split()
]
_AT_MOST = 0.05
_FOUND = ROOT / "build/mutation.json"


def outcomes_of(paths: list[str], jobs: int) -> dict[str, str]:
    """What became of each mutant of ``paths``."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "outcomes"
        # A failure is only counted: nobody reads what it says.
        plugins = ["-p", "no:cacheprovider", "-p", "tests.mutation.running"]
        briefly = ["-q", "-s", "--assert=plain", "--tb=native"]
        asked = json.dumps([paths, str(written), jobs])
        environ = os.environ | {"MUTATE": asked, "PYTHONPATH": ".", "PYTHONHASHSEED": "0"}
        command = [
            sys.executable,
            "-m",
            "pytest",
            *briefly,
            *plugins,
            *_TESTS,
        ]
        subprocess.run(command, cwd=ROOT, env=environ, check=True, stdout=subprocess.DEVNULL)
        return dict(json.loads(line) for line in written.read_text("utf-8").splitlines())


def main(*paths: str) -> int:
    """Writes the page, with what was found before of the paths that were not named now."""
    asked = [*paths] or DOMAIN
    known = json.loads(_FOUND.read_text("utf-8")) if _FOUND.exists() else {}
    outcomes = {name: known[name] for name in known if not name.startswith(tuple(asked))}
    tried = outcomes_of(asked, int(os.environ.get("JOBS", "2")))
    _FOUND.parent.mkdir(exist_ok=True)
    _FOUND.write_text(json.dumps(outcomes | tried), "utf-8")
    write(page(rooms(outcomes | tried, judged())))
    found = rooms(tried, judged())
    for room in found:
        print(f"{room.name}: {len(room.survivors)} of {room.tried} survive ({room.share:.1%})")
        print("".join(f"  {name}: {tried[name]}\n" for name in room.survivors), end="")
    print(summary(tried))
    return int(any(room.share > _AT_MOST for room in found))


sys.exit(main(*sys.argv[1:]))
