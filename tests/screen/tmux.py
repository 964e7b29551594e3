"""A real terminal: tmux with a socket of its own for each. Keys are sent by tmux name, and every wait is for something
the screen shows."""

import os
import subprocess
import time

from terminal import DEADLINE, fail


class Tmux:
    """`with Tmux(command, environment) as window:`; command is a list."""

    count = 0

    def __init__(self, command, environment, columns=120, rows=36, folder="/tmp"):
        Tmux.count += 1
        self.socket = os.path.join(folder, "tmux-%d-%d" % (os.getpid(), Tmux.count))
        settings = os.path.join(folder, "tmux.conf")
        with open(settings, "w", encoding="utf-8") as stream:
            stream.write("set -g escape-time 0\nset -g default-terminal tmux-256color\nset -g status off\n"
                         "set -g remain-on-exit on\n")
        plain = {name: value for name, value in environment.items() if name not in ("TMUX", "TERM")}
        self.environment = dict(plain, TERM="xterm-256color", SHELL="/bin/sh")
        self.place = self.socket + ".status"
        self.call("-f", settings, "new-session", "-d", "-x", str(columns), "-y", str(rows),
                  "sh", "-c", '"$@"; echo $? >"$0"', self.place, *command)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], env=self.environment, check=False,
                       stderr=subprocess.DEVNULL)

    def call(self, *words):
        return subprocess.run(["tmux", "-u", "-S", self.socket, *words], env=self.environment, check=True, timeout=30,
                              stdout=subprocess.PIPE, encoding="utf-8").stdout

    def text(self):
        return self.call("capture-pane", "-p")

    def keys(self, *names):
        self.call("send-keys", *names)

    def type(self, text):
        self.call("send-keys", "-l", text)

    def paste(self, text):
        subprocess.run(["tmux", "-S", self.socket, "load-buffer", "-"], env=self.environment, input=text,
                       encoding="utf-8", check=True, timeout=30)
        self.call("paste-buffer", "-p")

    def resize(self, columns, rows):
        self.call("resize-window", "-x", str(columns), "-y", str(rows))

    def until(self, condition, what):
        end = time.monotonic() + DEADLINE
        while not condition():
            if time.monotonic() > end:
                fail("%s did not happen; the screen:\n%s" % (what, self.text()))
            time.sleep(0.02)

    def shows(self, words):
        self.until(lambda: words in self.text(), "%r on the screen" % words)

    def press_until(self, key, words):
        """For a program that drops keys while it starts: the key is pressed again when nothing came of it."""
        pressed = [0.0]

        def came():
            if words in self.text():
                return True
            if time.monotonic() > pressed[0] + 1:
                self.keys(key)
                pressed[0] = time.monotonic()
            return False
        self.until(came, "%r after pressing %s" % (words, key))

    def ended(self):
        """Waits until the program is gone, and gives its exit status."""
        self.until(lambda: self.status().isdigit(), "the end of the program")
        return int(self.status())

    def status(self):
        if not os.path.exists(self.place):
            return ""
        with open(self.place, encoding="utf-8") as stream:
            return stream.read().strip()
