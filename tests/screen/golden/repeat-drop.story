# . after :delete asks again; nothing is dropped by a single key.
desk sample
sizes 80x24
keys
Tab Tab : "delete" Enter y j .
