#!/usr/bin/python3
"""Auto-replies piped in by a mail client: take-in on its terminal, one message after the other, then back."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import DATA, TOUCHBASE, Desk, check
from terminal import Terminal, same

NOW = "2026-03-02 09:00"
PEOPLE = os.path.join(DATA, "cli", "people.vcf")


def box(desk, *names):
    text = ""
    for name in names:
        with open(os.path.join(DATA, "cli", "mail", name + ".eml"), encoding="utf-8") as stream:
            text += "From nobody Mon Mar  2 09:00:00 2026\n" + stream.read() + "\n"
    return desk.file("box", text)


def pipe(desk, *names):
    """cat box | touchbase ooo -, as a mail client runs it."""
    box(desk, *names)
    return Terminal(["/bin/sh", "-c", 'cat "$1" | "$2" ooo -; echo "status $?"', "sh",
                     os.path.join(desk.folder, "box"), TOUCHBASE], env=desk.environment)


def state(desk, who):
    return [entry["state"] for entry in desk.rows("show", who)[0]["timeline"] if "state" in entry]


def one(desk):
    window = pipe(desk, "mexico")
    window.shows("Take in ─ Automatic reply: pricing")
    window.shows("What Enter does")
    window.send("\r")
    window.shows("status 0")
    check("Dana Whitfield" in window.text(), "what was filed is said at the shell: " + window.text())
    same(window.wait(), 0, "the end")
    same([row["channel"] for row in desk.rows("due")], ["email", "call"], "the play of one message runs")


def several(desk):
    """Enter files and goes on; a stranger is offered as a contact; q leaves the rest."""
    window = pipe(desk, "mexico", "stranger", "wedding", "plain", "funeral")
    window.shows("Take in 1 of 5 ─")
    window.send("\r")
    window.shows("Take in 2 of 5 ─")
    window.shows("Enter makes a new contact")
    window.shows("return call")
    window.send("\r")
    window.shows("Take in 3 of 5 ─")
    window.shows("Lena Vogt")
    window.send("q")
    window.shows("2 filed, 2 left under To confirm, 1 with nothing to file")
    window.shows("status 0")
    same(window.wait(), 0, "the end")
    same(desk.rows("show", "nobody")[0]["stage"], "lead", "the stranger is a contact")
    same([state(desk, who) for who in ("dana", "nobody", "lena")], [["filed"], ["filed"], ["proposed"]],
         "what became of them")


def nobody_is_kept_unasked(desk):
    window = pipe(desk, "stranger", "mexico")
    window.shows("Take in 1 of 2 ─")
    window.send("q")
    window.shows("1 left under To confirm, 1 of people not on the desk: not kept")
    same(window.wait(), 0, "the end")
    desk.call("show", "nobody", status=3)


for case in (one, several, nobody_is_kept_unasked):
    with Desk(NOW) as fresh:
        fresh.call("import", PEOPLE)
        case(fresh)
