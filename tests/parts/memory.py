"""Where tests write: in memory when there is room for it, so that waiting for a disk costs nothing.

No test here cuts the power of this machine: that is done to what was written down of all that a
process wrote and synced, and those syncs are asked for in memory too.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")
# A whole run leaves less than one gigabyte at a time.
_ROOM = 4 << 30


def write_in_memory() -> None:
    """From now on, also for processes that are started; ``TMPDIR`` says otherwise."""
    if "TMPDIR" not in os.environ and _fits():
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


def _fits() -> bool:
    if not _MEMORY.is_dir() or not os.access(_MEMORY, os.W_OK):
        return False
    # What a test compiles there, it must be able to run there.
    runs = not os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC
    return runs and shutil.disk_usage(_MEMORY).free >= _ROOM
