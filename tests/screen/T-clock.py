#!/usr/bin/python3
"""The clock of a call, and that of a rehearsal, go on while no key is pressed.

    BUILD=build tests/screen/T-clock.py"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk


def runs(keys):
    with Desk() as desk:
        desk.call("add", "Mia Cole, Cole Works")
        window = desk.window(rows=24, columns=80)
        window.shows("Prospects 1")
        window.send(keys)
        for second in ("0:01", "0:02"):
            window.shows(second)
        window.hang_up()
        window.wait()


runs("cx")
runs("m\x12")
