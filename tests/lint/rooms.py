"""Holds every #include against src/rooms.txt. usage: rooms.py ROOT"""
import re
import sys
from pathlib import Path

# The C library and POSIX; everything else in angle brackets is foreign and needs a door of its own.
STANDARD = set("""
assert ctype dirent endian err errno fcntl fenv float fnmatch ftw getopt glob iconv inttypes langinfo limits
locale malloc math netdb paths poll pty pwd regex search setjmp signal spawn stdalign stdarg stdatomic stdbool
stddef stdint stdio stdlib stdnoreturn string strings syslog termios time unistd wchar wctype wordexp
""".split())

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

root = Path(sys.argv[1])
doors = {}
foreign = {}
for line in (root / "src/rooms.txt").read_text().splitlines():
    if line and not line.startswith("#"):
        name, uses, headers = (column.split() for column in line.split("|"))
        doors[name[0]] = set(uses)
        foreign[name[0]] = headers

problems = []


def is_standard(header):
    return header[:-2] in STANDARD or re.fullmatch(r"sys/\w+\.h", header) is not None


def may_open(room, header, public):
    if is_standard(header):
        return True
    return not public and any(header.startswith(door) for door in foreign[room])


def look_at(path, room, public):
    text = path.read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if match is None:
            if re.match(r"\s*#\s*include\b", line):
                problems.append(f"{path}:{number}: an include that is no plain file name")
            continue
        quoted, header = match.group(1) == '"', match.group(2)
        ours = re.match(r"touchbase/(\w+)/[\w/]+\.h$", header)
        if ours and quoted:
            if ours.group(1) != room and ours.group(1) not in doors[room]:
                problems.append(f"{path}:{number}: room {room} may not open room {ours.group(1)}")
        elif quoted and not public and "/" not in header and (path.parent / header).exists():
            continue  # a private header beside its source
        elif quoted:
            problems.append(f"{path}:{number}: \"{header}\" is no header of room {room}")
        elif not may_open(room, header, public):
            problems.append(f"{path}:{number}: room {room} may not open <{header}>"
                            + (" in a public header" if public else ""))


for path in sorted(root.glob("src/**/*.[ch]")) + sorted(root.glob("include/**/*.h")):
    parts = path.relative_to(root).parts
    public = parts[0] == "include"
    room = parts[2] if public else parts[1]
    expected = 4 if public else (2 if room.endswith(".c") else 3)
    if room not in doors or len(parts) != expected:
        problems.append(f"{path}: not in a room of src/rooms.txt")
    else:
        look_at(path, room, public)

print("\n".join(problems))
sys.exit(bool(problems))
