# ; s on people: the next touch of each; who has none is counted.
desk sample
sizes 80x24
keys
6 j 3 Space ; s
