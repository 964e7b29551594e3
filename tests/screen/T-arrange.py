#!/usr/bin/python3
"""Sizes and places of the panes are remembered by the desk: the next window, of another size too, opens with them; what
was remembered and makes no sense counts as nothing."""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, check, sample_desk


def column_of(picture, title):
    """Where the frame of a pane begins, from its title."""
    for line in picture.splitlines():
        if title in line:
            return line.index(title)
    raise AssertionError("%r is not on the screen:\n%s" % (title, picture))


with tempfile.TemporaryDirectory() as folder:
    sample = sample_desk(folder)
    with Desk(sample=sample) as desk:
        first = desk.picture("C-l", "120x36")
        left = column_of(first, "Out of office")
        moved = desk.picture("7 C-w > Tab C-w x C-l", "120x36")
        check(column_of(moved, "Pending touches") == left + 7, "the pane is not seven columns wider:\n" + moved)
        steps = desk.sql("SELECT count(*) FROM step")
        again = desk.picture("C-l", "120x36")
        check(column_of(again, "Pending touches") == left + 7, "it was not remembered:\n" + again)
        check(again.index("Pending touches") < again.index("Out of office"), "the places were not remembered:\n" + again)
        check(desk.sql("SELECT count(*) FROM step") == steps, "remembering made a step")
        other = desk.picture("C-l", "80x24")
        check(other.index("Pending touches") < other.index("Out of office"), "not at another size:\n" + other)
        even = desk.picture("C-w = C-l", "120x36")
        check(even == first, "not as it was at first:\n" + even)
        check(desk.picture("C-l", "120x36") == first, "nor in the next window")
    with Desk(sample=sample) as desk:
        first = desk.picture("C-l", "120x36")
        desk.write("INSERT INTO setting (name, value) VALUES ('panes', '99999 1 2 3 7 7 7 7')")
        check(desk.picture("C-l", "120x36") == first, "nonsense was taken for sizes")
