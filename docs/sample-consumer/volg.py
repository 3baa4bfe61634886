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
CREATE TABLE IF NOT EXISTS gebeurtenis (source TEXT, id TEXT, plan TEXT, soort TEXT,
                                        gebeurd_op TEXT, PRIMARY KEY (source, id));
CREATE TABLE IF NOT EXISTS plan (id TEXT PRIMARY KEY, inhoud TEXT);"""


def haal(pad, token, **vraag):
    adres = f"{os.environ['VOLG_ADRES']}/{pad}?{urlencode(vraag)}"
    kop = {"Authorization": f"Bearer {os.environ[token]}"}
    with urlopen(Request(adres, headers=kop), timeout=30) as antwoord:
        return json.load(antwoord)


def lees_plan(plan):
    try:
        inhoud = haal(f"plannen/api/v1/dossiers/{plan}/veiligheidsplan", "VOLG_LEESTOKEN")
    except HTTPError as fout:
        if fout.code != 404:
            raise
        return plan, None  # er is niets (meer), of niet voor ons: dan bewaren wij ook niets
    del inhoud["tijdreis"]  # het moment waarop wij vroegen
    return plan, json.dumps(inhoud, sort_keys=True)


def stap(db, feed):
    """Haalt één bladzijde; zegt of er iets op stond."""
    plek = db.execute("SELECT cursor FROM plek WHERE feed = ?", [feed]).fetchone()
    try:
        vanaf = {"na": plek[0]} if plek else {}
        bladzijde = haal(f"{feed}/api/v1/gebeurtenissen", "VOLG_TOKEN", **vanaf)
    except HTTPError as fout:
        if plek is None or fout.code not in (400, 410):
            raise
        with db:  # de dienst kent onze plek niet meer: lees alles nog eens, dat kan geen kwaad
            db.execute("DELETE FROM plek WHERE feed = ?", [feed])
        return True
    gebeurd = bladzijde["gebeurtenissen"]
    gewijzigd = {g["subject"] for g in gebeurd} if feed == "plannen" else set()
    # Gelezen na de gebeurtenis, dus minstens zo nieuw als zij.
    plannen = [lees_plan(plan) for plan in gewijzigd if "VOLG_LEESTOKEN" in os.environ]
    # Een `id` is alleen samen met `source` uniek.
    rijen = [
        (g["source"], g["id"], g["subject"], g["type"], g["data"]["gebeurdOp"]) for g in gebeurd
    ]
    with db:  # de rijen en de plek samen, of geen van beide
        db.executemany("INSERT OR IGNORE INTO gebeurtenis VALUES (?, ?, ?, ?, ?)", rijen)
        db.executemany("INSERT OR REPLACE INTO plan VALUES (?, ?)", plannen)
        db.execute("INSERT OR REPLACE INTO plek VALUES (?, ?)", [feed, bladzijde["volgende"]])
    return bool(gebeurd)


def volg(db):
    wacht = 0
    while True:
        try:
            bezig = [stap(db, feed) for feed in FEEDS]
            wacht = 0 if any(bezig) else RUST
        except (OSError, HTTPException, ValueError) as fout:
            if isinstance(fout, HTTPError) and fout.code in (401, 403):
                sys.exit("Het token is verlopen of mag dit niet. Vraag een nieuw token aan.")
            wacht = min(MEEST, max(RUST, 2 * wacht))
            print(f"Het lukt nu niet: {fout}. Straks opnieuw.", file=sys.stderr)
        time.sleep(wacht * random.uniform(0.5, 1))  # niet iedereen tegelijk


if __name__ == "__main__":
    os.umask(0o077)  # de kopie is alleen voor ons
    kopie = sqlite3.connect(os.environ.get("VOLG_KOPIE", "kopie.db"))
    kopie.executescript(TABELLEN)
    if sys.argv[1:] == ["opnieuw"]:
        kopie.executescript("DELETE FROM plek; DELETE FROM gebeurtenis; DELETE FROM plan;")
    print(f"Volgt {os.environ['VOLG_ADRES']}; stop met Ctrl-C.", flush=True)
    volg(kopie)
