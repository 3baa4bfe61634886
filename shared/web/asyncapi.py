"""The AsyncAPI 3.0 document of a service: what it publishes, read from what publishes it."""

from __future__ import annotations

from typing import Any

import msgspec

from shared.eventbase.catalogue import Catalogue
from shared.web.asyncapi_channels import TopicShape, channels
from shared.web.asyncapi_internal import internal_messages
from shared.web.asyncapi_internal_schemas import InternalData, internal_schemas
from shared.web.asyncapi_messages import page_message, public_messages
from shared.web.asyncapi_operations import operations
from shared.web.asyncapi_schemas import page_schemas, public_schemas
from shared.web.asyncapi_servers import servers
from shared.web.cloud_event import Publisher
from shared.web.spec import Contact

ASYNCAPI_VERSION = "3.0.0"
_DESCRIPTION = """\
Wat er gebeurt in deze dienst van Vangnet, als CloudEvents 1.0 (NL GOV-profiel 1.1). De openbare
gebeurtenissen zeggen wat er gebeurde, in welk plan en wanneer, en nooit wat er staat: dat is op te
halen op `dataref`, door wie dat mag. De feed houdt alles, voor altijd; een topic houdt het weken.
Een gebeurtenis kan meer dan eens komen: herken haar aan `source` en `id` samen. Binnen een plan
staan de gebeurtenissen van een dienst op volgorde. Er kunnen velden en soorten gebeurtenissen bij
komen: sla over wat u niet kent.
"""


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What a service publishes: its public events are its ``catalogue``, ``internal`` the data

    of its internal messages. ``publisher`` is the source of the public ones.
    """

    title: str
    version: str
    base_path: str
    catalogue: Catalogue
    internal: InternalData
    publisher: Publisher
    topics: TopicShape
    contact: Contact

    @property
    def service(self) -> str:
        """The service's name in code, as in its topics."""
        return self.catalogue.service


def asyncapi(published: Published) -> dict[str, Any]:
    """The document as JSON builtins, the same every time that it is made."""
    public = public_messages(published.catalogue, published.publisher)
    internal = internal_messages(published.service, published.internal)
    return {
        "asyncapi": ASYNCAPI_VERSION,
        "id": published.publisher.source,
        "info": _info(published),
        "defaultContentType": "application/cloudevents+json",
        "servers": servers(published.base_path),
        "channels": channels(published.topics, public, internal),
        "operations": operations(),
        "components": {
            "messages": public | internal | page_message(),
            "schemas": public_schemas(published.catalogue, published.publisher)
            | page_schemas(published.catalogue)
            | internal_schemas(published.service, published.internal),
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            },
        },
    }


def _info(published: Published) -> dict[str, Any]:
    contact = published.contact
    return {
        "title": f"{published.title}, gebeurtenissen",
        "version": published.version,
        "description": _DESCRIPTION,
        "contact": {"name": contact.name, "email": contact.email, "url": contact.url},
        "license": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl"},
        "tags": [
            {"name": "intern", "description": "Voor de andere diensten van Vangnet."},
            {"name": "openbaar", "description": "Voor zaaksystemen en wie mee wil kijken."},
        ],
    }
