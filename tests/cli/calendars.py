"""Touches over eight zones, exported, and read back by the calendar programs that are installed; then again after
some were moved, done and renamed. Each program is asked what it shows and when, in a zone of its own (Auckland), and
that is held against what was planned. Usage: calendars.py TOUCHBASE FOLDER COUNT; exit status 77 when one is missing."""
import base64
import csv
import datetime
import glob
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from zoneinfo import ZoneInfo

import icalendar
import vobject

TOUCHBASE, FOLDER, COUNT = sys.argv[1], sys.argv[2], int(sys.argv[3])
VIEWER = ZoneInfo("Pacific/Auckland")
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
         "America/St_Johns", "Pacific/Auckland", "Africa/Casablanca", "America/Sao_Paulo"]
NAMES = ["Jürgen Müller", "王小明", "Ольга Петрова", "محمد علي", "Zoë O'Hara", "山田 太郎", "Łukasz Żak", "Ana \U0001F600"]
CHANNELS = [("call", "Call"), ("email", "Mail"), ("visit", "Visit"), ("card", "Write a card to")]
CHANGES = [datetime.date(2027, 3, 28), datetime.date(2027, 11, 7)]  # days on which clocks change
HOME = dict(os.environ, HOME=FOLDER, XDG_CONFIG_HOME=FOLDER, XDG_DATA_HOME=FOLDER, LC_ALL="C.UTF-8")
DESK = dict(HOME, TOUCHBASE_DB=FOLDER + "/many.db", TOUCHBASE_NOW="2026-11-28 09:00")


def run(words, env, text=None):
    done = subprocess.run(words, env=env, input=text, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}: {done.stdout}{done.stderr}")
    return done.stdout


def desk(*words, zone="Europe/Berlin", text=None):
    return run([TOUCHBASE, *words], dict(DESK, TZ=zone), text)


def write_people(path, renamed):
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["Name", "Company", "Email"])
        for i in range(COUNT):
            rows.writerow([f"{NAMES[i % 8]} {i:03d}", company(i, i in renamed), f"p{i}@x.example"])


def company(i, renamed):
    return f"Söhne {i:03d}, Co; KG" + (" AG" if renamed else "")


class Touch:
    def __init__(self, i):
        day = datetime.date(2027, 1, 4) + datetime.timedelta(days=i * 7 % 700)
        if i % 8 in (3, 5):
            day = CHANGES[i // 8 % 2] + datetime.timedelta(days=i // 16 % 3 - 1)
        self.number, self.zone, self.renamed = i, ZoneInfo(ZONES[i % 8]), False
        self.when = day if i % 10 == 9 else datetime.datetime(
            day.year, day.month, day.day, 9 + i % 9, i * 5 % 60)
        self.purpose = f"Offer {i:03d}: a, b; c\\d" + (" later" if i < COUNT // 8 else "")

    def plan(self):
        channel = CHANNELS[self.number % 4][0]
        uid = desk("touch", "--json", f"p{self.number}@x.example", channel,
                   str(self.when)[:16], self.purpose, zone=str(self.zone))
        self.id = json.loads(uid)["id"]
        if self.number % 20 == 7:
            desk("note", f"p{self.number}@x.example", "a long talk, " * 300)

    def title(self):
        person = f"{NAMES[self.number % 8]} {self.number:03d}"
        return f"{CHANNELS[self.number % 4][1]} {person} ({company(self.number, self.renamed)}): {self.purpose}"

    def seen(self):
        """What a program in Auckland shows: a day, or a time to the minute."""
        if not isinstance(self.when, datetime.datetime):
            return str(self.when)
        return str(self.when.replace(tzinfo=self.zone).astimezone(VIEWER))[:16]


def moment(value):
    if not isinstance(value, datetime.datetime):
        return str(value)
    assert value.tzinfo is not None, "a floating time"
    return str(value.astimezone(VIEWER))[:16]


# ---- The programs: each gives what it shows, as a sorted list of (title, when) ----

def by_icalendar(path, kind, start):
    with open(path, "rb") as file:
        items = icalendar.Calendar.from_ical(file.read()).walk(kind)
    return sorted((str(item["SUMMARY"]), moment(item[start].dt)) for item in items)


def by_vobject(path):
    with open(path, encoding="utf-8", newline="") as file:
        events = vobject.readOne(file).vevent_list
    return sorted((event.summary.value, moment(event.dtstart.value)) for event in events)


def by_khal(path):
    with open(FOLDER + "/khal.conf", "w", encoding="utf-8") as file:
        file.write(f"[calendars]\n[[desk]]\npath = {path}\n[locale]\nlocal_timezone = {VIEWER}\n"
                   f"default_timezone = {VIEWER}\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
                   "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
                   f"longdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {FOLDER}/khal.db\n")
    listed = run(["khal", "-c", FOLDER + "/khal.conf", "list", "--day-format", "", "--format",
                  "{start-long}\t{title}", "2027-01-01", "2029-12-31"], dict(HOME, TZ=str(VIEWER)))
    return sorted(tuple(reversed(line.split("\t"))) for line in listed.splitlines())


def by_calcurse(path):
    folder = FOLDER + "/calcurse"
    shutil.rmtree(folder, ignore_errors=True)
    env = dict(HOME, TZ=str(VIEWER))
    run(["calcurse", "-D", folder, "-q", "-i", path], env)
    listed = run(["calcurse", "-D", folder, "-Q", "--from", "01/01/2027", "--to", "12/31/2029",
                  "--format-apt", "%(start:%Y-%m-%d %H:%M)\t%m\n", "--format-event", "\t%m\n"], env)
    rows, day = [], ""
    for line in listed.splitlines():
        if "\t" in line:
            when, title = line.split("\t")
            rows.append((title, when or day))
        elif line.endswith(":"):
            day = datetime.datetime.strptime(line, "%m/%d/%y:").date().isoformat()
    return sorted(rows)


def by_todoman(path):
    with open(FOLDER + "/todoman.conf.py", "w", encoding="utf-8") as file:
        file.write(f'path = "{path}"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\n'
                   f'cache_path = "{FOLDER}/todoman.db"\n')
    listed = run(["todoman", "--config", FOLDER + "/todoman.conf.py", "--porcelain", "list"],
                 dict(HOME, TZ=str(VIEWER)))
    rows = []
    for item in json.loads(listed):
        due = datetime.datetime.fromtimestamp(item["due"], VIEWER)
        rows.append((item["summary"], str(due)[:16]))
    return sorted(rows)


class Radicale:
    """The server on loopback; what vdirsyncer brought there lies in files of one item each."""

    def __enter__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/me/desk/"
        self.process = subprocess.Popen(
            ["radicale", "--config", "", f"--server-hosts=127.0.0.1:{self.port}", "--auth-type=none",
             f"--storage-filesystem-folder={FOLDER}/radicale"], env=HOME, stderr=subprocess.DEVNULL)
        name = base64.b64encode(b"me:none").decode()
        make = urllib.request.Request(self.url, method="MKCALENDAR", headers={"Authorization": "Basic " + name})
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(make).close()
                return self
            except urllib.error.HTTPError as error:
                sys.exit(f"radicale: {error}")
            except urllib.error.URLError:
                if time.monotonic() > deadline or self.process.poll() is not None:
                    sys.exit("radicale does not answer")
                time.sleep(0.05)

    def __exit__(self, *unused):
        self.process.terminate()
        self.process.wait()

    def sync(self, path):
        with open(FOLDER + "/vdirsyncer.conf", "w", encoding="utf-8") as file:
            file.write(f'[general]\nstatus_path = "{FOLDER}/status/"\n'
                       '[pair desk]\na = "here"\nb = "there"\ncollections = null\n'
                       f'[storage here]\ntype = "filesystem"\npath = "{path}"\nfileext = ".ics"\n'
                       f'[storage there]\ntype = "caldav"\nurl = "{self.url}"\nusername = "me"\npassword = "none"\n')
        for words in (["discover"], ["sync", "--force-delete"]):
            run(["vdirsyncer", "-c", FOLDER + "/vdirsyncer.conf", *words], HOME, "y\n")
        rows = []
        for name in glob.glob(f"{FOLDER}/radicale/collection-root/me/desk/*.ics"):
            rows += by_icalendar(name, "VEVENT", "DTSTART")
        return sorted(rows)


def hold(program, shown, touches, seen=Touch.seen):
    planned = sorted((touch.title(), seen(touch)) for touch in touches)
    if shown == planned:
        print(f"ok: {program}: {len(shown)} touches")
        return
    for row in sorted(set(planned) - set(shown))[:5]:
        print(f"{program}: missing: {row}")
    for row in sorted(set(shown) - set(planned))[:5]:
        print(f"{program}: not planned: {row}")
    sys.exit(f"{program} shows {len(shown)} touches, {len(planned)} were planned")


def in_todoman(touch):
    """todoman gives a day as its midnight where it stands."""
    return touch.seen() if isinstance(touch.when, datetime.datetime) else f"{touch.when} 00:00"


def hold_all(touches, radicale):
    events, tasks, vdir, task_vdir = (FOLDER + name for name in ("/e.ics", "/t.ics", "/events/", "/tasks/"))
    desk("export", events)
    desk("export", "--tasks", tasks)
    desk("export", vdir)
    desk("export", "--tasks", task_vdir)
    hold("python3-icalendar", by_icalendar(events, "VEVENT", "DTSTART"), touches)
    hold("python3-icalendar, tasks", by_icalendar(tasks, "VTODO", "DUE"), touches)
    hold("python3-vobject", by_vobject(events), touches)
    hold("khal", by_khal(vdir), touches)
    hold("calcurse", by_calcurse(events), touches)
    hold("vdirsyncer and Radicale", radicale.sync(vdir), touches)
    hold("todoman", by_todoman(task_vdir), touches, in_todoman)


def change(touches):
    """An eighth each: moved on the desk, done, the company renamed."""
    part = COUNT // 8
    keys = f'Tab Tab "T" "later\\n" until "{part} marked" ";s" "2027-05-05 10:00\\n" until "moved; u"'
    desk("--keys", "-", "--screen", FOLDER + "/picture", "--size", "120x36", text=keys)
    for touch in touches[:part]:
        touch.when, touch.zone = datetime.datetime(2027, 5, 5, 10, 0), ZoneInfo("Europe/Berlin")
    for touch in touches[part:2 * part]:
        desk("done", touch.id)
    for touch in touches[2 * part:3 * part]:
        touch.renamed = True
    write_people(FOLDER + "/renamed.csv", range(2 * part, 3 * part))
    desk("import", "--update", FOLDER + "/renamed.csv")
    return touches[:part] + touches[2 * part:]


def main():
    for program in ("khal", "calcurse", "todoman", "vdirsyncer", "radicale"):
        if shutil.which(program) is None:
            print(program + " is not installed")
            sys.exit(77)
    os.makedirs(FOLDER, exist_ok=True)
    write_people(FOLDER + "/people.csv", ())
    desk("import", FOLDER + "/people.csv")
    touches = [Touch(i) for i in range(COUNT)]
    for touch in touches:
        touch.plan()
    with Radicale() as radicale:
        hold_all(touches, radicale)
        hold_all(change(touches), radicale)


main()
