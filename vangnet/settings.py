"""The settings of a deployment as the environment gives them: VAR, PORT, DEMO and VANGNET_*."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import msgspec

from shared.feed.kafka.address import says_how
from shared.record.errors import SettingsError
from shared.service.settings import Mail, Settings
from vangnet.thresholds import read_thresholds

_PREFIX = "VANGNET_"
_MAIL = "VANGNET_MAIL_"
# The folder is VAR, mail has parts, and what makes a register a simulated one is its clock.
_NOT_FROM_OUTSIDE = {"folder", "mail", "simulated", "terms"}
Port = Annotated[int, msgspec.Meta(ge=0, le=65_535)]
Count = Annotated[int, msgspec.Meta(ge=1, le=100)]


class Running(msgspec.Struct, frozen=True, kw_only=True):
    """What whoever runs the services must know, and no service needs.

    ``keys`` is where the public keys (JWKS) are of the issuer whose tokens production takes: a
    file, or an address. ``service_token`` is what the services show one another there, ``token``
    what the command line shows them. ``plans_url``, ``evaluations_url`` and ``notifications_url``
    are where those answer a service that runs by itself; ``kafka`` names brokers to follow the
    first two by instead.
    ``traces`` is an OTLP endpoint; without it nothing is traced, and without ``metrics_port``
    nothing measured is shown. ``clock`` is the file of a simulated clock that all processes read:
    never in production. ``thresholds`` is a TOML file with other terms than those of domain.md 5.
    """

    host: str = "127.0.0.1"
    keys: str | None = None
    service_token: str | None = None
    token: str | None = None
    plans_url: str | None = None
    evaluations_url: str | None = None
    notifications_url: str | None = None
    kafka: str | None = None
    kafka_replication: Count = 3
    kafka_partitions: Count = 6
    metrics_host: str = "127.0.0.1"
    metrics_port: Port | None = None
    traces: str | None = None
    clock: Path | None = None
    thresholds: Path | None = None


class Deployment(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was set. ``demo``: fill an empty folder with the example families."""

    settings: Settings
    running: Running
    port: int
    demo: bool


def _types(owner: type, prefix: str) -> dict[str, Any]:
    hints = get_type_hints(owner, include_extras=True)
    return {f"{prefix}{n.upper()}": hints[n] for n in hints if n not in _NOT_FROM_OUTSIDE}


_OF_SERVICES = _types(Settings, _PREFIX)
_OF_MAIL = _types(Mail, _MAIL)
_OF_RUNNING = _types(Running, _PREFIX)
KNOWN = tuple(sorted(_OF_SERVICES | _OF_MAIL | _OF_RUNNING))


def read_settings(environ: Mapping[str, str]) -> Deployment:
    """The deployment that ``environ`` asks for. Raises SettingsError, which says what to do."""
    _refuse_unknown(environ)
    running = Running(**_values(environ, _OF_RUNNING, _PREFIX))
    port: int = _value(environ, "PORT", Port, 8080)
    services = _values(environ, _OF_SERVICES, _PREFIX)
    services.setdefault("url", url_of(running.host, port))
    settings = Settings(
        folder=_value(environ, "VAR", Path, Path("var")),
        mail=Mail(**_values(environ, _OF_MAIL, _MAIL)),
        simulated=running.clock is not None,
        terms=read_thresholds(running.thresholds),
        **services,
    )
    _refuse_simulated(settings)
    _refuse_unprotected(settings, running)
    demo = _value(environ, "DEMO", bool, True) and not settings.production
    return Deployment(settings=settings, running=running, port=port, demo=demo)


def url_of(host: str, port: int) -> str:
    """The address of this machine's own web server."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def reached_at(deployment: Deployment, address: str) -> Deployment:
    """The deployment with its real address, when a free port was asked for."""
    if deployment.port or deployment.settings.url != url_of(deployment.running.host, 0):
        return deployment
    settings = msgspec.structs.replace(deployment.settings, url=address)
    return msgspec.structs.replace(deployment, settings=settings)


def _refuse_simulated(settings: Settings) -> None:
    if settings.production and settings.simulated:
        raise SettingsError("In productie telt alleen de echte tijd. Haal VANGNET_CLOCK weg.")
    if settings.simulated and settings.mail.host is not None:
        raise SettingsError(
            "Met VANGNET_CLOCK wordt een casus gespeeld, en die mag niemand mailen. Haal "
            "VANGNET_MAIL_HOST weg."
        )


def _refuse_unprotected(settings: Settings, running: Running) -> None:
    # Who can write to a topic can have mail sent; who can read it learns who is involved.
    if settings.production and running.kafka is not None and not says_how(running.kafka):
        raise SettingsError(
            "In productie hoort de verbinding met Kafka versleuteld en op naam te zijn: "
            "VANGNET_KAFKA=sasl_ssl://naam:wachtwoord@host:poort. Kan niemand anders op dat net, "
            "schrijf dan plaintext://host:poort."
        )


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    unknown = sorted({name for name in environ if name.startswith(_PREFIX)} - set(KNOWN))
    if unknown:
        raise SettingsError(
            f"Onbekende instelling: {', '.join(unknown)}. Haal dit weg of verbeter de naam. "
            f"Dit kan: {', '.join(KNOWN)}."
        )


def _values(environ: Mapping[str, str], types: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    return {
        name.removeprefix(prefix).lower(): _value(environ, name, wanted, None)
        for name, wanted in types.items()
        if environ.get(name)
    }


def _value(environ: Mapping[str, str], name: str, wanted: Any, default: Any) -> Any:
    written = environ.get(name)
    if not written:
        return default
    try:
        return msgspec.convert(written, wanted, strict=False, dec_hook=lambda kind, v: kind(v))
    except msgspec.ValidationError:
        raise SettingsError(f"{name} kan niet {written!r} zijn. {_remedy(wanted)}") from None


def _remedy(wanted: Any) -> str:
    if wanted is bool:
        return "Schrijf 1 voor ja of 0 voor nee."
    meta = wanted.__metadata__[0]
    return f"Schrijf een heel getal van {meta.ge} tot en met {meta.le}."
