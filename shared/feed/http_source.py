"""The feed of a service in another process, over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from shared.feed.delivery import Batch
from shared.feed.http import Http, Unreachable, bearer, site_of
from shared.feed.http_page import NotAPage, batch_of

PATH = "/interne-gebeurtenissen"
# The most that one answer gives, and the longest that it is held back for news, in seconds.
MOST = 500
LONGEST_WAIT = 25


class HttpSource:
    """A Source on ``<address>/interne-gebeurtenissen``; ``address`` has the base path of the API.

    ``wait``: seconds that the other side may hold a question until there is news. Raises
    Unreachable for whatever is not a page of the feed, with what to do about it: a refusal, a
    fault or silence never looks like "nothing new".
    """

    def __init__(
        self, name: str, address: str, token: Callable[[], str], http: Http, wait: int = 0
    ) -> None:
        self.name = name
        self._address = address
        self._token = token
        self._http = http
        self._wait = wait

    def read(self, after: int, limit: int) -> Batch:
        """What comes after a position, oldest first; held until there is some, or ``wait`` ends."""
        limit = min(limit, MOST)
        query = urlencode({"na": after, "aantal": limit, "wacht": self._wait})
        url = f"{self._address}{PATH}?{query}"
        fetched = self._http.get(url, bearer(self._token()), self._wait)
        if fetched.status != 200:
            raise Unreachable(self._refusal(fetched.status))
        try:
            return batch_of(fetched.body, after, limit)
        except NotAPage:
            raise Unreachable(
                f"De feed van {self.name} geeft geen leesbaar antwoord. Controleer het adres "
                f"{site_of(self._address)}, en of beide diensten van dezelfde versie zijn."
            ) from None

    def _refusal(self, status: int) -> str:
        if status in (401, 403):
            return (
                f"De feed van {self.name} weigert ons ({status}). Controleer "
                "VANGNET_SERVICE_TOKEN: het moet geldig zijn en de rol dienst hebben."
            )
        site = site_of(self._address)
        return f"De feed van {self.name} geeft een fout ({status}). Controleer {site}."
