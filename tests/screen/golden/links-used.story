# The web of links says how often a reference was named and when last: by a mail with no touch, and for a letter to come.
desk empty
run add 'Ana Ruiz, Brio, ana@brio.example, +1 416 555 0100, #prospect'
run add 'Mike Kincaid, Quality Fabricators, #customer'
run add 'Jo Lindqvist, Brio, #prospect'
run link ana reference mike
run link jo reference mike
run link ana colleague jo
run touch jo letter today reference mike
sizes 120x36 80x24 60x16
keys
/ "ana" Enter m "{reference} asked me to write to you." C-o Enter
