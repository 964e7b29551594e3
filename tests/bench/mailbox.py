#!/usr/bin/env python3
"""mailbox.py TOUCHBASE FOLDER COUNT DESK: takes FOLDER in twice; messages a second, the second reading's time as a ratio
to the first's, and the most memory that the program and its worker held in each."""
import os
import re
import subprocess
import sys
import time

touchbase, folder, count, desk = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
environment = {**os.environ, "TOUCHBASE_DB": desk}


def held(pid):
    """The high-water mark of resident memory, in KB; 0 for a process that is gone."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as file:
            found = re.search(r"VmHWM:\s*(\d+)", file.read())
    except OSError:
        return 0
    return int(found.group(1)) if found else 0


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return file.read().split()
    except OSError:
        return []


def run():
    start = time.monotonic()
    process = subprocess.Popen([touchbase, "ooo", folder], env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    own = worker = 0
    while process.poll() is None:
        own = max(own, held(process.pid))
        worker = max([worker] + [held(child) for child in children(process.pid)])
        time.sleep(0.005)
    talk = process.stderr.read().decode()
    if process.returncode != 0:
        sys.exit(talk)
    return time.monotonic() - start, own, worker, talk.splitlines()


subprocess.run([touchbase, "import", folder + ".vcf"], env=environment, check=True, stderr=subprocess.DEVNULL)
first, own, worker, talk = run()
print(f"{count} messages: first reading {first:.1f} s, {count / first:.0f} messages a second; "
      f"most memory: touchbase {own / 1024:.1f} MB, worker {worker / 1024:.1f} MB")
print("  " + talk[-1].removeprefix("touchbase: "))
second, own, worker, talk = run()
print(f"{count} messages: second reading {second:.2f} s, {second / first:.4f} of the first; "
      f"most memory: touchbase {own / 1024:.1f} MB, worker {worker / 1024:.1f} MB")
print("  " + talk[-1].removeprefix("touchbase: "))
