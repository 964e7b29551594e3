# By gt it is a list like any other; the desk behind it comes back with q.
desk sample
now 2026-11-23 09:00
sizes 120x36 80x24
keys
g t j
