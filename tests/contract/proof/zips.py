"""Zips as somebody makes them who wants to be rid of a reader."""

from __future__ import annotations

import warnings
import zipfile
from io import BytesIO
from struct import pack_into

_SIZE_IN_DIRECTORY = 24
_DIRECTORY = b"PK\1\2"


def packed(members: list[tuple[str, bytes]], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these, the same name twice if it is there twice."""
    into = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(into, "w", how) as zip_file:
        warnings.simplefilter("ignore")
        for name, content in members:
            zip_file.writestr(zipfile.ZipInfo(name), content, how)
    return into.getvalue()


def lying(content: bytes, size: int) -> bytes:
    """The zip, that says of its first member that so many bytes come out of it."""
    changed = bytearray(content)
    pack_into("<I", changed, content.index(_DIRECTORY) + _SIZE_IN_DIRECTORY, size)
    return bytes(changed)
