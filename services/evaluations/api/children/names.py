"""The Dutch wire names of the kinds in a conversation with a child."""

from __future__ import annotations

from services.evaluations.domain.children.conversations import NotSpoken, Speaker

SPEAKER = {Speaker.NETWORK: "netwerk", Speaker.PROFESSIONAL: "beroepskracht"}
NOT_SPOKEN = {
    NotSpoken.TOO_YOUNG: "te-jong",
    NotSpoken.UNWILLING: "wilde-niet",
    NotSpoken.UNABLE: "kon-niet",
    NotSpoken.FOR_SAFETY: "vanwege-veiligheid",
}
