# A touch with neither purpose nor item is asked once what it brings.
desk empty
run item 'Six ways to cut scrap, https://example.com/six, less waste, #metal #press'
run item 'Spring offer, ~/offers/spring.pdf, email, earn, until 2026-12-24'
run add --tag metal 'Ravi Menon, Acme'
sizes 80x24 60x16
keys
t "email tue" Enter
