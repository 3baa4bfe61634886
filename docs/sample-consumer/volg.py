"""Volgt de feeds van Vangnet en houdt een eigen kopie bij in SQLite. Uitleg: README.md."""

import json
import os
import random
import sqlite3
import sys
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

FEEDS = ("plannen", "evaluaties", "notificaties")
RUST, MEEST = float(os.environ.get("VOLG_RUST", "5")), 300  # seconden wachten: gewoon, hoogstens
TABELLEN = """
CREATE TABLE IF NOT EXISTS plek (feed TEXT PRIMARY KEY, cursor TEXT);
CREATE TABLE IF NOT EXISTS gebeurtenis (source, id, plan, soort, gebeurd_op, UNIQUE (source, id));
CREATE TABLE IF NOT EXISTS plan (id TEXT PRIMARY KEY, inhoud TEXT);"""


def haal(pad, token, mag_weg, **vraag):
    """Het antwoord; None als de dienst zegt dat het er niet (meer) is met een code uit mag_weg."""
    adres = f"{os.environ['VOLG_ADRES']}/{pad}?{urlencode(vraag)}"
    kop = {"Authorization": f"Bearer {os.environ[token]}"}
    try:
        with urlopen(Request(adres, headers=kop), timeout=30) as antwoord:
            return json.load(antwoord)
    except HTTPError as fout:
        if fout.code in mag_weg:
            return None
        raise


def lees_plan(plan):
    inhoud = haal(f"plannen/api/v1/dossiers/{plan}/veiligheidsplan", "VOLG_LEESTOKEN", (404,))
    if inhoud is not None:  # anders is er niets, of niet voor ons: dan bewaren wij ook niets
        del inhoud["tijdreis"]  # het moment waarop wij vroegen
    return plan, inhoud and json.dumps(inhoud, sort_keys=True)


def stap(db, feed):
    """Haalt één bladzijde; zegt of er iets op stond."""
    plek = dict(db.execute("SELECT 'na', cursor FROM plek WHERE feed = ?", [feed]))
    weg = (400, 410) if plek else ()  # onze plek is daar niet meer bekend
    bladzijde = haal(f"{feed}/api/v1/gebeurtenissen", "VOLG_TOKEN", weg, **plek)
    if bladzijde is None:  # lees alles nog eens, dat kan geen kwaad
        bladzijde = haal(f"{feed}/api/v1/gebeurtenissen", "VOLG_TOKEN", ())
    gebeurd = bladzijde["gebeurtenissen"]
    gewijzigd = {g["subject"] for g in gebeurd} if feed == "plannen" else ()
    # Gelezen na de gebeurtenis, dus minstens zo nieuw als zij.
    plannen = [lees_plan(plan) for plan in gewijzigd if "VOLG_LEESTOKEN" in os.environ]
    with db:  # de rijen en de plek samen, of geen van beide; een `id` is uniek binnen een `source`
        for g in gebeurd:
            rij = g["source"], g["id"], g["subject"], g["type"], g["data"]["gebeurdOp"]
            db.execute("INSERT OR IGNORE INTO gebeurtenis VALUES (?, ?, ?, ?, ?)", rij)
        db.executemany("INSERT OR REPLACE INTO plan VALUES (?, ?)", plannen)
        db.execute("INSERT OR REPLACE INTO plek VALUES (?, ?)", [feed, bladzijde["volgende"]])
    return bool(gebeurd)


if __name__ == "__main__":
    os.umask(0o077)  # de kopie is alleen voor ons
    kopie = sqlite3.connect(os.environ.get("VOLG_KOPIE", "kopie.db"))
    kopie.executescript(TABELLEN)
    print(f"Volgt {os.environ['VOLG_ADRES']}; stop met Ctrl-C.", flush=True)
    wacht = 0
    while True:
        try:
            wacht = 0 if sum(stap(kopie, feed) for feed in FEEDS) else RUST
        except (OSError, HTTPException, ValueError) as fout:
            wacht = min(MEEST, max(RUST, 2 * wacht))
            print(f"Het lukt nu niet: {fout}. Straks opnieuw.", file=sys.stderr)
        time.sleep(wacht * random.uniform(0.5, 1))  # niet iedereen tegelijk
