"""Topics: how they are made, and what happens when one is not what it was."""

from __future__ import annotations

import pytest
from kafka import TopicPartition

from shared.feed.kafka.alarms import Recreated, Shortened
from shared.feed.kafka.topic import Wanted, internal_topic
from shared.record.errors import SettingsError
from tests.integration.kafka.line import PARTITIONS, Line, drain
from tests.unit.feed.feeds import feed

pytestmark = pytest.mark.real_kafka


def test_making_topics_again_changes_nothing(line: Line) -> None:
    before = line.found()
    line.make_topics()
    assert line.found() == before
    assert [topic.partitions for topic in before] == [PARTITIONS, PARTITIONS]


def test_the_number_of_partitions_is_frozen(line: Line) -> None:
    """Another number would give plans a second partition, and their events two orders."""
    with pytest.raises(SettingsError, match="2 partities, geen 3"):
        line.topics.ensure(internal_topic(line.service), Wanted(3, replication=1))


def test_a_compacted_topic_is_refused(line: Line) -> None:
    """Compaction takes events out of a plan's history."""
    name = internal_topic(line.service) + ".compact"
    line.admin.create_topics(
        {name: {"num_partitions": 2, "configs": {"cleanup.policy": "compact"}}},
        wait_for_metadata=True,
    )
    with pytest.raises(SettingsError, match=r"cleanup\.policy=compact"):
        line.topics.ensure(name, Wanted(2, replication=1))
    line.admin.delete_topics([name])


def test_a_missing_topic_is_told_with_its_remedy(line: Line) -> None:
    with pytest.raises(SettingsError, match="vangnet topics"):
        line.topics.get(internal_topic(line.service) + ".none")


def test_a_topic_that_was_made_again_stops_the_relay_and_the_remedy_works(line: Line) -> None:
    """Nobody misses anything: the follower asks the feed, the topic is filled from its start."""
    following = line.level()
    line.says(*feed([0, 1, 2]))
    line.relay()[0].step()
    drain(following, lambda: line.inbox.digest().rows == 3)
    following.close()
    line.remove_topics()
    line.make_topics()
    line.says(*feed([0, 1, 2, 0, 1])[3:])
    moving, relay = line.relay()
    with pytest.raises(Recreated, match="--vanaf-begin"):
        moving.step()
    relay.restart(line.service)
    assert moving.step() == 5
    drain(line.follower(), lambda: line.inbox.digest().rows == 5)


def test_a_follower_notices_while_it_runs(line: Line) -> None:
    """It opens the new topic, and catches up with the feed in between."""
    now = [0.0]
    following = line.level(clock=lambda: now[0])
    line.remove_topics()
    line.make_topics()
    line.says(*feed([0, 1]))
    now[0] = 60.0
    following.attempt(0.05)
    assert following.status.error == "TopicChanged"
    drain(following, lambda: line.inbox.digest().rows == 2)


def test_a_late_follower_of_a_trimmed_topic_catches_up_from_the_feed(line: Line) -> None:
    """What retention removed was never followed; the feed has it, and after that the topic."""
    following = line.level()
    line.says(*feed([0, 1, 2]))
    moving, _ = line.relay()
    moving.step()
    drain(following, lambda: line.inbox.digest().rows == 3)
    following.close()
    line.says(*feed([0, 1, 2] * 3)[3:])
    moving.step()
    topic = internal_topic(line.service)
    line.trim({TopicPartition(topic, part): -1 for part in range(PARTITIONS)})
    late = line.level()
    assert line.inbox.digest().rows == 9
    line.says(*feed([0, 1, 2] * 4)[9:])
    moving.step()
    drain(late, lambda: line.inbox.digest().rows == 12)
    assert line.inbox.place(line.service).position == 9


def test_a_topic_that_ends_too_early_is_an_alarm(line: Line) -> None:
    """The same topic with fewer records than were read: brokers lost some."""
    following = line.level()
    line.says(*feed([0, 1, 2]))
    line.relay()[0].step()
    drain(following, lambda: line.inbox.digest().rows == 3)
    following.close()
    name = f"{line.service}/0"
    place = line.inbox.place(name)
    beyond = f"{line.found()[0].id}:999"
    line.moves(name, place, beyond)
    with pytest.raises(Shortened):
        line.follower().step()
