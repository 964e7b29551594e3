#!/usr/bin/python3
"""The pictures of the full screen. golden/NAME.story says how a desk comes about and which keys are typed; the picture
at each size is golden/NAME.COLSxROWS.txt. A difference is printed.

After a change that was meant, look at what comes of
    BUILD=build tests/screen/T-golden.py --write [NAME ...]
with git diff, and commit it with the change."""

import difflib
import glob
import os
import sys
import tempfile
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from desk import fail, sample_desk
from frames import broken
from stories import GOLDEN, Story


def compare(place, expected, got):
    if expected == got:
        return True
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), got.splitlines(True), place, "now"))
    return False


def read(place):
    if not os.path.exists(place):
        return ""
    with open(place, encoding="utf-8") as stream:
        return stream.read()


def sizes_of(story):
    """All, or with ONE_SIZE set one of them, another for another story: a build with checks built in looks for mistakes
    of memory, and that all sizes are right is seen without them."""
    if not os.environ.get("ONE_SIZE"):
        return story.sizes
    return [story.sizes[zlib.crc32(story.name.encode()) % len(story.sizes)]]


def main(words):
    write = words[:1] == ["--write"]
    wanted = words[1:] if write else words
    right = True
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_desk(folder)
        for place in sorted(glob.glob(os.path.join(GOLDEN, "*.story"))):
            story = Story(place)
            if wanted and story.name not in wanted:
                continue
            for size in sizes_of(story):
                golden = story.golden(size)
                got = story.picture(sample, size)
                crooked = broken(got)
                if crooked:
                    print("%s: %s\n%s" % (golden, crooked, got))
                    right = False
                if write:
                    with open(golden, "w", encoding="utf-8") as stream:
                        stream.write(got)
                else:
                    right = compare(golden, read(golden), got) and right
    if not right:
        fail("pictures differ; when that was meant: tests/screen/T-golden.py --write")


main(sys.argv[1:])
