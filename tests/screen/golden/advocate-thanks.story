# An advocate was asked and reached: a thank-you and a question are offered.
desk empty
run add 'Ana Ruiz, Brio, ana@brio.example, #prospect'
run add 'Mike Kincaid, Quality Fabricators, #customer'
run link ana advocate mike
run touch ana call fri advocate mike
sizes 80x24 60x16
keys
/ "mike" Enter x r - Enter
