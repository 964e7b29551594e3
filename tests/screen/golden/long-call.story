# Names, companies and purposes longer than any line: the call sheet, in the middle of a call.
run add 'Maximiliane-Alexandra Freifrau von Hohenlohe-Waldenburg-Schillingsfürst, Allgemeine Maschinenbau- und Anlagenwartungsgesellschaft Süd mbH, max@langname.example, +49 6131 555 0100, #prospect'
run add 'Anakulangara Padmanabhan Venkataramakrishnan Subrahmanyam, Tiruchirappalli Textile Machinery Works and Export Corporation, anak@langname.example, +91 431 555 0100, #prospect'
run touch max@langname.example '!call' today 'the opening of the third hall in Ludwigshafen and the order for the machines in it'
run touch anak@langname.example call today 'the question of the spare parts for the two older machines in the dyeing hall'
run note max@langname.example '"the second shift is the one that needs it, not the first, and they were never asked about it by anyone"'
sizes 120x36 80x24 60x16
keys
g c Enter Enter "they have asked three others and want to see all of them before the end of the month"
