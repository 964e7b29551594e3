# Nobody has the words: a slip is forgiven, and said.
desk sample
sizes 80x24
keys
/ "angstorm"
