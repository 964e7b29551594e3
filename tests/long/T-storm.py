#!/usr/bin/python3
"""Ten thousand sizes between 1x1 and 300x80 while keys arrive, by a raw pty, since tmux holds sizes back. At the end the
picture is that of a clean draw, and that of a window opened at this size. SIZES=N and SEED=N; both are printed."""

import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "screen"))
import pyte
from desk import Desk, sample_desk
from terminal import check, same

SIZES = int(os.environ.get("SIZES", "10000"))
SEED = int(os.environ.get("SEED", str(random.SystemRandom().randrange(1000000))))
ROUNDS = ((36, 120), (24, 80), (16, 60), (80, 300), (8, 30), (1, 1))
OUT = "\x03\x1b\x03\x1bx\x03"  # of a call as well: it is thrown away
# Keys that leave the desk as it was, and half ones; four panes go round.
KEYS = ("j", "k", "G", "gg", "\t\t\t\t", "?", "/ana", "q\x1b", "\x1b", "\x1b[B", "\x1b[A", "\x1b[6~", "ga", "gi", "U", "\r", "5",
        "g", "\x0c", "\x1b[200~a piece\x1b[201~\x03", "iwords\x03", "tcall\x03", ":so\t\x03", "\x1b[", "\xc3", "gt", "gw", "gk",
        "gl", "glj\r", "gi\r", "glM\x1b", "gs\x03", ":set th\t\x03", "$\x03", "&adv\t\x03", "oheard\x03",
        "c", "r\r", "gc\r", OUT, OUT, OUT)
HOME = OUT * 3 + "\x03\x1b\x03\x1b\x03\x1b\x03\x1b\x03gd\x03l\x15\r"  # ^L in / makes a limited list


def storm(window, dice, count):
    """Half of the sizes come without a look at what was drawn."""
    for _ in range(count):
        window.resize(dice.randrange(1, 81), dice.randrange(1, 301))
        if dice.random() < 0.5:
            window.send(dice.choice(KEYS).encode("latin-1"))
        if dice.random() < 0.5:
            window.bytes = window.bytes[-1000:]
            window.read(0)


def both(window, fresh):
    """Do the two show the same, once what they have to say was read?"""
    while fresh.read(0):
        pass
    return window.text() == fresh.text()


def compare(window, fresh, words):
    window.until(lambda: both(window, fresh), "%s, seed %d:\n%s\n" % (words, SEED, fresh.text()))


def main():
    print("seed %d, %d sizes" % (SEED, SIZES), flush=True)
    dice = random.Random(SEED)
    with Desk() as desk:
        os.replace(sample_desk(desk.folder), desk.path)
        for rows, columns in ROUNDS:
            window = desk.window()
            window.shows("? keys")
            storm(window, dice, SIZES // len(ROUNDS) + 1)
            window.resize(rows, columns)
            window.send(HOME)
            window.send("Ggg\x0c")  # what was done on the way may have left rows where they stood
            while window.read(1):
                pass
            fresh = desk.window(rows=rows, columns=columns)
            if rows > 1:  # below that nothing is drawn
                fresh.until(lambda: fresh.text().strip(), "a new window")
            compare(window, fresh, "the picture of a new window at %dx%d" % (columns, rows))
            # a terminal that knows nothing yet
            window.screen = pyte.Screen(columns, rows)
            window.stream = pyte.ByteStream(window.screen)
            window.send("\x0c")
            compare(window, fresh, "the clean draw at %dx%d" % (columns, rows))
            for ended in (window, fresh):
                ended.send("ZZ")
                same(ended.wait(), 0, "leaving, seed %d, %dx%d" % (SEED, columns, rows))
                check(b"ERROR: AddressSanitizer" not in ended.bytes, "a finding, seed %d" % SEED)
            print("%dx%d stands" % (columns, rows), flush=True)
        desk.call("check")


main()
