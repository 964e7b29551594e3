"""Mail clients on a Maildir of sample replies, with the keys of data/: what T-mutt and T-aerc share."""

import os
import shutil
import sys

from desk import BUILD, DATA, Desk
from tmux import Tmux

NOW = "2026-03-02 09:00"
PEOPLE = os.path.join(DATA, "cli", "people.vcf")
PROJECT = os.path.dirname(DATA)
SKIPPED = 77
REPLIES = ["mexico", "stranger", "wedding"]


def need(program):
    """Without the program the test is skipped, and says so."""
    if shutil.which(program) is None:
        print("skipped: %s is not installed (sh .ci/setup test installs it)" % program)
        sys.exit(SKIPPED)


def reply(name):
    with open(os.path.join(DATA, "cli", "mail", name + ".eml"), encoding="utf-8") as stream:
        return stream.read()


class Client:
    """A desk with three people, a Maildir root/INBOX and an mbox with three replies, and touchbase on the PATH."""

    def __init__(self):
        self.desk = Desk(NOW)
        self.desk.call("import", PEOPLE)
        self.folder = self.desk.folder
        for name in ("cur", "new", "tmp"):
            os.makedirs(os.path.join(self.folder, "root", "INBOX", name))
        for number, name in enumerate(REPLIES):
            self.desk.file("root/INBOX/cur/177246000%d.M1P2.host:2,S" % number, reply(name))
        self.desk.file("box", "".join("From a@b.example Mon Mar  2 09:00:00 2026\n%s\n" % reply(name)
                                      for name in REPLIES))
        self.environment = dict(self.desk.environment, PATH=os.path.abspath(BUILD) + ":" + os.environ["PATH"])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.desk.__exit__()

    def run(self, *command):
        return Tmux(list(command), self.environment, columns=100, rows=30, folder=self.folder)

    def known(self, who):
        return any(name.lower().startswith(who) for name in self.desk.sql("SELECT name FROM contact").splitlines())

    def states(self):
        """What became of each reply: the states of the absences, "stranger" for who is not on the desk."""
        found = []
        for who in ("dana", "nobody", "lena"):
            if not self.known(who):
                found.append("stranger")
                continue
            found.append(" ".join(entry["state"] for entry in self.desk.rows("show", who)[0]["timeline"]
                                  if "state" in entry))
        return found
