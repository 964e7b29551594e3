#!/usr/bin/python3
"""Two copies of a desk through CalDAV, and a folder through vdirsyncer, on one calendar of a real server (Radicale on
this machine): random edits on all three sides, most of the time not in touch with each other. At the end all agree.
EDITS says how many, SEED which ones (printed; the ids of the touches, and so their order, are new each time); without the
programs the test is skipped."""
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
SEED = int(os.environ.get("SEED", "6"))
TOUCHES = 12
ROUNDS = 40
TOUCHBASE = os.environ["BUILD"] + "/touchbase"
if not shutil.which("radicale") or not shutil.which("vdirsyncer"):
    print("radicale or vdirsyncer is missing")
    sys.exit(77)

work = pathlib.Path(tempfile.mkdtemp(prefix="touchbase-radicale-"))
choose = random.Random(SEED)
counted = {"asked": 0, "edits": 0}


class Desk:
    def __init__(self, name, url):
        self.db = work / (name + ".db")
        config = work / name / "touchbase"
        config.mkdir(parents=True)
        (config / "touchbase.conf").write_text("sync = %s\ncalendar_items = tasks\n" % url)
        self.environment = dict(os.environ, TOUCHBASE_DB=str(self.db), TOUCHBASE_NOW="2026-03-02 09:00", TZ="UTC",
                                XDG_CONFIG_HOME=str(work / name), HOME=str(work), XDG_RUNTIME_DIR=str(work))

    def run(self, *words):
        done = subprocess.run([TOUCHBASE, *words], env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (words, done.stderr)
        return done

    def rows(self, *words):
        return [json.loads(line) for line in self.run(*words, "--json").stdout.splitlines()]

    def pending(self):
        return self.rows("due")

    def known(self):
        db = sqlite3.connect(self.db)
        ids = {row[0] for row in db.execute("SELECT uuid FROM touch")}
        db.close()
        return ids

    def sync(self):
        return self.run("sync", "--json")

    def edit(self):
        touches = self.pending()
        if not touches:
            return
        touch = choose.choice(touches)
        if choose.random() < 0.2:
            self.run("done", touch["id"])
            return
        db = sqlite3.connect(self.db)
        db.execute("UPDATE touch SET purpose = ? WHERE uuid = ?", ("matter %d" % choose.randrange(10**6), touch["id"]))
        db.commit()
        db.close()


class Folder:
    """What another program does to the files of a folder that vdirsyncer keeps."""

    def __init__(self, url):
        self.path = work / "vdir"
        self.path.mkdir()
        self.config = work / "vdirsyncer"
        self.config.write_text(
            '[general]\nstatus_path = "%s/status/"\n[pair p]\na = "f"\nb = "s"\ncollections = null\nconflict_resolution '
            '= "b wins"\n[storage f]\ntype = "filesystem"\npath = "%s"\nfileext = ".ics"\n[storage s]\ntype = "caldav"\n'
            'url = "%s"\n' % (work, self.path, url))
        self.run("discover")

    def run(self, *words):
        done = subprocess.run(["vdirsyncer", "-c", str(self.config), *words], capture_output=True, text=True, check=False,
                              input="y\n", env=dict(os.environ, LC_ALL="C.UTF-8", HOME=str(work)))
        assert done.returncode == 0, done.stderr

    def sync(self):
        # The last item goes like others: vdirsyncer takes an empty calendar for a mistake unless it is told so.
        self.run("sync", "--force-delete")

    def edit(self):
        files = sorted(self.path.glob("*.ics"))
        if not files:
            return
        file = choose.choice(files)
        text = file.read_bytes().decode()
        kind = choose.randrange(4)
        if kind == 0:
            text = text.replace("STATUS:NEEDS-ACTION", "STATUS:COMPLETED\r\nCOMPLETED:20260302T080000Z")
        elif kind == 1:
            text = re.sub(r"DUE:\d+T\d+Z", "DUE:202603%02dT%02d1500Z" % (choose.randrange(3, 28), choose.randrange(8, 18)),
                          text)
        elif kind == 2:
            text = re.sub(r"(SUMMARY:[^\r\n]*): [^\r\n]*", r"\1: theirs %d" % choose.randrange(10**6), text)
        else:
            file.unlink()
            return
        beside = file.with_suffix(".tmp")
        beside.write_bytes(text.encode())
        beside.rename(file)


def start_server():
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


def decide_all(desk):
    asked = desk.rows("sync")
    counted["asked"] += len(asked)
    for row in asked:
        if row["question"] == "outcome":
            desk.run("sync", row["id"], "--outcome", "voicemail")
        else:
            desk.run("sync", row["id"], choose.choice(["--mine", "--theirs"]))
    return asked


def settle(desks, folder):
    """Rounds of all three until two in a row change nothing anywhere and ask nothing: what one round puts there another
    desk, on which it is done, may take away in the same one, and that is asked about in the next."""
    before, quiet = None, 0
    for _ in range(ROUNDS):
        folder.sync()
        asked = sum(len(decide_all(desk)) for desk in desks)
        after = (state(desks), server_items(), sorted(file.name for file in folder.path.glob("*.ics")))
        quiet = quiet + 1 if asked == 0 and after == before else 0
        if quiet == 2:
            return
        before = after
    raise AssertionError("they do not come to rest")


def state(desks):
    return [sorted((row["id"], row["due"], row["purpose"]) for row in desk.pending()) for desk in desks]


def server_items():
    items = {}
    for file in sorted((work / "server/collection-root/me/desk").glob("*.ics")):
        text = file.read_bytes().decode().replace("\r\n ", "").replace("\n ", "")
        uid = re.search(r"UID:(\S+)-task", text).group(1)
        assert uid not in items, "doubled: " + uid
        due = datetime.datetime.strptime(re.search(r"DUE:(\S+)", text).group(1), "%Y%m%dT%H%M%SZ")
        items[uid] = (due, re.search(r"SUMMARY:([^\r\n]*)", text).group(1))
    return items


def told(desks):
    return [desk.run("sync", "--log").stdout for desk in desks]


def check(desks, folder):
    items = server_items()
    planned = {row["id"]: row for desk in desks for row in desk.pending()}
    assert set(items) == set(planned), ("only there", {uid: items[uid] for uid in set(items) - set(planned)},
                                        "only here", [planned[uid] for uid in set(planned) - set(items)], told(desks))
    files = sorted(file.name for file in folder.path.glob("*.ics"))
    assert len(files) == len(items), (files, items)
    for desk in desks:
        rows = desk.pending()
        # What one of them planned later is an item of somebody else to the other.
        assert {row["id"] for row in rows} == set(items) & desk.known(), (rows, items)
        for row in rows:
            due, title = items[row["id"]]
            assert datetime.datetime.fromisoformat(row["due"]).replace(tzinfo=None) == due, (row, due)
            assert title.endswith(": " + row["purpose"]), (row, title)


def main():
    server, url = start_server()
    try:
        desks = [Desk("a", url), Desk("b", url)]
        for desk in desks:
            with open(work / desk.db.stem / "touchbase/touchbase.conf", "a", encoding="utf-8") as conf:
                conf.write("sync_user = me\nsync_password = echo x\n")
        first = desks[0]
        for number in range(TOUCHES):
            if number % 3 == 0:
                first.run("add", "Person %d" % number)
            first.run("touch", "Person %d" % (number - number % 3), "call", "2026-03-%02d 10:00" % (3 + number), "matter")
        shutil.copy(first.db, desks[1].db)
        folder = Folder(url)
        sides = [*desks, folder]
        settle(desks, folder)
        for _ in range(EDITS):
            side = choose.choice(sides)
            side.edit()
            counted["edits"] += 1
            if choose.random() < 0.3:
                choose.choice(sides).sync()
        settle(desks, folder)
        check(desks, folder)
        print("ok: seed %d, %d edits, %d questions answered, %d touches left" %
              (SEED, counted["edits"], counted["asked"], len(desks[0].pending())))
    except AssertionError:
        print("failed with SEED=%d EDITS=%d, after %d edits" % (SEED, EDITS, counted["edits"]))
        raise
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()
        shutil.rmtree(work, ignore_errors=True)


main()
