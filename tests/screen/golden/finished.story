# x: finished; the row stays where it was.
desk sample
sizes 120x36 80x24
keys
Tab Tab x r "-" Enter
