"""What a page says around what the plan says, in Dutch at B1 level, per kind of reader."""

from __future__ import annotations

import msgspec

from services.plans.views.family_version.audience import Audience


class Phrases(msgspec.Struct, frozen=True, kw_only=True):
    """The headings and fixed sentences for one kind of reader."""

    title: str
    mine: str = "Dit doe jij"
    nothing_mine: str = "In deze versie staat niets dat jij moet doen."
    others: str = "Dit doet een ander"
    failing: str = "Dit gebeurt als het niet lukt"
    working: str = "Dit gebeurt als het lukt"
    bottom_lines: str = "Dit moet altijd zo zijn"
    concerns: str = "Hierover zijn zorgen, en dat is met jou besproken"
    schedule: str = "Dan kijken we samen of het plan werkt"
    over: str = "Dit is voorbij"
    calls: str = "Wie bel je"
    danger: str = "Is er nu gevaar? Bel"
    asked: str = "Dit is je gevraagd. Laat weten of het lukt."
    for_me: str = "jou"
    holds: str = "Dit geldt totdat je een nieuwe versie krijgt."
    question: str = "Heb je een vraag, of klopt er iets niet? Vraag het aan"
    lead: str = "casusregisseur"
    keep: str = "Dit blad is alleen voor jou. Bewaar het waar alleen jij het leest."
    before: tuple[str, ...] = ()
    numbers: tuple[str, ...] = (
        "Praten over geweld of zorgen thuis: Veilig Thuis, 0800-2000, gratis, dag en nacht.",
    )


_CHILD_LINE = "Praten met iemand die jou niet kent: de Kindertelefoon, 0800-0432, gratis."

PHRASES = {
    Audience.FAMILY: Phrases(title="Jouw deel van het veiligheidsplan"),
    Audience.YOUTH: Phrases(
        title="Jouw deel van het veiligheidsplan",
        mine="Dit kun jij doen",
        nothing_mine="",
        before=("Volwassenen moeten zorgen dat het veilig is. Dat hoef jij niet op te lossen.",),
        numbers=(_CHILD_LINE, "Veilig Thuis: 0800-2000, gratis, dag en nacht."),
    ),
    Audience.CHILD: Phrases(
        title="Jouw blad",
        mine="Dit kun jij doen",
        nothing_mine="",
        others="Dit hebben grote mensen beloofd",
        schedule="Dan praten grote mensen over hoe het gaat",
        calls="Wie kun je bellen",
        danger="Ben je bang, of is er gevaar? Bel",
        holds="Verandert er iets? Dan krijg je een nieuw blad.",
        question="Wil je iets vragen of vertellen? Dat kan altijd bij",
        lead="",
        keep="Dit blad is van jou.",
        before=(
            "Grote mensen zorgen dat het veilig is. Dat hoef jij niet te doen.",
            "Wat er thuis gebeurt, is niet jouw schuld. Je mag er altijd over praten.",
        ),
        numbers=(_CHILD_LINE,),
    ),
    Audience.NETWORK: Phrases(
        title="Jouw plek in het veiligheidsplan",
        mine="Dit heb jij beloofd",
        nothing_mine="In deze versie staat geen belofte van jou.",
        others="Hier kun je op rekenen",
    ),
    Audience.AGENCY: Phrases(
        title="Uw deel van het veiligheidsplan",
        mine="Uw taken",
        nothing_mine="In deze versie staan geen taken voor u.",
        others="Afspraken die u aangaan",
        failing="Gevolgen bij niet nakomen",
        working="Gevolgen bij nakomen",
        bottom_lines="Bodemeisen die u aangaan",
        schedule="Evaluatie",
        over="Afgelopen",
        calls="Contact",
        danger="Bij direct gevaar: bel",
        asked="Dit is u gevraagd. Bevestig het, of meld waarom het niet lukt.",
        for_me="u",
        holds="Deze versie geldt totdat u een nieuwe ontvangt.",
        question="Neem bij vragen of signalen contact op met",
        keep="Vertrouwelijk. Alleen voor wie bij u aan dit plan werkt; deel het niet verder.",
        numbers=("Overleg over een vermoeden van onveiligheid: Veilig Thuis, 0800-2000.",),
    ),
}
