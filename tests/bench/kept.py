#!/usr/bin/env python3
"""kept.py TOUCHBASE FOLDER: opens FOLDER/desk.db with a calendar kept in FOLDER, plans a touch again and again,
and prints the time from the key to the new file, and what writing it costs."""
import fcntl
import os
import pty
import resource
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time

ROUNDS = 9
touchbase, folder = sys.argv[1], os.path.abspath(sys.argv[2])
calendar = os.path.join(folder, "kept.ics")
os.makedirs(os.path.join(folder, "touchbase"), exist_ok=True)
with open(os.path.join(folder, "touchbase", "touchbase.conf"), "w", encoding="utf-8") as settings:
    settings.write(f"calendar = {calendar}\n")
environment = {**os.environ, "TERM": "xterm-256color", "TZ": "UTC", "XDG_CONFIG_HOME": folder,
               "TOUCHBASE_DB": os.path.join(folder, "desk.db"), "TOUCHBASE_NOW": "2026-03-02 09:00+"}


def version():
    """Each rename brings another file."""
    try:
        return os.stat(calendar).st_ino, os.stat(calendar).st_mtime_ns
    except FileNotFoundError:
        return None


def read(terminal, seconds):
    """What the screen shows meanwhile goes nowhere."""
    if select.select([terminal], [], [], seconds)[0]:
        os.read(terminal, 65536)


def wait(terminal, before):
    """Until the file is another one; the seconds."""
    start = time.monotonic()
    while version() == before:
        if time.monotonic() - start > 60:
            sys.exit("the calendar was not written within a minute")
        read(terminal, 0.001)
    return time.monotonic() - start


def settle(terminal, seconds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        read(terminal, 0.05)


def main():
    before = version()
    process, terminal = pty.fork()
    if process == 0:
        os.execve(touchbase, [touchbase], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    first = wait(terminal, before)
    waits = []
    for number in range(ROUNDS):
        settle(terminal, 0.5)  # the writer is gone and has rested
        before = version()
        os.write(terminal, f"tcard 2026-04-{10 + number} number {number}\r".encode())
        waits.append(wait(terminal, before))
    os.kill(process, signal.SIGTERM)
    os.waitpid(process, 0)
    with open(calendar, encoding="utf-8") as file:
        events = sum(line == "BEGIN:VEVENT\n" for line in file)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([touchbase, "export", "--subscribe", calendar], env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{events} touches, {os.path.getsize(calendar) / 1e6:.1f} MB: at the start {first:.2f} s; from the key to the new file "
          f"{statistics.median(waits):.2f} s ({min(waits):.2f} to {max(waits):.2f} of {ROUNDS}; budget 1 s)")
    print(f"written once more: {after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime:.2f} s of processor time, "
          f"{after.ru_maxrss / 1024:.1f} MB")


main()
