"""An old version shows nobody more than it showed them then, whatever may be seen now."""

from __future__ import annotations

from datetime import timedelta

from tests.integration.privacy.household import (
    CODE_WORD,
    NOTIFICATIONS,
    PLANS,
    Household,
    agreement,
    as_person,
    correct,
)
from tests.integration.whole.village import START

PLAN = "/veiligheidsplan"


def everything(home: Household, person: str) -> str:
    """All that somebody reads of the plan: now, its versions, and as it was at first."""
    paths = [PLAN, f"{PLAN}/versies", *(f"{PLAN}/versies/{n}" for n in range(1, 6))]
    paths += [f"{PLAN}?geldigOp={START + timedelta(hours=3):%Y-%m-%dT%H:%M:%S}Z", "/personen"]
    return "\n".join(home.ask(PLANS, path, person).text for path in paths)


def test_what_is_shown_at_last_does_not_show_what_it_said_before(home: Household) -> None:
    """3.7: Stefan may read the new words of an agreement, not the code word it once held."""
    home.later(days=1)
    home.change(
        home.secret, "Hans is bereikbaar", home.mirjam, gedeeldMet=[home.stefan], verborgenVoor=[]
    )
    told = everything(home, home.stefan)
    assert "Hans is bereikbaar" in told
    assert CODE_WORD not in told


def test_what_somebody_had_no_part_in_then_they_do_not_read_afterwards(home: Household) -> None:
    """3.7: an agreement of others, to which Els is added later with other words."""
    item = home.act("/afspraken", agreement("Code rood", home.mirjam))["onderdelen"][0]
    home.adjust()
    home.later(days=1)
    home.change(item, "Els belt aan", home.mirjam, home.els)
    told = everything(home, home.els)
    assert "Els belt aan" in told
    assert "Code rood" not in told


def test_a_hiding_that_is_corrected_does_not_show_what_was_hidden(home: Household) -> None:
    """3.5, 3.7: open, then hidden with other words, then that change is taken back."""
    open_item = home.act("/afspraken", agreement("Els past op", home.els, home.stefan))
    home.adjust()
    item = open_item["onderdelen"][0]
    home.change(item, "Els en Mirjam vluchten", home.els, verborgenVoor=[home.stefan])
    correct(home, PLANS, "afspraak-gewijzigd")
    home.adjust()
    told = everything(home, home.stefan)
    assert "Els past op" in told
    assert "vluchten" not in told


def test_who_gets_to_see_something_has_a_new_version_of_their_own(home: Household) -> None:
    """W8.4: Stefan is told, under the number that his own list of versions has for it."""
    contact = {"kanaal": "e-mail", "adres": "stefan@example.org"}
    home.act(f"/personen/{home.stefan}/veilig-contact", contact)
    home.change(
        home.secret, "Hans is bereikbaar", home.mirjam, gedeeldMet=[home.stefan], verborgenVoor=[]
    )
    heads = home.ask(PLANS, f"{PLAN}/versies", home.stefan).json["versies"]
    assert [head["versie"] for head in heads] == [1, 2]
    path = f"{NOTIFICATIONS}/dossiers{home.dossier}/bevestigingen"
    read = home.village.ask("POST", path, *as_person(home.stefan), body={"versie": 2})
    assert read.status_code == 201, read.text


def test_what_is_not_agreed_yet_brings_nobody_into_an_old_version(home: Household) -> None:
    """W8.4: a draft with Els and Stefan in it does not show Els before it is a version."""
    before = everything(home, home.stefan)
    home.act("/afspraken", agreement("Concept", home.els, voorWie=[home.stefan]))
    assert "Els" not in before
    assert everything(home, home.stefan).count("Els") == 0


def test_a_change_that_forgets_whom_something_is_hidden_from_shows_it_to_nobody(
    home: Household,
) -> None:
    """3.7: other words for what names Stefan and is hidden from him; showing it is a choice."""
    secret = agreement("Aangifte", home.mirjam, voorWie=[home.stefan])
    item = home.act("/afspraken", secret | {"verborgenVoor": [home.stefan]})["onderdelen"][0]
    home.adjust()
    home.change(item, "Aangifte morgen", home.mirjam, voorWie=[home.stefan])
    assert "Aangifte" not in everything(home, home.stefan)
    home.change(item, "Afgesloten", home.mirjam, voorWie=[home.stefan], verborgenVoor=[])
    told = everything(home, home.stefan)
    assert "Afgesloten" in told
    assert "Aangifte" not in told
