# A rule typed where WHEN is asked is shown before it stands: in words, and the first days it brings.
desk sample
sizes 120x36 80x24 60x16
keys
t "call every october 2pm check the stock" Enter
