# Messages stand below what is worth sending, with their seconds and what they lack; one written here is kept.
now 2026-11-24 14:05
run item 'Six ways to cut scrap, https://example.com/six, less waste'
file hour.txt
Subject: An hour a day

Hi {first}, we save {company} an hour a day: could you call me before noon?
end
file hello.txt
Hello {first}, it is Ann. 416 555 0199.
end
run message voicemail hour.txt
run message voicemail hello.txt
run message card hour.txt
run add 'Ravi Menon, Acme'
sizes 120x36 80x24 60x16
keys
gl j x M "{item}: please tell me by Friday whether it fits you." ^T e ^D
