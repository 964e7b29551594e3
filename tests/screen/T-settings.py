#!/usr/bin/python3
"""Settings while the desk runs: :set, :reload with good and bad files, and completion, by scripts of keys."""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, check, sample_desk

SIZE = "100x24"


def bottom(desk, keys):
    return desk.picture(keys, SIZE).rstrip("\n").split("\n")[-1].strip()


def says(desk, keys, words):
    got = bottom(desk, keys)
    check(words in got, "%s: %r does not say %r" % (keys, got, words))


def settings(desk, text):
    os.makedirs(os.path.join(desk.folder, "touchbase"), exist_ok=True)
    desk.file("touchbase/touchbase.conf", text)


def set_and_asked(desk):
    says(desk, ': "set theme light" Enter', "theme = light")
    says(desk, ': "set theme=dark" Enter : "set theme?" Enter', "theme = dark")
    says(desk, ': "set mailer" Enter', "mailer =")
    says(desk, ': "set alarm_minutes 99999" Enter', "alarm_minutes is a whole number from 0 to 10080")
    says(desk, ': "set alarm_minutes 99999" Enter : "set alarm_minutes" Enter', "alarm_minutes = 15")
    says(desk, ': "set colours.late = purpel" Enter', "late: there is no colour")
    says(desk, ': "set colours.late red" Enter : "set colours.late oops" Enter : "set colours.late" Enter',
         "colours.late = red")
    says(desk, ': "set colours.late" Enter', "colours.late is as it comes")
    says(desk, ': "set them light" Enter', 'there is no setting "them"; did you mean "theme"?')
    says(desk, ': "set" Enter', "every setting is as it comes")
    says(desk, ': "set mailer \\"\\"" Enter', "mailer =")


def keys_at_run_time(desk):
    says(desk, ': "set keys.person.note = I F4" Enter I', "file it")
    says(desk, ': "set keys.person.note = I F4" Enter F4', "file it")
    says(desk, ': "set keys.person.note = I F4" Enter i', "i does nothing here")
    says(desk, ': "set keys.common.help = F1" Enter z X ^X', "^X does nothing here; F1 shows the keys")
    says(desk, ': "set keys.person.finish = X" Enter : "set keys.common.no-delete = d" Enter d', "X done, u undo")
    check("to confirm: gI" in desk.picture(': "set keys.common.to-confirm = gI" Enter', SIZE), "the title names the key")
    check(":to-confirm" in desk.picture(': "set keys.common.to-confirm = none" Enter', SIZE), "or the command")
    says(desk, ': "set keys.person.note = e" Enter', "e is the key of person.edit: give that other keys too")
    says(desk, ': "set keys.common.command = none" Enter', "common.command needs a key")
    says(desk, ': "set keys.common.command = none" Enter : "set mouse" Enter', "mouse = off")


def help_is_live(desk):
    """Help lists the keys as they are bound now, and / (bound to F3 here) finds in it."""
    keys = ': "set keys.person.note = F4 F5" Enter : "set keys.paper.find = F3" Enter ? F3 "jot a note" Enter'
    picture = desk.picture(keys, SIZE)
    line = [text for text in picture.split("\n") if "jot a note on the current person" in text]
    check(len(line) == 1 and line[0].split()[1:3] == ["F4", "F5"], picture)
    check("F3 find" in picture, picture)
    says(desk, ': "set keys.paper.find = F3" Enter ? F3 "zzzz" Enter', "not found: zzzz")


def completed(desk):
    says(desk, ': "set th" Tab', ":set theme")
    says(desk, ': "set theme hi" Tab', ":set theme high-contrast")
    says(desk, ': "set colours.ev" Tab "b" Tab', ":set colours.evidence-back")
    says(desk, ': "set keys.person.unde" Tab', ":set keys.person.unde")
    says(desk, ': "set keys.person.note" Tab', ":set keys.person.note")
    says(desk, ': "set columns.pro" Tab', ":set columns.prospects")
    says(desk, ': "rel" Tab', ":reload")


def read_again(sample):
    """The file changes under an open window; a mistake costs its line alone, and that stays as it was."""
    with Desk(sample=sample) as desk:
        settings(desk, "[keys]\nperson.note = I\ncommon.help = F1\n[columns]\nprospects = name stage\n")
        window = desk.window(rows=24, columns=100)
        window.shows("F1 keys")
        check("I note" in window.text() and "i note" not in window.text(), "the footer says I")
        settings(desk, "attempts = 0\n[keys]\nperson.note = e\ncommon.help = F2\n[columns]\nprospects = nmae\n")
        window.send(":reload\r")
        window.shows("Mistakes in the settings")
        for words in ("touchbase.conf:1: attempts is a whole number", "touchbase.conf:3: e is the key of person.edit",
                      "touchbase.conf:6: prospects has no column"):
            window.until(lambda: words in window.text().replace("│\n│", ""), words)
        window.send("q")
        window.shows("F2 keys")
        check("I note" in window.text(), "what was good stays")
        check("prospect" in window.text().split("\n")[2], "the columns too")
        settings(desk, "[columns]\nprospects = name\n")
        window.send(":reload\r")
        window.shows("the settings were read again")
        window.send("j")
        window.shows("? keys")
        check("i note" in window.text(), "without a line the key is the usual one")
        os.remove(os.path.join(desk.folder, "touchbase/touchbase.conf"))
        os.mkdir(os.path.join(desk.folder, "touchbase/touchbase.conf"))
        window.send(":reload\r")
        window.shows("touchbase.conf")
        window.send(":q\r")
        window.wait()


def main():
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_desk(folder)
        for story in (set_and_asked, keys_at_run_time, help_is_live, completed):
            with Desk(sample=sample) as desk:
                story(desk)
        read_again(sample)


main()
