#!/usr/bin/python3
"""Makes what a target starts from: inputs.py TARGET FOLDER writes FOLDER/TARGET.dict, the words of the lexicons and
of the formats, and FOLDER/TARGET/, one small file a seed, from tests/corpus and tests/tables."""
import configparser
import pathlib
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
PHRASES = TESTS.parent / "data" / "phrases"
SEED_MAX = 4096

MAIL = """From: |To: |Subject: |Date: |Sender: |Reply-To: |Message-ID: |MIME-Version: 1.0|Content-Type: |text/plain|
text/html|multipart/mixed|multipart/alternative|multipart/related|multipart/signed|multipart/report|message/rfc822|
text/calendar|; boundary="b"|--b|--b--|; charset=utf-8|; charset="windows-1252"|; charset=utf-16|; format=flowed|
; delsp=yes|Content-Transfer-Encoding: |base64|quoted-printable|8bit|=3D|=\\n|=?utf-8?Q?|=?utf-8?B?|?=|
Auto-Submitted: auto-replied|X-Autoreply: yes|Precedence: bulk|List-Id: |Return-Path: <>|Content-Disposition: attachment|
From x Mon Mar  2 09:00:00 2026|>From |received: 2026-03-02|<p>|</p>|<br>|<table>|<tr>|<td>|</td>|<blockquote>|<div>|
<a href="mailto:|<a href="tel:|<pre>|<!--|-->|&nbsp;|&#160;|<style>|display:none|<o:p>|<![CDATA["""
HEADERS = """date: |from: |subject: |type: |header: |jotted: yes|order: dmy|order: mdy|Auto-Submitted: auto-replied|
Automatic reply: |Re: |text/calendar|multipart/report|wrote:|> |-- |@|@example.com|+44 |ext. |x12"""
SIGNS = """/|.|-|:|,|'|(|)|+|@|\\n|\\n\\n|\\xe2\\x80\\x93|\\xe2\\x80\\x99|\\xc2\\xa0|\\xe2\\x80\\x8b|\\xe2\\x80\\xae|
3/4|31/12|2027-01-06|12.03.27|29 feb|9th|14:30|2pm|25:00|+3d|+2w|1900|2200|999"""
CONTACTS = """BEGIN:VCARD|END:VCARD|VERSION:2.1|VERSION:3.0|VERSION:4.0|FN:|N:|UID:|ORG:|TITLE:|EMAIL|TEL|ADR|URL|NOTE|
PHOTO|TZ|item1.|X-ABLabel:|;TYPE=work|;PREF=1|;CHARSET=UTF-8|;ENCODING=QUOTED-PRINTABLE|;ENCODING=b|;VALUE=uri|\\\\n|
\\\\,|\\\\;|=0D=0A|=\\r\\n|\\r\\n |First Name,|Last Name,|Name,|E-mail Address,|Company,|Phone 1 - Value,|\\"|\\"\\"|;|
 ::: """


CALENDAR = """BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VEVENT|END:VEVENT|BEGIN:VTIMEZONE|BEGIN:VALARM|DTSTART|DTEND|DURATION:P2D|
;VALUE=DATE:|;TZID=Europe/Berlin:|RRULE:|FREQ=YEARLY|FREQ=SECONDLY|;INTERVAL=2|;COUNT=1000000|;UNTIL=20991231|;BYMONTH=2|
;BYMONTHDAY=30|;BYDAY=-1MO|;BYSETPOS=-1|;BYYEARDAY=366|;BYWEEKNO=53|;WKST=SU|RDATE|EXDATE|20261225|00010101|99991231|
STATUS:CANCELLED|UID:|\\n|\r\n |RSCALE=HEBREW;|SKIP=FORWARD;|BEGIN:VTODO|END:VTODO|DUE:|RECURRENCE-ID|SEQUENCE:2|DTSTAMP:|
METHOD:CANCEL|METHOD:REPLY|ORGANIZER;CN=Ana:mailto:|ATTENDEE;CUTYPE=ROOM:mailto:|SUMMARY:|LOCATION:|BEGIN:STANDARD|
END:STANDARD|TZID:|TZOFFSETFROM:+0100|TZOFFSETTO:+0200|FREQ=DAILY|FREQ=WEEKLY|20260302T090000Z"""

LISTING = """<?xml version="1.0"?>|<multistatus xmlns="DAV:">|</multistatus>|<d:multistatus xmlns:d="DAV:">|</d:multistatus>|
<response>|</response>|<d:response>|</d:response>|<href>|</href>|<d:href>|</d:href>|<propstat>|</propstat>|<prop>|</prop>|
<getetag>|</getetag>|<d:getetag>|</d:getetag>|<resourcetype>|<collection/>|<status>HTTP/1.1 404 Not Found</status>|&quot;|
&#10;|&#x1F600;|<!DOCTYPE a [<!ENTITY b "c">]>|&b;|<![CDATA[|]]>|<!--|-->|%2F|%0D%0A|/../|.ics|xmlns=""|encoding="utf-16" """


def words(text):
    return {word for word in text.replace("\n", "").split("|") if word}


def phrases():
    """The phrases of all lexicons."""
    found = set()
    for path in sorted(PHRASES.glob("*.ini")):
        lexicon = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",), strict=False)
        lexicon.optionxform = str
        lexicon.read_string(path.read_text(encoding="utf-8"))
        for section in lexicon.sections():
            for _, value in lexicon.items(section):
                found.update(part.strip() for part in value.replace("\n", " ").split(","))
    return {phrase for phrase in found if phrase}


def date_phrases():
    """The same of the sections that the grammar of dates reads, in the language that people type."""
    lexicon = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",), strict=False)
    lexicon.read_string((PHRASES / "en.ini").read_text(encoding="utf-8"))
    found = set()
    for section in lexicon.sections():
        if section.startswith("dates"):
            for _, value in lexicon.items(section):
                found.update(part.strip() for part in value.replace("\n", " ").split(","))
    return {phrase for phrase in found if phrase}


def quoted(word):
    """A word as a dictionary of libFuzzer has it: what is no plain ASCII in hexadecimal."""
    out = ""
    for byte in word.encode("utf-8"):
        out += chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}"
    return f'"{out}"'


def unescaped(word):
    return word.encode("latin-1", "backslashreplace").decode("unicode_escape").encode("latin-1")


def as_bytes(listed):
    out = set()
    for word in listed:
        out.add("".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02x}" for b in unescaped(word)))
    return {f'"{word}"' for word in out}


def table_rows(name):
    """The words to be read in a table of dates."""
    for line in (TESTS / "tables" / "dates" / name).read_text(encoding="utf-8").splitlines():
        if " ==> " in line and not line.startswith("#"):
            yield line.split(" ==> ")[0]


def corpus(folder, pattern):
    for path in sorted((TESTS / "corpus" / folder).rglob(pattern)):
        if path.is_file() and path.stat().st_size <= SEED_MAX:
            yield path.read_bytes()


def message_seeds():
    for path in sorted((TESTS / "corpus" / "mail").rglob("*")):
        named = path.suffix in (".expect", ".md")
        if path.is_file() and not named and path.stat().st_size <= SEED_MAX:
            yield path.read_bytes()


def when_seeds():
    for choice, name in enumerate(("when_en.txt", "prefix_en.txt", "repeat_en.txt")):
        for row in table_rows(name):
            yield bytes([12 * (choice % 2) + 4]) + row.encode("utf-8")


def contacts_seeds():
    for pattern in ("*.vcf", "*.csv"):
        for seed in corpus("contacts", pattern):
            yield b"\0" + seed


TARGETS = {
    "message": (message_seeds, lambda: {quoted(p) for p in phrases()} | as_bytes(words(MAIL) | words(SIGNS))),
    "text": (lambda: corpus("autoreply", "*.txt"),
             lambda: {quoted(p) for p in phrases()} | as_bytes(words(HEADERS) | words(SIGNS))),
    "when": (when_seeds, lambda: {quoted(p) for p in date_phrases()} | as_bytes(words(SIGNS))),
    "appointments": (lambda: corpus("calendar", "*.ics"), lambda: as_bytes(words(CALENDAR))),
    "calendar": (lambda: corpus("calendar", "*.ics"), lambda: as_bytes(words(CALENDAR))),
    "entries": (lambda: corpus("calendar", "*.ics"), lambda: as_bytes(words(CALENDAR))),
    "listing": (lambda: corpus("collection", "*.xml"), lambda: as_bytes(words(LISTING))),
    "contacts": (contacts_seeds, lambda: as_bytes(words(CONTACTS))),
}


def main():
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    seeds, entries = TARGETS[target]
    (folder / target).mkdir(parents=True, exist_ok=True)
    (folder / f"{target}.dict").write_text("\n".join(sorted(entries())) + "\n", encoding="ascii")
    count = 0
    for count, seed in enumerate(seeds(), 1):
        (folder / target / f"{count:04}").write_bytes(seed)
    if count == 0:
        sys.exit(f"inputs.py: no seeds for {target}")


main()
