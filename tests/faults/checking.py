"""What must be so after the kills: the ledger against the records, followers against feeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from tests.faults.following import Following
from tests.faults.ledger import Ledger
from tests.faults.notices import intended, repeated
from tests.faults.opening import Opened
from tests.faults.order import disordered
from tests.faults.recorded import RecordedActs


class Found(msgspec.Struct, frozen=True):
    """Everything that is wrong, by what it is, and how many messages were looked at.

    ``lost``: acknowledged and not there. ``double``: there, and not exactly one key's effect.
    ``disordered``: recorded before what was acknowledged before it was begun. ``altered``: what
    the audit says. ``missing``: published and not followed. ``following``: whatever else is wrong
    with a follower. ``resolved`` counts acts that were sent again and stood there already,
    ``intended`` notices.
    """

    lost: list[str]
    double: list[str]
    disordered: list[str]
    altered: list[str]
    missing: list[str]
    following: list[str]
    published: int
    resolved: int
    intended: int

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        wrong = self.lost, self.double, self.disordered, self.altered
        return not any((*wrong, self.missing, self.following))


def found(opened: Opened, ledger: Ledger, all_followed: Sequence[Following]) -> Found:
    """Looks at everything that was acknowledged, and at what was followed."""
    acts = RecordedActs(opened)
    of_key = {key: acts.of(acked) for key, acked in ledger.acked.items()}
    keys_of = Counter(act for act in of_key.values() if act is not None)
    notifications = opened.town.by_name["notifications"].acting.record
    return Found(
        lost=[key for key, act in of_key.items() if act is None],
        double=[
            *(f"{act}:{said}" for act, said in acts.all.items() if keys_of[act] != 1),
            *ledger.mismatched,
            *repeated(notifications),
        ],
        disordered=disordered(ledger.heard, {k: acts.place(a) for k, a in of_key.items() if a}),
        altered=[f"{s.name}: {f}" for s in opened.town.services for f in s.acting.record.audit()],
        missing=[message for each in all_followed for message in each.missing],
        following=[line for each in all_followed for line in each.wrong()],
        published=sum(len(each.published) for each in all_followed),
        resolved=sum(
            acts.stood(act, ledger.unclear[key])
            for key, act in of_key.items()
            if act is not None and key in ledger.unclear
        ),
        intended=intended(notifications),
    )
