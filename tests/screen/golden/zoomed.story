# One pane alone.
desk sample
sizes 80x24 60x16
keys
Tab Tab z
