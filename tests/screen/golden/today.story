# What the desk shows when it is first opened on a day, before any key.
desk sample
now 2026-11-23 09:00
sizes 120x36 80x24 60x16
keys
