"""Prints the events of an .ics file as python3-icalendar reads them, one a line:
LOCAL START | SUMMARY | SECONDS FROM START TO ALARM | TRANSP, in order of start. Usage: events.py FILE"""
import datetime
import sys
import zoneinfo

import icalendar

local = zoneinfo.ZoneInfo("America/Toronto")
lines = []
with open(sys.argv[1], "rb") as stream:
    calendar = icalendar.Calendar.from_ical(stream.read())
for event in calendar.walk("VEVENT"):
    start = event["DTSTART"].dt
    if isinstance(start, datetime.datetime):
        start = start.astimezone(local)
        shown = start.strftime("%Y-%m-%d %H:%M")
    else:
        shown = start.isoformat()
    alarms = event.walk("VALARM")
    assert len(alarms) == 1, f"{len(alarms)} alarms"
    assert alarms[0]["ACTION"] == "DISPLAY"
    assert not event.get("ATTENDEE") and not event.get("ORGANIZER")
    trigger = int(alarms[0]["TRIGGER"].dt.total_seconds())
    lines.append(f"{shown} | {event['SUMMARY']} | {trigger} | {event['TRANSP']}")
print("\n".join(sorted(lines)))
