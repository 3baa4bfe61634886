"""The AsyncAPI document of each service, put together the same on every machine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import orjson

from services.evaluations import app as evaluations
from services.evaluations import messages as evaluations_messages
from services.notifications import app as notifications
from services.notifications import messages as notifications_messages
from services.plans import app as plans
from services.plans import message_data as plans_messages
from shared.feed.kafka.topic import Wanted, internal_topic, public_topic
from shared.service.settings import Settings
from shared.service.web import VERSION, Face
from shared.web.asyncapi import Published, asyncapi
from shared.web.asyncapi_channels import TopicShape
from shared.web.asyncapi_internal_schemas import InternalData
from shared.web.cloud_event import Publisher
from shared.web.spec import Contact
from vangnet.settings import Running

FOLDER = Path("docs/asyncapi")
_SERVICES: Mapping[str, tuple[Face, InternalData]] = {
    "plans": (plans.FACE, plans_messages.PUBLISHED),
    "evaluations": (evaluations.FACE, evaluations_messages.PUBLISHED),
    "notifications": (notifications.FACE, notifications_messages.PUBLISHED),
}


def path_of(service: str) -> Path:
    """Where the document of a service is committed."""
    return FOLDER / f"{service}.json"


def asyncapi_document(service: str) -> bytes:
    """The document as JSON, ending in a newline."""
    made = asyncapi(published(service))
    return orjson.dumps(made, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def published(service: str) -> Published:
    """What a service publishes, under the settings that a deployment has when nothing is set."""
    face, internal = _SERVICES[service]
    settings = Settings(folder=Path())
    source = f"urn:nld:oin:{settings.oin}:systeem:vangnet-{service}"
    return Published(
        title=face.title,
        version=VERSION,
        base_path=face.base_path,
        catalogue=face.catalogue,
        internal=internal,
        publisher=Publisher(source, settings.url + face.base_path),
        topics=_topics(service, Running()),
        contact=Contact(
            name=settings.contact_name, email=settings.contact_email, url=settings.contact_url
        ),
    )


def _topics(service: str, running: Running) -> TopicShape:
    wanted = Wanted(running.kafka_partitions, running.kafka_replication)
    told = wanted.configs
    numbers = ("retention.ms", "max.message.bytes", "min.insync.replicas")
    return TopicShape(
        public=public_topic(service),
        internal=internal_topic(service),
        partitions=wanted.partitions,
        replicas=wanted.replication,
        configuration={
            "cleanup.policy": told["cleanup.policy"].split(","),
            **{name: int(told[name]) for name in numbers},
        },
    )
