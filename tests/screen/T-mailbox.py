#!/usr/bin/python3
"""A whole Maildir taken in on the desk: read in slices while the desk goes on, ended by ^C and by leaving, gone on with,
one step to undo. The worker is stopped by a signal where the test needs the reading to be under way."""

import os
import re
import signal
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import DATA, TOUCHBASE, Desk, check
from terminal import same
from tmux import Tmux

NOW = "2026-03-02 09:00"
MESSAGES = 2000
ABSENCES = "SELECT message_id FROM absence WHERE state < 2 ORDER BY message_id"
EVERY = "SELECT message_id FROM absence"  # those that a later message of the same person replaced too


def command(window, line):
    window.keys(":")
    window.type(line)
    window.keys("Enter")


def workers(desk):
    """The worker processes of a desk's window."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/comm" % pid, encoding="utf-8") as stream:
                name = stream.read().strip()
            with open("/proc/%s/environ" % pid, "rb") as stream:
                environment = stream.read()
        except OSError:
            continue
        if name.startswith("touchbase-work") and desk.path.encode() in environment:
            found.append(int(pid))
    return found


def position(window):
    found = re.search(r"reading m: (\d+) of %d" % MESSAGES, window.text())
    return int(found.group(1)) if found else 0


def begin(desk, window):
    """Begins the reading, and stops the worker once something was filed; returns its process."""
    command(window, "take-in " + os.path.join(desk.folder, "m"))
    window.until(lambda: position(window) > 0, "the line about the reading")
    window.until(lambda: "to confirm" in window.text().split("\n")[0], "the first that waits")
    worker, = workers(desk)
    os.kill(worker, signal.SIGSTOP)
    return worker


def is_wide(window, columns):
    lines = window.text().split("\n")
    return len(lines[1]) == columns and lines[1].endswith("┐")


def the_desk_goes_on(desk, window):
    window.keys("i")
    window.shows("Note on")
    window.type("while it reads")
    window.keys("Escape")
    window.until(lambda: desk.sql("SELECT text FROM note").strip() == "while it reads", "the note on the desk")
    for columns, rows in ((60, 16), (80, 24), (120, 36)):
        window.resize(columns, rows)
        window.until(lambda width=columns: is_wide(window, width), "the desk at %d columns" % columns)
        window.until(lambda: position(window) > 0, "the line about the reading")
    window.shows("^C ends it")
    command(window, "take-in " + os.path.join(desk.folder, "m"))
    window.shows("m is being read; ^C ends that first")
    window.until(lambda: position(window) > 0, "the line about the reading, when the notice was there long enough")


def stopped_and_gone_on_with(desk, whole, every):
    with Tmux([TOUCHBASE], desk.environment, folder=desk.folder) as window:
        window.shows("? keys")
        worker = begin(desk, window)
        the_desk_goes_on(desk, window)
        os.kill(worker, signal.SIGCONT)
        window.keys("C-c")
        window.shows("stopped after")
        came, = re.findall(r"stopped after (\d+) of %d; \d+ wait, Enter shows them: " % MESSAGES, window.text())
        check(0 < int(came) < MESSAGES, "stopped after %s" % came)
        same(workers(desk), [], "workers left")
        half = desk.sql(ABSENCES).split()
        check(0 < len(half) < len(whole) and set(half) < every, "%d of %d came in" % (len(half), len(whole)))
        same(desk.sql("SELECT count(*) FROM step WHERE label = 'reading of m' AND state = 1").strip(), "1", "its steps")
        command(window, "take-in " + os.path.join(desk.folder, "m"))
        window.shows("Enter shows them")
        same(desk.sql(ABSENCES).split(), whole, "as if it had not been stopped")
        check(re.search(r"\d+ read; %d wait, Enter shows them: .*\d+ vacation" % proposed(desk), window.text()),
              "what the rest brought: %s" % window.text().rstrip().split("\n")[-1])
        window.keys("Enter")
        window.shows("To confirm %d" % proposed(desk))
        window.keys("q")
        window.shows("Prospects")
        undone(desk, window, half)
        command(window, "q")
        same(window.ended(), 0, "leaving")


def proposed(desk):
    return int(desk.sql("SELECT count(*) FROM absence WHERE state = 0"))


def undone(desk, window, half):
    window.keys("u")
    window.shows("taken back: reading of m")
    same(desk.sql(ABSENCES).split(), half, "the second reading is one step")
    window.keys("u")
    window.shows("taken back: note")
    window.keys("u")
    window.shows("taken back: reading of m")
    same(desk.sql(ABSENCES).split(), [], "so is the first")


def leave_by_q(window):
    window.keys("q")
    window.shows("What was filed stays, the same path goes on")
    window.keys("y")


def leave_by_command(window):
    command(window, "q")


def left(desk, whole, leave):
    """What was filed when the window is left stays; a shell goes on from there."""
    with Tmux([TOUCHBASE], desk.environment, folder=desk.folder) as window:
        window.shows("? keys")
        begin(desk, window)
        leave(window)
        same(window.ended(), 0, leave.__name__)
    same(workers(desk), [], "workers left")
    half = desk.sql(ABSENCES).split()
    check(0 < len(half) < len(whole), "%d of %d came in" % (len(half), len(whole)))
    same(desk.sql("SELECT count(*) FROM step WHERE state <> 1").strip(), "0", "steps cut short")
    desk.call("ooo", "m")
    same(desk.sql(ABSENCES).split(), whole, "as if it had not been left")


def rest_of_an_mbox(desk, empty):
    """q on one of several leaves it and the rest to a reading like that of a folder."""
    make(desk, "box", 300, "--mbox")
    fresh(desk, empty)
    desk.call("ooo", "box")
    whole = desk.sql(ABSENCES).split()
    check(len(whole) > 2, "absences in the mbox")
    fresh(desk, empty)
    with Tmux([TOUCHBASE], desk.environment, folder=desk.folder) as window:
        window.shows("? keys")
        command(window, "take-in " + os.path.join(desk.folder, "box"))
        window.shows("Take in 1 of 300")
        window.keys("q")
        window.shows("Enter shows them")
        window.shows("300 read; %d wait, " % proposed(desk))
        same(desk.sql(ABSENCES).split(), whole, "the rest of the mbox")
        window.keys("u")
        window.shows("taken back: reading of box")
        same(desk.sql(ABSENCES).split(), [], "the rest is one step")


def make(desk, name, count, *options):
    subprocess.run([sys.executable, os.path.join(DATA, "bench", "make_mailbox.py"), os.path.join(desk.folder, name),
                    str(count), *options], check=True, timeout=120)


def mailbox(desk):
    make(desk, "m", MESSAGES)
    desk.call("import", "m.vcf")


def fresh(desk, empty):
    with open(empty, "rb") as source, open(desk.path, "wb") as target:
        target.write(source.read())


def main():
    with Desk(NOW) as desk:
        mailbox(desk)
        empty = os.path.join(desk.folder, "empty.db")
        desk.call("backup", empty)
        desk.call("ooo", "m")
        whole, every = desk.sql(ABSENCES).split(), set(desk.sql(EVERY).split())
        fresh(desk, empty)
        stopped_and_gone_on_with(desk, whole, every)
        for leave in (leave_by_q, leave_by_command):
            fresh(desk, empty)
            left(desk, whole, leave)
        rest_of_an_mbox(desk, empty)


main()
