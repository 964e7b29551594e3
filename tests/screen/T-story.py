#!/usr/bin/python3
"""From a business card to the calendar, by keys alone in a real terminal: three people come in, a call is planned,
auto-replies are taken in by path, undone and brought again, reminders go out; what the desk holds is asked of a shell."""

import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import DATA, TOUCHBASE, Desk, check
from terminal import same
from tmux import Tmux

NOW = "2026-03-02 09:00"
PEOPLE = os.path.join(DATA, "cli", "people.vcf")


def mail(name):
    return os.path.join(DATA, "cli", "mail", name + ".eml")


def command(window, line):
    window.keys(":")
    window.type(line)
    window.keys("Enter")


def find(window, words, name):
    """Goes to somebody by name; the contact sheet opens."""
    window.keys("/")
    window.shows("Find:")
    window.type(words)
    window.shows(name)
    window.keys("Enter")
    window.shows("PLANNED")


def plan(window, line, said):
    window.keys("t")
    window.shows("plan:")
    window.type(line)
    window.keys("Enter")
    window.shows(said)


def take_in(window, name, understood, filed):
    window.keys("o")
    window.shows("Out of office")
    window.type(mail(name))
    window.keys("C-d")
    window.shows("What Enter does")
    window.shows(understood)
    window.keys("Enter")
    window.shows(filed)


def of(desk, name):
    return [(row["channel"], row["due"]) for row in desk.rows("due", "--until", "2026-03-31")
            if row["contact"] == name]


def mexico(desk, window):
    command(window, "import " + PEOPLE)
    window.shows("3 new")
    find(window, "dana", "Dana Whitfield")
    plan(window, "call 2026-03-05 10:00 pricing", "Thu 5 Mar 10:00")
    same(of(desk, "Dana Whitfield"), [("call", "2026-03-05T10:00:00-05:00")], "the planned call")
    window.keys("q")
    window.shows("Prospects")
    take_in(window, "mexico", "[p]Mexico", "Out of office 1")
    moved = [("email", "2026-03-02"), ("call", "2026-03-10T10:00:00-04:00")]
    same(of(desk, "Dana Whitfield"), moved, "after the auto-reply")
    window.keys("u")
    window.shows("taken back: absence of Dana Whitfield")
    same(of(desk, "Dana Whitfield"), [("call", "2026-03-05T10:00:00-05:00")], "after u")
    window.keys("C-r")
    window.shows("brought again: absence of Dana Whitfield")
    same(of(desk, "Dana Whitfield"), moved, "after ^R")


def occasions(desk, window):
    take_in(window, "wedding", "wedding", "Out of office 2")
    same([touch for touch in of(desk, "Lena Vogt") if touch[0] == "card"], [("card", "2026-03-02")], "the wedding card")
    find(window, "wang", "王小明")
    plan(window, "letter 2026-03-04 catalogue", "Wed 4 Mar")
    plan(window, "call 2026-03-06 09:00 offer", "Fri 6 Mar 09:00")
    window.keys("q")
    window.shows("Prospects")
    take_in(window, "funeral", "funeral", "Out of office 3")
    same([touch for touch in of(desk, "王小明") if touch[1] < "2026-03-13"], [("card", "2026-03-02")],
         "a sympathy card, and nothing else before three working days")
    same(sorted(touch[0] for touch in of(desk, "王小明") if touch[1] >= "2026-03-13"), ["call", "letter"],
         "what waits until then")


def after_leaving(desk, calendar):
    rows = desk.rows("due", "--until", "2026-03-31")
    dana = [row for row in rows if row["contact"] == "Dana Whitfield"]
    same([(row["channel"], row["due"]) for row in dana],
         [("email", "2026-03-02"), ("call", "2026-03-10T10:00:00-04:00")], "the desk after leaving")
    check("Mexico" in dana[1]["opener"] and dana[1]["cause"] == "return", "the opener names the place: %r" % dana[1])
    check("Mexico" in dana[0]["draft"], "the answer is drafted: %r" % dana[0])
    events = subprocess.run([sys.executable, os.path.join(DATA, "cli", "events.py"), calendar], check=True,
                            stdout=subprocess.PIPE, encoding="utf-8").stdout.splitlines()
    same(len(events), len(rows), "an event for each touch")
    check("2026-03-10 10:00 | Call Dana Whitfield (Northwind Controls): pricing | -900 | TRANSPARENT" in events,
          "the return call in the calendar: %r" % events)


def story():
    with Desk(NOW) as desk:
        calendar = os.path.join(desk.folder, "desk.ics")
        with Tmux([TOUCHBASE], desk.environment, folder=desk.folder) as window:
            window.shows("nobody yet")
            mexico(desk, window)
            occasions(desk, window)
            command(window, "export " + calendar)
            window.shows("written to")
            command(window, "q")
            same(window.ended(), 0, "leaving by :q")
        after_leaving(desk, calendar)


story()
