"""The image holds everything that is installed."""

from __future__ import annotations

import fnmatch
import re
import tomllib

from tests.integration.deploy.manifests import DEPLOY

ROOT = DEPLOY.parent
IMAGE = DEPLOY / "image"


def packages() -> set[str]:
    """The top-level packages that an installation consists of."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["tool"]["setuptools"]["packages"]["find"]["include"]
    found = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    found |= {path.parents[1].name for path in ROOT.glob("*/*/__init__.py")}
    return {name for name in found if any(fnmatch.fnmatch(name, each) for each in wanted)}


def test_every_package_is_copied_into_the_image_and_reaches_the_builder() -> None:
    """One that is missing shows at the first start in a town, and nowhere before."""
    assert {"services", "shared", "vangnet", "vangnet_verify"} <= packages()
    copied = re.findall(r"^COPY (\w+) \w+$", (IMAGE / "Dockerfile").read_text("utf-8"), re.M)
    let = (IMAGE / "Dockerfile.dockerignore").read_text("utf-8")
    assert packages() - set(copied) == set()
    assert packages() - set(re.findall(r"^!(\w+)$", let, re.M)) == set()
