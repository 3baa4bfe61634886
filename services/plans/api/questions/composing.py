"""One question answered by every service that has a part in it, at two pairs of moments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from services.plans.api.asking import Asking
from services.plans.api.others import Missing, Others, of_dossier
from services.plans.api.questions.texts import ELSEWHERE, TEXTS, TO_FOLLOW
from services.plans.views.looking import DossierLook
from shared.eventbase.moment import Moment
from shared.web.refusals import UnknownPlan
from shared.web.sections import Section, told
from shared.web.view import Cut, Reading

Data = dict[str, Any]


class Question:
    """One of the ten questions; ``sections``: what plans itself says."""

    def __init__(
        self, number: int, sections: Sequence[Section], asking: Asking, others: Others
    ) -> None:
        self.number = number
        self._sections = sections
        self._asking = asking
        self._others = others
        self._services = ELSEWHERE.get(number, ())

    def answer(self, reading: Reading) -> Cut:
        """What was known of day V on that day, and at K. Raises UnknownPlan when at K there was

        no dossier on day V. Then it may not have been known on that day: nothing was known then.
        """
        path = of_dossier(reading.plan_id, f"/vragen/{self.number}")
        moment = self._others.pair(reading, self._services, path)
        missing = Missing()
        now = self._known(reading, path, moment, missing)
        # On day V itself, as far as K reaches: what K does not know is in neither.
        day = Moment(moment.valid, min(moment.valid, moment.known))
        then = now if day == moment else self._known_then(reading, path, day, missing)
        return Cut(
            {
                "number": self.number,
                "text": TEXTS[self.number],
                "then": then,
                "now": now,
                "not_had": missing.named,
                "to_follow": TO_FOLLOW.get(self.number, ()),
            },
            moment,
        )

    def _known_then(
        self, reading: Reading, path: str, moment: Moment, missing: Missing
    ) -> Data | None:
        try:
            return self._known(reading, path, moment, missing)
        except UnknownPlan:
            return None

    def _known(self, reading: Reading, path: str, moment: Moment, missing: Missing) -> Data:
        """What every service says at one pair of moments; those that say nothing are left out."""
        asked = msgspec.structs.replace(reading, moment=moment, asked_for_past=True)
        look = DossierLook(self._asking.acting, self._asking.terms, asked)
        found: Data = {"plans": told(self._sections, look)} if self._sections else {}
        for service in self._services:
            said = self._others.had(service, path, moment, missing)
            if said is not None:
                found[service] = said
        return found
