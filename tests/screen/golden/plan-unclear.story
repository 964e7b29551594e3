# t: what is not understood stays typed, with the reason.
desk sample
sizes 120x36 80x24
keys
t "call someday offer" Enter
