# . after s: the next touch goes to the same day.
desk sample
sizes 80x24
keys
Tab Tab s "fri" Enter j .
