"""The Dutch sentences (B1) in place of marshmallow's English ones, and the code of each."""

from __future__ import annotations

SENTENCES = {
    "Missing data for required field.": "Dit veld is verplicht.",
    "Field may not be null.": "Dit veld mag niet leeg zijn.",
    "Invalid value.": "Deze waarde kan niet.",
    "Unknown field.": "Dit is een onbekend veld.",
    "Invalid input type.": "Hier hoort een object, tussen accolades.",
    "Invalid type.": "Dit heeft de verkeerde vorm.",
    "Not a valid list.": "Hier hoort een lijst.",
    "Not a valid tuple.": "Hier hoort een lijst.",
    "Not a valid string.": "Hier hoort tekst.",
    "Not a valid utf-8 string.": "Hier hoort tekst.",
    "Not a valid UUID.": "Hier hoort een UUID.",
    "Not a valid number.": "Hier hoort een getal.",
    "Number too large.": "Dit getal is te groot.",
    "Not a valid integer.": "Hier hoort een heel getal.",
    "Special numeric values (nan or infinity) are not permitted.": "Hier hoort een getal.",
    "Not a valid boolean.": "Hier hoort true of false.",
    "Not a valid {obj_type}.": "Hier hoort een datum of tijdstip.",
    "Not a valid {awareness} {obj_type}.": "Hier hoort een tijdstip met tijdzone.",
    '"{input}" cannot be formatted as a {obj_type}.': "Hier hoort een datum of tijdstip.",
    "Not a valid date.": "Hier hoort een datum, zoals 2026-03-01.",
    '"{input}" cannot be formatted as a date.': "Hier hoort een datum, zoals 2026-03-01.",
    "Not a valid period of time.": "Hier hoort een duur.",
    "{input!r} cannot be formatted as a timedelta.": "Hier hoort een duur.",
    "Not a valid mapping type.": "Hier hoort een object, tussen accolades.",
    "Not a valid URL.": "Hier hoort een webadres.",
    "Not a valid email address.": "Hier hoort een e-mailadres.",
    "Not a valid IP address.": "Hier hoort een IP-adres.",
    "Not a valid IPv4 address.": "Hier hoort een IP-adres.",
    "Not a valid IPv6 address.": "Hier hoort een IP-adres.",
    "Not a valid IP interface.": "Hier hoort een IP-adres.",
    "Not a valid IPv4 interface.": "Hier hoort een IP-adres.",
    "Not a valid IPv6 interface.": "Hier hoort een IP-adres.",
    "Must be one of: {choices}.": "Kies een van: {choices}.",
    "Invalid input.": "Deze waarde kan niet.",
    "Must be equal to {other}.": "Hier hoort {other}.",
    "String does not match expected pattern.": "Dit heeft de verkeerde vorm.",
    "One or more of the choices you made was not in: {choices}.": "Kies uit: {choices}.",
    "One or more of the choices you made was in: {values}.": "Deze keuze kan niet.",
}

UNKNOWN = SENTENCES["Unknown field."]
IN_FUTURE = "Dit tijdstip ligt in de toekomst."
REPEATED = "Noem dit één keer."
IN_PATH = "Dit staat al in het adres."

CODES = {
    "Dit veld is verplicht.": "required",
    "Dit veld mag niet leeg zijn.": "null",
    UNKNOWN: "unknown",
    IN_FUTURE: "future",
    REPEATED: "repeated",
    IN_PATH: "repeated",
}
