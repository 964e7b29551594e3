#!/usr/bin/python3
"""mutt with data/mutt.rc: one key takes in the reply under the cursor or all that are tagged, and mutt is back."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from clients import PROJECT, Client, need
from terminal import same

need("mutt")


def start(client, place):
    rc = client.desk.file("muttrc", "set mbox_type=Maildir folder=%s mail_check=0 sort=subject quit=yes move=no\n"
                          "set spoolfile=%s record=\"\" header_cache=\"\"\nsource %s\n"
                          % (client.folder, place, os.path.join(PROJECT, "data", "mutt.rc")))
    return client.run("mutt", "-n", "-F", rc, "-f", os.path.join(client.folder, place))


def first(window):
    window.shows("Automatic reply: pricing")
    window.keys("1", "Enter")


def one(client, place):
    with start(client, place) as window:
        first(window)
        window.keys("A")
        window.shows("Take in ─ Automatic reply: pricing")
        window.shows("Dana Whitfield, Northwind")
        window.keys("Enter")
        window.shows("Mutt:")
        same(client.states(), ["filed", "stranger", ""], "one reply out of " + place)
        restored(window)


def restored(window):
    """What the macro sets for itself is as it was."""
    for name, value in (("pipe_sep", '"\\n"'), ("wait_key", "is set"), ("auto_tag", "is unset"),
                        ("pipe_decode", "is unset"), ("pipe_split", "is unset")):
        window.keys(":")
        window.type("set ?" + name)
        window.keys("Enter")
        window.until(lambda: name in window.text() and value in window.text(), "%s: %s" % (name, value))


def tagged(client, place):
    with start(client, place) as window:
        first(window)
        window.keys("t", "t", "t")
        window.shows("Tag:3")
        window.keys("A")
        window.shows("Take in 1 of 3 ─ Automatic reply: pricing")
        window.keys("Enter")
        window.shows("Take in 2 of 3 ─ Automatic reply: seals")
        window.keys("Enter")
        window.shows("Take in 3 of 3 ─ Out of office")
        window.shows("Enter makes a new contact")
        window.keys("q")
        window.shows("Mutt:")
        same(client.states(), ["filed", "stranger", "filed"], "three replies out of " + place)
        restored(window)


for case in (one, tagged):
    for box in ("root/INBOX", "box"):
        with Client() as fresh:
            case(fresh, box)
