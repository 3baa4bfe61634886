"""The page at the root of the address: what is where, for a person with a browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

from shared.service.service import Service
from shared.web.page import page_headers as style_headers
from shared.web.view import HTML

_HERE = Path(__file__).parent
_SHOWN = {
    "plans": ("Plannen", "Dossiers, veiligheidsplannen en hun versies"),
    "evaluations": ("Evaluaties", "Evaluaties, voorvallen en de tijdlijn"),
    "notifications": ("Notificaties", "Wie is geïnformeerd, en hoe"),
}
_ROW = Template(
    '<tr><th scope="row">$title</th><td>$what</td><td><code>$path</code></td>'
    '<td><a href="$path/openapi.json">Beschrijving van $title</a></td></tr>'
)
_SIMULATED = (
    '<p class="let-op"><strong>Let op:</strong> dit is een voorbeeld. De gegevens zijn verzonnen '
    "en zijn gemaakt met een gesimuleerde klok.</p>"
)


def root_page(services: Sequence[Service], *, development: bool) -> bytes:
    """The page as it is now."""
    page = Template((_HERE / "root_page.html").read_text("utf-8"))
    simulated = any(service.acting.record.simulated for service in services)
    return page.substitute(
        style=_style(),
        notice=_SIMULATED if simulated else "",
        rows="\n".join(_row(service) for service in services),
        token=_TOKEN if development else _NO_TOKEN,
    ).encode()


def page_headers() -> Mapping[str, str]:
    """The page's own headers: nothing may load but the style that stands in it."""
    return {"Content-Type": HTML, **style_headers(_style())}


_TOKEN = (
    "<p>Vraag er een op deze computer met <code>vangnet token --role werker</code> en stuur het "
    "mee als <code>Authorization: Bearer …</code>.</p>"
)
_NO_TOKEN = "<p>U krijgt het van de uitgever van uw organisatie.</p>"


def _style() -> str:
    return (_HERE / "root_page.css").read_text("utf-8")


def _row(service: Service) -> str:
    title, what = _SHOWN.get(service.name, (service.name, ""))
    return _ROW.substitute(title=escape(title), what=escape(what), path=escape(service.base_path))
