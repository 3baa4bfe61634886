"""The tour of the README works when it is pasted, and says what the README says it does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
_START_SECONDS = 90


@contextmanager
def running(folder: Path) -> Iterator[dict[str, str]]:
    """``vangnet up`` with the invented families on a folder; gives the environment to ask in."""
    environ = {**os.environ, "VAR": str(folder), "PORT": "0", "DEMO": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "vangnet", "up"],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        ready = next(line for line in process.stdout if line.startswith("ready "))
        yield {**environ, "PORT": ready.strip().rpartition(":")[2]}
    finally:
        process.terminate()
        process.communicate(timeout=_START_SECONDS)


def tour() -> str:
    """The shell of the README's tour, run by this Python instead of the one in .venv."""
    text = (ROOT / "README.md").read_text("utf-8").partition("## A tour")[2]
    told = "\n".join(re.findall(r"```sh\n(.*?)```", text.partition("## How it works")[0], re.S))
    return told.replace(".venv/bin/vangnet", f"{sys.executable} -m vangnet")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the tour prints."""
    with running(tmp_path_factory.mktemp("tour")) as environ:
        done = subprocess.run(
            ["bash", "-e"],
            input=tour(),
            cwd=ROOT,
            env=environ,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_two_answers_about_one_moment_differ_by_what_was_not_known_yet(said: str) -> None:
    """At a quarter to eight it had happened, and nobody at the team knew (W9.1)."""
    stories = re.split(r"(?=^Zoals het was op )", said, flags=re.M)[1:]
    then, today = (s.splitlines() for s in stories if "24-05-2025 19:45, zoals" in s)
    only_today = [line for line in today[1:] if line.startswith("24-05") and line not in then]
    assert len(only_today) >= 1
    assert "voorval" in only_today[0].lower()
    assert not any(line.startswith("24-05-2025 19:30") for line in then)


def test_a_person_s_answer_holds_nothing_that_is_hidden_from_them(said: str) -> None:
    """The code word that keeps Mirjam safe is in the workers' answers and not in Stefan's."""
    before, _, after = said.partition('{"afspraken"')[2].partition('{"afspraken"')
    assert "zonnebloem" in before
    assert "zonnebloem" not in after


def test_the_feed_comes_last_and_says_no_more_than_what_happened(said: str) -> None:
    """Three events, and where to go on."""
    feed = said[said.rindex('{"gebeurtenissen"') :]
    assert feed.count('"specversion"') == 3
    assert '"volgende"' in feed
