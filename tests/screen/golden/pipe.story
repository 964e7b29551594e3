# |: to which command; = hands over the line of text.
desk sample
sizes 80x24 60x16
keys
Tab Tab |
