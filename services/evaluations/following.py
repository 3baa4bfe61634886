"""Reading the messages of other services as events that this one can fold (design section 5)."""

from __future__ import annotations

from services.evaluations.domain.followed.events import FOLLOWED
from shared.feed.followed import Followed

FOLLOWING = Followed({"plans": FOLLOWED})
