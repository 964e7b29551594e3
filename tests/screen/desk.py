"""Desks for the tests of the full screen: a home of their own, a clock that stands, the sample desk, the commands that
fill one, and the window itself in a terminal."""

import json
import os
import shutil
import subprocess
import tempfile

from terminal import DEADLINE, Terminal, check, fail

BUILD = os.path.abspath(os.environ.get("BUILD", "build"))
DATA = os.environ.get("TEST_DATA", os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOUCHBASE = os.path.join(BUILD, "touchbase")
NOW = "2026-11-21 14:05"


class Desk:
    """A desk in a folder of its own; `with` removes it."""

    def __init__(self, now=NOW, sample=None, zone="America/Toronto"):
        self.folder = tempfile.mkdtemp(prefix="touchbase-test-")
        self.path = os.path.join(self.folder, "desk.db")
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "TOUCHBASE": TOUCHBASE, "HOME": self.folder, "TZ": zone, "LC_ALL": "C.UTF-8",
            "XDG_DATA_HOME": self.folder, "XDG_CONFIG_HOME": self.folder, "XDG_STATE_HOME": self.folder,
            "XDG_RUNTIME_DIR": self.folder, "TMPDIR": self.folder, "TOUCHBASE_DB": self.path, "TOUCHBASE_NOW": now,
        }
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]
        if sample is not None:
            shutil.copy(sample, self.path)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["chmod", "-R", "u+rwX", self.folder], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def file(self, name, text):
        place = os.path.join(self.folder, name)
        with open(place, "w", encoding="utf-8") as stream:
            stream.write(text)
        return place

    def call(self, *words, status=0, text=None):
        """A command from a shell: its standard output."""
        done = subprocess.run([TOUCHBASE, *words], env=self.environment, input=text or "", capture_output=True,
                              encoding="utf-8", cwd=self.folder, timeout=DEADLINE, check=False)
        check(done.returncode == status,
              "touchbase %s ended with %d: %s" % (" ".join(words), done.returncode, done.stderr))
        return done.stdout

    def rows(self, *words):
        return [json.loads(line) for line in self.call(*words, "--json").splitlines()]

    def sql(self, text):
        """What a question to the file itself answers, for what no command shows."""
        return subprocess.run(["sqlite3", "-readonly", "-bail", self.path, ".timeout 5000", text], encoding="utf-8",
                              capture_output=True, check=True, timeout=DEADLINE).stdout

    def write(self, text):
        """Changes the file itself, for what no command does."""
        subprocess.run(["sqlite3", "-bail", self.path, ".timeout 5000", text], check=True, timeout=DEADLINE)

    def picture(self, keys, size, *options, status=0):
        """The last picture of a script of keys."""
        return self.call("--keys", "-", "--screen", "-", "--size", size, *options, status=status, text=keys)

    def window(self, *options, rows=24, columns=80, ignored=(), today=False, **variables):
        """Today was seen this morning, unless the window is to open on it."""
        if not today:
            today_was_seen(self.path, self.environment["TOUCHBASE_NOW"])
        return Terminal([TOUCHBASE, *options], env=self.environment, rows=rows, columns=columns, ignored=ignored,
                        **variables)


def today_was_seen(path, now):
    """So that a window opens on the desk itself; a desk that says so already is not written to, and none is made."""
    if not os.path.exists(path):
        return
    subprocess.run(["sqlite3", "-bail", path, ".timeout 5000",
                    "INSERT OR IGNORE INTO setting (name, value) VALUES ('today', '%s')" % now[:10]],
                   check=False, timeout=60, capture_output=True)


def sample_desk(folder, now=NOW):
    """A copy of the sample desk as a file; returns its path."""
    place = os.path.join(folder, "sample.db")
    with Desk(now) as desk:
        desk.call("--demo", "backup", place)
    today_was_seen(place, now)
    return place


def until(window, condition, what):
    """Waits on something outside of the screen, which is kept read meanwhile."""
    window.until(condition, what)


__all__ = ["Desk", "NOW", "TOUCHBASE", "DATA", "sample_desk", "until", "fail", "check"]
