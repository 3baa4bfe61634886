"""What was sent to one person, and what that person is known to have heard or read (W8.4).

Nothing that is still due stands here: that would tell somebody of what was kept from them.
"""

from __future__ import annotations

from services.notifications.domain.informings import Informing, Informings
from services.notifications.domain.notices import Notice, Notices, NoticeState
from services.notifications.domain.versions import Versions
from services.notifications.views.looking import Data, InformingLook


def own_view(look: InformingLook) -> Data:
    """The reader's own notices and confirmations, oldest first, with the reader's own numbers."""
    notices = look.state[Notices].all.values()
    sent = [notice for notice in notices if notice.state is NoticeState.SENT]
    informings = look.state[Informings].all
    return {
        "notices": [_notice(look, n) for n in sent if look.sight.sees(n.notice)],
        "informed": [_informed(i) for i in informings if i.person == look.person],
    }


def _notice(look: InformingLook, notice: Notice) -> Data:
    own = look.state[Versions].own_number(notice.person, notice.occasion)
    return {"notice": notice.notice, "own_version": own, "sent_at": notice.changed_at}


def _informed(informing: Informing) -> Data:
    return {
        "own_version": informing.own_version,
        "informed_at": informing.at,
        "manner": informing.manner,
    }
