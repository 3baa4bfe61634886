"""A page for people: HTML that may load nothing but the style that stands in it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

from shared.web.view import HTML, Raw


def html_page(text: str, style: str) -> Raw:
    """``text``, in which ``style`` is the content of the one style element."""
    return Raw(text.encode(), HTML, page_headers(style))


def page_headers(style: str) -> Mapping[str, str]:
    """The headers of a page: no script, no image, no form, and no other style."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'"
    return {
        "Content-Language": "nl",
        "Content-Security-Policy": f"{policy}; form-action 'none'; frame-ancestors 'none'",
    }
