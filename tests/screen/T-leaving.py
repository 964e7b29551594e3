#!/usr/bin/python3
"""How the desk is left, and how it is not: keys, questions, pastes, the loss of the terminal, suspending."""

import os
import resource
import signal
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import TOUCHBASE, Desk, check, sample_desk
from terminal import DEADLINE, same
from tmux import Tmux


def opened(window, words="? keys"):
    window.shows(words)


def keys(sample):
    with Desk(sample=sample) as desk:
        window = desk.window()
        opened(window)
        window.send("\x1b")
        window.send("\x03")
        window.send("q")
        window.shows("Leave the desk?")
        window.send("n")
        opened(window)
        window.send("q")
        window.shows("Leave the desk?")
        window.send("\x1b")
        opened(window)
        for key in ("d", "D", "X", "\x1b[3~"):
            window.send(key)
            window.shows("x done, u undo, :delete asks")
            window.send("\x03")
            opened(window)
        window.send("qy")
        same(window.wait(), 0, "q and y leave")
        for words in ("ZZ", ":q\r", "qq"):
            window = desk.window()
            opened(window)
            window.send(words)
            same(window.wait(), 0, "leaving by %r" % words)
        same(len(desk.rows("due")), 16, "nothing was changed")
        window = desk.window()
        opened(window)
        window.send("chalf a word\x1b")
        window.shows("i note")
        window.send("ZZ")
        same(window.wait(), 0, "leaving in the middle of a call")
        window = desk.window()
        window.shows("half a word")
        window.shows("under way when touchbase ended")
        window.send("\x1b\x1bx:q\r")
        same(window.wait(), 0, "leaving after it was thrown away")


def pastes(sample):
    with Desk(sample=sample) as desk:
        window = desk.window(rows=36, columns=120)
        opened(window)
        window.send("\x1b[200~ZZ\r:q\rI am on vacation until December 4, back on Monday, December 7.\r\x1b[201~")
        window.shows("What Enter does")
        window.shows("vacation")
        window.shows("Ana Ruiz, Brío")
        window.send("\r")
        window.shows("Out of office 4")
        check("December 7" in desk.sql("SELECT verbatim FROM absence ORDER BY id DESC LIMIT 1"), "the words are kept")
        window.send("t\x1b[200~call mon 10:00\roffer\x1b[201~")
        window.shows("plan: call mon 10:00 offer")
        window.send("\x03i\x1b[200~first\rsecond ZZ\x1b[201~")
        window.shows("second ZZ")
        window.send("\x1bZZ")
        same(window.wait(), 0, "leaving")
        same(desk.sql("SELECT text FROM note ORDER BY id DESC LIMIT 1").strip(), "first\nsecond ZZ", "a pasted note")


def used_by_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def lost(sample, how, ignored, expected):
    """A terminal that goes away in the middle of a note."""
    with Desk(sample=sample) as desk:
        window = desk.window(ignored=ignored)
        opened(window)
        before = used_by_children()
        window.send("ihalf a note, naïve")
        window.shows("half a note, naïve")
        begun = time.monotonic()
        how(window)
        same(window.wait(), expected, "%s, ignored %r" % (how.__name__, ignored))
        check(time.monotonic() - begun < DEADLINE / 2, "it took long to notice")
        check(used_by_children() - before < 2, "it was busy meanwhile")
        same(desk.sql("SELECT text FROM draft").strip(), "half a note, naïve", "the draft")
        if window.master is not None:
            window.hang_up()
        window = desk.window()
        window.shows("this was being typed")
        window.shows("half a note, naïve")
        window.send("\x1b")
        window.shows("Notes ─ Ana Ruiz")
        window.send("ZZ")
        same(window.wait(), 0, "leaving after it")
        same(desk.sql("SELECT count(*) FROM draft").strip(), "0", "drafts left")


def closed(window):
    window.hang_up()


def hung_up(window):
    os.kill(window.pid, signal.SIGHUP)


def terminated(window):
    os.kill(window.pid, signal.SIGTERM)


def losses(sample):
    for ignored in ((), (signal.SIGHUP,)):
        lost(sample, closed, ignored, 129)
        lost(sample, hung_up, ignored, 129)
    lost(sample, terminated, (), 143)


def left_in_a_note(sample):
    """:q and ZZ keep what is being typed; on a prompt nothing is lost but the line."""
    with Desk(sample=sample) as desk:
        window = desk.window()
        opened(window)
        window.send("okept for later")
        window.shows("kept for later")
        window.hang_up()
        same(window.wait(), 129, "the terminal closed")
        window = desk.window()
        window.shows("kept for later")
        window.send("\x03")
        opened(window)
        window.send("ZZ")
        same(window.wait(), 0, "leaving")


def stopped(shell):
    return "Stopped" in shell.text() and shell.text().rstrip().endswith("shell>")


def suspended(sample):
    """^Z from the desk and from a note gives the shell back; fg paints everything again, also at another size."""
    with Desk(sample=sample) as desk:
        environment = dict(desk.environment, PS1="shell> ", TOUCHBASE=TOUCHBASE)
        with Tmux(["bash", "--norc", "--noprofile", "--noediting", "-i"], environment, 80, 24, desk.folder) as shell:
            shell.shows("shell>")
            shell.type('"$TOUCHBASE"')
            shell.keys("Enter")
            shell.shows("? keys")
            shell.keys("i")
            shell.shows("Note on Ana Ruiz")
            shell.type("before")
            shell.keys("C-z")
            shell.until(lambda: stopped(shell), "the shell's prompt")
            same(desk.sql("SELECT text FROM draft").strip(), "before", "the draft while suspended")
            shell.type("stty -a | grep -c -- '-icanon'")
            shell.keys("Enter")
            shell.until(lambda: "\n0\n" in shell.text(), "a shell that reads lines")
            shell.resize(120, 36)
            shell.type("fg")
            shell.keys("Enter")
            shell.shows("Note on Ana Ruiz")
            shell.until(lambda: "Brío" in shell.text() and "┐" in shell.text().split("\n")[1][110:], "the new size")
            shell.type(" after")
            shell.shows("before after")
            shell.keys("Escape")
            shell.shows("Notes ─ Ana Ruiz")
            shell.keys("C-z")
            shell.until(lambda: stopped(shell), "the shell's prompt")
            shell.type("fg")
            shell.keys("Enter")
            shell.shows("? keys")
            shell.type("ZZ")
            shell.shows("shell>")
            shell.type("echo left with $?")
            shell.keys("Enter")
            shell.shows("left with 0")
        same(desk.sql("SELECT text FROM note ORDER BY id DESC LIMIT 1").strip(), "before after", "the note")


def main():
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_desk(folder)
        for test in (keys, pastes, losses, left_in_a_note, suspended):
            test(sample)


main()
