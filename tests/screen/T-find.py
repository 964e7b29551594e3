#!/usr/bin/python3
"""Finding in a real terminal: keys that arrive together, a desk that changes meanwhile, views that another window
opens."""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, check, sample_desk
from terminal import same


def leave(window):
    window.send("\x1bZZ")
    same(window.wait(), 0, "ZZ leaves")


def keys_at_once(sample):
    """Enter means what was typed, whatever was found for the letters before it."""
    with Desk(sample=sample) as desk:
        window = desk.window()
        window.shows("? keys")
        window.send("/zoe\r")
        window.shows("Zoë Ångström, ")
        window.send("q/dana whit")
        window.shows("1 found")
        window.send("\x15nobodyatall")
        window.shows("nobody; fewer words")
        window.send("\x15tag:x")
        window.shows("! nobody is tagged")
        leave(window)


def changes_are_found(sample):
    """What another process files is found without another key."""
    with Desk(sample=sample) as desk:
        window = desk.window()
        window.shows("? keys")
        window.send("/zebrafish")
        window.shows("nobody; fewer words")
        desk.call("note", "zoe", "asks for a zebrafish")
        window.shows("1 found")
        check("zebrafish" in window.text().split("\n")[4], "the note's words:\n" + window.text())
        window.send("\r")
        window.shows("asks for a zebrafish")
        leave(window)


def views_of_another_window(sample):
    with Desk(sample=sample) as desk:
        window, other = desk.window(), desk.window()
        window.shows("? keys")
        other.shows("? keys")
        window.send("lstage:customer\r")
        window.shows("[stage:customer]")
        window.send(":view save ours\r")
        window.shows("g1 opens ours")
        other.send("g1")
        other.shows("Prospects [ours]")
        other.send("l\r")
        other.until(lambda: "[ours]" not in other.text(), "everybody again")
        other.send(":view remove ours\r")
        other.shows("the view ours is removed")
        window.send("g1")
        window.shows('there is no view "1"')
        leave(window)
        leave(other)


def a_limit_of_touches_looks_on(sample):
    """More than one key may look at: what fits comes after it was found, and at the end nothing more is looked for.
    Backward nothing is kept: too many would have to be looked at, and the title says so."""
    with Desk(sample=sample) as desk:
        desk.write(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO touch (uuid,"
            " contact_id, channel, direction, due_day, due_utc, done_utc, promise, outcome, cause, moved, created_utc,"
            " contact_made, purpose) SELECT printf('many-%d', i), 1, iif(i = 20000, 6, 0), 0, 40000, 40000 * 86400, 0, 0, 0,"
            " 0, 0, 0, 0, iif(i = 20000, 'the only fax', NULL) FROM n"
        )
        window = desk.window(rows=36, columns=160)
        window.shows("? keys")
        window.send("\t\tlchannel:fax\r")
        window.shows("the only fax")
        window.shows("[channel:fax]")
        window.send("G")
        window.shows("[channel:fax; not all looked at]")
        window.send("l\r")
        window.until(lambda: "not all looked at" not in window.text(), "everything again")
        leave(window)


def a_limit_looks_on():
    """More than one key may look at: who is found later follows those that are there, and keys are not kept waiting."""
    with Desk() as desk:
        people = ["name,city,email", "Ada First,Lyon,ada@example.com"]
        people += ["Person %04d,Paris," % i for i in range(1500)]
        people += ["Zoe Last,Lyon,zoe@example.com"]
        desk.call("import", desk.file("people.csv", "\n".join(people) + "\n"))
        window = desk.window()
        window.shows("+1502 at rest")
        window.send("lmail:any\r")
        window.shows("Zoe Last")
        window.shows("Prospects [mail:any]")
        check("Ada First" in window.text() and "Person" not in window.text(), "who has a mail, and nobody else")
        window.send("lmail:any\rGltitle:any\r")
        window.shows("nobody here fits that")
        window.send("l\r")
        window.shows("Person 0001")
        leave(window)


with tempfile.TemporaryDirectory() as folder:
    sample = sample_desk(folder)
    keys_at_once(sample)
    changes_are_found(sample)
    views_of_another_window(sample)
    a_limit_of_touches_looks_on(sample)
    a_limit_looks_on()
