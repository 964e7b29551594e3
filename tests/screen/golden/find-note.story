# What was found in a note is shown where it stands, and marked.
desk sample
run note zoe wants the autumn catalogue before the fair
sizes 120x36 80x24 60x16
keys
/ "autumn catal"
