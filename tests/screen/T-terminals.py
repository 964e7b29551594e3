#!/usr/bin/python3
"""The desk on the terminals there are: kinds of TERM, no colours, no locale, names of all widths, storms of sizes, and
what a desk that cannot be written to says."""

import os
import random
import re
import signal
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


def known(term):
    """Has this machine an entry for it? Those of foot, alacritty and kitty come in packages of their own; without one
    xterm-256color stands in, as on a host one came to from there."""
    return subprocess.run(["infocmp", term], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          check=False).returncode == 0


def kinds(sample):
    """Everything works on each; what terminals of that kind show differs only in lines and colours."""
    for term in ("xterm-256color", "tmux-256color", "tmux", "screen", "linux", "vt100", "xterm", "foot", "alacritty", "xterm-kitty",
                 "no-such-terminal"):
        with Desk(sample=sample) as desk:
            # ncurses keeps 1.6 kB of a screen that it could not open
            leaks = {} if known(term) else {"ASAN_OPTIONS": "detect_leaks=0"}
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


# What must not come out of a window unless it is its own: titles, colours to set, the clipboard, notices, hyperlinks,
# device strings, questions to the terminal, sequences in C1 and in bytes that are no UTF-8.
HIDDEN = ("\x1b]0;T-HIDDEN\x07", "\x1b]52;c;SElEREVO\x07", "\x1b]8;;http://x/HIDDEN\x07", "\x1b]777;notify;HIDDEN\x07",
          "\x1bP$qHIDDEN\x1b\\", "\x1b_GHIDDEN\x1b\\", "\x1b[5n", "\x1b[>c", "\x9b31mHIDDEN", "\x9d0;HIDDEN\x9c", "a\rHIDDEN",
          "\x1b[?1000h", "\x1bcHIDDEN", "\x07\x08\x7f", "\u202eHIDDEN")
SEQUENCE = re.compile(rb"\x1b(\[[0-9;?<>=!$]*[a-zA-Z@`]|\][^\x07\x1b]*|[P_^X][^\x1b]*|[()][0-9A-Za-z]|[^\[\]P_^X()])")
# What a clean run may send: moves, clearing, colours, modes of its own, character sets.
OWN = re.compile(rb"\x1b(\[[0-9;]*[A-HJKLMPSTXZ@`bdefghlmr]|\[\?(1|7|12|25|1000|1006|1049|2004)(;(1|7|12|25))?[hl]|\[!p|[()][0AB]"
                 rb"|[=>78MDE]|\[22;0;0t|\[23;0;0t)$")


def hidden(sample):
    """Sequences in every column a person can fill: no screen sends one of them."""
    text = "".join(HIDDEN)
    with Desk(sample=sample) as desk:
        desk.call("item", "Six ways, https://example.com/six, less waste, #wine")
        desk.call("message", "voicemail", desk.file("hour.txt", "Hi {first}: could you call me before noon?"))
        desk.call("got", "Ana Ruiz", "voicemail", "asks for the price")
        desk.call("got", "+49 30 998877", "missed")
        desk.call("link", "Ana Ruiz", "reference", "Jo Lindqvist")
        subprocess.run(["sqlite3", desk.path, ".timeout 5000"] + [
            "UPDATE %s SET %s" % (table, ", ".join("%s = %s || x'%s'" % (column, column, text.encode().hex())
                                                    for column in columns))
            for table, columns in (("contact", ("name", "company", "title", "city")), ("point", ("value", "label")),
                                   ("touch", ("purpose", "opener", "draft")), ("note", ("text",)),
                                   ("absence", ("subject", "place", "whose", "verbatim")),
                                   ("cover", ("name", "matter")), ("evidence", ("words",)), ("step", ("label",)),
                                   ("item", ("title", "link", "topic", "tags")), ("script", ("text",)),
                                   ("waiting", ("caller", "text")), ("tag", ("name",)))],
                       check=True, timeout=60)
        window = desk.window(rows=36, columns=120)
        window.shows("? keys")
        for keys in ("j", "\t", "j", "\t", "j", "\r", "\x06", "q", "v", "q", "U", "j", "q", "gi", "\r", "j", "q", "q", "ga", "q",
                     "/HIDDEN", "\x1b", "x", "\x03", "t", "\x03", "?", "q", "gt", "q", "gw", "j", "q", "gc", "\r", "\x1b", "q", "gk", "q",
                     "gl", "\r", "q", "G", "\r", "\x1b", "q", "m", "\x1b", "r", "\x03", "#", "\t", "\x03", "'a", "\x03"):
            window.send(keys)
            while window.read(0.03):
                pass
        window.send("\x03\x1b\x03gd\x03")
        window.shows("? keys")
        for title in ("Today", "Waiting for you", "Calls", "Call ─", "Cards", "Library", "IT READS", "To confirm", "Agenda"):
            check(title.encode() in window.bytes, "%r was never shown" % title)
        for wrong in (b"\x9b", b"\x9d", b"\x7f", b"\x08HIDDEN", "\u202e".encode()):
            if wrong in (b"\x9b", b"\x9d"):
                wrong = b"\xc2" + wrong
            check(wrong not in window.bytes, "%r was sent" % wrong)
        sent = {found.group(0) for found in SEQUENCE.finditer(window.bytes)}
        strange = sorted(sequence for sequence in sent if not OWN.match(sequence))
        check(not strange, "sequences that are none of its own: %r" % strange[:5])
        leave(window, "sequences in data")


def megabyte(sample):
    """A paste of a megabyte and more: one piece, bounded, and no key among it."""
    with Desk(sample=sample) as desk:
        window = desk.window()
        window.shows("? keys")
        touches = desk.rows("due")
        window.send("\x1b[200~" + "ZZ\r:q\rxr\r0123456789\r" * 60000 + "\x1b[201~")
        window.shows("longer than 1 MB")
        window.send("\x03\x1b\x03gd\x03")
        window.shows("? keys")
        same(desk.rows("due"), touches, "what is planned")
        window.send("iwords ")
        window.send("\x1b[200~" + "0123456789abcde\n" * 70000 + "\x1b[201~")
        window.shows("longer than 1 MB")
        window.send("\x03\x1b\x03gd\x03")
        leave(window, "a megabyte")


def stopped(sample):
    """Stopped and continued from outside, again and again, while keys come: none is lost and it paints."""
    with Desk(sample=sample) as desk:
        window = desk.window()
        window.shows("? keys")
        window.send("i")
        for turn in range(30):
            os.kill(window.pid, signal.SIGSTOP)
            window.send("abc"[turn % 3])
            if turn % 3 == 0:
                window.resize(24 + turn % 5, 80 + turn % 7)
            os.kill(window.pid, signal.SIGCONT)
        window.shows("abc" * 10)
        window.send("\x1b")
        window.until(lambda: "abc" * 10 in desk.sql("SELECT text FROM note ORDER BY id DESC LIMIT 1"), "the note")
        leave(window, "stopped and continued")


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
        for test in (kinds, refused, colours, locales, hidden, megabyte, stopped, sizes, redrawn,
                     read_only):
            test(sample)
        widths()


main()
