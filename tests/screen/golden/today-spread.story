# Enter shows where what is left would go, and asks.
desk sample
now 2026-12-03 09:00
sizes 120x36 80x24 60x16
keys
Enter
