#!/usr/bin/python3
"""Two copies of a desk through CalDAV, and todoman through vdirsyncer, on one calendar of a real server (Radicale on
this machine): random edits on all three sides, most of the time not in touch with each other. At the end all agree,
nothing is lost or doubled, and what one side alone changed is as that side left it.
EDITS says how many, SEEDS which ones (printed); without the programs the test is skipped."""
import collections
import datetime
import json
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

EDITS = int(os.environ.get("EDITS", "200"))
SEEDS = [int(seed) for seed in os.environ.get("SEEDS", "1 2 3 4 5").split()]
PEOPLE = 24 if EDITS > 100 else 8
ROUNDS = 40
TOUCHBASE = os.environ["BUILD"] + "/touchbase"
MISSING = [program for program in ("radicale", "vdirsyncer", "todoman") if not shutil.which(program)]


def run(words, environment, typed=None):
    done = subprocess.run(words, env=environment, input=typed, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout


class World:
    """The calendar, the three sides, and what each did: told by person, of whom each has one touch."""

    def __init__(self, seed, work):
        self.work = work
        self.choose = random.Random(seed)
        self.counted = collections.Counter()
        self.did = collections.defaultdict(list)  # person: (side, kind, value)
        self.asked = collections.defaultdict(set)  # person: answers to questions

    def note(self, side, person, kind, value=None):
        self.did[person].append((side.name, kind, value))
        self.counted[kind] += 1

    def matter(self):
        return "matter %d" % self.choose.randrange(10**6)

    def moment(self):
        return datetime.datetime(2026, 3, self.choose.randrange(3, 28), self.choose.randrange(8, 18),
                                 self.choose.choice((0, 15, 30, 45)))


class Desk:
    def __init__(self, world, name, url):
        self.world, self.name = world, name
        self.db = world.work / (name + ".db")
        config = world.work / name / "touchbase"
        config.mkdir(parents=True)
        (config / "touchbase.conf").write_text(
            "sync = %s\nsync_user = me\nsync_password = echo x\ncalendar_items = tasks\n" % url)
        self.environment = dict(os.environ, TOUCHBASE_DB=str(self.db), TOUCHBASE_NOW="2026-03-02 09:00", TZ="UTC",
                                XDG_CONFIG_HOME=str(config.parent), HOME=str(world.work),
                                XDG_RUNTIME_DIR=str(world.work))

    def run(self, *words, typed=None):
        return run([TOUCHBASE, *words], self.environment, typed)

    def rows(self, *words):
        return [json.loads(line) for line in self.run(*words, "--json").splitlines()]

    def pending(self):
        return sorted(self.rows("due"), key=lambda row: (row["contact"], row["due"], row["purpose"]))

    def known(self):
        db = sqlite3.connect(self.db)
        ids = {row[0] for row in db.execute("SELECT uuid FROM touch")}
        db.close()
        return ids

    def plan(self, person, when, matter):
        self.run("add", person)
        self.run("touch", person, "call", "%s" % when, matter)

    def edit(self):
        touches = self.pending()
        kind = self.world.choose.choices(("move", "retitle", "done", "new"), (4, 4, 2, 1))[0]
        when, matter = self.world.moment(), self.world.matter()
        if kind == "new" or not touches:
            person = "Later %s %03d" % (self.name, len(self.world.did))
            self.plan(person, when, matter)
            self.world.note(self, person, "new", (when, matter))
            return
        touch = self.world.choose.choice(touches)
        if kind == "move" and [row["contact"] for row in touches].count(touch["contact"]) > 1:
            kind = "retitle"  # done and planned again: the words would mark both
        if kind == "move":
            # Without its settings: an open window syncs by itself.
            offline = dict(self.environment, XDG_CONFIG_HOME=str(self.world.work / "offline"))
            run([TOUCHBASE, "--keys", "-", "--screen", str(self.world.work / "screen"), "--size", "120x36"], offline,
                'Tab Tab Esc "T" "%s\\n" until "1 marked" ";s" "%s\\n" until "moved"' %
                (touch["contact"] + " " + touch["purpose"], str(when)[:16]))
        elif kind == "retitle":
            db = sqlite3.connect(self.db)
            db.execute("UPDATE touch SET purpose = ? WHERE uuid = ?", (matter, touch["id"]))
            db.commit()
            db.close()
        else:
            self.run("done", touch["id"])
        self.world.note(self, touch["contact"], kind, {"move": when, "retitle": matter}.get(kind))

    def sync(self, patience=0.7):
        """What it asks is answered now or at a later one."""
        answered = 0
        for row in sorted(self.rows("sync"), key=lambda row: (row["contact"], row["due"], row["purpose"])):
            if self.world.choose.random() > patience:
                continue
            self.answer(row)
            answered += 1
        return answered

    def answer(self, row):
        if row["question"] == "outcome":
            words = ("--outcome", "voicemail")
        else:
            words = (self.world.choose.choice(("--mine", "--theirs")),)
        self.run("sync", row["id"], *words)
        self.world.counted["asked: " + row["question"]] += 1
        self.world.asked[row["contact"]].add((row["question"], words[0]))


class Todoman:
    """The todoman program on a folder that vdirsyncer keeps."""
    name = "todoman"

    def __init__(self, world, url):
        self.world = world
        self.path = world.work / "vdir"
        self.path.mkdir()
        self.conf = world.work / "todoman.py"
        self.conf.write_text('path = "%s"\ndate_format = "%%Y-%%m-%%d"\ntime_format = "%%H:%%M"\ncache_path = "%s"\n' %
                             (self.path, world.work / "todoman.db"))
        self.pair = world.work / "vdirsyncer"
        self.pair.write_text(
            '[general]\nstatus_path = "%s/status/"\n[pair p]\na = "f"\nb = "s"\ncollections = null\n'
            'conflict_resolution = "b wins"\n[storage f]\ntype = "filesystem"\npath = "%s"\nfileext = ".ics"\n'
            '[storage s]\ntype = "caldav"\nurl = "%s"\nusername = "me"\npassword = "x"\n' % (world.work, self.path, url))
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", HOME=str(world.work), TZ="UTC")
        self.vdirsyncer("discover")

    def vdirsyncer(self, *words):
        run(["vdirsyncer", "-c", str(self.pair), *words], self.environment, "y\n")

    def todo(self, *words, editor="true"):
        return run(["todoman", "--config", str(self.conf), *words], dict(self.environment, EDITOR=editor))

    def sync(self):
        # The last item goes like others: vdirsyncer takes an empty calendar for a mistake unless it is told so.
        self.vdirsyncer("sync", "--force-delete")

    def edit(self):
        tasks = sorted(json.loads(self.todo("--porcelain", "list")), key=lambda task: (task["summary"], task["due"]))
        if not tasks:
            return
        task = self.world.choose.choice(tasks)
        number, person = str(task["id"]), re.match("Call ([^:]*):", task["summary"]).group(1)
        kind = self.world.choose.choices(("move", "retitle", "done", "delete"), (4, 4, 2, 1))[0]
        when, matter = self.world.moment(), self.world.matter()
        if kind == "move":
            self.todo("edit", number, "--due", str(when)[:16])
        elif kind == "retitle":
            self.todo("edit", "--raw", number, editor="sed -i 's/^\\(SUMMARY:.*\\): [^\\r]*/\\1: %s/'" % matter)
            assert matter in self.todo("--porcelain", "list"), "the editor changed nothing"
        elif kind == "done":
            self.todo("done", number)
        else:
            self.todo("delete", "--yes", number)
        self.world.note(self, person, kind, {"move": when, "retitle": matter}.get(kind))


def start_server(work):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (work / "radicale.conf").write_text(
        "[server]\nhosts = 127.0.0.1:%d\n[auth]\ntype = none\n[rights]\ntype = owner_only\n[storage]\n"
        "filesystem_folder = %s/server\n[web]\ntype = none\n" % (port, work))
    server = subprocess.Popen(["radicale", "--config", str(work / "radicale.conf")], stderr=subprocess.DEVNULL)
    url = "http://127.0.0.1:%d/me/desk/" % port
    request = urllib.request.Request(
        url, method="MKCALENDAR", headers={"Authorization": "Basic bWU6eA=="})
    end = time.monotonic() + 20
    while True:
        try:
            urllib.request.urlopen(request).close()
            return server, url
        except urllib.error.URLError:
            assert time.monotonic() < end and server.poll() is None, "the server does not start"
            time.sleep(0.05)


def server_items(work):
    """Of each item by its UID: person, due, matter."""
    items = {}
    for file in sorted((work / "server/collection-root/me/desk").glob("*.ics")):
        text = file.read_bytes().decode().replace("\r\n ", "").replace("\n ", "")
        uid = re.search(r"UID:(\S+)-task", text).group(1)
        assert uid not in items, "doubled: " + uid
        due = datetime.datetime.strptime(re.search(r"DUE[^:]*:(\S+)", text).group(1), "%Y%m%dT%H%M%SZ")
        person, matter = re.search(r"SUMMARY:Call ([^:\r\n]*): ([^\r\n]*)", text).groups()
        items[uid] = (person, due, matter)
    return items


def pending_of(desk):
    return {row["id"]: (row["contact"], datetime.datetime.fromisoformat(row["due"]).replace(tzinfo=None),
                        row["purpose"]) for row in desk.pending()}


def settle(world, desks, todoman):
    """Rounds of all three until two in a row change nothing anywhere and ask nothing: what one round puts there another
    desk, on which it is done, may take away in the same one, and that is asked about in the next."""
    before, quiet = None, 0
    for _ in range(ROUNDS):
        todoman.sync()
        asked = sum(desk.sync(patience=1) for desk in desks)
        after = ([pending_of(desk) for desk in desks], server_items(world.work),
                 sorted(file.name for file in todoman.path.glob("*.ics")))
        quiet = quiet + 1 if asked == 0 and after == before else 0
        if quiet == 2:
            return
        before = after
    raise AssertionError("they do not come to rest")


def check_agreement(world, desks, todoman):
    items = server_items(world.work)
    planned = {uid: row for desk in desks for uid, row in pending_of(desk).items()}
    assert items == planned, ("only there", items.items() - planned.items(),
                              "only here", planned.items() - items.items())
    assert sorted(file.name for file in todoman.path.glob("*.ics")) == sorted(uid + "-task.ics" for uid in items)
    for desk in desks:  # what one of them planned later is an item of somebody else to the other
        assert pending_of(desk) == {uid: row for uid, row in items.items() if uid in desk.known()}


def check_person(world, person, items):
    """What is left of a person's touch, held against what was done to it."""
    did = world.did[person]
    kinds = {kind for _, kind, _ in did}
    again = ("conflict", "--theirs") in world.asked[person]
    assert len(items) == 1 or (not items and kinds & {"done", "delete"}) or (items and again), ("lost or doubled", did)
    planned = did[0][2]
    for _, due, matter in items:
        assert due in [planned[0]] + [value for _, kind, value in did if kind == "move"], ("made up", items, did)
        assert matter in [planned[1]] + [value for _, kind, value in did if kind == "retitle"], ("made up", items, did)
    sides = {side for side, kind, _ in did if kind != "new"}
    if len(sides) < 2 and not kinds & {"done", "delete"}:
        assert not world.asked[person], ("asked for nothing", did, world.asked[person])
        last = {"move": planned[0], "retitle": planned[1], **{kind: value for _, kind, value in did[1:]}}
        assert items[0][1:] == (last["move"], last["retitle"]), ("an edit is lost", items, did)


def check(world, desks, todoman):
    check_agreement(world, desks, todoman)
    items = server_items(world.work)
    for person in world.did:
        try:
            check_person(world, person, [row for row in items.values() if row[0] == person])
        except AssertionError:
            for desk in desks:
                print(desk.name, [line for line in desk.run("sync", "--log").splitlines() if person in line])
            raise
    return items


def play(world):
    server, url = start_server(world.work)
    try:
        desks = [Desk(world, name, url) for name in ("a", "b")]
        for number in range(PEOPLE):
            person, when, matter = "Person %02d" % number, world.moment(), world.matter()
            desks[0].plan(person, when, matter)
            world.did[person].append(("a", "new", (when, matter)))
        shutil.copy(desks[0].db, desks[1].db)
        todoman = Todoman(world, url)
        sides = [*desks, todoman]
        settle(world, desks, todoman)
        for _ in range(EDITS):
            world.choose.choice(sides).edit()
            if world.choose.random() < 0.3:
                world.choose.choice(sides).sync()
        settle(world, desks, todoman)
        return check(world, desks, todoman)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def main():
    if MISSING:
        print("missing: " + " ".join(MISSING))
        sys.exit(77)
    for seed in SEEDS:
        work = pathlib.Path(tempfile.mkdtemp(prefix="touchbase-radicale-"))
        world = World(seed, work)
        try:
            items = play(world)
        except AssertionError:
            print("failed with SEEDS=%d EDITS=%d, after %s" % (seed, EDITS, dict(world.counted)))
            raise
        finally:
            shutil.rmtree(work, ignore_errors=True)
        counts = ", ".join("%d %s" % (count, name) for name, count in sorted(world.counted.items()))
        print("ok: seed %d, %d edits: %s; %d touches left" % (seed, EDITS, counts, len(items)))


main()
