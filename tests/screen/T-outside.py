#!/usr/bin/python3
"""Copies, mails and web links go to the commands of the settings, as words and never through a shell, or to the terminal
by OSC 52, also through tmux and screen."""

import base64
import os
import signal
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desk import Desk, check, sample_desk
from terminal import DEADLINE, same

SIZE = "120x24"
CARD = """BEGIN:VCARD
VERSION:3.0
FN:Aaron Webb
EMAIL:aaron@webb.example
%sEND:VCARD
"""


def command(desk, name, words):
    place = desk.file(name, "#!/bin/sh\n" + words)
    os.chmod(place, 0o700)
    return place


def settings(desk, text):
    os.makedirs(os.path.join(desk.folder, "touchbase"), exist_ok=True)
    desk.file("touchbase/touchbase.conf", text)


def read(desk, name):
    with open(os.path.join(desk.folder, name), encoding="utf-8") as stream:
        return stream.read()


def is_there(desk, name):
    return os.path.exists(os.path.join(desk.folder, name))


def stays(desk, name, words):
    """A command that does something, tells its number and does not end by itself."""
    return command(desk, name, "%s; echo $$ >\"$0.new\"; mv \"$0.new\" \"$0.number\"; exec sleep 1000\n" % words)


def ended(desk, name):
    """Ends one that stays, once it did what it should; it was running until now."""
    end = time.monotonic() + DEADLINE
    while not is_there(desk, name + ".number"):
        check(time.monotonic() < end, name + " was not started")
        time.sleep(0.02)
    os.kill(int(read(desk, name + ".number")), signal.SIGKILL)


def bottom(desk, keys):
    return desk.picture(keys, SIZE).rstrip("\n").split("\n")[-1].strip()


def copies(desk):
    """The words reach the command as its input; one that says no, or is not there, is named."""
    take = command(desk, "take it", "cat >\"$0.text\"; printf '[%s]' \"$@\" >\"$0.words\"\n")
    settings(desk, "clipboard = '%s' -x '$HOME;|'\n" % take)
    got = bottom(desk, "ym")
    check("copied ana.ruiz@brio.example" in got, got)
    same(read(desk, "take it.text"), "ana.ruiz@brio.example", "what was copied")
    same(read(desk, "take it.words"), "[-x][$HOME;|]", "its words")
    settings(desk, "clipboard = %s\n" % command(desk, "no", "exit 3\n"))
    check('no" said no (status 3)' in bottom(desk, "ym"), bottom(desk, "ym"))
    settings(desk, "clipboard = %s/nowhere\n" % desk.folder)
    check("cannot start" in bottom(desk, "ym"), bottom(desk, "ym"))
    settings(desk, "clipboard = %s\n" % stays(desk, "stays", "cat >\"$0.text\""))
    check("copied" in bottom(desk, "yn"), "one that holds the clipboard goes on")
    ended(desk, "stays")
    same(read(desk, "stays.text"), "+34 91 555 01 77", "and has it")
    same(sorted(name for name in os.listdir(desk.folder) if name.startswith("copy-")), [], "nothing is left behind")


def mails(desk):
    tell = command(desk, "tell", "printf '[%s]' \"$@\" >\"$0.words\"\n")
    settings(desk, "mailer = %s --new 'a b'\n" % tell)
    desk.picture("m C-o", SIZE)
    words = read(desk, "tell.words")
    check(words.startswith("[--new][a b][mailto:ana.ruiz%40brio.example") or
          words.startswith("[--new][a b][mailto:ana.ruiz@brio.example"), words)
    settings(desk, "mailer = %s\n" % command(desk, "no", "exit 1\n"))
    check("said no" in bottom(desk, "m C-o"), bottom(desk, "m C-o"))


def messages(sample):
    """Subject and words go to the mail program, or whole to the clipboard; never with a field in braces."""
    with Desk(sample=sample) as desk:
        tell = command(desk, "tell", "printf '[%s]' \"$@\" >\"$0.words\"\n")
        settings(desk, "mailer = %s\n" % tell)
        got = bottom(desk, 'm C-Home End "Hour" C-End "Hi {first}, in {place}!" C-o')
        check("{place} is not known of Ana Ruiz: write it there, or take it out" in got, got)
        check(not is_there(desk, "tell.words"), "nothing was sent")
        desk.picture('C-u "Hi {first}!" C-o', SIZE)  # it was a draft, and goes on
        words = read(desk, "tell.words")
        check(words.endswith("?subject=Hour&body=Hi%20Ana%21]"), words)
        same(desk.sql("SELECT text, used_utc IS NOT NULL FROM script ORDER BY id DESC LIMIT 1"), "Subject: Hour\n\nHi Ana!|1\n",
             "it is filed and used")
        take = command(desk, "take", "cat >\"$0.text\"\n")
        settings(desk, "clipboard = %s\n" % take)
        got = bottom(desk, 'm C-Home End "Two" C-End "Hello" C-o')
        check("the message is copied" in got, got)
        same(read(desk, "take.text"), "Subject: Two\n\nHello", "what was copied")
        check("no words yet" in bottom(desk, "m C-o"), "nothing is copied")


HOSTILE = """Subject: -rf $(touch hacked) `touch hacked` ; "x" & 100%, Zoë
Bcc: evil@evil.example

--option 'quoted' $HOME \\
\x1b]52;c;aGk=\x07?subject=other&cc=evil@evil.example
"""


def hostile_messages(sample):
    """Whatever stands in it: one word of the command, one subject, one body, one person; never too long for it."""
    with Desk(sample=sample) as desk:
        tell = command(desk, "tell", "printf '%s\\n' $# >\"$0.count\"; printf '%s' \"$2\" >\"$0.words\"\n")
        settings(desk, "mailer = %s --\n" % tell)
        desk.file("text.txt", HOSTILE)
        desk.call("message", "--for", "ana", "email", "text.txt")
        desk.picture("m C-o", SIZE)
        same(read(desk, "tell.count"), "2\n", "its words")
        address, _, query = read(desk, "tell.words").partition("?")
        same(urllib.parse.unquote(address), "mailto:ana.ruiz@brio.example", "to whom")
        fields = urllib.parse.parse_qsl(query, strict_parsing=True)
        same([name for name, _ in fields], ["subject", "body"], "no other field")
        same(fields[0][1], "-rf $(touch hacked) `touch hacked` ; \"x\" & 100%, Zoë", "the subject is one line")
        check(fields[1][1].startswith("Bcc: evil@evil.example\r\n\r\n--option 'quoted' $HOME \\\r\n"), fields[1][1])
        check("\x1b" not in fields[1][1] and "\x07" not in fields[1][1], "control characters stay out")
        check(not is_there(desk, "hacked"), "no shell saw it")

        os.remove(os.path.join(desk.folder, "tell.words"))
        desk.file("text.txt", "Subject: long\n\n" + "0123456789 é\n" * 4800)
        desk.call("message", "--for", "ana", "email", "text.txt")
        got = desk.picture("m C-o", SIZE)
        check("the message is too long for a mail command" in got, got)
        settings(desk, "")
        got = desk.picture("m C-o", SIZE)
        check("too long for the clipboard" in got, got)
        check(not is_there(desk, "tell.words"), "nothing was sent")
        same(desk.sql("SELECT length(text), used_utc IS NULL FROM script ORDER BY id DESC LIMIT 1"), "62414|1\n",
             "the whole text stays, not used")


def link_of(lines, keys="gx"):
    """What the opener is given for a card with these lines, and what is said."""
    with Desk() as desk:
        desk.file("aaron.vcf", CARD % lines)
        desk.call("import", "aaron.vcf")
        tell = command(desk, "tell", "printf '[%s]' \"$@\" >\"$0.words\"\n")
        settings(desk, "opener = '%s'\n" % tell)
        picture = desk.picture(keys, SIZE)
        return read(desk, "tell.words") if is_there(desk, "tell.words") else "", picture.rstrip("\n").split("\n")[-1]


def links():
    same(link_of("URL:https://webb.example/a?b=c&d=$(id)\n")[0], "[https://webb.example/a?b=c&d=$(id)]", "a link")
    same(link_of("URL:www.webb.example\n")[0], "[https://www.webb.example]", "without its scheme")
    same(link_of("URL:http://one.example\nURL:http://two.example\n", "2 gx")[0],
         "[http://two.example]", "the second")
    for wrong in ("file:///etc/passwd", "javascript:alert(1)", "--help", "-x.example", "x"):
        words, said = link_of("URL:%s\n" % wrong)
        same(words, "", "%s is not opened" % wrong)
        check("is no web link" in said, said)
    words, said = link_of("")
    same(words, "", "none")
    check("no web link of Aaron Webb is known" in said, said)


def beside(sample):
    """With & the desk goes on at once and keeps the terminal."""
    with Desk(sample=sample) as desk:
        settings(desk, "mailer = %s --new &\n" % stays(desk, "tell", "printf '[%s]' \"$@\" >\"$0.words\""))
        window = desk.window(rows=24, columns=100)
        window.shows("Notes ─ Ana Ruiz")
        window.bytes = b""
        window.send("m\x0f")
        window.until(lambda: is_there(desk, "tell.number"), "it was started")
        window.send("j")
        window.shows("Notes ─ Dana Whitfield")
        check(b"?1049l" not in window.bytes, "the screen was not given away")
        check(read(desk, "tell.words").startswith("[--new][mailto:"), read(desk, "tell.words"))
        window.send(":q\r")
        same(window.wait(), 0, "leaving")
        ended(desk, "tell")


def by_the_terminal(sample):
    text = base64.b64encode(b"ana.ruiz@brio.example")
    plain = b"\x1b]52;c;" + text + b"\x07"
    through = b"\x1bPtmux;\x1b\x1b]52;c;" + text + b"\x07\x1b\\"
    for variables, expected in (({}, plain), ({"TMUX": "/tmp/x,1,0"}, plain + through),
                                ({"STY": "1.x"}, b"\x1bP" + plain + b"\x1b\\")):
        with Desk(sample=sample) as desk:
            window = desk.window(rows=24, columns=100, **variables)
            window.shows("Notes ─ Ana Ruiz")
            window.bytes = b""
            window.send("ym")
            window.shows("copied ana.ruiz@brio.example")
            check(expected in window.bytes, "%r: %r" % (variables, window.bytes))
            window.send(":q\r")
            window.wait()
    with Desk(sample=sample) as desk:
        desk.file("text.txt", "Subject: Hour\n\n-x $(id)\n")
        desk.call("message", "--for", "ana", "email", "text.txt")
        window = desk.window(rows=24, columns=100)
        window.shows("Notes ─ Ana Ruiz")
        window.bytes = b""
        window.send("m\x0f")
        window.shows("the message is copied")
        check(b"\x1b]52;c;" + base64.b64encode(b"Subject: Hour\n\n-x $(id)") + b"\x07" in window.bytes,
              repr(window.bytes))
        window.send(":q\r")
        window.wait()
    with Desk(sample=sample) as desk:
        window = desk.window(rows=24, columns=100, TERM="linux")
        window.shows("Ana Ruiz")
        window.send("ym")
        window.shows("this terminal has no clipboard")
        window.send(":q\r")
        window.wait()


def main():
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_desk(folder)
        for story in (copies, mails):
            with Desk(sample=sample) as desk:
                story(desk)
        messages(sample)
        hostile_messages(sample)
        links()
        beside(sample)
        by_the_terminal(sample)


main()
