#!/usr/bin/python3
"""The mouse, off unless asked for: clicks, double clicks, the wheel and dividers, by scripts and in a terminal; what
was switched on is switched off on every way out."""

import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, check, sample_desk
from terminal import same
from tmux import Tmux

ON, OFF = b"\x1b[?1000h\x1b[?1006h", b"\x1b[?1006l\x1b[?1000l"
SIZE = "120x36"


def switched_on(desk):
    os.makedirs(os.path.join(desk.folder, "touchbase"), exist_ok=True)
    desk.file("touchbase/touchbase.conf", "mouse = on\n")


def place(picture, words, line=0):
    """Column and row (from 1) of words in a picture, as key scripts write them; line rows below."""
    for number, text in enumerate(picture.split("\n")):
        if words in text:
            return "%d,%d" % (text.index(words) + 1, number + 1 + line)
    raise AssertionError("%r is not in\n%s" % (words, picture))


def opened(desk, keys, size, name):
    """The picture once two clicks have opened the sheet of name: on a busy machine they may come too far apart."""
    for _ in range(9):
        picture = desk.picture(keys, size)
        if name in picture.split("\n")[1] and "Prospects" not in picture:
            return picture
    raise AssertionError("two clicks do not open %r:\n%s" % (name, picture))


def note_of(picture):
    return re.search("Notes ─ (.*?) ─", picture).group(1)


def by_script(sample):
    with Desk(sample=sample) as desk:
        first = desk.picture("", SIZE)
        lena, ravi = place(first, "Lena Vogt"), place(first, "call      Ravi Menon")
        same(desk.picture("mouse press " + lena, SIZE), first, "off unless asked for")
        same(note_of(desk.picture(': "set mouse on" Enter mouse press ' + lena, SIZE)), "Lena Vogt", ":set mouse on")
        switched_on(desk)
        same(note_of(desk.picture("mouse press " + lena, SIZE)), "Lena Vogt", "a click selects the row")
        moved = desk.picture("mouse press %s mouse release %s" % (ravi, ravi), SIZE)
        same(note_of(moved), "Ravi Menon", "a click in another pane")
        asked = desk.picture("mouse press %s mouse release %s s" % (ravi, ravi), SIZE).rstrip("\n").split("\n")[-1]
        check(asked.startswith("Ravi Menon, call"), "keys go there: " + asked)
        opened(desk, "mouse press %s mouse release %s mouse press %s" % (lena, lena, lena), SIZE, "Lena Vogt")
        for other in (ravi, place(first, "call      Ana Ruiz")):
            picture = desk.picture("mouse press %s mouse press %s" % (lena, other), SIZE)
            check("Prospects" in picture, "two clicks in two places open nothing:\n" + picture)
        heading = place(first, "LATE")
        same(note_of(desk.picture("mouse press " + heading, SIZE)), "Ana Ruiz", "a heading is no row")
        title = place(first, "Out of office")
        same(note_of(desk.picture("mouse press %s mouse release %s j" % (title, title), SIZE)), "Lena Vogt", "a title")
        for keys in (": mouse press ", "i mouse press ", "q mouse press "):
            picture = desk.picture(keys + lena, SIZE)
            check(re.search("Note(s ─| on) Ana Ruiz", picture), "nothing while %r asks:\n%s" % (keys, picture))


def wheel_and_sheets(sample):
    with Desk(sample=sample) as desk:
        switched_on(desk)
        small = "80x24"
        first = desk.picture("", small)
        touches = place(first, "LATE")
        wheeled = desk.picture("mouse wheel-down " + touches, small)
        check("18 Nov call" not in wheeled, "the list under the pointer scrolls:\n" + wheeled)
        same(note_of(wheeled), "Ana Ruiz", "and the person stays")
        same(desk.picture("mouse wheel-down %s mouse wheel-up %s" % (touches, touches), small), first, "and back")
        found = desk.picture('/ "o" until "Tom Field"', small)
        other = place(found, "Tom Field")
        opened(desk, '/ "o" until "Tom Field" mouse press %s mouse press %s' % (other, other), small, "Tom Field")
        manual = desk.picture("? mouse wheel-down 5,5", small)
        check(manual != desk.picture("?", small) and "Keys that work here" in manual, "a text scrolls")
        today = place(desk.picture("gt", SIZE), "Lena Vogt")
        opened(desk, "gt mouse press %s mouse press %s" % (today, today), SIZE, "Lena Vogt")
        agenda = desk.picture("ga", SIZE)
        row = place(agenda, "Zoë Ångström")
        opened(desk, "ga mouse press %s mouse press %s" % (row, row), SIZE, "Zoë")


def dividers(sample):
    with Desk(sample=sample) as desk:
        switched_on(desk)
        first = desk.picture("", SIZE)
        edge = first.split("\n")[3].index("│", 1)
        picture = desk.picture("mouse press %d,4 mouse release %d,9" % (edge + 1, edge + 11), SIZE)
        same(picture.split("\n")[3].index("│", 1), edge + 10, "the divider is dragged")
        again = desk.picture("", SIZE)
        same(again.split("\n")[3].index("│", 1), edge + 10, "and stays there for the next window")
        notes = int(place(again, "├ Notes").split(",")[1])
        picture = desk.picture("mouse press 9,%d mouse release 9,%d" % (notes, notes - 5), SIZE)
        same(int(place(picture, "├ Notes").split(",")[1]), notes - 5, "the one above the notes")


def sgr(column, row, what="M", button=0):
    return "\x1b[<%d;%d;%d%s" % (button, column, row, what)


def in_a_terminal(sample):
    with Desk(sample=sample) as desk:
        window = desk.window(rows=36, columns=120)
        window.shows("Notes ─ Ana Ruiz")
        check(b"?1000" not in window.bytes and b"?1006" not in window.bytes, "never on by default")
        window.send(sgr(8, 5))
        window.send(":set mouse on\r")
        window.shows("mouse = on")
        window.until(lambda: ON in window.bytes, "the mouse is on")
        check("Notes ─ Ana Ruiz" in window.text(), "what came before is no click")
        check(b"?1002" not in window.bytes and b"?1003" not in window.bytes, "never motion")
        window.send(sgr(8, 5) + sgr(8, 5, "m"))
        window.shows("Notes ─ Lena Vogt")
        window.send(":set mouse off\r")
        window.until(lambda: window.bytes.endswith(OFF) or OFF in window.bytes, "the mouse is off")
        window.send(":set mouse on\r")
        window.until(lambda: window.bytes.count(ON) == 2, "on again")
        window.bytes = b""
        window.send("ZZ")
        same(window.wait(), 0, "leaving")
        check(OFF in window.bytes, "off when it leaves")


def on_the_ways_out(sample):
    with Desk(sample=sample) as desk:
        switched_on(desk)
        editor = desk.file("editor", "#!/bin/sh\nprintf 'in the editor'\nread line\n")
        os.chmod(editor, 0o700)
        shell = desk.window(rows=24, columns=80)
        shell.shows("Notes ─ Ana Ruiz")
        shell.until(lambda: ON in shell.bytes, "on by the settings")
        shell.bytes = b""
        shell.send(":set editor %s\r" % editor)
        shell.shows("editor =")
        shell.send("i")
        shell.shows("file it")
        shell.send("\x18\x05")
        shell.shows("in the editor")
        check(OFF in shell.bytes and ON not in shell.bytes, "off for an editor")
        shell.send("\r")
        shell.until(lambda: ON in shell.bytes, "on again behind it")
        shell.hang_up()
        shell.wait()
    with Desk(sample=sample) as desk:
        switched_on(desk)
        with Tmux([os.path.join(os.environ.get("BUILD", "build"), "touchbase")], desk.environment, folder=desk.folder) \
                as window:
            window.shows("Notes ─ Ana Ruiz")
            window.until(lambda: window.call("display-message", "-p", "#{mouse_standard_flag}#{mouse_sgr_flag}")
                         .strip() == "11", "tmux knows that it listens")
            window.type(sgr(8, 5))
            window.shows("Notes ─ Lena Vogt")
            window.type(":q\r")
            window.until(lambda: os.path.exists(window.place), "the end")
            same(window.call("display-message", "-p", "#{mouse_standard_flag}#{mouse_any_flag}").strip(), "00", "off")


def main():
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_desk(folder)
        for story in (by_script, wheel_and_sheets, dividers, in_a_terminal, on_the_ways_out):
            story(sample)


main()
