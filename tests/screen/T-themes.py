#!/usr/bin/python3
"""The themes in a terminal. golden/theme-NAME.txt holds where which colours are on the sample desk and on take-in; after
a change that was meant, look at what comes of
    BUILD=build tests/screen/T-themes.py --write
No colour says anything alone: the text is the same in all of them. A terminal of 8 colours gets those, NO_COLOR and one
without colours get none."""

import difflib
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from desk import Desk, check, sample_desk
from terminal import fail, same

THEMES = ("auto", "dark", "light", "high-contrast", "monochrome")
SIZE = {"rows": 24, "columns": 80}


def look(cell):
    words = [] if cell.fg == "default" else [cell.fg]
    words += [] if cell.bg == "default" else ["on", cell.bg]
    words += [name for name, on in (("bold", cell.bold), ("underline", cell.underscore), ("reverse", cell.reverse)) if on]
    return " ".join(words)


def looks(window):
    """One line for each run of cells that are not plain: row column "text" look."""
    lines = []
    for row in range(window.rows):
        cells = [window.screen.buffer[row][column] for column in range(window.columns)]
        start = 0
        while start < len(cells):
            end = start
            while end < len(cells) and look(cells[end]) == look(cells[start]):
                end += 1
            text = "".join(cell.data for cell in cells[start:end]).strip()
            if look(cells[start]):
                lines.append("%2d %2d %r %s" % (row + 1, start + 1, text, look(cells[start])))
            start = end
    return "\n".join(lines) + "\n"


def settings(desk, text):
    os.makedirs(os.path.join(desk.folder, "touchbase"), exist_ok=True)
    desk.file("touchbase/touchbase.conf", text)


def opened(desk, **variables):
    window = desk.window(**SIZE, **variables)
    window.shows("Notes ─ Ana Ruiz") if variables.get("TERM") not in ("linux", "vt100") else window.shows("Ana Ruiz")
    window.until(lambda: "? keys" in window.text().split("\n")[-1], "the footer")
    return window


def left(window):
    window.send(":q\r")
    same(window.wait(), 0, ":q")


def seen(sample, theme, **variables):
    """Text and looks of the desk, and of the first take-in."""
    with Desk(sample=sample) as desk:
        settings(desk, "theme = %s\n" % theme)
        window = opened(desk, **variables)
        text, found = window.text(), looks(window)
        window.send("gi\r")
        window.until(lambda: "back" in window.text().split("\n")[-1] and "Take in" in window.text()
                     or "file it" in window.text(), "take-in")
        text, found = text + window.text(), found + "take-in\n" + looks(window)
        window.send("q")
        left(window)
        return text, found


def compare(name, got, write):
    place = os.path.join(HERE, "golden", "theme-%s.txt" % name)
    if write:
        with open(place, "w", encoding="utf-8") as stream:
            stream.write(got)
        return True
    with open(place, encoding="utf-8") as stream:
        expected = stream.read()
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), got.splitlines(True), place, "now"))
    return expected == got


def colours(found):
    words = set(" ".join(line.rsplit("'", 1)[-1] for line in found.split("\n")).split())
    return words - {"on", "bold", "underline", "reverse", "take-in"}


def all_themes(sample, write):
    right, texts = True, {}
    for theme in THEMES:
        texts[theme], found = seen(sample, theme)
        right = compare(theme, found, write) and right
        check(bool(colours(found)) == (theme != "monochrome"), "%s: %r" % (theme, colours(found)))
    same(len(set(texts.values())), 1, "the text is the same in all themes")
    if not right:
        fail("the looks differ; when that was meant: tests/screen/T-themes.py --write")


def few_colours(sample):
    for theme in THEMES:
        for variables in ({"NO_COLOR": "1"}, {"TERM": "vt100"}):
            found = seen(sample, theme, **variables)[1]
            same(colours(found), set(), "%s with %r" % (theme, variables))
        with Desk(sample=sample) as desk:
            settings(desk, "theme = %s\n" % theme)
            window = opened(desk, TERM="linux")
            check(b"38;5;" not in window.bytes and b"48;5;" not in window.bytes, "%s on 8 colours" % theme)
            left(window)


def guessed(sample):
    with Desk(sample=sample) as desk:
        found = {}
        for said in (None, "15;0", "0;15"):
            window = opened(desk, COLORFGBG=said)
            found[said] = looks(window)
            left(window)
        for theme, said in (("auto", None), ("dark", "15;0"), ("light", "0;15")):
            settings(desk, "theme = %s\n" % theme)
            window = opened(desk, COLORFGBG=None if theme == "auto" else "0;7")
            same(looks(window), found[said], "COLORFGBG=%s" % said)
            left(window)


def at_run_time(sample):
    """:set theme repaints at once, all of it; a colour of one's own lies over it."""
    with Desk(sample=sample) as desk:
        settings(desk, "theme = light\n")
        window = opened(desk)
        light = looks(window)
        left(window)
        settings(desk, "")
        window = opened(desk)
        check(looks(window) != light, "auto is not light")
        window.send(":set theme light\r")
        window.shows("theme = light")
        window.send("l\x1b")
        window.until(lambda: "? keys" in window.text().split("\n")[-1], "the footer")
        same(looks(window), light, ":set theme light")
        window.send(":set colours.late = #00ff00 on 17 underline\r")
        window.shows("colours.late")
        window.until(lambda: "'3d late' 00ff00 on 00005f underline" in looks(window), "a colour of one's own")
        window.send(":set theme monochrome\r")
        window.shows("theme = monochrome")
        window.until(lambda: "'3d late' underline" in looks(window), "without colours its underline stays")
        left(window)


def main(words):
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_desk(folder)
        all_themes(sample, words == ["--write"])
        few_colours(sample)
        guessed(sample)
        at_run_time(sample)


main(sys.argv[1:])
