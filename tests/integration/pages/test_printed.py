"""What a printer makes of the pages for people: at most two sheets each (W0.9, domain.md 4.1).

In a real browser, from a server on 127.0.0.1 with the headers that it really sends.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from services.plans.app import BASE_PATH
from shared.access.role import Role
from tests.integration.pages.full_family import full
from tests.integration.plans.family import Family, in_force
from tests.integration.plans.town import Town, make_issuer
from tests.parts.chromium import Chromium, Printed
from tests.parts.web_server import served


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """The service on an empty store."""
    (tmp_path / "uitgever").mkdir()
    made = Town(tmp_path, make_issuer(tmp_path / "uitgever"))
    yield made
    made.close()


def wider(body: bytes) -> bytes:
    """The page in a letter that takes more room than the one it asks for."""
    style = body.replace(b'"Liberation Sans", Arial, Helvetica', b'"DejaVu Sans", Verdana')
    assert style != body
    return style


@pytest.mark.parametrize("words", [8, 90])
def test_the_fullest_page_takes_two_sheets(
    town: Town, browser: Chromium, tmp_path: Path, words: int
) -> None:
    """W0.9: whatever is written, in the letter for adults and for children, and in a wider one."""
    for reader, url in full(town, words).items():
        file = tmp_path / f"{reader}.html"
        file.write_bytes(wider(town.get(url).data))
        printed = browser.printed(file.as_uri())
        assert printed.sheets == 2, reader
        assert "De rest staat in het hele plan" in printed.text, reader


def test_the_browser_takes_the_style_as_it_is_sent_and_no_other(
    town: Town, browser: Chromium
) -> None:
    """W0.9: the policy that goes along with a page lets just this style through; it says A4."""
    family = in_force(town)
    url = f"{family.dossier}/personen/{family.mirjam}/gezinsversie"
    found = []
    for style in (b"</style>", b" </style>"):
        with served(as_sent(town, url, style)) as address:
            found.append(browser.printed(address).is_a4)
    assert found == [True, False]


def as_sent(town: Town, url: str, end_of_style: bytes) -> Any:
    """A server that sends what the service sends, but for how the style ends."""

    def app(environ: Any, start: Any) -> list[bytes]:
        answer = town.get(url)
        kept = [(k, v) for k, v in answer.headers.items() if k.lower() != "content-length"]
        start(answer.status, kept)
        return [answer.data.replace(b"</style>", end_of_style)]

    return app


def test_mirjam_and_stefan_each_print_their_own_page(town: Town, browser: Chromium) -> None:
    """3.7: hers says the code word and who helps; nothing in his shows that there is one."""
    family = in_force(town)
    hers, his = (printed(family, browser, who) for who in (family.mirjam, family.stefan))
    assert (hers.sheets, his.sheets, hers.is_a4, his.is_a4) == (1, 1, True, True)
    assert "Codewoord appel" in hers.text
    assert "Hans" in hers.text
    assert "Geen contact" in his.text
    assert "Els belt elke avond" in his.text
    for secret in ("Codewoord", "Hans"):
        assert secret not in his.text


def printed(family: Family, browser: Chromium, person: str) -> Printed:
    """Somebody's own page, read with their own token."""
    town = family.town
    url = f"{BASE_PATH}{family.dossier}/personen/{person}/gezinsversie"
    token = town.get(family.dossier, Role.PERSON, person).request.headers["Authorization"]

    def signed_in(environ: Any, start: Any) -> Any:
        return town.service.app(environ | {"HTTP_AUTHORIZATION": token}, start)

    with served(signed_in) as address:
        return browser.printed(address + url)
