"""One broker: a folder on disk, and a Java process while it runs."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

from deploy.broker.jars import NoBroker

_FORMAT_SECONDS = 60
_STOP_SECONDS = 20
_HEAP = ("-Xms128m", "-Xmx384m", "-XX:+UseSerialGC", "-Djava.net.preferIPv4Stack=true")
_LOGGING = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"


class Node:
    """A broker that keeps its records in ``folder``, also when it is killed and started again."""

    def __init__(self, folder: Path, java: str, libs: Path, settings: str, cluster: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._java = (java, *_HEAP, _LOGGING, "-cp", f"{libs}/*")
        self._process: subprocess.Popen[bytes] | None = None
        self._settings = folder / "server.properties"
        self._settings.write_text(settings, "utf-8")
        self._format(cluster)

    @property
    def pid(self) -> int | None:
        """Of the Java process; None while there is none."""
        running = self._process is not None and self._process.poll() is None
        return self._process.pid if self._process is not None and running else None

    @property
    def log(self) -> str:
        """The end of what it logged."""
        return (self._folder / "broker.log").read_text("utf-8", "replace")[-3000:]

    def start(self) -> None:
        """Starts it; it answers some seconds later."""
        command = [*self._java, "kafka.Kafka", str(self._settings)]
        with (self._folder / "broker.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )

    def signal(self, number: int) -> None:
        """Sends it a signal, as SIGSTOP and SIGCONT; nothing when it does not run."""
        if self.pid is not None:
            os.kill(self.pid, number)

    def kill9(self) -> None:
        """Ends it without a chance to tidy up."""
        self.signal(signal.SIGKILL)
        self._gone()

    def stop(self) -> None:
        """Ends it in good order, or else not in good order."""
        self.signal(signal.SIGTERM)
        try:
            self._gone()
        except subprocess.TimeoutExpired:
            self.kill9()

    def _gone(self) -> None:
        if self._process is not None:
            self._process.wait(_STOP_SECONDS)

    def _format(self, cluster: str) -> None:
        tool = ["kafka.tools.StorageTool", "format", "--ignore-formatted"]
        command = [*self._java, *tool, "-t", cluster, "-c", str(self._settings)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=_FORMAT_SECONDS)
        if done.returncode:
            raise NoBroker(f"formatting {self._folder.name} failed: {done.stderr[-2000:]}")
