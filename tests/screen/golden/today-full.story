# A week later: promises that were missed, who is back, cards, calls, and what is left.
desk sample
now 2026-12-03 09:00
sizes 120x36 80x24 60x16
keys
