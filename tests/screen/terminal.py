"""A terminal for tests: a program on a pty of its own session, its screen as pyte draws it. Waits end as soon as what
is waited for is there; a deadline only ends a failure."""

import fcntl
import os
import select
import signal
import struct
import sys
import termios
import time

import pyte
from wcwidth import wcwidth

DEADLINE = 300  # long: a program with checks built in reads a mailbox twenty times slower

DEMO = os.path.join(os.environ.get("BUILD", "build"), "tests", "screen", "term_demo")


class Terminal:
    def __init__(self, argv, env=None, rows=24, columns=80, ignored=(), **variables):
        self.rows, self.columns = rows, columns
        self.bytes = b""
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.status = None
        environment = dict(os.environ if env is None else env)
        environment.setdefault("TERM", "xterm-256color")
        environment.update(variables)
        environment = {k: v for k, v in environment.items() if v is not None}
        self.master, slave = os.openpty()
        self._size(rows, columns)
        self.slave_name = os.ttyname(slave)
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
                for fd in (0, 1, 2):
                    os.dup2(slave, fd)
                os.closerange(3, 64)
                for number in ignored:
                    signal.signal(number, signal.SIG_IGN)
                os.execvpe(argv[0], argv, environment)
            finally:
                os._exit(126)
        os.close(slave)

    def _size(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, rows, columns):
        self.rows, self.columns = rows, columns
        if rows and columns:
            self.screen.resize(rows, columns)
        self._size(rows, columns)

    def send(self, data):
        if isinstance(data, str):
            data = data.encode()
        while data:
            data = data[os.write(self.master, data[:512]):]
            self.read(0)

    def read(self, timeout):
        """Takes what has been written; False when nothing came in that time."""
        if self.master is None or not select.select([self.master], [], [], timeout)[0]:
            return False
        try:
            piece = os.read(self.master, 65536)
        except OSError:
            piece = b""
        self.bytes += piece
        self.stream.feed(piece)
        return bool(piece)

    def text(self):
        return "\n".join(self.line(row).rstrip() for row in range(self.screen.lines))

    def line(self, row):
        """A row as text. The right half of a wide character is empty; where its left half was written over, it is a
        blank on a terminal, and pyte's own display() stumbles."""
        cells = [self.screen.buffer[row][column].data for column in range(self.screen.columns)]
        halves = zip([" "] + cells, cells)
        return "".join(cell or ("" if left and wcwidth(left[0]) == 2 else " ") for left, cell in halves)

    def until(self, condition, what):
        end = time.monotonic() + DEADLINE
        while not condition():
            if time.monotonic() > end:
                fail("%s did not happen; the screen:\n%s\nlast bytes: %r"
                     % (what, self.text(), self.bytes[-300:]))
            self.read(0.05)

    def shows(self, words):
        self.until(lambda: words in self.text(), "%r on the screen" % words)

    def hang_up(self):
        os.close(self.master)
        self.master = None

    def wait(self):
        """The exit status, or minus the signal's number."""
        end = time.monotonic() + DEADLINE
        while self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                fail("the program did not end; the screen:\n" + self.text())
            elif self.master is not None:
                self.read(0.02)
            else:
                time.sleep(0.02)
        while self.master is not None and self.read(0):
            pass
        return self.status

    def line_settings(self):
        descriptor = os.open(self.slave_name, os.O_RDWR | os.O_NOCTTY)
        try:
            return termios.tcgetattr(descriptor)
        finally:
            os.close(descriptor)


def fail(words):
    print("FAILED: " + words)
    sys.exit(1)


def check(condition, words):
    if not condition:
        fail(words)


def same(got, expected, words):
    if got != expected:
        fail("%s: %r, not %r" % (words, got, expected))
