#!/usr/bin/env python3
"""make_mailbox.py FOLDER COUNT [--mbox]: a Maildir (or an mbox, FOLDER is the file) of COUNT generated messages and
the people who wrote some of them, FOLDER.vcf. The same arguments give the same messages.

Of 100 messages about 3 are auto-replies, one of them by a person of FOLDER.vcf; the rest is what lies in a mailbox:
plain mails, answers that quote, newsletters in HTML with a text beside it, of 1 to 12 KB."""
import os
import random
import sys

FIRST = "Ana Ruth Ravi Lena Tom Dana Jo Mia Ben Ida Max Eva Ole Kim Sam Pia".split()
LAST = "Ruiz Bell Menon Vogt Field Whitfield Lind Kern Moss Hale Roth Funk Dahl Reyes Stone Brandt".split()
WORDS = ("the offer sample order price week team call please thank you for your time we will send it to the plant on "
         "monday and come with the numbers after the meeting next to our partner in the north").split()
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
PEOPLE = 400


def person(i):
    return f"{FIRST[i % 16]} {LAST[i // 16 % 16]}{'' if i < 256 else ' ' + str(i)}", f"p{i}@firm{i % 40}.example"


def date(i, count):
    # 2025-01-01 (a Wednesday) and on, over 420 days; 28 days a month are enough here
    day = i * 420 // count
    return (f"{DAYS[(day + 2) % 7]}, {day % 28 + 1} {MONTHS[day // 28 % 12]} {2025 + day // 336} "
            f"{i % 24:02}:{i % 60:02}:00 +0000")


def sentences(rng, count):
    return "\n".join(" ".join(rng.choice(WORDS) for _ in range(11)) + "." for _ in range(count))


def auto_reply(rng, i):
    day = rng.randrange(1, 28)
    back = f"{MONTHS[rng.randrange(12)]} {day}"
    return "auto-replied", f"Automatic reply: order {i}", (
        f"Hello,\n\nthank you for your message. I am on vacation and will be back in the office on {back}.\n"
        f"In urgent cases write to cover{i % 9}@firm.example.\n\nRegards\n")


def message(rng, i, count):
    kind = rng.randrange(100)
    name, mail = person(rng.randrange(PEOPLE)) if kind != 1 else (f"Stranger {i}", f"s{i}@elsewhere.example")
    auto, subject, text = auto_reply(rng, i) if kind < 3 else ("no", f"order {i}", sentences(rng, rng.randrange(8, 90)))
    head = (f"Return-Path: <{mail}>\nReceived: from mx{i % 7}.example by mail.example; {date(i, count)}\n"
            f"From: {name} <{mail}>\nTo: Me <me@desk.example>\nSubject: {subject}\nDate: {date(i, count)}\n"
            f"Message-ID: <{i}.{rng.randrange(1 << 30)}@firm.example>\nMIME-Version: 1.0\n")
    if auto != "no":
        head += f"Auto-Submitted: {auto}\n"
    if kind < 70:
        return f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    html = "<p>" + text.replace("\n", "</p>\n<p>") + "</p>"
    return (f"{head}Content-Type: multipart/alternative; boundary=b{i}\n\n--b{i}\nContent-Type: text/plain\n\n{text}\n"
            f"--b{i}\nContent-Type: text/html\n\n<html><body>{html}</body></html>\n--b{i}--\n")


def main():
    folder, count, mbox = sys.argv[1], int(sys.argv[2]), "--mbox" in sys.argv
    rng = random.Random(20260302)
    box = open(folder, "w", encoding="utf-8") if mbox else None
    for part in () if mbox else ("cur", "new", "tmp"):
        os.makedirs(f"{folder}/{part}")
    for i in range(count):
        text = message(rng, i, count)
        if mbox:
            box.write(f"From p@firm.example Mon Mar  2 09:00:00 2026\n{text}\n")
            continue
        name = f"cur/{1735689600 + i}.M{i}P1.host:2,S" if i % 50 else f"new/{1735689600 + i}.M{i}P1.host"
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.write(text)
    with open(f"{folder}.vcf", "w", encoding="utf-8") as file:
        for i in range(PEOPLE):
            name, mail = person(i)
            file.write(f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:{mail}\nEND:VCARD\n")


main()
