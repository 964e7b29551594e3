#!/usr/bin/python3
"""Rows never move under the cursor, whoever changes the desk; one person is current in all panes; undo asks first when
the step was made elsewhere."""

import os
import random
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, check, sample_desk
from frames import cells
from terminal import same

SEED = int(os.environ.get("SEED", "20261121"))
WIDE = {"rows": 36, "columns": 120}


def opened(window):
    """Waits until the whole first picture is there: its last line comes last."""
    window.shows("Notes ─ Ana Ruiz")
    window.until(lambda: "? keys" in window.text().split("\n")[-1], "the footer")


def left(window):
    return [line[1:24].rstrip() for line in window.text().split("\n")[2:16]]


def right(window):
    return [line[51:118].rstrip() for line in window.text().split("\n")[2:25]]


def leave(window):
    window.send("ZZ")
    same(window.wait(), 0, "ZZ leaves")


def finished_in_place(sample):
    with Desk(sample=sample) as desk:
        window = desk.window(**WIDE)
        opened(window)
        before, touches = left(window), right(window)
        window.send("\t\t")
        window.send("xr-\r")
        window.shows("no next step; u takes it back")
        window.shows("Pending touches 15")
        after = right(window)
        changed = [number for number, (old, new) in enumerate(zip(touches, after)) if old != new]
        lines = [number for number in changed if "Pending" not in after[number]]
        same(len(lines), 1, "one row changed: %r" % [after[number] for number in lines])
        check("done" in after[lines[0]] and "Ana Ruiz" in after[lines[0]], "in place: %r" % after[lines[0]])
        same([name[3:] for name in left(window)], [name[3:] for name in before], "the order of the people")
        window.send("u")
        window.shows("taken back")
        window.shows("Pending touches 16")
        same(right(window), touches, "as it was")
        window.send("\x12")
        window.shows("brought again")
        window.send("\x0c")
        window.until(lambda: not any("done" in line for line in right(window)), "sorting by ^L")
        leave(window)


def from_a_shell(sample):
    with Desk(sample=sample) as desk:
        window = desk.window(**WIDE)
        opened(window)
        people = left(window)
        desk.call("touch", "Priya Nair", "call", "today", "a question")
        window.shows("(1 new, ^L)")
        check(not any("a question" in line for line in right(window)), "it moved rows:\n" + window.text())
        desk.call("note", "Ana Ruiz", "asked twice for the printed catalogue")
        window.shows("asked twice for the printed")
        same([name[3:] for name in left(window)], [name[3:] for name in people], "the order of the people")
        first = [row["id"] for row in desk.rows("due") if row["contact"] == "Ana Ruiz"][0]
        desk.call("done", first, "--outcome", "reached")
        window.until(lambda: any("done" in line and "Ana Ruiz" in line for line in right(window)), "dimming in place")
        window.shows("Notes ─ Ana Ruiz")
        window.send("\x0c")
        window.until(lambda: any("a question" in line for line in right(window)), "the new row after ^L")
        window.until(lambda: "1 new" not in window.text(), "the end of the count")
        check(not any("done" in line for line in right(window)), "the finished row is gone")
        check("late" not in window.text().split("\n")[0], "nothing is late any more")
        leave(window)


def one_person(sample):
    with Desk(sample=sample) as desk:
        window = desk.window(**WIDE)
        window.shows("Notes ─ Ana Ruiz")
        window.send("j")
        window.shows("Notes ─ Dana Whitfield")
        window.send("\tj")
        window.shows("Notes ─ Lena Vogt")
        window.send("t")
        window.shows("Lena Vogt, plan:")
        window.send("\x03\t")
        window.shows("Notes ─ Ana Ruiz")
        window.send("5j")
        window.shows("Notes ─ Tom Field")
        window.send("i")
        window.shows("Note on Tom Field")
        window.send("q and ZZ are letters here\x1b")
        window.shows("q and ZZ are letters here")
        window.shows("Notes ─ Tom Field")
        same(desk.sql("SELECT text FROM note ORDER BY id DESC LIMIT 1").strip(), "q and ZZ are letters here", "the note")
        window.send("\r")
        window.shows("TIMELINE")
        window.send("\x1b")
        window.shows("Pending touches")
        leave(window)


def undo_asks(sample):
    with Desk(sample=sample) as desk:
        window = desk.window(**WIDE)
        window.shows("Pending touches 16")
        window.send("tcall mon 10:00 mine\r")
        window.shows("Pending touches 17")
        desk.call("touch", "Ravi Menon", "call", "mon 11:00", "theirs")
        window.shows("Pending touches 18 (2 new, ^L)")
        window.send("u")
        window.shows("Pending touches 17 (1 new, ^L)")
        check("elsewhere" not in window.text(), "one's own step comes first and needs no question")
        same([row["purpose"] for row in desk.rows("due") if row["purpose"] in ("mine", "theirs")], ["theirs"], "u")
        window.send("u")
        window.shows("made elsewhere")
        window.send("n")
        window.until(lambda: "made elsewhere" not in window.text(), "the end of the question")
        same(len(desk.rows("due")), 17, "n leaves it")
        window.send("u")
        window.shows("made elsewhere")
        window.send("y")
        window.shows("Pending touches 16")
        window.send("U")
        window.shows("Steps:")
        window.until(lambda: window.text().count("undone") == 2, "two undone steps that stay in the history")
        window.send("\r")
        window.until(lambda: window.text().count("undone") == 1, "a step brought again")
        same(len(desk.rows("due")), 17, "it is there again")
        window.send("\r")
        window.until(lambda: window.text().count("undone") == 2, "and taken back")
        same(len(desk.rows("due")), 16, "it is gone again")
        window.send("q")
        window.shows("Pending touches 16")
        same(desk.call("check") is not None, True, "the desk is whole")
        leave(window)


def columns(line, start, end):
    """What stands at these display columns."""
    return "".join(cell or "" for cell in cells(line)[start:end]).strip()


def names(window):
    """Who stands where in both lists of a small window, whatever else their rows say."""
    lines = window.text().split("\n")
    return [columns(line, 4, 15) for line in lines[2:11]], [columns(line, 41, 50) for line in lines[5:11]]


def stayed(before, after):
    """Is every name where it was? What was empty may have been filled at the end of a list."""
    return all(not old or old == new for b, a in zip(before, after) for old, new in zip(b, a))


def storm(sample):
    """A shell changes the desk at random while somebody moves about: names stay where they are until ^L."""
    dice = random.Random(SEED)
    with Desk(sample=sample) as desk:
        window = desk.window(rows=16, columns=60)
        opened(window)
        everybody = [row["contact"] for row in desk.rows("due")]
        count = len(everybody)
        for number in range(40):
            window.send(dice.choice(("j", "k", "j", "\x04", "\x15", "G", "gg", "\t\t\t\t")))
            window.send("\t\t" if dice.random() < 0.2 else "")
            window.send(":no such thing %d\r" % number)  # what it says tells that all keys were taken
            window.shows('"no"')
            before, picture = names(window), window.text()
            window.send("\x03")
            window.until(lambda: '"no"' not in window.text(), "the end of the notice")
            pending = desk.rows("due")
            if dice.random() < 0.5:
                desk.call("touch", dice.choice(everybody), dice.choice(("call", "email", "visit")),
                          dice.choice(("today", "tomorrow", "+3d", "+20d", "16:00")), "number %d" % number)
                count += 1
            else:
                row = dice.choice(pending)
                outcome = {"card": "posted", "letter": "posted", "email": "sent"}.get(row["channel"], "reached")
                desk.call("done", row["id"], "--outcome", outcome)
                count -= 1
            window.until(lambda: "Pending touches %d" % count in window.text(), "the count %d" % count)
            check(stayed(before, names(window)), "seed %d, change %d: a row moved:\n%s\n%s"
                  % (SEED, number, picture, window.text()))
        window.send("\x0c")
        window.until(lambda: "new, ^L" not in window.text(), "sorting")
        leave(window)


def main():
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_desk(folder)
        finished_in_place(sample)
        from_a_shell(sample)
        one_person(sample)
        undo_asks(sample)
        storm(sample)


main()
