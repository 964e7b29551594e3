#!/usr/bin/python3
"""aerc with data/aerc.conf behind its own bindings: one key takes in the reply under the cursor or all that are
marked, and any key is back in aerc."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from clients import PROJECT, Client, need
from terminal import check, same

need("aerc")

KEYS = """[messages]
j = :next<Enter>
v = :mark -t<Enter>
g = :prompt 'are keys taken? ' :quit<Enter>
"""


def start(client):
    os.makedirs(os.path.join(client.folder, "aerc"))
    with open(os.path.join(PROJECT, "data", "aerc.conf"), encoding="utf-8") as stream:
        client.desk.file("aerc/binds.conf", KEYS + stream.read())
    accounts = client.desk.file("aerc/accounts.conf", "[desk]\nsource = maildir://%s\ndefault = INBOX\n"
                                "from = Me <me@here.example>\n" % os.path.join(client.folder, "root"))
    os.chmod(accounts, 0o600)
    client.desk.file("aerc/aerc.conf", "[ui]\nsort = subject\n")
    return client.run("aerc")


def ready(window):
    """The list is there, and keys are taken: aerc throws away what is typed before."""
    window.shows("Automatic reply: seals")
    window.press_until("g", "are keys taken?")
    window.keys("C-c")
    window.until(lambda: "are keys taken?" not in window.text(), "the end of the question")


def one(client):
    with start(client) as window:
        ready(window)
        window.press_until("o", "Take in ─ Automatic reply: pricing")
        window.shows("Dana Whitfield, Northwind")
        window.keys("Enter")
        window.shows("press any key to close")
        window.keys("Enter")
        window.until(lambda: "press any key" not in window.text() and "Automatic reply: seals" in window.text(),
                     "the list of messages")
        same(client.states(), ["filed", "stranger", ""], "one reply")


def marked(client):
    with start(client) as window:
        ready(window)
        window.keys("v", "j", "v", "j", "v")
        window.press_until("o", "Take in 1 of 3 ─")
        window.keys("Enter")
        window.shows("Take in 2 of 3 ─")
        window.keys("q")
        window.shows("1 filed, ")
        window.shows("press any key to close")
        states = client.states()
        check(states.count("filed") == 1 and "proposed" in states and "" not in states,
              "one is filed, the others wait or are nobody's: %s" % states)


for case in (one, marked):
    with Client() as fresh:
        case(fresh)
