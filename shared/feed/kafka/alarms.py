"""Why a relay or a follower stands still before a topic until a person has looked."""

from __future__ import annotations

from shared.feed.alarm import Alarm


class Recreated(Alarm):
    """The topic that was relayed to was removed and made again: what stood on it is gone."""

    sentence = (
        "Het doorgeven van {source} staat stil op positie {position}: een topic is verwijderd en "
        "opnieuw gemaakt, en mist wat er al op stond. Geef alles opnieuw door: "
        "vangnet relay {source} --vanaf-begin"
    )


class Shortened(Alarm):
    """The topic ends before what was already read from it: brokers lost records."""

    sentence = (
        "{source} staat stil na positie {position}: het topic eindigt vóór wat er al van gelezen "
        "is, dus Kafka heeft berichten verloren. Herstel Kafka, geef alles opnieuw door met "
        "vangnet relay --vanaf-begin, en bouw de gevolgde berichten opnieuw op: vangnet rebuild"
    )
