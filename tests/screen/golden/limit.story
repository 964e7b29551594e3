# l: only the rows whose words begin so, in the pane that has the cursor; what was typed is folded.
desk sample
sizes 80x24
keys
l "ANG" Enter Tab Tab l "da" Enter
