"""A file is called after what it holds; a file called ``utils`` holds whatever nobody placed."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from tests.house.tree import product

NAMELESS = {"util", "utils", "helper", "helpers", "common", "misc", "base", "lib", "stuff"}


def nameless(paths: Iterable[str]) -> list[str]:
    """The paths of which the file or a folder has a name that says nothing."""
    return [p for p in paths if NAMELESS & set(PurePosixPath(p).with_suffix("").parts)]


def test_every_file_and_folder_is_called_after_what_it_holds():
    """A stranger finds each step by its name."""
    assert nameless(source.path for source in product()) == []


def test_a_name_that_says_nothing_is_found_on_files_and_folders():
    """The check can fail, and does not stumble over a name that merely holds such a word."""
    paths = ["shared/utils.py", "services/plans/common/dates.py", "shared/feed/commons.py"]
    assert nameless(paths) == paths[:2]
