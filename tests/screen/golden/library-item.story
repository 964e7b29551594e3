# Enter on an item: who had it; t sends it to the current person, x retires one.
desk empty
run item 'Six ways to cut scrap, https://example.com/six, less waste'
run item 'Spring offer, ~/offers/spring.pdf, email, earn'
run add 'Ravi Menon, Acme'
run add 'Ana Ruiz, Brio'
run touch ana letter fri +six
sizes 80x24
keys
gl j x k t Enter gl Enter
