#!/usr/bin/python3
"""read_back.py FILE.ics: one line an item, as python3-icalendar reads it:
kind uid | start or due (local) | its UTC offset or - | alarm in minutes before or - | summary"""
import sys
from datetime import datetime

from icalendar import Calendar


def when(item):
    value = (item.get("DTSTART") or item.get("DUE")).dt
    if not isinstance(value, datetime):
        return value.isoformat(), "-"
    return value.strftime("%Y-%m-%d %H:%M"), value.strftime("%z") or "-"


def alarm(item):
    found = [part for part in item.subcomponents if part.name == "VALARM"]
    if not found:
        return "-"
    return str(int(-found[0]["TRIGGER"].dt.total_seconds() // 60))


def main():
    with open(sys.argv[1], "rb") as file:
        calendar = Calendar.from_ical(file.read())
    for item in calendar.walk():
        if item.name in ("VEVENT", "VTODO"):
            day, offset = when(item)
            print(" | ".join([item.name + " " + item["UID"], day, offset, alarm(item), item["SUMMARY"]]))


main()
