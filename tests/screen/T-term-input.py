#!/usr/bin/python3
"""What comes in: pastes however they are cut, split keys, storms of sizes and bytes; what goes out: the clipboard."""

import base64
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from terminal import DEMO, Terminal, check, same

SEED = 20260302


def start(**options):
    terminal = Terminal([DEMO], **options)
    terminal.shows("keys 0")
    return terminal


def leave(terminal, words):
    terminal.send("\x1bOQ")
    same(terminal.wait(), 0, words)


def pastes():
    for size in (1, 3, 1000):
        terminal = start(ESCDELAY="2000")
        data = b"\x1b[200~line one\r\nq line two\x1b[201~"
        for at in range(0, len(data), size):
            terminal.send(data[at:at + size])
        terminal.shows("keys 1 pastes 1")
        terminal.shows("q line two")
        leave(terminal, "a paste in pieces of %d" % size)


def paste_without_end():
    terminal = start()
    terminal.send("\x1b[200~no end")
    terminal.shows("pastes 1")
    terminal.shows("no end")
    terminal.send("typed")
    terminal.shows("no endtyped")
    leave(terminal, "a paste without its end")


def long_paste():
    terminal = start()
    terminal.send("\x1b[200~" + "0123456789abcde\n" * 70000 + "\x1b[201~")
    terminal.shows("pastes 1")
    terminal.shows("longer than 1 MB")
    leave(terminal, "a long paste")


def split_key():
    terminal = start(ESCDELAY="10")
    terminal.send("ab")
    terminal.shows("keys 2")
    terminal.send("\x1b")
    terminal.shows("last Esc")
    terminal.send("x")
    terminal.shows("abx")
    leave(terminal, "an Esc alone")


def copying():
    terminal = start()
    terminal.send("Ana Ruiz")
    terminal.shows("keys 8")
    terminal.send("\x1bOS")
    wanted = b"\x1b]52;c;" + base64.b64encode(b"Ana Ruiz") + b"\x07"
    terminal.until(lambda: wanted in terminal.bytes, "the copy")
    leave(terminal, "copying")


def sizes():
    storm = random.Random(SEED)
    terminal = start()
    terminal.send("some words of a note")
    for _ in range(300):
        terminal.resize(storm.choice((0, 1, 2, 5, 24, 80)), storm.choice((0, 1, 3, 40, 80, 300)))
        terminal.read(0)
    terminal.resize(24, 80)
    terminal.shows("80x24 keys 20")
    terminal.send("\x0c")
    fresh = Terminal([DEMO])
    fresh.shows("keys 0")
    fresh.send("some words of a note\x0c")
    fresh.shows("keys 21")
    terminal.shows("keys 21")
    terminal.until(lambda: fresh.read(0) or terminal.text() == fresh.text(), "the picture of a clean start")
    leave(terminal, "a storm of sizes")
    leave(fresh, "a clean start")


def noise():
    storm = random.Random(SEED)
    terminal = start()
    for _ in range(200):
        piece = bytes(storm.randrange(256) for _ in range(storm.randrange(1, 40)))
        # what would leave, crash or stop it is left out
        for bad in (b"\x1a", b"OQ", b"OR", b"Q", b"R", b"\x1b[2", b"~"):
            piece = piece.replace(bad, b"")
        terminal.send(piece)
    terminal.send(b"\x1b[201~" * 2 + b"\x1b[1;5F\rthe end")
    terminal.shows("the end")
    terminal.send("\x1bOQ")
    same(terminal.wait(), 0, "noise, seed %d" % SEED)


pastes()
paste_without_end()
long_paste()
split_key()
copying()
sizes()
noise()
