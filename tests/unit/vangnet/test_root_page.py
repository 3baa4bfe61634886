"""The page at the root: readable by anybody, and nothing on it can run."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any, cast

from shared.service.service import Service
from vangnet.pages.root_page import page_headers, root_page


def service(name: str, base_path: str, simulated: bool = False) -> Service:
    """As much of a service as the page asks for."""
    record = SimpleNamespace(simulated=simulated)
    parts: Any = SimpleNamespace(
        name=name, base_path=base_path, acting=SimpleNamespace(record=record)
    )
    return cast(Service, parts)


PLANS = service("plans", "/plannen/api/v1")


def page(*services: Service, development: bool = True) -> str:
    """The page as text."""
    return root_page(services, development=development).decode()


class Tags(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps it."""
        self.found.append((tag, dict(attrs)))


def test_the_style_is_the_only_thing_that_may_load():
    """Its hash is in the policy; there is no script, image or form, nor a place for one."""
    text, policy = page(PLANS), page_headers()["Content-Security-Policy"]
    style = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    assert len(style) == 1
    assert f"'sha256-{b64encode(sha256(style[0].encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    tags = Tags(text).found
    assert not {"script", "img", "link", "form", "iframe"} & {tag for tag, _ in tags}
    assert not any(name == "style" or name.startswith("on") for _, a in tags for name in a)


def test_it_can_be_read_by_everybody():
    """Language, title, one main heading, a table whose headers say what they head."""
    tags = Tags(page(PLANS)).found
    assert ("html", {"lang": "nl"}) in tags
    names = [tag for tag, _ in tags]
    assert all(names.count(one) == 1 for one in ("title", "main", "h1", "caption"))
    assert all(a.get("scope") in ("col", "row") for tag, a in tags if tag == "th")


def test_it_says_where_each_service_is_described():
    """With a link that says where it goes."""
    text = page(PLANS, service("evaluations", "/evaluaties/api/v1"))
    assert '<a href="/plannen/api/v1/openapi.json">Beschrijving van Plannen</a>' in text
    assert '<a href="/evaluaties/api/v1/openapi.json">Beschrijving van Evaluaties</a>' in text


def test_an_example_says_that_it_is_one():
    """A store with a simulated clock says so in every head, this one too."""
    assert "gesimuleerde klok" not in page(PLANS)
    assert "gesimuleerde klok" in page(PLANS, service("x", "/x", simulated=True))


def test_production_promises_no_token():
    """There the command gives none."""
    assert "vangnet token" in page(PLANS)
    assert "vangnet token" not in page(PLANS, development=False)
