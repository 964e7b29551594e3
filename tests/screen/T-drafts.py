#!/usr/bin/python3
"""kill -9 at random moments of typing: what is on disk is a beginning of what was typed, and at most the last second of
it is missing; the next window takes it up again. KILLS is how many (10), SEED makes a run come again.

    KILLS=200 SEED=1 BUILD=build tests/screen/T-drafts.py"""

import os
import random
import signal
import sqlite3
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, check
from terminal import same

KILLS = int(os.environ.get("KILLS", "10"))
SEED = int(os.environ.get("SEED") or random.SystemRandom().randrange(1 << 31))
ALLOWED = 1.0
PIECES = ["offer ", "Mexico ", "naïve ", "café ", "王小明 ", "مرحبا ", "next week, ", "\"call me\" ", "👍 ", "\r", "e\u0301 "]


def type_until(window, dice, length):
    """Types for so long; gives [(moment, character)] of what was handed to the terminal."""
    typed = []
    end = time.monotonic() + length
    while time.monotonic() < end:
        for character in dice.choice(PIECES):
            typed.append((time.monotonic(), character))
            window.send(character)
            pause(window, dice.choice((0.001, 0.005, 0.02)))
        pause(window, dice.choice((0.005, 0.02, 0.05, 0.2)))
    return typed


def pause(window, length):
    """Between two keys; what the window writes is read meanwhile."""
    end = time.monotonic() + length
    while time.monotonic() < end:
        window.read(max(0, end - time.monotonic()))


def as_text(typed):
    return "".join(character for _, character in typed).replace("\r", "\n")


def on_disk(desk):
    """The draft as the file holds it; opening it takes back what the kill left half written."""
    with sqlite3.connect(desk.path, timeout=10) as connection:
        rows = connection.execute("SELECT kind, text FROM draft").fetchall()
        same(connection.execute("PRAGMA integrity_check").fetchone(), ("ok",), "the file")
    connection.close()
    check(len(rows) < 2, "more than one draft: %r" % rows)
    return rows[0] if rows else (None, "")


def kill_once(desk, kind, dice):
    with_keys, ready = {"note": ("i", "Note on Mia Cole"), "take-in": ("o", "Out of office ─ Mia Cole"),
                        "call": ("c", "Call ─ Mia Cole"), "message": ("m", "Mia Cole ─ email")}[kind]
    window = desk.window(rows=24, columns=80)
    window.shows("Prospects 1")
    window.send(with_keys)
    window.shows(ready)
    typed = []
    if kind == "call":  # a letter starts clock and note
        typed.append((time.monotonic(), "x"))
        window.send("x")
    typed += type_until(window, dice, dice.uniform(0, 2.5))
    os.kill(window.pid, signal.SIGKILL)
    killed = time.monotonic()
    same(window.wait(), -signal.SIGKILL, "the kill")
    window.hang_up()
    found, text = on_disk(desk)
    begun = "Subject: \n\n" if kind == "message" else ""  # stands there before anything is typed
    whole = begun + as_text(typed)
    sure = begun + as_text([(at, character) for at, character in typed if at < killed - ALLOWED])
    if not found:
        sure = sure[len(begun):]
    check(whole.startswith(text), "seed %d: no beginning of what was typed: %r of %r" % (SEED, text[-80:], whole[-80:]))
    check(len(text) >= len(sure), "seed %d: of %d characters typed, %d of them more than a second ago, %d are on disk"
          % (SEED, len(whole), len(sure), len(text)))
    if text:
        same(found, kind, "the kind of the draft")
    return text


def take_up(desk, kind, text):
    """The next window offers it; a note is filed as it was, a take-in thrown away."""
    shown = desk.picture("", "200x50")
    if text.strip():
        first = next(line for line in text.split("\n") if line.strip()).strip()
        check("when touchbase ended" in shown, "it is not offered:\n" + shown)
        check(first[:5] in shown, "it is not shown: %r\n%s" % (text, shown))
    ends = {"note": "^D", "call": "^D r - Enter" if text else "", "take-in": "^C" if text else "", "message": "^D"}
    desk.picture(ends[kind], "80x24")
    same(on_disk(desk), (None, ""), "nothing is left of it")
    if kind == "message" and text.strip():
        same(desk.sql("SELECT text FROM script ORDER BY id DESC LIMIT 1").strip(), text.strip(),
             "the message as it was filed")
        desk.write("UPDATE script SET used_utc = 1")  # the next one begins anew
    elif kind != "take-in" and text.strip():
        same(desk.sql("SELECT text FROM note ORDER BY id DESC LIMIT 1").strip(), text.strip(),
             "the note as it was filed")


def without_star(desk):
    """A star in the title is what is not on disk yet: without it all is."""
    window = desk.window(rows=24, columns=80)
    window.shows("Prospects 1")
    window.send("iall of it")
    window.until(lambda: "all of it" in window.text() and "Note on Mia Cole ──" in window.text(), "no star")
    os.kill(window.pid, signal.SIGKILL)
    same(window.wait(), -signal.SIGKILL, "the kill")
    window.hang_up()
    same(on_disk(desk), ("note", "all of it"), "what is on disk")
    take_up(desk, "note", "all of it")


def unknown_caller(desk):
    """Who rings is nobody the desk knows: the number is on disk with the first word, and nobody else's call comes back."""
    window = desk.window(rows=24, columns=80)
    window.shows("Prospects 1")
    window.send("r")
    window.shows("somebody else")
    window.send("/")
    window.shows("who is it")
    window.send("+49 30 998877\r")
    window.shows("They ring ─ +49 30 998877")
    window.send("wants two")
    window.until(lambda: on_disk(desk) == ("rang", "wants two"), "on disk")
    os.kill(window.pid, signal.SIGKILL)
    same(window.wait(), -signal.SIGKILL, "the kill")
    window.hang_up()
    shown = desk.picture("", "80x24")
    check("They ring ─ +49 30 998877" in shown and "wants two" in shown, "the call is not offered:\n" + shown)
    desk.picture("^D", "80x24")
    same(on_disk(desk), (None, ""), "nothing is left of it")
    same(desk.sql("SELECT coalesce(contact_id, 0), caller, text FROM waiting").strip(),
         "0|+49 30 998877|wants two", "what waits for a name")


def main():
    print("%d kills, seed %d" % (KILLS, SEED))
    dice = random.Random(SEED)
    with Desk() as desk:
        desk.call("add", "Mia Cole, Cole Works")
        without_star(desk)
        unknown_caller(desk)
        for number in range(KILLS):
            kind = ("note", "call", "take-in", "message")[number % 4]
            take_up(desk, kind, kill_once(desk, kind, dice))


main()
