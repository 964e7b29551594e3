# --demo opens on the reply that waits to be confirmed.
open --demo
sizes 120x36 80x24 60x16
keys
