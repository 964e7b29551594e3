#!/usr/bin/python3
"""The desk on the terminals there are: kinds of TERM, no colours, no locale, names of all widths, storms of sizes, and
what a desk that cannot be written to says."""

import os
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import TOUCHBASE, Desk, check, sample_desk
from frames import broken
from terminal import same
from tmux import Tmux

SEED = int(os.environ.get("SEED", "20261121"))
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|4[0-7])(?:;[0-9;]*)?m")


def leave(window, words):
    window.send("ZZ")
    same(window.wait(), 0, words)


def kinds(sample):
    """Everything works on each; what terminals of that kind show differs only in lines and colours."""
    for term in ("xterm-256color", "tmux-256color", "screen", "linux", "vt100", "xterm", "no-such-terminal"):
        with Desk(sample=sample) as desk:
            # ncurses keeps 1.6 kB of a screen that it could not open
            leaks = {"ASAN_OPTIONS": "detect_leaks=0"} if term == "no-such-terminal" else {}
            window = desk.window(TERM=term, **leaks)
            window.shows("Ana Ruiz")
            window.shows("Pending touches 16")
            window.send("tcall mon 10:00 a talk\r")
            window.shows("Pending touches 17")
            window.send("iwords\x1b")
            window.shows("words")
            window.send("?")
            window.shows("Keys that work here")
            window.send("q")
            window.shows("Pending touches 17")
            leave(window, term)


def refused(sample):
    for term in ("dumb", None):
        with Desk(sample=sample) as desk:
            window = desk.window(TERM=term) if term else desk.window(TERM="")
            same(window.wait(), 2, "TERM=%r" % term)
            check(b"\x1b[" not in window.bytes, "it was drawn on: %r" % window.bytes[:200])
            check(b"touchbase:" in window.bytes, "it says nothing")


def colours(sample):
    with Desk(sample=sample) as desk:
        coloured = desk.window()
        coloured.shows("? keys")
        check(COLOUR.search(coloured.bytes), "no colours at all")
        plain = desk.window(NO_COLOR="1")
        plain.shows("? keys")
        check(not COLOUR.search(plain.bytes), "a colour with NO_COLOR: %r" % COLOUR.search(plain.bytes))
        same(plain.text(), coloured.text(), "the words carry everything")
        leave(plain, "NO_COLOR")
        leave(coloured, "colours")


def locales(sample):
    for name in ("C", "POSIX", "xx_XX.nothing", None):
        with Desk(sample=sample) as desk:
            desk.environment.pop("LC_ALL")
            window = desk.window(LC_ALL=name)
            for words in ("Zoë Ångström", "王小明", "سلمى حداد", "Ольга Сорокина", "│"):
                window.shows(words)
            leave(window, "LC_ALL=%r" % name)


def sizes(sample):
    """After a storm of sizes the picture is that of a clean start at the last one."""
    dice = random.Random(SEED)
    with Desk(sample=sample) as desk:
        for rows, columns in ((36, 120), (24, 80), (16, 60), (8, 30)):
            window = desk.window()
            window.shows("? keys")
            for _ in range(100):
                window.resize(dice.choice((0, 1, 2, 5, 16, 24, 36, 90)), dice.choice((0, 1, 2, 9, 40, 80, 120, 300)))
                window.send(dice.choice(("", "j", "k", "\t", "z", "?q")))
            window.resize(rows, columns)
            window.send("q" * 0 + "\x03gd\x03")
            expected = desk.window(rows=rows, columns=columns)
            expected.until(lambda: expected.text().strip(), "a picture")
            window.send("ZZ")
            same(window.wait(), 0, "seed %d: after the storm" % SEED)
            leave(expected, "a clean start")


def redrawn(sample):
    """Sizes alone, without keys: the picture at the end equals that of a clean start."""
    dice = random.Random(SEED)
    with Desk(sample=sample) as desk:
        for rows, columns in ((36, 120), (24, 80), (16, 60)):
            window, clean = desk.window(), desk.window(rows=rows, columns=columns)
            clean.shows("? keys")
            window.shows("? keys")
            for _ in range(60):
                window.resize(dice.choice((0, 1, 3, 16, 24, 50)), dice.choice((0, 1, 7, 60, 80, 200)))
                window.read(0)
            window.resize(rows, columns)
            window.send("\x0c")
            window.until(lambda: window.text() == clean.text(), "the picture of a clean start at %dx%d, seed %d"
                         % (columns, rows, SEED))
            leave(window, "after the storm")
            leave(clean, "a clean start")


def widths():
    """Names of other scripts in a real terminal: every line of the frames stands."""
    names = ("王小明", "سلمى حداد", "👩\u200d💻 Kim Lee", "e\u0301lodie a\u0308o\u0308u\u0308", "한국어 이름", "हिन्दी क्षि", "❤\ufe0f Mia",
             "🇨🇦 Ann", "a\u202eb evil", "tab\there", "\u1100\u1161\u11a8 jamo", "Plain Name")
    with Desk() as desk:
        for number, name in enumerate(names):
            desk.call("add", "%s, Company %s, n%d@example.com" % (name, name, number))
            desk.call("touch", "n%d@example.com" % number, "call", "mon 10:00", name)
        desk.call("note", "n0@example.com", " ".join(names))
        for columns, rows in ((120, 36), (80, 24), (60, 16)):
            with Tmux([TOUCHBASE], desk.environment, columns, rows, desk.folder) as window:
                window.shows("? keys")
                for key in ("", "j", "Tab", "Tab", "Enter"):
                    if key:
                        window.keys(key)
                    window.until(lambda: broken(window.text()) is None, "frames that stand")
                window.type("ZZ")
                same(window.ended(), 0, "leaving")
            same(broken(desk.picture("", "%dx%d" % (columns, rows))), None, "the picture of a script")


def read_only(sample):
    """A desk of a newer version can be looked at; what would change it says why it cannot."""
    with Desk(sample=sample) as desk:
        subprocess.run(["sqlite3", desk.path, "PRAGMA user_version = 99900"], check=True, timeout=30)
        with open(desk.path, "rb") as stream:
            before = stream.read()
        window = desk.window(columns=160)
        window.shows("READ ONLY")
        window.shows("newer touchbase")
        for key in ("t", "i", "x", "s", "e", "o", "u", "\x12", "+", "!"):
            window.send("\x03")
            window.until(lambda: "newer touchbase" not in window.text(), "the next key")
            window.send(key)
            window.shows("newer touchbase")
        window.send("U")
        window.shows("Steps:")
        window.send("\r")
        window.shows("newer touchbase")
        window.send("q\r")
        window.shows("TIMELINE")
        window.send("q")
        leave(window, "a read-only desk")
        with open(desk.path, "rb") as stream:
            check(stream.read() == before, "the desk was written to")


def main():
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_desk(folder)
        for test in (kinds, refused, colours, locales, sizes, redrawn, read_only):
            test(sample)
        widths()


main()
