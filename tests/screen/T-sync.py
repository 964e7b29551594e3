#!/usr/bin/python3
"""The calendar that comes back, kept in step by the open desk: what is planned goes there by itself, what is done there
comes home and is asked about, a server that is away is one line that says why, and one that hangs holds up no key."""

import contextlib
import glob
import os
import re
import sys
import threading
from http.server import ThreadingHTTPServer

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../unit/caldav"))
import server
from desk import Desk, check, until
from terminal import same


def desk_with(place, *lines):
    desk = Desk("2026-03-02 09:00")
    os.mkdir(os.path.join(desk.folder, "touchbase"))
    desk.file("touchbase/touchbase.conf",
              "\n".join(["sync = " + place, "sync_user = ana", "sync_password = echo secret", "calendar_items = tasks",
                         *lines, ""]))
    desk.call("add", "Ana Ruiz, ana@example.com")
    return desk


@contextlib.contextmanager
def calendar(folder, after_list=lambda count: None):
    """A server of this process; its address, and the addresses that were asked for."""
    asked = []

    class Calendar(server.Handler):
        def serve(self):
            asked.append(self.path)
            super().serve()

        do_GET = do_PUT = do_DELETE = do_PROPFIND = serve

        def list_all(self):
            super().list_all()
            after_list(asked.count(self.path))

    server.items.clear()
    running = ThreadingHTTPServer(("127.0.0.1", 0), Calendar)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield "http://127.0.0.1:%d/%s/" % (running.server_address[1], folder), asked
    finally:
        running.shutdown()
        running.server_close()


def leave(window):
    window.send("ZZ")
    same(window.wait(), 0, "left")


def items(desk):
    return glob.glob(os.path.join(desk.folder, "calendar", "*.ics"))


def edit(desk, pattern, text):
    """As another program does: beside and renamed."""
    place = items(desk)[0]
    with open(place, encoding="utf-8", newline="") as stream:
        changed = re.sub(pattern, text, stream.read())
    os.rename(desk.file("calendar/edit.tmp", changed), place)


def there_and_back():
    with desk_with("~/calendar/") as desk:
        window = desk.window()
        window.shows("Ana Ruiz")
        window.send("tcall fri 10:00 catalogue\r")
        until(window, lambda: len(items(desk)) == 1, "it is there")
        with open(items(desk)[0], encoding="utf-8") as stream:
            check("SUMMARY:Call Ana Ruiz: catalogue" in stream.read(), items(desk))
        edit(desk, "STATUS:[A-Z-]*", "STATUS:COMPLETED")
        window.send(":sync\r")
        window.shows("in step with the calendar")
        window.shows("1 to confirm")
        window.send("gi\r")
        window.shows("how did it go?")
        window.send("v")
        window.shows("call with Ana Ruiz: voicemail")
        until(window, lambda: not items(desk), "what is done is taken away")
        check("voicemail" in desk.call("show", "ana"), desk.call("show", "ana"))
        leave(window)


def what_changes_in_the_folder_comes_home_by_itself():
    with desk_with("~/calendar/") as desk:
        desk.call("touch", "ana", "call", "2026-03-06", "10:00", "catalogue")
        desk.call("sync")
        window = desk.window()
        window.send(":sync\r")
        window.shows("in step with the calendar")
        edit(desk, "catalogue", "prices")
        window.shows("prices")
        leave(window)


def what_changes_on_a_server_comes_home_after_some_minutes():
    def retitle(count):
        if count == 3:  # of the shell, of the window that opens and asks for it; so the window does not know
            for place, text in server.items.items():
                server.items[place] = text.replace(b"catalogue", b"prices")

    with calendar("cal", retitle) as (address, asked), desk_with(address, "sync_minutes = 7") as desk:
        desk.call("touch", "ana", "call", "2026-03-06", "10:00", "catalogue")
        desk.call("sync")
        desk.call("sync")
        desk.picture('until "Ana Ruiz" ":sync\\n" until "in step with the calendar" pass 6m pass 1m until "prices"',
                     "80x24")
        same(asked.count("/cal/"), 4, "looks there")


def a_server_that_is_away():
    with desk_with("http://127.0.0.1:1/desk/") as desk:
        window = desk.window()
        window.shows("calendar: no connection, 127.0.0.1:1 does not answer; again in 1 minute")
        window.send(":sync\r")
        window.shows("does not answer; again in 2 minutes")
        leave(window)


def the_line_says_why():
    for folder, words in (("401", "refuses your name and password (401)"), ("full", "is full: it has no room left (507)")):
        with calendar(folder) as (address, _), desk_with(address) as desk:
            desk.call("touch", "ana", "call", "2026-03-06", "10:00", "catalogue")
            window = desk.window(columns=120)
            window.shows(words)
            leave(window)


def a_server_that_hangs_holds_up_no_key():
    with calendar("hangs") as (address, asked), desk_with(address) as desk:
        desk.call("add", "Lena Vogt")
        window = desk.window()
        until(window, lambda: asked, "it was asked")
        window.send("tcall fri 10:00 offer\r")
        window.shows("call planned for Fri 6 Mar 10:00")
        window.send("j")
        window.shows("Notes ─ Lena Vogt")
        window.send("inobody waits\x1b")
        window.shows("nobody waits")
        same(asked, ["/hangs/"], "it is asked once, and has not answered")
        leave(window)
        check("nobody waits" in desk.call("show", "lena"), desk.call("show", "lena"))


def without_a_place():
    with desk_with("") as desk:
        window = desk.window()
        window.shows("Ana Ruiz")
        window.send(":sync\r")
        window.shows("no calendar to sync with is set")
        leave(window)


for test in (there_and_back, what_changes_in_the_folder_comes_home_by_itself,
             what_changes_on_a_server_comes_home_after_some_minutes, a_server_that_is_away, the_line_says_why,
             a_server_that_hangs_holds_up_no_key, without_a_place):
    test()
print("ok")
