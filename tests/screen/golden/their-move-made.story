# Their move stands in the list, at its guard day; the person has a next step.
desk sample
sizes 120x36 80x24
keys
7 j b "a quote for the pumps" Enter Enter
