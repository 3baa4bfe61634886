"""What a broker consists of: Java, and the jars that the pom names."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
LIBS = POM.parents[2] / "build" / "broker" / "libs"
_JAVA = 17
# A first download on a slow line.
_MAVEN_SECONDS = 600
_VERSION = re.compile(r'version "(\d+)')


class NoBroker(Exception):
    """A broker cannot run here, and why."""


def java() -> str:
    """The path of a Java that Kafka runs on. Raises NoBroker."""
    found = shutil.which("java")
    if found is None:
        raise NoBroker(f"there is no Java here: install version {_JAVA} or newer")
    told = subprocess.run([found, "-version"], capture_output=True, text=True, timeout=60).stderr
    version = _VERSION.search(told)
    if version is None or int(version[1]) < _JAVA:
        raise NoBroker(f"Kafka needs Java {_JAVA} or newer")
    return found


def libs(folder: Path = LIBS) -> Path:
    """The folder with the jars; Maven fills it the first time. Raises NoBroker."""
    if not any(folder.glob("kafka_*.jar")):
        _fetch(folder)
    return folder


def _fetch(folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise NoBroker("there is no Maven here to fetch Kafka with")
    command = [maven, "-q", "-B", "-f", str(POM), f"-Dlibs={folder}", "prepare-package"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_MAVEN_SECONDS)
    if done.returncode:
        raise NoBroker(f"Maven could not fetch Kafka: {done.stdout[-2000:]}")
