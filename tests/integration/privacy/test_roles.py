"""Which roles come by an address or a secret: asked of every GET there is."""

from __future__ import annotations

from uuid import UUID

import pytest

from shared.access.role import Role
from tests.integration.privacy import deeds
from tests.integration.privacy.household import ADDRESS, CODE_WORD, HIDDEN_NAME, Household
from tests.integration.privacy.test_hidden_deeds import paths


def told(home: Household, role: Role, person: str | None) -> dict[str, str]:
    """Everything that this role is told, by path: body and headers."""
    who = None if person is None else UUID(person)
    asked = {p: home.village.ask("GET", p, role, who) for p in paths(home, deeds.live(home))}
    return {path: f"{a.status_code} {a.headers} {a.text}" for path, a in asked.items()}


INTERNAL = "/interne-gebeurtenissen"
NEVER = (Role.COLLEAGUE, Role.SUPERVISOR, Role.INSPECTOR, Role.SYSTEM)


@pytest.mark.parametrize("role", NEVER)
def test_an_address_is_for_named_persons_only(home: Household, role: Role) -> None:
    """3.7: not for a colleague, a supervisor, an inspector or a case system."""
    assert ADDRESS not in "".join(told(home, role, None).values())


@pytest.mark.parametrize("role", [Role.WORKER, Role.SERVICE])
def test_who_must_reach_somebody_finds_it_in_one_place(home: Household, role: Role) -> None:
    """The test above can fail; and the address stands nowhere else."""
    found = [path for path, text in told(home, role, None).items() if ADDRESS in text]
    assert [path.rpartition("/")[2] for path in found] == ["veilig-contact"]


def test_a_service_gets_nothing_but_safe_contacts_and_the_internal_feed(home: Household) -> None:
    """Design 5: where to send to, and what happened without content; the dossier stays closed."""
    answered = {p: t for p, t in told(home, Role.SERVICE, None).items() if t[:3] == "200"}
    feeds = {path: text for path, text in answered.items() if path.endswith(INTERNAL)}
    others = {path.rpartition("/")[2] for path in answered.keys() - feeds.keys()}
    assert (len(feeds), others) == (3, {"veilig-contact"})
    said = "".join(feeds.values())
    assert '"stroom"' in said
    for secret in (CODE_WORD, HIDDEN_NAME, ADDRESS):
        assert secret not in said


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SERVICE])
def test_the_internal_feed_is_for_services_only(home: Household, role: Role) -> None:
    """Every other token gets, byte for byte, what it gets at any door that is not for its role:

    whatever it asks, and whether or not there is something new.
    """
    who = UUID(home.stefan) if role is Role.PERSON else None
    closed = "/plannen/api/v1/dossiers" if role is Role.SYSTEM else None
    for base in ("plannen", "evaluaties", "notificaties"):
        path = f"/{base}/api/v1{INTERNAL}"
        asked = [path, f"{path}?na=1", f"{path}?na=999999&wacht=20", f"{path}?na=x&onbekend=1"]
        refusals = [home.village.ask("GET", each, role, who) for each in asked]
        if role is Role.PERSON:
            refusals.append(home.village.ask("GET", f"/{base}/api/v1/bestaat-niet", role, who))
        if closed is not None:
            refusals.append(home.village.ask("GET", closed, role))
        assert {answer.status_code for answer in refusals} == {404 if role is Role.PERSON else 403}
        assert len({(answer.data, str(answer.headers)) for answer in refusals}) == 1


def test_a_case_system_gets_ids_and_times_and_nothing_that_was_said(home: Household) -> None:
    """Design 5: the feed alone, without a name, a person's id or whom something is hidden from."""
    answered = {p: t for p, t in told(home, Role.SYSTEM, None).items() if t[:3] == "200"}
    assert {path.rpartition("/")[2] for path in answered} == {"gebeurtenissen"}
    said = "".join(answered.values())
    for secret in (CODE_WORD, HIDDEN_NAME, home.hans, home.stefan, home.mirjam, home.secret):
        assert secret not in said


@pytest.mark.parametrize("name", ["stefan", "els"])
def test_nobody_is_told_what_is_another_s(home: Household, name: str) -> None:
    """3.7: not the code word, not Hans, not the address, in no field and no header."""
    text = "".join(told(home, Role.PERSON, getattr(home, name)).values())
    for secret in (CODE_WORD, HIDDEN_NAME, ADDRESS, home.hans, home.secret, "revisie"):
        assert secret not in text


def test_everybody_is_told_their_own(home: Household) -> None:
    """The test above can fail: Mirjam reads the code word, and her own address."""
    text = "".join(told(home, Role.PERSON, home.mirjam).values())
    for own in (CODE_WORD, HIDDEN_NAME, ADDRESS, home.hans, home.secret):
        assert own in text
