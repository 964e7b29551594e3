#!/usr/bin/python3
"""Every kind of terminal: with a screen or with words why not; colours refused; a locale that is not UTF-8."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from terminal import DEMO, Terminal, check, same


def refused(name, words):
    terminal = Terminal([DEMO], TERM=name)
    same(terminal.wait(), 2, "TERM=%s" % name)
    check(words in terminal.bytes, "TERM=%s says %r" % (name, terminal.bytes))
    check(b"\x1b[?1049h" not in terminal.bytes, "TERM=%s: nothing is switched on" % name)


def shown(name, **variables):
    """Types, with a wide and a combining character, and leaves; what was written."""
    terminal = Terminal([DEMO], TERM=name, **variables)
    terminal.shows("80x24 keys 0")
    terminal.send("Ren\u00e9 \u6f22e\u0301\x1b[D\x1b[D!")
    terminal.shows("Ren\u00e9 !\u6f22")
    terminal.send("\x1bOQ")
    same(terminal.wait(), 0, "TERM=%s" % name)
    return terminal.bytes


refused("dumb", b'TERM is "dumb"')
refused("", b"TERM is not set")
refused(None, b"TERM is not set")

for kind in ("xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color", "rxvt-unicode"):
    if os.path.exists("/usr/share/terminfo") or os.path.exists("/lib/terminfo"):
        written = shown(kind)
        check(b"\x1b[?2004h" in written, "TERM=%s: paste mode" % kind)
        check(b"\x1b[31m" in written or b"\x1b[38;5;1m" in written, "TERM=%s: colours" % kind)
        check("\u2500".encode() in written, "TERM=%s: lines" % kind)

for kind in ("linux", "vt100"):
    written = shown(kind)
    check(b"\x1b[?2004h" not in written, "TERM=%s has no paste mode" % kind)

# ncurses keeps 1.6 kB of a screen that it could not open
unknown = Terminal([DEMO], TERM="nosuchterm", ASAN_OPTIONS="detect_leaks=0")
unknown.shows("taken as xterm-256color")
unknown.send("\x1bOQ")
same(unknown.wait(), 0, "TERM=nosuchterm")

check(b"\x1b[31m" not in shown("xterm-256color", NO_COLOR="1"), "NO_COLOR")
check(b"\x1b[31m" in shown("xterm-256color", NO_COLOR=""), "an empty NO_COLOR")
for locale in ("C", "POSIX", "nonsense", ""):
    shown("xterm-256color", LC_ALL=locale, LANG=None)
shown("xterm-256color", LINES="3", COLUMNS="20")
