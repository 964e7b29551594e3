# Titles and tags longer than any column: the library, and whose it is.
run add 'Maximiliane-Alexandra Freifrau von Hohenlohe-Waldenburg-Schillingsfürst, Allgemeine Maschinenbau- und Anlagenwartungsgesellschaft Süd mbH, max@langname.example, +49 6131 555 0100, #prospect'
run add 'Anakulangara Padmanabhan Venkataramakrishnan Subrahmanyam, Tiruchirappalli Textile Machinery Works and Export Corporation, anak@langname.example, +91 431 555 0100, #prospect'
run touch max@langname.example '!call' today 'the opening of the third hall in Ludwigshafen and the order for the machines in it'
run touch anak@langname.example call today 'the question of the spare parts for the two older machines in the dyeing hall'
run item 'Six ways to cut scrap in a press shop without buying another machine or asking anyone to work at night, https://example.com/six, less waste, #metal #press #automotive #suppliers #second-shift'
sizes 120x36 80x24 60x16
keys
g l
