# ; x: only outcomes that fit them all.
desk sample
sizes 80x24
keys
Tab Tab Space G k k k Space ; x
