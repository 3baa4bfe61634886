"""Why a follower stands still until a person has looked."""

from __future__ import annotations


class Alarm(Exception):
    """A source that may not be followed past ``position``: something would be lost in silence.

    Nothing after that position was taken, everything up to it was. Raised again each time,
    until the source gives what is missing.
    """

    sentence = "{source} staat stil na positie {position}."

    def __init__(self, source: str, position: int) -> None:
        super().__init__(self.sentence.format(source=source, position=position))
        self.source = source
        self.position = position


class Gap(Alarm):
    """A version of a stream is missing from the feed."""

    sentence = (
        "{source} staat stil na positie {position}: het volgende bericht slaat een versie van zijn "
        "stroom over. Herstel de bron, of bouw de gevolgde berichten opnieuw op."
    )


class Keyless(Alarm):
    """A message that cannot be read, nor whose plan it is about: nothing may pass it."""

    sentence = (
        "{source} staat stil na positie {position}: het volgende bericht is onleesbaar en het is "
        "niet bekend bij welk plan het hoort. Herstel de bron."
    )


class Rewound(Alarm):
    """The source ends before the position that was already followed, as after a restore."""

    sentence = (
        "{source} eindigt vóór positie {position}, die al gevolgd is. Is de bron teruggezet uit "
        "een back-up? Bouw de gevolgde berichten dan opnieuw op."
    )


class Regrown(Alarm):
    """The source has another event where one was already followed, as after a restore."""

    sentence = (
        "{source} heeft op positie {position} of ervoor een andere gebeurtenis dan er gevolgd is. "
        "Is de bron teruggezet uit een back-up? Bouw de gevolgde berichten dan opnieuw op."
    )


class Fenced(Exception):
    """A batch that does not connect to what was taken: another follower is or was at work."""

    def __init__(self, source: str, position: int) -> None:
        super().__init__(
            f"{source}: een andere volger heeft positie {position} al bereikt of teruggezet."
        )
        self.source = source
        self.position = position
