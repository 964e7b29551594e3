# V to V: a range, still under way.
desk sample
sizes 80x24
keys
V j j j
