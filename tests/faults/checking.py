"""What must be so after the kills: the ledger against the records, followers against feeds."""

from __future__ import annotations

from collections import Counter

import msgspec

from tests.faults.following import followings
from tests.faults.ledger import Ledger
from tests.faults.opening import Opened
from tests.faults.recorded import RecordedActs


class Found(msgspec.Struct, frozen=True):
    """Everything that is wrong, by what it is, and how many messages were looked at.

    ``lost``: acknowledged and not there. ``double``: there, and not exactly one key's effect.
    ``altered``: what the audit says. ``missing``: published and not followed. ``following``:
    whatever else is wrong with a follower.
    """

    lost: list[str]
    double: list[str]
    altered: list[str]
    missing: list[str]
    following: list[str]
    published: int

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.lost or self.double or self.altered or self.missing or self.following)


def found(opened: Opened, ledger: Ledger) -> Found:
    """Looks at everything, after letting the followers come as far as they can."""
    acts = RecordedActs(opened)
    of_key = {key: acts.of(acked) for key, acked in ledger.acked.items()}
    keys_of = Counter(act for act in of_key.values() if act is not None)
    all_followed = followings(opened.town)
    return Found(
        lost=[key for key, act in of_key.items() if act is None],
        double=[
            *(f"{act}:{said}" for act, said in acts.all.items() if keys_of[act] != 1),
            *ledger.mismatched,
        ],
        altered=[f"{s.name}: {f}" for s in opened.town.services for f in s.acting.record.audit()],
        missing=[message for each in all_followed for message in each.missing],
        following=[line for each in all_followed for line in each.wrong()],
        published=sum(len(each.published) for each in all_followed),
    )
