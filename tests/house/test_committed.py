"""What is committed runs anywhere: it names no machine of ours and no registry to fetch from."""

import re
import subprocess

import pytest

from tests.house.tree import ROOT

# Spelled in pieces, so that this file does not find itself.
MACHINE = re.compile(
    r"(?<![\w.])/(?:wo" + r"rk|fa" + r"rm|ro" + r"ot|tm" + r"p/w)/|\bfa" + r"rm-\w+"
)
REGISTRY = re.compile(
    r"--(?:extra-)?index" + r"-url|\"resolved\": *\"https?:|registry *= *\"?https?:"
    r"|files\.python" + r"hosted|pypi\.o" + r"rg/simple|registry\.npm" + r"js|deb\.deb" + r"ian\."
)


def committed() -> list[str]:
    """The tracked files, and those that the next commit could take along."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout
    return sorted(name for name in names.decode().split("\0") if (ROOT / name).is_file())


def telltales(text: str) -> list[str]:
    """Every machine path and registry address in a text."""
    return [m.group() for pattern in (MACHINE, REGISTRY) for m in pattern.finditer(text)]


def test_nothing_committed_names_a_machine_path_or_a_registry_address():
    """A fresh clone works on somebody else's machine, with the index that they chose."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so there is nothing that could be committed")
    found = {n: telltales((ROOT / n).read_text("utf-8", errors="replace")) for n in committed()}
    assert {name: marks for name, marks in found.items() if marks} == {}


@pytest.mark.parametrize(
    "line",
    [
        "cd /wo" + "rk/main",
        'open("/ro' + 'ot/.cache")',
        "--index" + "-url https://example.org/simple",
        '"resolved": "ht' + 'tps://example.org/x.tgz"',
        "https://files.python" + "hosted.org/packages/x",
    ],
)
def test_a_machine_path_or_a_registry_address_is_found(line: str):
    """The check can fail."""
    assert telltales(line)


@pytest.mark.parametrize("line", ["docs/work/plan.md", "/workers", "/roots/", "https://a.nl/work/"])
def test_an_ordinary_path_that_looks_like_one_is_left_alone(line: str):
    """A route or a folder of the project's own is no machine path."""
    assert telltales(line) == []
