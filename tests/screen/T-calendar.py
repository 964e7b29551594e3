#!/usr/bin/python3
"""The calendar of the settings: kept up to date by the desk while it is open, by every command that changes
something, and left alone by the rest."""

import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, check, until
from terminal import same


def desk_with(settings):
    desk = Desk("2026-03-02 09:00")
    os.mkdir(os.path.join(desk.folder, "touchbase"))
    desk.file("touchbase/touchbase.conf", settings.format(folder=desk.folder))
    desk.call("add", "Ana Ruiz, ana@example.com")
    return desk


def text(path):
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as stream:
        return stream.read()


def by_commands():
    with desk_with("calendar = {folder}/my calls.ics\n") as desk:
        path = os.path.join(desk.folder, "my calls.ics")
        check("SUMMARY" not in text(path), "nothing is planned: " + text(path))
        desk.call("touch", "ana", "call", "fri 10:00", "catalogue")
        kept = text(path)
        check("SUMMARY:Call Ana Ruiz: catalogue" in kept, kept)
        check("REFRESH-INTERVAL;VALUE=DURATION:PT1H" in kept and "X-PUBLISHED-TTL:PT1H" in kept, kept)
        check("BEGIN:VEVENT" in kept and "VTODO" not in kept, kept)
        desk.call("undo")
        check("Ana Ruiz" not in text(path), "it was taken back")
        os.remove(path)
        desk.call("due")
        desk.call("show", "ana")
        check(not os.path.exists(path), "a command that only looks wrote it")


def leave(window):
    window.send("ZZ")
    same(window.wait(), 0, "left")


INVITATION = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:one
SUMMARY:Review
DTSTART:20260310T140000Z
ORGANIZER:mailto:ana@example.com
END:VEVENT
BEGIN:VEVENT
UID:two
SUMMARY:Lunch\x1b[31m
DTSTART;VALUE=DATE:20260312
END:VEVENT
END:VCALENDAR
"""


def taken_in():
    with desk_with("") as desk:
        path = desk.file("meeting.ics", INVITATION)
        window = desk.window()
        window.shows("Ana Ruiz")
        window.send(":import " + path + "\r")
        window.shows("What comes of meeting.ics")
        window.shows("new        Tue 10 Mar 10:00  visit      Ana Ruiz: Review")
        window.shows("nobody     Thu 12 Mar        visit      ?: Lunch[31m")
        window.send("n")
        window.shows("Prospects")
        same(desk.call("due"), "", "nothing was stored")
        window.send(":import " + path + "\rw")
        window.shows("new        Thu 12 Mar        visit      Ana Ruiz: Lunch")
        window.send("y")
        window.shows("2 planned, 0 changed, 0 dropped")
        window.send(":import " + path + "\r")
        window.shows("2 known with nothing new, 0 over")
        window.send("u")
        until(window, lambda: desk.call("due") == "", "one step back")
        leave(window)


def by_the_window():
    with desk_with("calendar = {folder}/desk/\ncalendar_items = tasks\n") as desk:
        mine = os.path.join(desk.folder, "desk", ".touchbase")
        window = desk.window()
        window.shows("Ana Ruiz")
        window.send("tcall fri 10:00 catalogue\r")
        until(window, lambda: "-task.ics" in text(mine), "a task of its own")
        task = os.path.join(desk.folder, "desk", text(mine).strip())
        until(window, lambda: "SUMMARY:Call Ana Ruiz: catalogue" in text(task), "its words")
        window.send("u")
        until(window, lambda: not os.path.exists(task), "the task goes")
        window.send("tcall mon\r")
        leave(window)
        until_there(lambda: "-task.ics" in text(mine))


def until_there(condition):
    """What a window began while it was left."""
    end = time.monotonic() + 60
    while not condition():
        check(time.monotonic() < end, "what was planned last is not in the calendar")
        time.sleep(0.02)


def a_place_that_is_none():
    with desk_with("calendar = {folder}/nowhere/calls.ics\n") as desk:
        desk.call("touch", "ana", "call", "fri 10:00")  # planned all the same
        window = desk.window()
        window.shows("could not be written")
        leave(window)


def nothing_is_kept_of_a_demo():
    with desk_with("calendar = {folder}/calls.ics\n") as desk:
        desk.call("--demo", "touch", "dana", "call", "fri")
        same(text(os.path.join(desk.folder, "calls.ics")).count("BEGIN:VEVENT"), 0, "of the demo")


for test in (by_commands, taken_in, by_the_window, a_place_that_is_none, nothing_is_kept_of_a_demo):
    test()
print("ok")
