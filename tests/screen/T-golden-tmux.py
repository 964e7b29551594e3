#!/usr/bin/python3
"""Some of the stories once more in a real terminal (tmux): typed key by key, they end in the same picture. Among them are
the ones of a selling day: a dial queue of six, three unreturned calls and an accepted approach, an absence on a
promise, a 20-second message, a card written and posted, an unknown number in the middle of a note."""

import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import TOUCHBASE, sample_desk, today_was_seen
from stories import GOLDEN, Story, settled
from tmux import Tmux

STORIES = ["approach-accepted", "away-promise-moved", "calls-six", "card-posted", "empty", "everyone-away",
           "long-contact", "message-flagged", "rings-unknown"]
SIZE = "80x24"
WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
NAMED = {"Esc": "Escape", "Enter": "Enter", "Tab": "Tab"}


def shown(window):
    return "".join(line.rstrip() + "\n" for line in window.text().splitlines())


def press(window, key):
    """A lone Esc must be seen before the next key, or the two are one with Alt."""
    before = shown(window)
    window.keys(NAMED.get(key, key.replace("^", "C-")))
    if key == "Esc":
        window.until(lambda: shown(window) != before, "what Esc does")


def type_keys(window, keys):
    """The keys of a story: text in quotes, a named key, or keys written together (gw)."""
    for text, word in WORDS.findall(keys):
        if text:
            window.type(text)
        elif word in NAMED or re.fullmatch(r"(C-|\^).", word):
            press(window, word)
        else:
            window.type(word)


def runs(story, sample):
    columns, rows = SIZE.split("x")
    with open(story.golden(SIZE), encoding="utf-8") as stream:
        golden = "".join(line.rstrip() + "\n" for line in stream.read().splitlines())
    with story.desk(sample) as desk:
        today_was_seen(desk.path, story.now)
        command = ["env", "-C", desk.folder, TOUCHBASE, *story.options]
        with Tmux(command, desk.environment, int(columns), int(rows), desk.folder) as window:
            window.shows("? keys")
            if story.keys.strip() != "Esc":
                type_keys(window, story.keys)
            window.until(lambda: settled(desk, shown(window)) == golden, "%s: the picture\n%s" % (story.name, golden))


def main():
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_desk(folder)
        for name in STORIES:
            runs(Story(os.path.join(GOLDEN, name + ".story")), sample)


main()
