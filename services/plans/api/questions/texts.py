"""The ten questions in Dutch, as domain 3.10 has them, and who has a part in each."""

from __future__ import annotations

from services.plans.api.others import EVALUATIONS, NOTIFICATIONS

TEXTS = {
    1: "Wie waren erbij betrokken, met welke rol, welk gezag en welke registratie? Wie had de "
    "casusregie, en wie verving?",
    2: "Wat was er bekend aan signalen, voorvallen en zorgen, van wie, en wanneer hoorden wij het?",
    3: "Welke versie van het plan gold? Welke bodemeisen en afspraken, en voor wie?",
    4: "Wat was er beoordeeld, met welk instrument? Wie is geraadpleegd, wat was het advies, en is "
    "het gevolgd?",
    5: "Wie is wat verteld, wanneer, hoe, en is dat bevestigd? Wie is het bewust niet verteld, en "
    "waarom?",
    6: "Wanneer is elk kind voor het laatst gezien en voor het laatst alleen gesproken, door wie? "
    "Wat zei het kind?",
    7: "Welke evaluaties moesten er zijn, welke zijn gehouden en welke gemist? Wat veranderde er "
    "na elke evaluatie?",
    8: "Welke afspraken zijn niet nagekomen? Welk gevolg kwam er, of waarom niet?",
    9: "Is opschalen afgewogen, door wie en waarom? Wat antwoordden partners, en wanneer?",
    10: "Welke eerdere plannen, overdrachten, afsluitingen en nazorg waren er? Welke signalen "
    "gingen af, en wie bevestigde die? Wie keek in het dossier?",
}

# Besides plans itself, which has its own table.
ELSEWHERE = {
    2: (EVALUATIONS,),
    5: (NOTIFICATIONS,),
    6: (EVALUATIONS,),
    7: (EVALUATIONS,),
    8: (EVALUATIONS,),
    10: (EVALUATIONS, NOTIFICATIONS),
}

# What is asked and cannot be answered yet, in words.
TO_FOLLOW = {
    10: ("Welke signalen afgingen en wie ze bevestigde: dat komt met het toezicht.",),
}
