#!/usr/bin/python3
"""The calendar that comes back, kept in step by the open desk: what is planned goes there by itself, what is done there
comes home and is asked about, and a server that is away is one line."""

import glob
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, check, until
from terminal import same


def desk_with(place):
    desk = Desk("2026-03-02 09:00")
    os.mkdir(os.path.join(desk.folder, "touchbase"))
    desk.file("touchbase/touchbase.conf", "sync = %s\ncalendar_items = tasks\n" % place)
    desk.call("add", "Ana Ruiz, ana@example.com")
    return desk


def leave(window):
    window.send("ZZ")
    same(window.wait(), 0, "left")


def there_and_back():
    with desk_with("~/calendar/") as desk:
        items = lambda: glob.glob(os.path.join(desk.folder, "calendar", "*.ics"))
        window = desk.window()
        window.shows("Ana Ruiz")
        window.send("tcall fri 10:00 catalogue\r")
        until(window, lambda: len(items()) == 1, "it is there")
        place = items()[0]
        with open(place, encoding="utf-8", newline="") as stream:
            text = stream.read()
        check("SUMMARY:Call Ana Ruiz: catalogue" in text, text)
        desk.file("calendar/edit.tmp", re.sub("STATUS:[A-Z-]*", "STATUS:COMPLETED", text))
        os.rename(os.path.join(desk.folder, "calendar/edit.tmp"), place)
        window.send(":sync\r")
        window.shows("in step with the calendar")
        window.shows("1 to confirm")
        window.send("gi\r")
        window.shows("how did it go?")
        window.send("v")
        window.shows("call with Ana Ruiz: voicemail")
        until(window, lambda: not items(), "what is done is taken away")
        check("voicemail" in desk.call("show", "ana"), desk.call("show", "ana"))
        leave(window)


def a_server_that_is_away():
    with desk_with("http://127.0.0.1:1/desk/") as desk:
        window = desk.window()
        window.shows("no sync with the calendar, tried again in 1 minute")
        window.send(":sync\r")
        window.shows("tried again in 2 minutes")
        leave(window)


def without_a_place():
    with desk_with("") as desk:
        window = desk.window()
        window.shows("Ana Ruiz")
        window.send(":sync\r")
        window.shows("no calendar to sync with is set")
        leave(window)


for test in (there_and_back, a_server_that_is_away, without_a_place):
    test()
print("ok")
