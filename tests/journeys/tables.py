"""The tables of domain.md 4.2 as far as a test can hold the cases to them, copied by hand."""

from __future__ import annotations

from typing import NamedTuple


class Hidden(NamedTuple):
    """What one actor may never read, and the row from which they are known."""

    actor: str
    words: tuple[str, ...]
    known_from: int = 0


class Table(NamedTuple):
    """A case: the first cell of each row, and from whom what is hidden.

    ``asks_all``: after every row this actor asks for all that a person may ask for.
    """

    when: tuple[str, ...]
    hidden: tuple[Hidden, ...]
    asks_all: str


TABLES = {
    "a": Table(
        when=(
            "Sat 2025-03-08 22:50",
            "Mon 03-10 09:10",
            "09:40 / 10:15 / 10:30",
            "11:00-15:30",
            "16:30",
            "17:00",
            "Tue 03-11",
            "Fri 03-14",
            "Mon 03-17",
            "Tue 03-18",
            "Wed 03-19",
            "Mon 03-24",
            "Mon 03-31",
            "Mon 04-07",
            "Mon 04-14",
            "Mon 05-12",
            "Sat 05-24 19:30",
            "Sat 20:40 / Sun 05-25",
            "Mon 05-26",
            "Mon 06-30 / 09-08 / 12-01",
            "Mon 2026-03-02",
            "Tue 03-10",
            "Mon 03-16",
        ),
        # Noor's words, the code word, who helps with it, and where they are.
        hidden=(
            Hidden("stefan", ("ik let op als papa", "zonnebloem", "Hans", "Duindoornlaan"), 1),
            Hidden("els", ("ik let op als papa", "zonnebloem", "Duindoornlaan"), 1),
        ),
        asks_all="stefan",
    ),
    "b": Table(
        when=(
            "Tue 2025-01-14",
            "Thu 01-16",
            "Tue 01-21",
            "Thu 01-23",
            "Tue 01-28",
            "Mon 02-03",
            "Thu 02-13",
            "Thu 02-20",
            "Sat 03-01",
            "Thu 03-27",
            "Sat 05-03",
            "Thu 05-08",
            "Thu 05-22",
            "Thu 06-19",
            "Thu 07-03",
            "Tue 07-08 / Thu 07-10",
            "Thu 09-18",
            "Thu 12-11",
            "Thu 2026-01-22",
        ),
        # Whoever is kept out gets no data at all; a mother not what her son does not want to tell.
        hidden=(
            Hidden("ricardo", ("Milan", "Linda", "Truus", "ontbijt", "nachten")),
            Hidden("linda", ("durf ik niet te slapen", "bang voor hem", "Risico: hoog")),
            Hidden("truus", ("durf ik niet te slapen", "oorpijn", "somber")),
        ),
        asks_all="linda",
    ),
    "c": Table(
        when=(
            "Tue 2025-09-02",
            "Thu 09-04 / Tue 09-09",
            "Thu 09-11",
            "Tue 09-16",
            "Thu 09-25",
            "Thu 10-02 / 10-09",
            "Thu 10-30",
            "Sat 11-01",
            "Mon 11-03",
            "Tue 11-04",
            "Thu 11-13",
            "Thu 11-27",
            "Thu 12-18",
            "Thu 2026-01-29",
            "Thu 03-12",
        ),
        # Each parent the other's story, claim and friend; and what Sem and Liv keep to themselves.
        hidden=(
            Hidden("daan", ("slaap ik slecht", "dat papa dit leest", "Lotte", "Saskia")),
            Hidden("daan", ("schreeuwen op de stoep", "aan mijn deur", "oren dicht")),
            Hidden("karin", ("overdrijft", "Menno", "praat het Liv aan", "gaf Liv niet mee")),
            Hidden("ria", ("slaap ik slecht", "overdrijft", "praat het Liv aan")),
        ),
        asks_all="daan",
    ),
}
