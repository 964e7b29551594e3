# Names, companies and words longer than any column: what waits.
run add 'Maximiliane-Alexandra Freifrau von Hohenlohe-Waldenburg-Schillingsfürst, Allgemeine Maschinenbau- und Anlagenwartungsgesellschaft Süd mbH, max@langname.example, +49 6131 555 0100, #prospect'
run add 'Anakulangara Padmanabhan Venkataramakrishnan Subrahmanyam, Tiruchirappalli Textile Machinery Works and Export Corporation, anak@langname.example, +91 431 555 0100, #prospect'
run touch max@langname.example '!call' today 'the opening of the third hall in Ludwigshafen and the order for the machines in it'
run touch anak@langname.example call today 'the question of the spare parts for the two older machines in the dyeing hall'
run got --now '2026-11-20 11:00' max@langname.example voicemail 'Could you send the catalogue of the larger machines once more, and ring me about the price of the second one?'
run got --now '2026-11-21 10:00' anak@langname.example email 'spare parts for the two older machines in the dyeing hall, and when they can be here'
sizes 120x36 80x24 60x16
keys
g w
