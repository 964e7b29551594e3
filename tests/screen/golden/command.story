# The command line, with what Tab offers.
desk sample
sizes 80x24
keys
: "e" Tab
