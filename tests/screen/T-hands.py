#!/usr/bin/python3
"""Hands on many rows and on other programs, by keys alone in a real terminal: marked touches are moved in one step, the
last change is repeated, a row is piped to a command without a shell, a note goes on in the editor, a step is brought back
from the history after other work."""

import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import NOW, TOUCHBASE, Desk, check, sample_desk
from terminal import same
from tmux import Tmux


def command(window, line):
    window.keys(":")
    window.type(line)
    window.keys("Enter")


def dues(desk):
    return {(row["contact"], row["channel"]): row["due"] for row in desk.rows("due", "--until", "2027-12-31")}


def marked(desk, window):
    before = dues(desk)
    window.keys("Tab", "Tab", "V", "j", "j", "V", "\\;", "s")
    window.shows("3 touches, move to:")
    window.type("fri")
    window.keys("Enter")
    window.shows("3 touches, moved")
    after = dues(desk)
    same(sorted(before[key] != after[key] for key in before), [False] * (len(before) - 3) + [True] * 3, "moved at once")
    window.keys("u")
    window.shows("taken back: move of 3 touches")
    same(dues(desk), before, "one u takes all of it back")
    window.keys("Escape")
    return before


def repeated(desk, window):
    window.keys("g", "g", "7", "s")
    window.shows("moved to Sat 28 Nov")
    window.keys("j", ".")
    window.until(lambda: list(dues(desk).values()).count("2026-11-28") >= 3, "the next one goes there too")


def brought_back(desk, window, before):
    """What was taken back comes again after other work, but not over a row that was changed since."""
    window.keys("U")
    window.shows("move of 3 touches")
    window.keys("j", "j", "Enter")
    window.shows("was changed later by")
    window.shows("move of")
    check(len(desk.rows("undo", "--list")) > 2, "the steps")
    window.keys("k", "k", "Enter")
    window.shows("taken back: move of")
    window.keys("j", "Enter")
    window.shows("taken back: move of")
    same(dues(desk), before, "the moves made since are taken back from the list")
    window.keys("j", "Enter")
    window.shows("brought again: move of 3 touches")
    same(list(dues(desk).values()).count("2026-11-27"), 3 + list(before.values()).count("2026-11-27"),
         "and it is brought again")
    window.keys("q")
    window.shows("Prospects")


def piped(desk, window):
    """No shell: what one would run or expand is an argument like any other."""
    seen = desk.file("seen", "")
    tool = desk.file("tool", "#!/bin/sh\nprintf '%s\\n' \"$@\" >\"$SEEN\"\ncat >>\"$SEEN\"\necho it was here\n")
    os.chmod(tool, 0o700)
    window.keys("|")
    window.shows("pipe as JSON to")
    window.type("env SEEN=%s %s \"a b\" ';' $HOME *" % (seen, tool))
    window.keys("Enter")
    window.shows("Enter goes back")
    window.shows("it was here")
    with open(seen, encoding="utf-8") as stream:
        lines = stream.read().splitlines()
    same(lines[:4], ["a b", ";", "$HOME", "*"], "the words of the command")
    row = json.loads(lines[4])
    check(row["channel"] in ("call", "email", "card") and "purpose" in row, "the touch under the cursor: %r" % row)
    window.keys("Enter")
    window.shows("piped to")
    command(window, "pipe false")
    window.shows("Enter goes back")
    window.keys("Enter")
    window.shows("false ended with 1")


def piped_marked(desk, window):
    """All marked rows go to one command, one object a line."""
    out = os.path.join(desk.folder, "rows")
    window.keys("3", "Space", "\\;", "|")
    window.shows("3 rows, pipe as JSON to")
    window.type("tee " + out)
    window.keys("Enter")
    window.shows("Enter goes back")
    window.keys("Enter")
    window.shows("piped to tee")
    with open(out, encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    same(len({row["id"] for row in rows}), 3, "three touches")
    window.keys("Escape")


def edited(desk, window):
    window.keys("i")
    window.shows("Note on")
    window.type("first words")
    window.keys("Escape")
    window.until(lambda: "first words" in desk.sql("SELECT text FROM note"), "the note is filed")
    window.keys("Tab")
    window.shows("Notes")
    command(window, "edit")
    window.shows("and more")
    window.keys("Escape")
    window.until(lambda: "first words and more" in desk.sql("SELECT text FROM note"), "the editor's text is filed")


def story(sample):
    with Desk(NOW, sample) as desk:
        editor = desk.file("editor", "#!/bin/sh\nprintf 'first words and more\\n' >\"$1\"\n")
        os.chmod(editor, 0o700)
        desk.environment["VISUAL"] = editor
        with Tmux([TOUCHBASE], desk.environment, folder=desk.folder) as window:
            window.shows("Prospects")
            before = marked(desk, window)
            repeated(desk, window)
            brought_back(desk, window, before)
            piped(desk, window)
            piped_marked(desk, window)
            edited(desk, window)
            command(window, "q")
            same(window.ended(), 0, "leaving by :q")


with tempfile.TemporaryDirectory() as folder:
    story(sample_desk(folder))
