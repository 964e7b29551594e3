# The library: what is worth sending, and what the current person had of it.
desk empty
run item 'Six ways to cut scrap, https://example.com/six, less waste, #metal #press'
run item 'Spring offer, ~/offers/spring.pdf, email, earn, until 2026-12-24'
run item 'A list of suppliers near you, save time'
run add --tag metal 'Ravi Menon, Acme'
run touch ravi email fri +
sizes 120x36 80x24 60x16
keys
gl
