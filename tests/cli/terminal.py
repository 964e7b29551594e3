"""Runs a command on a pseudo-terminal, its controlling one, and keeps what it writes there.
Usage: terminal.py [--type LINE] SCREEN COMMAND ...; LINE and Enter are typed once the command asks (a line that ends
in ": "). Ends with the command's status."""
import os
import pty
import sys

arguments = sys.argv[1:]
line = None
if arguments[0] == "--type":
    line = arguments[1]
    arguments = arguments[2:]
screen, command = arguments[0], arguments[1:]
pid, terminal = pty.fork()
if pid == 0:
    os.execv(command[0], command)
data = b""
while True:
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        break
    if not piece:
        break
    data += piece
    if line is not None and data.endswith(b": "):
        os.write(terminal, line.encode() + b"\n")
        line = None
with open(screen, "wb") as stream:
    stream.write(data)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
