"""Draws the pictures of docs/clocks.md anew."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.clocks.case_a import case_a
from tests.clocks.pictures import PICTURES

FOLDER = Path(__file__).parents[2] / "docs" / "clocks"

if __name__ == "__main__":
    with TemporaryDirectory() as folder, case_a(Path(folder)) as case:
        for name, draw in PICTURES.items():
            (FOLDER / name).write_text(draw(case), "utf-8")
