"""Stories of the full screen: golden/NAME.story says how a desk comes about and which keys are typed; the picture at
each size is golden/NAME.COLSxROWS.txt.

A story is lines; '#' comments one out:
    desk sample | empty       the sample desk, or none (the default)
    now YYYY-MM-DD HH:MM      the clock, when not that of the sample desk
    rounds TIMES              the rounds of rule 17; none when not said, so that a picture is not about its hour
    run WORDS                 touchbase WORDS, as a shell would read them
    file NAME                 the lines to "end" go into a file
    sh COMMAND                for what no command does
    open WORDS                options for the window itself
    sizes 120x36 80x24 60x16
    then NAME                 a file as it is after the keys, below the picture of the first size
    keys                      the rest of the file"""

import os
import re
import shlex
import subprocess

from desk import NOW, Desk, fail

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")
# What is typed is on disk within a second; whether it is when the picture is taken is the machine's pace, not the story.
# The clock of a call runs, whatever the desk's does: its last digit is the machine's pace.
RUNNING = re.compile(r"(?m)^(│ \d+:\d)\d")
NOT_YET_ON_DISK = re.compile(r"(├ Note on [^─*]*) \* ")


class Story:
    def __init__(self, place):
        self.name = os.path.basename(place)[: -len(".story")]
        self.now, self.sample, self.steps, self.options, self.sizes = NOW, False, [], [], []
        self.rounds = ""
        self.then = None
        with open(place, encoding="utf-8") as stream:
            lines = stream.read().split("\n")
        while lines:
            line = lines.pop(0)
            word, _, rest = line.partition(" ")
            if word == "keys":
                break
            if word and not word.startswith("#"):
                self.take(word, rest, lines)
        self.keys = "\n".join(lines)

    def take(self, word, rest, lines):
        if word == "desk":
            self.sample = rest == "sample"
        elif word == "now":
            self.now = rest
        elif word == "rounds":
            self.rounds = rest
        elif word in ("run", "sh"):
            self.steps.append((word, rest))
        elif word == "file":
            end = lines.index("end")
            self.steps.append(("file", rest, "\n".join(lines[:end]) + "\n"))
            del lines[: end + 1]
        elif word == "open":
            self.options = shlex.split(rest)
        elif word == "sizes":
            self.sizes = rest.split()
        elif word == "then":
            self.then = rest
        else:
            fail("%s: there is no step %r" % (self.name, word))

    def desk(self, sample):
        """The desk as it is before the keys."""
        desk = Desk(self.now, sample if self.sample else None)
        os.mkdir(os.path.join(desk.folder, "touchbase"))
        desk.file("touchbase/touchbase.conf", "rounds = %s\n" % self.rounds)
        for step in self.steps:
            if step[0] == "run":
                desk.call(*shlex.split(step[1]))
            elif step[0] == "sh":
                subprocess.run(step[1], shell=True, check=True, cwd=desk.folder, env=desk.environment)
            else:
                desk.file(step[1], step[2])
        return desk

    def picture(self, sample, size):
        with self.desk(sample) as desk:
            return settled(desk, desk.picture(self.keys, size, *self.options)) + self.written(desk, size)

    def written(self, desk, size):
        if self.then is None or size != self.sizes[0]:
            return ""
        with open(os.path.join(desk.folder, self.then), encoding="utf-8") as stream:
            return "%s:\n%s" % (self.then, stream.read())

    def golden(self, size):
        """Where its picture is kept."""
        return os.path.join(GOLDEN, "%s.%s.txt" % (self.name, size))


def settled(desk, picture):
    """Without what depends on the machine."""
    picture = picture.replace(desk.folder, "/HOME")
    return RUNNING.sub(r"\g<1>.", NOT_YET_ON_DISK.sub(r"\1 ──", picture))
