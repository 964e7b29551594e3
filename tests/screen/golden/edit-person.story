# e on a person.
desk sample
sizes 80x24
keys
e
