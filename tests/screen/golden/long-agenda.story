# Names, companies and purposes longer than any column: the agenda.
run add 'Maximiliane-Alexandra Freifrau von Hohenlohe-Waldenburg-Schillingsfürst, Allgemeine Maschinenbau- und Anlagenwartungsgesellschaft Süd mbH, max@langname.example, +49 6131 555 0100'
run add 'Anakulangara Padmanabhan Venkataramakrishnan Subrahmanyam, Tiruchirappalli Textile Machinery Works and Export Corporation, anak@langname.example'
run touch max@langname.example card today 'congratulations on the opening of the third hall in Ludwigshafen and on the order for it'
run touch anak@langname.example call 'today 15:00' 'the question of the spare parts for the two older machines in the dyeing hall'
file away.eml
From: "Anakulangara Padmanabhan Venkataramakrishnan Subrahmanyam" <anak@langname.example>
To: me@here.example
Date: Fri, 20 Nov 2026 09:30:00 -0500
Message-ID: <long-1@langname.example>
Subject: Automatic reply: spare parts
Auto-Submitted: auto-replied

I am out of the office until 12/3 for my sister's wedding in Thiruvananthapuram.
end
sh mkdir -p mails && mv away.eml mails/
run ooo mails
sizes 80x24 60x16
keys
g a
