# Tab shows what may follow.
desk sample
sizes 80x24 60x16
keys
/ "ana st" Tab Tab
