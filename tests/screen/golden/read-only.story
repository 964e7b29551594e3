# A desk that cannot be written to: here, one that a newer touchbase made.
desk sample
sh sqlite3 desk.db 'PRAGMA user_version = 99900'
sizes 120x36 80x24
keys
Esc
