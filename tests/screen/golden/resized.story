# Panes resized and exchanged by keys.
desk sample
sizes 120x36 80x24 60x16
keys
4 C-w > Tab 2 C-w + C-w x
