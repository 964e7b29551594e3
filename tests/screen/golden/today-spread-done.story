# They were spread; nothing is late any more.
desk sample
now 2026-12-03 09:00
sizes 80x24
keys
Enter y
