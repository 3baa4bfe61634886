"""What is registered is whole: sentences, names and who may do what (design section 2)."""

from services.notifications.api.act_schemas import ACT_SCHEMAS
from services.notifications.domain import catalogue
from services.notifications.domain.followed import FOLLOWED
from services.notifications.domain.reading import ConfirmRead
from shared.web.event_table import mistakable


def test_every_event_of_this_service_reads_as_a_sentence():
    """W8.4: whatever happened can be told."""
    assert [e for e in catalogue.events.values() if e not in catalogue.sentences] == []


def test_a_person_can_confirm_having_read_and_do_nothing_else():
    """W8.4: all other acts are a worker's."""
    assert {act for act in catalogue.acts if "person" in act.ROLES} == {ConfirmRead}
    assert all(act.ROLES in (("person",), ("worker",)) for act in catalogue.acts)


def test_every_act_has_a_schema_and_every_event_a_paragraph():
    """Design 2: the route, the table and the requirement row follow from the registration."""
    assert {schema.ACT for schema in ACT_SCHEMAS} == set(catalogue.acts)
    assert all(event.PARAGRAPHS for event in catalogue.events.values())


def test_no_event_name_can_be_mistaken_for_another():
    """Subscribers match names by their beginning."""
    assert mistakable(event.NAME for event in catalogue.events.values()) == []


def test_what_is_followed_is_not_recorded_here():
    """Design 4: another service's events are not in this record's allow-list."""
    followed = {topic for topics in FOLLOWED.values() for topic in topics}
    assert followed & set(catalogue.events) == set()
