# The call sheet says what likely keeps them.
desk empty
run add 'Jo Lindqvist, Kessler, jo@kessler.example, +1 555 0100'
run touch jo call today pricing
run blocker jo waiting on a third party
sizes 80x24
keys
c
