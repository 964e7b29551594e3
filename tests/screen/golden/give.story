# >: the touch goes to another person; several bear the words.
desk sample
sizes 80x24
keys
Tab Tab > "a" Enter
