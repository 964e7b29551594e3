# A name that takes no words says so.
desk sample
sizes 60x16
keys
: "undo now" Enter
