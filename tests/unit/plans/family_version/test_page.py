"""The page itself: what a browser may do with it, and whom it can be read by (W0.9)."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from services.plans.api.family_version.page import both, dutch_day, family_version_page, sentence
from shared.web.view import Raw, Stated
from tests.unit.plans.acts import Family, activate, add, agree
from tests.unit.plans.case import at, day
from tests.unit.plans.family_version.own import own


class Tags(HTMLParser):
    """Every tag of a page, with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps it."""
        self.found.append((tag, dict(attrs)))


def printed(*, what: str = "Geen contact", asked: bool = False, simulated: bool = False) -> Raw:
    """Stefan's page."""
    family = Family()
    family.case.do(agree(family.stefan, what=what, for_people=(family.mirjam,)))
    family.case.do(activate())
    moments = Stated(at("2025-03-11 23:30"), at("2025-03-12 12:00"), asked, simulated)
    return family_version_page(own(family, family.stefan), moments)


def test_nothing_loads_but_the_style_that_stands_in_it() -> None:
    """W0.9, 3.7: no script, no image, no font or address elsewhere that could tell of a reading."""
    raw = printed()
    text, policy = raw.body.decode(), raw.headers["Content-Security-Policy"]
    (style,) = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    tags = Tags(text).found
    assert not {"script", "img", "link", "form", "iframe", "a"} & {tag for tag, _ in tags}
    assert not any(name == "style" or name.startswith("on") for _, a in tags for name in a)
    assert not re.search(r"url\(|@import|https?:", text)


def test_what_people_write_is_text_and_nothing_else() -> None:
    """W0.9: a promise with a tag in it is a promise with a tag in it."""
    text = printed(what="<script>alert(1)</script> & <b>").body.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;" in text
    assert "<script" not in text


def test_it_can_be_read_by_everybody() -> None:
    """W0.9: a language, a title, one main part, headings in their order, lists that are lists."""
    tags = Tags(printed().body.decode()).found
    assert ("html", {"lang": "nl"}) in tags
    names = [tag for tag, _ in tags]
    assert all(names.count(one) == 1 for one in ("title", "header", "main", "h1"))
    headings = [name for name in names if re.fullmatch("h[1-6]", name)]
    assert headings[0] == "h1"
    assert set(headings[1:]) == {"h2"}
    assert names.count("section") == names.count("h2")
    assert "ol" in names


def test_letters_are_large_and_dark_enough() -> None:
    """W0.9, WCAG 1.4.3: at least ten and a half points on paper, and contrast of at least 4.5."""
    style = re.findall("<style>(.*?)</style>", printed().body.decode(), re.DOTALL)[0]
    assert "font-size: 11pt" in style.partition("@media print")[2]
    sizes = [float(size) for size in re.findall(r"([\d.]+)pt", style)]
    assert min(sizes) >= 10.5
    ems = [float(size) for size in re.findall(r"font-size: ([\d.]+)r?em", style)]
    assert min(ems) >= 1
    colours = {*re.findall(r"(?<!-)color: (#\w+)", style), *re.findall(r"solid (#\w+)", style)}
    assert colours
    assert all(contrast(colour, "#fff") >= 4.5 for colour in colours)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(d * 2 for d in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_measured() -> None:
    """The test above can fail."""
    assert round(contrast("#000", "#ffffff")) == 21
    assert contrast("#999", "#fff") < 4.5


def test_a_page_of_the_past_says_which_days_it_shows() -> None:
    """Design 3: as days in the Netherlands; of now it says nothing."""
    said = "Zo gold het op 12 maart 2025, met wat op 12 maart 2025 bekend was."
    assert said in printed(asked=True).body.decode()
    assert "Zo gold het" not in printed().body.decode()


def test_a_page_of_a_simulated_store_says_so() -> None:
    """Design 2: in every view."""
    assert "gesimuleerd" in printed(simulated=True).body.decode()
    assert "gesimuleerd" not in printed().body.decode()


def test_names_days_and_sentences_read_aloud_well() -> None:
    """W0.9: plain Dutch."""
    assert [both(n) for n in ((), ("Els",), ("Els", "Hans"), ("a", "b", "c"))] == [
        "", "Els", "Els en Hans", "a, b en c",
    ]  # fmt: skip
    assert dutch_day(day("2026-03-01")) == "1 maart 2026"
    assert [sentence(text) for text in ("Rust", "Rust!", "Rust.")] == ["Rust.", "Rust!", "Rust."]


def test_a_name_that_the_text_says_is_not_said_again() -> None:
    """W0.9: fewer words to read."""
    family = Family()
    anne = family.case.item(add("Anne de Wit"))
    family.case.do(agree(anne, what="Anne belt", shared_with=(family.stefan,)))
    family.case.do(agree(family.els, what="Else elke dag bellen", shared_with=(family.stefan,)))
    family.case.do(activate())
    moments = Stated(family.case.now, family.case.now, asked=False, simulated=False)
    read = family_version_page(own(family, family.stefan), moments).body.decode()
    assert "Anne de Wit" not in read
    assert "<b>Els:</b> Else elke dag bellen." in read
