"""What stands in the clear tells nothing that must not be known (design section 4, domain 3.7)."""

from __future__ import annotations

from tests.contract.events.golden import EVENTS

# How something was judged, whom it keeps out, what is kept from whom, and that a child spoke.
TELLING = {
    *("bereikt", "verloren", "reached", "lost", "veilig", "onveilig", "unsafe"),
    *("uitgesloten", "uitsluiting", "geweigerd", "excluded", "exclusion", "refused"),
    *("verborgen", "geheim", "hidden", "secret", "achtergehouden", "withheld", "left"),
    *("verzwegen", "gedeeld-niet", "kindgesprek", "gesproken", "spoken", "apart", "alleen"),
    *("vermoeden", "suspicion", "verdenking", "schuldig", "dader", "perpetrator"),
}


def words(name: str) -> set[str]:
    """The words of a topic or a name."""
    return set(name.replace(".", "-").split("-"))


def test_no_topic_and_no_name_tells_what_must_not_be_known() -> None:
    """Both stand in the clear: in the database, on the internal feed, on that of case systems."""
    named = {event: words(topic) | words(event.NAME) for topic, event in EVENTS.items()}
    told = {event.NAME: found & TELLING for event, found in named.items() if found & TELLING}
    # How somebody can be reached is not who is safe.
    assert told == {"veilig-contact-gekozen": {"veilig"}}


def test_a_name_that_tells_is_found() -> None:
    """The test above can fail: such a name was once chosen."""
    for name in (
        "directe-veiligheid-verloren",
        "kindgesprek-vastgelegd",
        "evaluation.child-spoken",
    ):
        assert words(name) & TELLING
