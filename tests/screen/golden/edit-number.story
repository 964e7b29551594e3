# e ^U and a number: the first number is that one, all else stays.
desk sample
sizes 80x24
keys
e ^U "+34 91 555 0199" Enter Enter
