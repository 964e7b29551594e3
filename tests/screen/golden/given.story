# > and a name: it is theirs now.
desk sample
sizes 80x24
keys
Tab Tab > "grace" Enter
