#!/usr/bin/python3
"""A million keys at random over all screens of one desk, of which it must neither fall over nor grow.

KEYS=N and SEED=N set how many and which; both are printed. Run it on a build with TOUCHBASE_SANITIZE for findings that
do not show by themselves. A window that was left by its own key is opened again on the same desk."""

import os
import random
import select
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "screen"))
from desk import TOUCHBASE, Desk, sample_desk
from terminal import Terminal, check, fail

KEYS = int(os.environ.get("KEYS", "1000000"))
SEED = int(os.environ.get("SEED", str(random.SystemRandom().randrange(1000000))))
SANITIZED = b"libasan" in subprocess.run(["ldd", TOUCHBASE], check=True,
                                         stdout=subprocess.PIPE).stdout
GROWTH_KB = 24 * 1024 if SANITIZED else 2048  # freed memory is kept aside by the checks for a while
SILENCE_S = 120
SAMPLE = 20000
# Keys that come together are drawn once: most come alone, that every screen is painted, too.
BURSTS = (1,) * 12 + (5, 60)
PAINTED_S = 0.05 if SANITIZED else 0.01

MOVES = ("j", "k", "\x1b[B", "\x1b[A", "\x04", "\x15", "\x06", "\x02", "gg", "G", "H", "M", "L", "\t", "\x1b[Z", "5j", "3k",
         "\x1b[6~", "\x1b[5~", "\x1b[H", "\x1b[F", "n", "N", "[", "]", "{", "}", "0", "\x1b[C", "\x1b[D")
SCREENS = ("gd\r", "ga", "gi", "gk", "gb", "U", "?", "/", "gt", "gw", "gc", "gn", "gl", "o", "\r", "g1", "gr", "gp", "gs",
           "gS", "gT", "gv", "gy", "glM", "m", "c", "r\r", "gc\r", "gl\r", "gi\r", "gw>")
# The last three end a call: thrown away, or as one that nobody answered.
BACKS = ("\x1b", "\x1b", "\x03", "\x07", "q\x1b", "\x1b\x1bx\x03", "\x1b\x1bx\x03", "\x04n\r\x03")
VERBS = ("i", "t", "x", "s", "e", "!", "v", "a", "+", "r", "l", "b", "p", "w", "c", ">", "u", "\x12", ".", "T", "V", " ",
         ";s", ";!", "z", "yn", "ym", "yy", "\x0c", "A", "1", "-", "f", "h", "m", "&", "~", "$", "S", "#", "E", "I", "|",
         "M", "\x17>", "\x17-", "\x17x", "\x17=", "\x17h", "\x0f", "\x14", "\x12", "\x18\x05")
LINES = ("call fri", "mon 10:00", "tomorrow", "card today", "call today 10:00 price", "ana", "no words", "12/13", "", "wine",
         "+3d", "Eve Novak, Kessler, eve@kessler.example", "vm: away till the 14th, ask priya x204", "\u00e9\u738b\u0645",
         "advocate ana", "-advocate ana", "4800 won", "won", "busy", "wine -old", "customer", "Hi {first}: {item}?", "85%",
         "Six ways, https://example.com/six, less waste", "out.ics", "cards.txt", "people.vcf", "true", "new lead")
COMMANDS = ("sort", "desk", "to-confirm", "zoom", "unmark", "stage lead", "nothing", "history", "ringing", "ag\t", "library",
            "calls", "waiting", "round 85%", "sync", "set", "set theme light", "set theme monochrome", "set al\t", "set mouse on",
            "reload", "spread", "delete", "link advocate ana", "deal 4800", "blocker none", "on-marked stage customer",
            "view save wine", "pane-swap", "edit")
TITLES = tuple(title.encode() for title in (
    "Prospects", "Pending touches", "Out of office", "Notes", "Keys that work here", "Steps:", "To confirm", "TIMELINE",
    "Find", "Today", "Agenda", "Cards", "Waiting for you", "Calls", "Call ─", "They ring", "Take in", "Library",
    "IT READS", "Settings that differ", "What is left"))


def gesture(dice):
    """One thing a hand does; random keys between them make what no hand does."""
    kind = dice.random()
    if kind < 0.35:
        return dice.choice(MOVES)
    if kind < 0.50:
        return dice.choice(SCREENS)
    if kind < 0.62:
        return dice.choice(BACKS)
    if kind < 0.80:
        return dice.choice(VERBS)
    if kind < 0.88:
        return dice.choice(LINES) + dice.choice(("\r", "\x04", "\x1b", "\x15"))
    if kind < 0.91:
        return "\x1b:" + dice.choice(COMMANDS) + "\r\x03"
    if kind < 0.93:
        return "\x1b[200~" + dice.choice(LINES) * dice.randrange(1, 40) + "\x1b[201~"
    return dice.choice("abcdefghijklmnoprstuvwxyzGHLMNTV0123456789 \r\t\x7f")


class Window(Terminal):
    """Of what is drawn only the titles seen are kept."""

    def __init__(self, *words, **options):
        super().__init__(*words, **options)
        self.seen, self.tail = set(), b""
        os.set_blocking(self.master, False)

    def take(self):
        try:
            piece = os.read(self.master, 65536)
        except BlockingIOError:
            return True
        except OSError:
            piece = b""
        text = self.tail + piece
        self.seen.update(title for title in TITLES if title in text)
        self.tail = text[-4000:]
        return bool(piece)

    def type(self, data):
        """False when the window is gone."""
        heard = time.monotonic()
        while data:
            readable, writable, _ = select.select([self.master], [self.master], [], 1)
            if readable:
                if not self.take():
                    return False
                heard = time.monotonic()
            if writable:
                try:
                    data = data[os.write(self.master, data[:256]):]
                    heard = time.monotonic()
                except BlockingIOError:
                    pass
                except OSError:
                    return False
            if time.monotonic() - heard > SILENCE_S:
                fail("seed %d: it hangs" % SEED)
        while select.select([self.master], [], [], PAINTED_S)[0]:
            if not self.take():
                return False
        return True

    def shown(self):
        """Until it is drawn keys are still the terminal's own: ^C would end it. Any part may stand alone, as it was left."""
        while not self.seen:
            check(select.select([self.master], [], [], SILENCE_S)[0] and self.take(), "it does not open: %r" % self.tail)

    def memory(self):
        with open("/proc/%d/status" % self.pid, encoding="ascii") as stream:
            return next(int(row.split()[1]) for row in stream if row.startswith("VmRSS"))

    def end(self):
        while self.status is None and select.select([self.master], [], [], SILENCE_S)[0] and self.take():
            pass
        os.set_blocking(self.master, True)
        return self.wait()


def soak(desk, dice):
    typed, windows, samples, seen, window = 0, 0, [], set(), None
    while typed < KEYS:
        if window is None:
            window = Window([TOUCHBASE], env=desk.environment, rows=36, columns=120)
            windows, samples = windows + 1, []
            window.shown()
        keys = "".join(gesture(dice) for _ in range(dice.choice(BURSTS)))
        there = window.type(keys.encode())
        typed += len(keys)
        if not there:
            seen |= window.seen
            status = window.end()
            check(status == 0, "seed %d: after %d keys it ended with %d:\n%s"
                  % (SEED, typed, status, window.tail.decode(errors="replace")))
            window = None
        elif not samples or typed >= samples[-1][0] + SAMPLE:
            samples.append((typed, window.memory()))
            print("%d keys, %d kB" % samples[-1], flush=True)
            grown(samples)
    if window is not None:
        seen |= window.seen
        window.type(b"\x1b\x1b\x03gd\x03")
        window.type(b"ZZ")
        check(window.end() == 0, "seed %d: leaving: %s" % (SEED, window.tail.decode(errors="replace")))
    print("%d keys in %d windows" % (typed, windows))
    return seen


def grown(samples):
    """Against the fifth sample, when every screen has been open; the middle of three, since one may catch a query."""
    if len(samples) < 8:
        return
    early = sorted(kilobytes for _, kilobytes in samples[3:6])[1]
    late = sorted(kilobytes for _, kilobytes in samples[-3:])[1]
    check(late - early < GROWTH_KB, "seed %d: it grows: %r" % (SEED, samples))


def main():
    print("seed %d, %d keys" % (SEED, KEYS), flush=True)
    with Desk() as desk:
        sample_desk_into(desk)
        os.chdir(desk.folder)  # files that it is made to write stay there
        # whatever word comes behind | finds nothing but this
        os.mkdir("bin")
        os.symlink("/bin/true", "bin/true")
        desk.environment.update(EDITOR="true", VISUAL="true", PATH=os.path.join(desk.folder, "bin"))
        desk.environment["TOUCHBASE_NOW"] += "+"
        if SANITIZED:
            desk.environment["ASAN_OPTIONS"] = "quarantine_size_mb=4:malloc_context_size=8"
        seen = soak(desk, random.Random(SEED))
        check(KEYS < 100000 or seen == set(TITLES), "never seen: %r" % (set(TITLES) - seen))
        desk.call("check")


def sample_desk_into(desk):
    """The sample, and some hundred people with touches, so that lists are longer than their windows."""
    os.replace(sample_desk(desk.folder), desk.path)
    cards = "".join("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person %03d\r\nEMAIL:p%d@example.com\r\nEND:VCARD\r\n" % (n, n)
                    for n in range(400))
    desk.call("import", desk.file("people.vcf", cards))
    for n in range(0, 400, 10):
        desk.call("touch", "p%d@example.com" % n, "call", "+%dd" % (n // 20 + 1), "price")
        desk.call("touch", "--now", "2026-11-09 09:00", "p%d@example.com" % (n + 5), "email", "+%dd" % (n // 50 + 1), "left over")
    for n in range(0, 100, 10):
        desk.call("got", "p%d@example.com" % n, ("call", "voicemail", "email")[n % 3], "asks for the price")
    message = desk.file("hour.txt", "Hi {first}, we save {company} an hour a day: could you call me before noon?")
    for channel in ("voicemail", "email", "card"):
        desk.call("message", channel, message)
    desk.call("item", "Six ways to cut scrap, https://example.com/six, less waste")
    desk.call("link", "ana", "reference", "jo")
    desk.call("deal", "ana", "4800", "won")
    desk.call("round", "85%")
    asked_by_a_calendar(desk)


def asked_by_a_calendar(desk):
    """A calendar that the open desk keeps in step, and of which it has something to ask."""
    os.mkdir(os.path.join(desk.folder, "touchbase"))
    calendar = os.path.join(desk.folder, "calendar")
    desk.file("touchbase/touchbase.conf", "sync = %s/\ncalendar = %s.ics\ncalendar_items = tasks\n" % (calendar, calendar))
    desk.call("sync")
    for name in os.listdir(calendar)[:3]:
        os.unlink(os.path.join(calendar, name))
    desk.call("sync")


main()
