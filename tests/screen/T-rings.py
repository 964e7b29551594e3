#!/usr/bin/python3
"""Reminders: when they ring, what they leave alone, who is told, and that nothing rings twice."""

import os
import signal
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, check
from terminal import same

DAY = "2026-03-02"
SIZE = "100x30"


def desk_with(*lines, settings=""):
    """A desk at nine on which each of lines is planned with a person of its own."""
    desk = Desk(DAY + " 09:00")
    os.mkdir(os.path.join(desk.folder, "touchbase"))
    desk.file("touchbase/touchbase.conf", settings)
    for number, line in enumerate(lines):
        mail = "n%d@example.com" % number
        desk.call("add", "%s, %s" % (line[0], mail))
        desk.call("touch", mail, *line[1:])
    return desk


def at(desk, hour):
    desk.environment["TOUCHBASE_NOW"] = DAY + " " + hour


def recorder(desk):
    """A command that writes its words down, one a line, and a line of equal signs behind them; returns its record."""
    place = desk.file("recorder", '#!/bin/sh\nall=$(printf "%s\\n" "$@" ===)\nprintf "%s\\n" "$all" >>"$0.said"\n')
    os.chmod(place, 0o755)
    desk.file("touchbase/touchbase.conf", "ring_command = %s --urgent\n" % place)
    return place + ".said"


def said(place, count):
    """What the command was told, count times, once it was; every time a list of words."""
    end = time.monotonic() + 30
    while True:
        text = ""
        if os.path.exists(place):
            with open(place, encoding="utf-8") as stream:
                text = stream.read()
        calls = [call.splitlines() for call in text.split("===\n")[:-1]]
        if len(calls) >= count:
            same(len(calls), count, "how often the command was started: %r" % calls)
            return calls
        check(time.monotonic() < end, "the command was started %d times, not %d" % (len(calls), count))
        time.sleep(0.02)


def line(picture):
    """The line of what rings, None without."""
    found = [row for row in picture.splitlines() if row.startswith(" rings")]
    check(len(found) < 2, "it rings twice:\n" + picture)
    return found[0].rstrip() if found else None


def at_its_time():
    with desk_with(("Ana Ruiz", "call", "today 10:00", "catalogue"), ("Zoe Berg", "card", "today")) as desk:
        same(line(desk.picture("pass 59m", SIZE)), None, "a minute before")
        rung = desk.picture("pass 59m j pass 1m", SIZE)
        same(line(rung), " rings, gb goes there: 10:00 call Ana Ruiz: catalogue", "at its time")
        check("Notes ─ Ana Ruiz" in rung, "the cursor was moved:\n" + rung)


def takes_no_key():
    with desk_with(("Ana Ruiz", "call", "today 10:00", "catalogue")) as desk:
        typed = desk.picture('i "half a " pass 60m "note" Esc', SIZE)
        check("half a note" in typed, "a key was taken:\n" + typed)
        check(line(typed) is not None, "it does not ring:\n" + typed)
        at(desk, "10:00")
        asked = desk.picture('"tcall fri" pass 60m " 2pm"', SIZE)
        check("call fri 2pm" in asked, "a key was taken:\n" + asked)


def never_twice():
    with desk_with(("Ana Ruiz", "call", "today 10:00", "catalogue")) as desk:
        record = recorder(desk)
        check(line(desk.picture("pass 60m", SIZE)) is not None, "it does not ring")
        at(desk, "10:00")
        same(line(desk.picture("pass 1m", SIZE)), None, "after a restart in the same minute")
        same(said(record, 1), [["--urgent", "10:00 call Ana Ruiz"]], "what the command was told")


def promise_rings_twice():
    with desk_with(("Ana Ruiz", "call", "today 10:00", "catalogue", "--promise")) as desk:
        record = recorder(desk)
        same(line(desk.picture("pass 54m", SIZE)), None, "six minutes before")
        before = desk.picture("pass 55m", SIZE)
        same(line(before), " rings, gb goes there: ! 10:00 call Ana Ruiz: catalogue", "five minutes before")
        at(desk, "09:56")
        check(line(desk.picture("pass 4m", SIZE)) is not None, "it does not ring at the time")
        said(record, 2)


def several_and_missed():
    """A machine that slept: one bell, one call of the command, one line with a count."""
    with desk_with(("Ana Ruiz", "call", "today 10:00"), ("Bo Lind", "call", "today 10:30", "price"),
                   ("Cem Ak", "email", "today 11:00", "offer")) as desk:
        record = recorder(desk)
        same(line(desk.picture("pass 3h", SIZE)), " rings (3), gb goes there: 10:00 call Ana Ruiz", "the line")
        same(said(record, 1), [["--urgent", "11:00 email Cem Ak (2 more)"]], "the command")


def missed_while_closed():
    with desk_with(("Ana Ruiz", "call", "today 10:00"), ("Bo Lind", "call", "today 13:00")) as desk:
        desk.picture("pass 60m", SIZE)
        at(desk, "15:00")
        same(line(desk.picture('until "rings"', SIZE)), " rings, gb goes there: 13:00 call Bo Lind", "the line")
        same(line(desk.picture("pass 1m", SIZE)), None, "the next start")


def going_there():
    with desk_with(("Ana Ruiz", "call", "today 10:00"), ("Bo Lind", "call", "today 10:30", "price")) as desk:
        gone = desk.picture("pass 2h Enter gb", SIZE)
        check("Notes ─ Ana Ruiz" in gone, "gb goes to the first:\n" + gone)
        same(line(gone), " rings, gb goes there: 10:30 call Bo Lind: price", "the other still rings")
        both = desk.picture("gb", SIZE)
        check("nothing rings" in both, "it rang in another window:\n" + both)
    with desk_with(("Ana Ruiz", "call", "today 10:00"), ("Bo Lind", "call", "today 10:30", "price")) as desk:
        both = desk.picture("pass 2h gb gb gg gb", SIZE)
        check("Notes ─ Bo Lind" in both, "gb comes back to the last:\n" + both)
        same(line(both), None, "all were gone to")


def limited_list():
    with desk_with(("Ana Ruiz", "call", "today 10:00"), ("Bo Lind", "call", "today 13:00")) as desk:
        gone = desk.picture('Tab Tab l "bo" Enter pass 60m gb', SIZE)
        check("Notes ─ Ana Ruiz" in gone, "what rings was limited away:\n" + gone)


def silenced():
    for keys, words in (("x r Enter Enter", "done"), ("s \"11:00\" Enter", "moved"), (":delete Enter y", "dropped")):
        with desk_with(("Ana Ruiz", "call", "today 10:00", "catalogue")) as desk:
            keys = keys.replace(":delete", '":delete"')
            same(line(desk.picture("pass 60m Tab Tab " + keys, SIZE)), None, words)
    with desk_with(("Ana Ruiz", "call", "today 10:00", "catalogue")) as desk:
        record = recorder(desk)
        later = desk.picture('pass 60m gb s "10:20" Enter pass 20m', SIZE)
        same(line(later), " rings, gb goes there: 10:20 call Ana Ruiz: catalogue", "it was put off")
        said(record, 2)
    with desk_with(("Zoe Berg", "card", "fri")) as desk:
        same(line(desk.picture('"tcall 10:00" Enter pass 60m u', SIZE)), None, "it was taken back")


def hostile():
    """Names are data: no shell, no option, nothing a terminal would act on, no end of length."""
    name = "$(touch pwned) ; touch pwned `touch pwned` \x1b]0;evil\x07 \u202e" + "x" * 300
    with desk_with((name, "call", "today 10:00")) as desk:
        record = recorder(desk)
        desk.picture("pass 60m", SIZE)
        words = said(record, 1)[0]
        same(len(words), 2, "words of the command")
        check(words[1].startswith("10:00 call $(touch pwned)"), "the text: %r" % words[1])
        check(all(character.isprintable() and character != "\u202e" for character in words[1]), "%r" % words[1])
        check(len(words[1]) <= 120, "%d characters" % len(words[1]))
        check(not os.path.exists(os.path.join(desk.folder, "pwned")), "a shell read it")
    with desk_with(("Ana Ruiz", "call", "today 10:00")) as desk:
        record = recorder(desk)
        desk.file("touchbase/touchbase.conf", "ring_command = %s\nring_names = no\n" % record[:-len(".said")])
        desk.picture("pass 60m", SIZE)
        same(said(record, 1), [["10:00 call"]], "without names")


def commands_that_fail():
    with desk_with(("Ana Ruiz", "call", "today 10:00"), settings="ring_command = /no/such-command\n") as desk:
        picture = desk.picture("pass 60m", SIZE)
        check("ring_command: cannot start /no/such-command" in picture, picture)
        check(line(picture) is not None, "it does not ring:\n" + picture)
    with desk_with(("Ana Ruiz", "call", "today 10:00")) as desk:
        place = desk.file("endless", '#!/bin/sh\nprintf "%s\\n" $$ === >>"$0.said"\nexec sleep 600\n')
        os.chmod(place, 0o755)
        desk.file("touchbase/touchbase.conf", "ring_command = %s\n" % place)
        check(line(desk.picture("pass 60m j", SIZE)) is not None, "it does not ring")
        [[number]] = said(place + ".said", 1)
        os.kill(int(number), signal.SIGKILL)  # it runs still: the window did not wait for it


def bell():
    for settings, rings in (("", True), ("ring_bell = no\n", False)):
        with desk_with(("Ana Ruiz", "call", "today 10:00"), settings=settings) as desk:
            at(desk, "10:00")
            window = desk.window()
            window.shows(" rings, gb goes there: 10:00 call Ana Ruiz")
            same(window.bytes.count(b"\x07"), int(rings), "bells with %r" % settings)
            desk.call("done", desk.rows("due")[0]["id"], "--outcome", "reached")
            window.until(lambda: "rings" not in window.text(), "silence, as another finished it")
            window.send("ZZ")
            same(window.wait(), 0, "leaving")


def people(picture):
    """First names in Prospects from top to bottom."""
    return [row[1:34].split()[0] for row in picture.splitlines()[2:5]]


def midnight():
    """The day moves on, rows stay where they are, and the header says so until ^L."""
    with desk_with(("Ana Ruiz", "call", "tomorrow"), ("Bo Lind", "card", "today"), ("Cem Ak", "call", "fri")) as desk:
        at(desk, "23:59")
        before = desk.picture("^L", "120x36")
        after = desk.picture("j pass 1m", "120x36")
        check("Tue 3 Mar 00:00    a new day: gt" in after, after)
        check("1 late" in after and "1 today" in after, after)
        same(people(after), people(before), "rows that moved")
        same(people(desk.picture("j pass 6h", "120x36")), ["Bo", "Ana", "Cem"], "nobody is at the desk")
        sorted_ = desk.picture("j pass 1m ^L", "120x36")
        check("a new day" not in sorted_, sorted_)
        today = desk.picture("j pass 1m g t", "120x36")
        check("a new day" not in today and "Today ─ Tue 3 Mar 2026" in today, today)


def scripts():
    """What a script waits for in vain is said, with its line, and the picture is written all the same."""
    with desk_with(("Ana Ruiz", "call", "fri")) as desk:
        check("Ana Ruiz" in desk.picture('j\nuntil "Ana Ruiz" until "FRI 6 MAR"', SIZE, status=0), "words that are there")
        picture = desk.picture('j\nuntil "no such words" j', SIZE, status=1)
        check("Ana Ruiz" in picture, "no picture: " + picture)


at_its_time()
takes_no_key()
never_twice()
promise_rings_twice()
several_and_missed()
missed_while_closed()
going_there()
limited_list()
silenced()
hostile()
commands_that_fail()
bell()
midnight()
scripts()
