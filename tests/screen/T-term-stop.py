#!/usr/bin/python3
"""^Z under a shell with job control: the terminal is sane while stopped, fg paints at the size it has then."""

import os
import signal
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from terminal import DEMO, Terminal, check, same

# The editor does not read: one that has not gone to sleep yet could take the first letter typed to the shell.
shell = Terminal(["bash", "--norc", "--noprofile", "--noediting", "-i"], PS1="shell> ", HISTFILE="/dev/null",
                 EDITOR="trap : INT; echo in the editor; sleep 60; true")
shell.shows("shell>")
shell.send(DEMO + "\r")
shell.shows("keys 0")
shell.send("typed before")
shell.shows("typed before")

for turn in range(2):
    shell.bytes = b""
    shell.send("\x1a")
    shell.shows("Stopped")
    shell.until(lambda: shell.text().rstrip().endswith("shell>"), "the prompt")
    check(b"\x1b[?2004l" in shell.bytes and b"\x1b[?1049l" in shell.bytes, "modes left on")
    shell.send("stty | grep -c -- '-icanon\\|-echo'; echo sane $((40 + 2))\r")
    shell.shows("sane 42")
    check("\n0\n" in shell.text(), "the line settings while stopped:\n" + shell.text())
    shell.resize(20 + turn, 60 + turn)
    shell.send("fg\r")
    shell.shows("%dx%d keys" % (60 + turn, 20 + turn))
    shell.shows("typed before")
    check(b"\x1b[?2004h" in shell.bytes, "paste mode on again")
    shell.send("x")
    shell.shows("x" * (turn + 1))

# an editor that is stopped takes us with it, and the shell gets the terminal
shell.send("\x1b[15~")
shell.shows("in the editor")
shell.send("\x1a")
shell.shows("Stopped")
# what is typed before the shell has its prompt back may be thrown away
shell.until(lambda: shell.text().rstrip().endswith("shell>"), "the prompt")
shell.send("fg\r")
shell.until(lambda: os.tcgetpgrp(shell.master) != shell.pid, "the terminal given to the job")
shell.send("\x03")
shell.shows("keys")
shell.shows("typed beforexx")

# stopped and continued from outside, again and again: it is there and paints
shell.send("\x1bOQ")
shell.shows("shell>")
shell.send("exit\r")
same(shell.wait(), 0, "the shell")

# in a session of its own nobody could continue it: it goes on
alone = Terminal([DEMO])
alone.shows("keys 0")
alone.send("\x1a")
alone.shows("keys 1")
alone.send("still here")
alone.shows("still here")
for _ in range(20):
    os.kill(alone.pid, signal.SIGTSTP)
    os.kill(alone.pid, signal.SIGCONT)
    alone.send("y")
alone.shows("y" * 20)
os.kill(alone.pid, signal.SIGSTOP)
os.kill(alone.pid, signal.SIGCONT)
alone.send("\x1bOQ")
same(alone.wait(), 0, "after stops from outside")
