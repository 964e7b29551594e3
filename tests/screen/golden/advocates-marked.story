# Two advocates are done at once: their thanks are one question.
desk empty
run add 'Ana Ruiz, Brio, ana@brio.example, #prospect'
run add 'Mike Kincaid, Quality Fabricators, #customer'
run add 'Jo Lindqvist, Kessler, #customer'
run link ana advocate mike
run link ana advocate jo
run touch ana call fri advocate mike
run touch ana call fri advocate jo
sizes 80x24 60x16
keys
Tab Tab Space j Space ; x r -
