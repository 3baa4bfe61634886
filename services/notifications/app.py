"""The notifications service, wired on one page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from services.notifications import messages
from services.notifications.api.act_schemas import ACT_SCHEMAS
from services.notifications.api.answers import EntryAnswer
from services.notifications.api.views import InformingViews
from services.notifications.domain import catalogue
from services.notifications.domain.bouncing import NoticeBounced
from services.notifications.domain.erasing import NoticeContentErased, NoticesDestroyed
from services.notifications.domain.informings import Manner, PersonInformed
from services.notifications.domain.retrying import RetryAsked
from services.notifications.following import FOLLOWING
from services.notifications.performing import NotifyingActing
from services.notifications.sending.contacts import NeighbourContacts, SafeContacts
from services.notifications.sending.delivery import Delivery
from services.notifications.sending.ledger import ActingLedger
from services.notifications.sending.mailer import Mailer, NoMailer
from services.notifications.sending.sender import Sender
from services.notifications.sending.smtp import SmtpMailer, SmtpSettings
from services.notifications.sending.tables.agenda import MIGRATIONS, SqlAgenda
from services.notifications.sending.tables.projection import AgendaProjection
from services.notifications.sending.unsent import UnsentTally
from services.notifications.views.history import NEEDED, InformingEntries
from services.notifications.views.looking import InformingLook
from shared.erasing.eraser import Telling
from shared.erasing.projection import OrdersProjection
from shared.eventbase.event import Event
from shared.eventbase.terms import Terms
from shared.feed.followed_plans import FollowedPlans
from shared.feed.inbox import Inbox
from shared.feed.local import LocalSource
from shared.record.acting import Acting
from shared.service.caught_up import NOBODY, CaughtUp, Upstream
from shared.service.following import Follow
from shared.service.history_lines import Recount
from shared.service.neighbour import Neighbour
from shared.service.service import Service
from shared.service.settings import Mail, Settings
from shared.service.store import Store
from shared.service.web import Face, Inside, looked_at, service_of
from shared.service.world import World
from shared.web.cursor import Cursors
from shared.web.logs import where
from shared.web.look import NamesOf
from shared.web.paging import Pages
from shared.web.revision import Revisions
from shared.web.view import View

BASE_PATH = "/notificaties/api/v1"
# This service's own tables, for ``migrate_store``.
OWN_MIGRATIONS = (("agenda", MIGRATIONS),)


def create_app(
    settings: Settings,
    world: World,
    follow: Follow,
    plans: Neighbour,
    token: Callable[[], str],
    names_of: NamesOf = lambda plan_id, moment: lambda person: None,
    upstreams: Mapping[str, Upstream] = NOBODY,
) -> Service:
    """The service on the stores in its folder, which must have been migrated. Starts no threads.

    ``follow`` makes what follows plans and evaluations; ``plans`` is asked, with this service's
    own ``token``, how somebody can safely be reached; ``names_of`` asks it for names to show, and
    ``upstreams`` how far those who are followed were.
    """
    store = Store(catalogue.service, catalogue.events, settings, world, OWN_MIGRATIONS)
    record = store.record
    inbox = store.inbox(FOLLOWING.checks, OrdersProjection(AgendaProjection()))
    acting = _acting(store, inbox, world)
    unsent = UnsentTally()
    sender = _sender(settings, world, acting, NeighbourContacts(plans, token), unsent)
    telling = Telling(NoticeContentErased, NoticesDestroyed)
    eraser = store.eraser(acting, telling, inbox.forget_plan)
    terms = catalogue.terms(settings.terms.get(catalogue.service))
    followers = follow(catalogue.service, inbox)
    source = LocalSource(
        catalogue.service, record.after, lambda: record.last().seq, messages.data, store.traces
    )
    inside = Inside(
        store=store,
        acting=acting,
        source=source,
        views=_views(store, acting, names_of, terms),
        looks=lambda reading: InformingLook(acting, names_of, terms, reading),
        recount=_recount(names_of, terms),
        followers=followers,
        followed=CaughtUp(inbox, upstreams),
    )
    timers = (eraser.step, sender.step)
    return service_of(FACE, inside, settings, world, timers, inbox=inbox, unsent=unsent.figures)


def _views(
    store: Store, acting: Acting, names_of: NamesOf, terms: Terms
) -> Callable[[Revisions, Cursors], Sequence[View]]:
    def views(revisions: Revisions, cursors: Cursors) -> Sequence[View]:
        looks = looked_at(store, cursors).page
        return InformingViews(acting, names_of, terms, looks, Pages(cursors)).all()

    return views


def _recount(names_of: NamesOf, terms: Terms) -> Recount:
    return Recount(
        look_on=lambda acting, reading: InformingLook(acting, names_of, terms, reading),
        entries=InformingEntries,
        answer=EntryAnswer,
        needed=NEEDED,
    )


def _acting(store: Store, inbox: Inbox, world: World) -> NotifyingActing:
    followed = FollowedPlans(inbox, FOLLOWING)
    acting = NotifyingActing(
        store.record, catalogue.fold, world.clock, world.new_id, followed, inbox.latest
    )
    acting.agenda = SqlAgenda(store.database)
    return acting


def _sender(
    settings: Settings,
    world: World,
    acting: NotifyingActing,
    contacts: SafeContacts,
    unsent: UnsentTally,
) -> Sender:
    ledger = ActingLedger(acting)
    delivery = Delivery(ledger, contacts, _mailer(settings.mail), world.clock)
    return Sender(
        ledger, acting.agenda, delivery, lambda plan_id, error: _trouble(world, error), unsent.see
    )


def _mailer(mail: Mail) -> Mailer:
    if mail.host is None:
        return NoMailer()
    return SmtpMailer(
        SmtpSettings(
            mail.host,
            mail.port,
            mail.sender,
            starttls=mail.starttls,
            user=mail.user,
            password=mail.password,
        )
    )


def _trouble(world: World, error: Exception) -> None:
    # Neither which plan nor what the error says: a log is read by more people than a plan.
    world.log.error("versturen-mislukt", error=type(error).__name__, where=where(error))


def _location(plan_id: UUID, events: Sequence[Event]) -> str:
    last = events[-1]
    read = isinstance(last, PersonInformed) and last.manner is Manner.READ
    about = "berichten" if read or isinstance(last, RetryAsked | NoticeBounced) else "informeringen"
    return f"/dossiers/{plan_id}/{about}"


FACE = Face(
    title="Vangnet: notificaties",
    base_path=BASE_PATH,
    catalogue=catalogue,
    act_schemas=ACT_SCHEMAS,
    location=_location,
    dataref=lambda recorded: None,
)
