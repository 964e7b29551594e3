#!/usr/bin/python3
"""What happens to a desk around its window: other processes, another file in its place, a folder that is not to be
trusted, a disk without space; and that an idle window sleeps."""

import os
import resource
import select
import shutil
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, check
from terminal import same

IDLE_S = float(os.environ.get("IDLE", "4"))
MANY = 1100


def leave(window, words):
    window.send("ZZ")
    same(window.wait(), 0, words)


def cards(desk, count):
    return desk.file("many.vcf", "".join(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person %04d\r\nEMAIL:p%d@example.com\r\nEND:VCARD\r\n" % (n, n)
        for n in range(count)))


def other_process():
    with Desk() as desk:
        desk.call("add", "Ana Ruiz, ana@example.com")
        desk.call("touch", "ana", "call", "fri", "price")
        window, second = desk.window(), desk.window()
        window.shows("Pending touches 1")
        second.shows("Pending touches 1")
        desk.call("touch", "ana", "card", "fri")
        window.shows("Pending touches 2")
        second.shows("Pending touches 2")
        window.send("tcall mon\r")
        second.shows("Pending touches 3")
        check("over 1000" not in second.text(), second.text())
        leave(window, "the first")
        leave(second, "the second")


def many_changes():
    with Desk() as desk:
        desk.call("add", "Ana Ruiz, ana@example.com")
        window = desk.window(columns=120)
        window.shows("? keys")
        desk.call("import", cards(desk, MANY))
        window.shows("(over 1000 changed, ^L)")
        window.send("\x0c")
        window.until(lambda: "over 1000" not in window.text(), "the order taken anew")
        window.shows("Person 0001")
        leave(window, "many changes")
        own = desk.window(columns=120)
        own.shows("+%d at rest" % MANY)
        check("over 1000" not in own.text(), own.text())
        leave(own, "changes from before it opened")


def replaced():
    with Desk() as desk, Desk() as other:
        desk.call("add", "Ana Ruiz, ana@example.com")
        other.call("add", "Bo Lind, bo@example.com")
        window = desk.window()
        window.shows("Ana Ruiz")
        os.rename(other.path, desk.path)
        window.shows("Bo Lind")
        window.send("icame in by another file\x1b")
        window.until(lambda: "came in by another file" in desk.call("show", "bo"), "the note in the file")
        leave(window, "a file that was replaced")


def gone():
    """Nothing is written into a file without a name; once the desk is back it goes on."""
    with Desk() as desk:
        desk.call("add", "Ana Ruiz, ana@example.com")
        kept = os.path.join(desk.folder, "kept.db")
        shutil.copy(desk.path, kept)
        window = desk.window(columns=200)
        window.shows("Ana Ruiz")
        os.unlink(desk.path)
        window.shows("READ ONLY")
        window.shows("was taken away or replaced")
        check("Ana Ruiz" in window.text(), window.text())
        window.send("\x03")
        window.until(lambda: "was taken" not in window.text(), "the next key")
        window.send("t")
        window.shows("was taken away or replaced")
        window.send("\x03")
        check(not os.path.exists(desk.path), "a desk was made")
        os.rename(kept, desk.path)
        window.until(lambda: "READ ONLY" not in window.text(), "the desk is back")
        window.send("tcall fri\r")
        window.shows("Pending touches 1")
        same(len(desk.rows("due", "--until", "fri")), 1, "touches in the file")
        os.rename(desk.path, kept)
        window.shows("READ ONLY")
        os.rename(kept, desk.path)
        window.until(lambda: "READ ONLY" not in window.text(), "the same file is back")
        leave(window, "a desk that was away")


def switches(window):
    """Times the window was woken up, and the ticks of processor time it took."""
    with open("/proc/%d/status" % window.pid, encoding="ascii") as stream:
        woken = next(int(row.split()[1]) for row in stream if row.startswith("voluntary_ctxt_switches"))
    with open("/proc/%d/stat" % window.pid, encoding="ascii") as stream:
        fields = stream.read().rsplit(")", 1)[1].split()
    return woken, int(fields[11]) + int(fields[12])


def quiet(window):
    """Until a second goes by in which it slept and said nothing; returns the minute in which that began."""
    end = time.monotonic() + 120
    while True:
        check(time.monotonic() < end, "it never sleeps")
        minute = time.time() // 60
        before = switches(window)
        if not select.select([window.master], [], [], 1)[0] and before == switches(window):
            return minute
        window.read(0)


def idle():
    """With the system's clock it wakes up for the minute, and for nothing else."""
    with Desk() as desk:
        desk.call("add", "Ana Ruiz, ana@example.com")
        desk.call("touch", "ana", "call", "fri", "price")
        window = desk.window(TOUCHBASE_NOW=None)
        window.until(lambda: "Ana Ruiz" in window.text() or "Today" in window.text(), "the desk, or its day")
        first = quiet(window)
        woken, ticks = switches(window)
        end = time.monotonic() + IDLE_S
        while time.monotonic() < end:
            if select.select([window.master], [], [], max(0, end - time.monotonic()))[0]:
                window.read(0)
        more, used = (here - there for here, there in zip(switches(window), (woken, ticks)))
        minutes = int(time.time() // 60 - first)
        # A minute may cost a few switches: a page of the file read, the terminal written to.
        check(more <= 25 * minutes, "%d wake-ups in %g idle seconds with %d minutes" % (more, IDLE_S, minutes))
        check(used <= 3 * minutes + 1, "%d ticks in %g idle seconds" % (used, IDLE_S))
        leave(window, "idle")


def places():
    """A folder that is kept in step is warned of, once."""
    with Desk() as desk:
        folder = os.path.join(desk.folder, "Dropbox")
        os.mkdir(folder)
        desk.environment["TOUCHBASE_DB"] = desk.path = os.path.join(folder, "desk.db")
        window = desk.window(columns=200)
        window.shows("The desk lies on a folder that Dropbox keeps in step")
        window.shows("touchbase backup FILE")
        leave(window, "in Dropbox")
        window = desk.window(columns=200)
        window.shows("? keys")
        check("Dropbox" not in window.text(), window.text())
        leave(window, "in Dropbox, again")


def full_disk():
    """No byte more fits: the note is kept on the screen, said in words, and filed once there is space again."""
    with Desk() as desk:
        desk.call("add", "Ana Ruiz, ana@example.com")
        window = desk.window(columns=120)
        window.shows("Ana Ruiz")
        window.send("ibefore")
        window.until(lambda: desk.sql("SELECT text FROM draft") == "before\n", "the draft on disk")
        resource.prlimit(window.pid, resource.RLIMIT_FSIZE, (512, resource.RLIM_INFINITY))
        window.send(" and after")
        window.shows("! ")
        window.shows("the disk")
        window.send("\x1b")
        window.until(lambda: not window.read(0.3), "the escape alone")
        window.send(" kept")
        window.shows("before and after kept")
        window.shows("the disk")
        resource.prlimit(window.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        window.send(".")
        window.until(lambda: desk.sql("SELECT text FROM draft") == "before and after kept.\n", "the draft on disk")
        window.send("\x1b")
        window.until(lambda: "before and after kept." in desk.call("show", "ana"), "the note in the file")
        leave(window, "a full disk")


other_process()
many_changes()
replaced()
gone()
idle()
places()
full_disk()
