#!/usr/bin/python3
"""The table of key strokes in the README's tour: each row's keys are typed into the sample desk, do what the row says,
and are as many as it says; no peer needs fewer."""

import os
import re
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from desk import NOW, Desk, check, sample_desk
from terminal import same

README = os.path.join(os.environ.get("SOURCE", os.path.dirname(os.path.dirname(HERE))), "README.md")
NAMED = re.compile(r"Enter|Esc|Tab|Space|\^.|.")
SIZE = "120x36"


def touches(desk, name):
    return [(row["channel"], row["due"], row["purpose"]) for row in desk.rows("due", "--until", "2027-12-31")
            if row["contact"] == name]


def found(desk, picture):
    check("grace.kim@" in picture and "PLANNED" in picture, "Grace Kim is open:\n" + picture)


def opened(desk, picture):
    check("ana.ruiz@" in picture and "PLANNED" in picture, "the first row is open:\n" + picture)


def added(desk, picture):
    same(desk.rows("show", "ruth@bell.example")[0]["name"], "Ruth Bell", "who was added")


def changed(desk, picture):
    same(desk.rows("show", "Ana Ruiz")[0]["phones"], ["+34 91 555 0199"], "the number")


def noted(desk, picture):
    check("asks for the price" in desk.call("show", "Ana Ruiz"), "the note is filed")


def planned(desk, picture):
    check(("call", "2026-11-24T14:00:00-05:00", "offer") in touches(desk, "Ana Ruiz"),
          "the call: %r" % touches(desk, "Ana Ruiz"))


def finished(desk, picture):
    check("call, reached: catalogue" in picture.split("21 Nov 14:05")[-1], "how it went:\n" + picture)
    rows = touches(desk, "Ana Ruiz")
    check(len(rows) == 1 and rows[0][1] > "2026-11-21", "the next step: %r" % rows)


def moved(desk, picture):
    same(touches(desk, "Ana Ruiz"), [("call", "2026-11-28", "catalogue")], "a week from today, being late")


def logged(desk, picture):
    shown = desk.call("show", "Ana Ruiz")
    check("call, reached: catalogue" in shown and "wants two" in shown, "the call and what was said:\n" + shown)
    rows = touches(desk, "Ana Ruiz")
    check(len(rows) == 1 and rows[0][1] > "2026-11-21", "the next step: %r" % rows)


def noted_in_call(desk, picture):
    shown = desk.call("show", "Jo Lindqvist")
    check("they rang" in shown and "asks for the price" in shown, "the call and what was said:\n" + shown)


def taken_in(desk, picture):
    check("Grace Kim" in desk.sql("SELECT c.name FROM absence a JOIN contact c ON c.id = a.contact_id"
                                  " WHERE a.state = 1"), "the absence is filed:\n" + picture)


def undone(desk, picture):
    check("taken back" in picture, "the last step is taken back:\n" + picture)


def exported(desk, picture):
    with open(os.path.join(desk.folder, "touchbase.ics"), encoding="utf-8") as stream:
        check(stream.read().count("BEGIN:VEVENT") > 10, "the calendar is written")


REPLY = ("From: Grace Kim <grace.kim@harbor.example>\\nSubject: Out of office\\nAuto-Submitted: auto-replied\\n"
         "Date: Sat, 21 Nov 2026 13:00:00 -0500\\n\\nI am on vacation in Mexico until Friday, December 11"
         " and back on Monday, December 14.\\n")

# The task as the README calls it, what was typed before, the keys, and what must have come of it.
TASKS = [
    ("find a person", "", '/ "grace" Enter', found),
    ("open one", "", "Enter", opened),
    ("add one", "", '+ "Ruth Bell, ruth@bell.example, +1 416 555 0100" Enter', added),
    ("change a number", "", 'e ^U "+34 91 555 0199" Enter', changed),
    ("jot a note", "", 'i "asks for the price" Esc', noted),
    ("plan for Tuesday 2 pm", "", 't "call tue 2pm offer" Enter', planned),
    ("finish a touch, with the next", "", "x r Enter", finished),
    ("move it a week", "", "7 s", moved),
    ("log a call, with the next", "", 'c Enter "wants two" ^D r Enter', logged),
    ("note on who just rang", 'g a / "lindq" Enter ', 'r Enter "asks for the price" ^D Enter', noted_in_call),
    ("take in an auto-reply", "", 'paste "%s" Enter' % REPLY, taken_in),
    ("undo", 'i "a slip" Esc ', "u", undone),
    ("export", "", "E Enter", exported),
]


def words_of(keys):
    """The script's words: a key, or a text in quotes."""
    return re.findall(r'"(?:[^"\\]|\\.)*"|[^\s"]+', keys)


def strokes(keys):
    """Keys pressed beside what is the person's own text; a paste is one."""
    return sum(1 if word == "paste" else len(NAMED.findall(word)) for word in words_of(keys) if word[0] != '"')


def as_shown(keys):
    """The script as the README writes it: the person's own text is three dots."""
    out = []
    for word in words_of(keys):
        if word[0] == '"':
            out.append("…")
        elif word in ("Enter", "Esc", "paste"):
            out.append(word)
        else:
            out.append("`%s`" % word)
    return " ".join(out)


def table():
    """The README's rows: task -> (keys, ours, peers)."""
    with open(README, encoding="utf-8") as stream:
        part = stream.read().split("<!-- strokes: begin -->")[1].split("<!-- strokes: end -->")[0]
    rows = {}
    for line in part.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == 6 and cells[2].isdigit():
            rows[cells[0]] = (cells[1], int(cells[2]), [int(cell) for cell in cells[3:] if cell.isdigit()])
    return rows


def main():
    rows = table()
    same(list(rows), [task[0] for task in TASKS], "the tasks in the README")
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_desk(folder)
        for name, before, keys, done in TASKS:
            shown, ours, peers = rows[name]
            same(ours, strokes(keys), "strokes of %r" % name)
            same(shown, as_shown(keys), "keys of %r" % name)
            check(all(ours <= peer for peer in peers), "%r needs %d, a peer %r" % (name, ours, peers))
            with Desk(NOW, sample) as desk:
                done(desk, desk.picture(before + keys, SIZE))


same(strokes('Tab gi ^X^E paste "x y\\"z" Enter 7 s'), 9, "how strokes are counted")
main()
