"""Histories to try properties on: one with every event, and random ones that are valid."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from services.plans.domain.family.case_lead import AssignCaseLead
from services.plans.domain.family.safe_contact import Channel, ChooseSafeContact
from services.plans.domain.groundwork.earlier_plans import CheckEarlierPlans, ReferToEarlierPlan
from services.plans.domain.groundwork.reports import Authority, ReportToAuthority
from services.plans.domain.groundwork.support_plans import (
    ConfirmSupportPlanMention,
    LinkSupportPlan,
)
from services.plans.domain.groundwork.transparency import GiveTransparencyMessage, Manner, Message
from services.plans.domain.groundwork.unsafety import Unsafety
from services.plans.domain.picture.exceptions import RecordException
from services.plans.domain.picture.sharing import LeaveConcernUnshared, ShareConcern
from services.plans.domain.plan.agreeing import ChangeAgreement, EndAgreement
from services.plans.domain.plan.agreements import Agreements, Purpose
from services.plans.domain.plan.bottom_lines import BottomLines, SetBy, WithdrawBottomLine
from shared.eventbase.act import Act
from tests.unit.plans.acts import (
    MARCH_10,
    Family,
    activate,
    add,
    adjust,
    agree,
    bottom_line,
    classify,
    close,
    concern,
    consult,
    good_enough,
    rhythm,
)
from tests.unit.plans.around_history import around
from tests.unit.plans.case import Case
from tests.unit.plans.course import acts as course
from tests.unit.plans.erasing.acts import erased
from tests.unit.plans.groundwork_history import groundwork
from tests.unit.plans.network_acts import whole_network
from tests.unit.plans.picture_history import mapped
from tests.unit.plans.rights.acts import used
from tests.unit.plans.test_correction import correct
from tests.unit.plans.test_judging import ARIJ
from tests.unit.plans.test_meldcode import weighed
from tests.unit.plans.together_history import divided


def change(item: Any, *responsible: Any) -> ChangeAgreement:
    """Other content for an agreement."""
    return ChangeAgreement(
        item=item,
        responsible=responsible,
        what="Bellen",
        purpose=Purpose.STABILITY,
        valid_from=MARCH_10,
    )


def _full() -> Case:
    family = Family()
    case, mirjam, stefan, els = family.case, family.mirjam, family.stefan, family.els
    case.do(AssignCaseLead(person=family.fatma))
    case.do(consult(family.fatma, family.joris))
    case.do(ARIJ)
    case.do(classify(Unsafety.ACUTE, mirjam))
    told = GiveTransparencyMessage(
        message=Message.TOGETHER_2A, to=(mirjam, stefan), manner=Manner.IN_PERSON
    )
    case.do(told)
    case.do(ReportToAuthority(authority=Authority.RVDK, reason="Norm", told_family=True))
    case.do(ChooseSafeContact(person=mirjam, channel=Channel.PHONE))
    slept = case.item(RecordException(what="Oma bleef slapen", by=(els,)))
    for act in weighed(family):
        case.do(act)
    worry = case.item(concern(about=(stefan,), holder=mirjam))
    case.do(ShareConcern(concern=worry, person=stefan, reaction="Het valt mee"))
    case.do(LeaveConcernUnshared(concern=worry, reason="Els weet nog van niets"))
    case.do(CheckEarlierPlans(found=True, where="Het archief", by=family.fatma))
    earlier = case.item(ReferToEarlierPlan(organisation="Team West", made_on=MARCH_10))
    support = case.item(LinkSupportPlan(system="Zaken", reference="Z-1"))
    case.do(ConfirmSupportPlanMention(support_plan=support, said_by="Team West"))
    groundwork(family)
    mapped(family)
    whole_network(family)
    item = case.item(agree(stefan, for_people=(mirjam,), based_on=(slept,)))
    line = case.item(bottom_line(mirjam, set_by=SetBy.VEILIG_THUIS))
    divided(family, item)
    around(family, earlier, support, line)
    case.do(rhythm(participants=(mirjam, els)))
    case.do(activate())
    case.do(adjust(change(item, stefan), agree(els, hidden_from=(stefan,))))
    (wrong,) = case.do(agree(stefan))
    case.do(correct(case, wrong))
    case.do(adjust(EndAgreement(item=item, reason="Verhuisd")))
    case.do(adjust(WithdrawBottomLine(item=line, reason="Bereikt")))
    case.do(good_enough())
    course.live(family)
    used(family)
    erased(family)
    case.do(close())
    case.do(course.check(family))
    return case


FULL = _full()

Make = Callable[[Family, random.Random], Act | None]


def _some(found: Any, rng: random.Random) -> Any:
    listed = list(found)
    return rng.choice(listed) if listed else None


def _person(family: Family, rng: random.Random) -> Any:
    return rng.choice([family.mirjam, family.stefan, family.els])


def _end(family: Family, rng: random.Random) -> Act | None:
    chosen = _some(family.case.state()[Agreements].all, rng)
    return chosen and EndAgreement(item=chosen, reason="x")


def _change(family: Family, rng: random.Random) -> Act | None:
    chosen = _some(family.case.state()[Agreements].all, rng)
    return chosen and change(chosen, _person(family, rng))


def _withdraw(family: Family, rng: random.Random) -> Act | None:
    chosen = _some(family.case.state()[BottomLines].all, rng)
    return chosen and WithdrawBottomLine(item=chosen, reason="x")


def _correct(family: Family, rng: random.Random) -> Act:
    return correct(family.case, rng.choice(family.case.history).event)


ACTS: tuple[Make, ...] = (
    lambda f, rng: agree(_person(f, rng), hidden_from=rng.choice([(), (f.stefan,)])),
    lambda f, rng: bottom_line(_person(f, rng)),
    lambda f, rng: rhythm(participants=(_person(f, rng),)),
    lambda f, rng: AssignCaseLead(person=rng.choice([f.fatma, f.joris])),
    lambda f, rng: activate(),
    lambda f, rng: adjust(unchanged=rng.random() < 0.5),
    lambda f, rng: adjust(agree(_person(f, rng))),
    lambda f, rng: classify(rng.choice(list(Unsafety)), _person(f, rng)),
    lambda f, rng: add("Iemand"),
    lambda f, rng: consult(f.fatma, f.joris),
    _end,
    _change,
    _withdraw,
    _correct,
)


def random_history(seed: int, length: int = 25) -> Family:
    """A family to which ``length`` random acts happened, some refused, some long ago."""
    rng = random.Random(seed)
    family = Family()
    for _ in range(length):
        act = rng.choice(ACTS)(family, rng)
        if act is not None:
            family.case.now += timedelta(hours=rng.randrange(48))
            family.case.refused(_backdated(family, act, rng))
    return family


def _backdated(family: Family, act: Act, rng: random.Random) -> Act:
    if rng.random() < 0.7:
        return act
    fields = {name: getattr(act, name) for name in act.__struct_fields__}
    early = family.case.now - timedelta(hours=rng.randrange(96))
    return type(act)(**{**fields, "effective_at": early})
