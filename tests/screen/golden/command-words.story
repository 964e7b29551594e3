# : with the words that answer the first question: no prompt in between.
desk sample
sizes 80x24
keys
: "move fri" Enter
