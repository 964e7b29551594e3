# A desk that cannot be written to.
desk sample
sh cp desk.db locked.db && mkdir locked && mv locked.db locked/desk.db && chmod 400 locked/desk.db && chmod 500 locked
open --db locked/desk.db
sizes 120x36 80x24
keys
