# l limits the list to words and conditions; what fits is marked, the title says the filter.
desk sample
run tag zoe wine
run tag dana wine
sizes 120x36 80x24 60x16
keys
l "tag:wine" Enter
