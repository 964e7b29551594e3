# Nobody: never silently empty.
desk sample
sizes 80x24
keys
/ "xyzzy"
