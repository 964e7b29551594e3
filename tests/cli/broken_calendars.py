"""Calendars that no program should have written: each is taken in by `import --dry-run`, and what is printed, the time
and the memory are held against what is due. Usage: broken_calendars.py TOUCHBASE FOLDER."""
import os
import resource
import subprocess
import sys

TOUCHBASE, FOLDER = sys.argv[1], sys.argv[2]
SECONDS = 60  # what no machine needs, unless it never ends
SANITIZED = "ASAN_OPTIONS" in os.environ  # its shadow is no memory of ours
MEGABYTES = 96
ANA = "ATTENDEE:mailto:ana@example.com"
DAY = "DTSTART;VALUE=DATE:20260310"


def event(*lines):
    return "BEGIN:VEVENT\r\n" + "".join(line + "\r\n" for line in lines) + "END:VEVENT\r\n"


def calendar(*parts):
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + "".join(parts) + "END:VCALENDAR\r\n"


def zone(name, rule):
    return (f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
            f"DTSTART:19700101T000000\r\n{rule}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n")


def series(start, rule):
    return calendar(event("UID:a", "SUMMARY:Lunch", "DTSTART" + start, "RRULE:" + rule, ANA))


LUNCH = event("UID:a", "SUMMARY:Lunch", DAY, ANA)
TAKEN = "Tue 10 Mar    visit      Ana Ruiz  Lunch"
NONE = "it is no calendar (.ics)"
SHELF = (
    # what is broken; the file; the exit status; words on standard output or error; events shown
    ("no UID", calendar(event("SUMMARY:Lunch", DAY, ANA)), 0, TAKEN, 1),
    ("a UID twice", calendar(LUNCH, LUNCH), 0, TAKEN, 1),
    ("one UID 5,000 times", calendar(LUNCH * 5000), 0, TAKEN, 1),
    ("a zone of nobody", calendar(event("UID:a", "SUMMARY:Lunch", "DTSTART;TZID=Nowhere/Land:20260325T100000", ANA)), 0,
     "nobody knows the zone Nowhere/Land; its hour is taken as here", 1),
    ("a zone whose rule runs by the second", calendar(
        zone("Z", "RRULE:FREQ=SECONDLY"), event("UID:a", "SUMMARY:Lunch", "DTSTART;TZID=Z:20260310T100000", ANA)), 0, "Ana Ruiz", 1),
    ("a rule without end", series(":20200301T120000Z", "FREQ=WEEKLY"), 0, "Ana Ruiz  Lunch", 1),
    ("a rule that never comes true", series(";VALUE=DATE:20260310", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), 0, TAKEN, 1),
    ("a rule by the second", series(":19700101T000000Z", "FREQ=SECONDLY"), 0, "1 over", 1),
    ("1,000,000 occurrences", series(";VALUE=DATE:19000101", "FREQ=DAILY;COUNT=1000000"), 0, "Mon 2 Mar     visit      Ana Ruiz", 1),
    ("20,000 dates beside it", calendar(event("UID:a", "SUMMARY:Lunch", DAY, ANA, "RDATE:" + ",".join(["20260310T100000Z"] * 20000))), 0,
     "Ana Ruiz  Lunch", 1),
    ("control characters", calendar(event("UID:a\x01", "SUMMARY:\x1b[2JLu\x07nch\x7f", DAY, ANA)), 0, "Ana Ruiz  [2JLunch\n", 1),
    ("no UTF-8", calendar(event("UID:a", "SUMMARY:Lunch \udcff\udcfe", DAY, ANA)), 0, "Lunch", 1),
    ("a NUL", calendar(LUNCH).replace("Lunch", "Lu\0nch"), 1, NONE, 0),
    ("an end too early", calendar(LUNCH)[:-30], 1, NONE, 0),
    ("entries in entries", "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n" * 20000, 1, NONE, 0),
    ("a title of 2 MB", calendar(event("UID:a", "SUMMARY:Lunch" + "x\r\n " * 500000, DAY, ANA)), 0, "Ana Ruiz  Lunchxxx", 1),
    ("20,000 people", calendar(event("UID:a", "SUMMARY:Lunch", DAY, ANA, *(f"ATTENDEE:mailto:p{i}@x.example" for i in range(20000)))), 0,
     TAKEN, 1),
    ("too many entries", calendar(LUNCH * 20001), 1, "it holds more than 20000 events and tasks", 0),
    ("nothing in it", calendar(), 1, "it holds neither an event nor a task", 0),
    ("100 MB", None, 1, "is larger than the 33554432 bytes allowed", 0),
)


def answer(path):
    done = subprocess.run([TOUCHBASE, "import", "--dry-run", path], capture_output=True, timeout=SECONDS, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def main():
    path = os.path.join(FOLDER, "broken.ics")
    for name, text, due, words, shown in SHELF:
        with open(path, "wb") as file:
            if text is None:
                file.truncate(100 << 20)
            else:
                file.write(text.encode("utf-8", "surrogateescape"))
        status, out, err = answer(path)
        if status != due or words not in out + err or out.count("\n") != shown:
            sys.exit(f"{name}: ended with {status}\n{out[:1000]}{err[:1000]}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    if peak > MEGABYTES and not SANITIZED:
        sys.exit(f"{peak} MB were held, {MEGABYTES} are allowed")
    print(f"{len(SHELF)} calendars, {peak} MB at most")


main()
