# ' goes to whom the letters begin as they are typed, of those in the list; the others follow, and the prompt stays open.
desk sample
sizes 80x24 60x16
keys
' "zo"
