#!/usr/bin/python3
"""How a full screen ends: by key, by signals, by the loss of its terminal, by a crash; the terminal is whole after it."""

import os
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from terminal import DEMO, Terminal, check, same

PASTE_OFF, LEAVE = b"\x1b[?2004l", b"\x1b[?1049l"


def given_back(terminal, words):
    for sequence in (PASTE_OFF, LEAVE):
        check(terminal.bytes.rfind(sequence) > terminal.bytes.rfind(b"keys"),
              "%s: %r was not written" % (words, sequence))


def start(note, **options):
    terminal = Terminal([DEMO], DEMO_NOTE=note, **options)
    before = None
    terminal.shows("keys 0")
    terminal.send("wants the item")
    terminal.shows("wants the item")
    return terminal, before


def typed(note):
    with open(note) as file:
        return file.read()


def by_key(note):
    terminal, _ = start(note)
    terminal.send("\x1bOQ")
    same(terminal.wait(), 0, "leaving by a key")
    given_back(terminal, "leaving by a key")


def by_signal(note, number, expected):
    for ignored in ((), (number,)):
        terminal, _ = start(note, ignored=ignored)
        os.kill(terminal.pid, number)
        same(terminal.wait(), expected, "signal %d, ignored %r" % (number, ignored))
        same(typed(note), "wants the item", "what was saved")
        os.unlink(note)


def by_loss(note):
    for ignored in ((), (signal.SIGHUP,)):
        terminal, _ = start(note, ignored=ignored)
        used = time.monotonic()
        terminal.hang_up()
        same(terminal.wait(), 129, "the terminal closed, SIGHUP ignored: %r" % (ignored,))
        check(time.monotonic() - used < 10, "it took long to notice")
        same(typed(note), "wants the item", "what was saved")
        os.unlink(note)


def by_crash(note):
    for number in (signal.SIGSEGV, signal.SIGABRT, signal.SIGFPE, signal.SIGBUS):
        terminal, _ = start(note)
        if number == signal.SIGSEGV:
            terminal.send("\x1bOR")
        else:
            os.kill(terminal.pid, number)
        same(terminal.wait(), -number, "a crash keeps its signal")
        given_back(terminal, "a crash")


def without_terminal():
    for stdin, stdout in ((subprocess.DEVNULL, None), (None, subprocess.DEVNULL)):
        master, slave = os.openpty()
        result = subprocess.run([DEMO], stdin=slave if stdin is None else stdin,
                                stdout=slave if stdout is None else stdout,
                                stderr=subprocess.PIPE, timeout=20)
        same(result.returncode, 2, "without a terminal")
        check(b"needs a terminal" in result.stderr, "the words: %r" % result.stderr)
        os.close(master)
        os.close(slave)


def interrupt_is_a_key(note):
    terminal, _ = start(note)
    os.kill(terminal.pid, signal.SIGINT)
    terminal.shows("last ^C")
    terminal.send("\x03")
    terminal.shows("keys 16")
    terminal.send("\x1bOQ")
    same(terminal.wait(), 0, "^C never leaves")


with tempfile.TemporaryDirectory() as folder:
    place = os.path.join(folder, "note")
    by_key(place)
    by_signal(place, signal.SIGHUP, 129)
    by_signal(place, signal.SIGTERM, 143)
    by_loss(place)
    by_crash(place)
    without_terminal()
    interrupt_is_a_key(place)
