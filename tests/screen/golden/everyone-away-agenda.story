# Everyone is out of office: the agenda of the day one of them is back.
file people.csv
name,company,email
Ana Ruiz,Brío,ana@example.com
Ravi Menon,Acme,ravi@example.com
Jo Lindqvist,Kessler,jo@example.com
Tom Field,Fieldstone,tom@example.com
end
file ana.eml
From: Ana Ruiz <ana@example.com>
Subject: Automatic reply: offer
Date: Sat, 21 Nov 2026 10:00:00 -0500
Message-ID: <a1@example.com>
Auto-Submitted: auto-replied

I am on vacation in Mexico until Friday, November 27, 2026 and will be back on Monday, November 30, 2026.
end
file ravi.eml
From: Ravi Menon <ravi@example.com>
Subject: Automatic reply: pricing
Date: Sat, 21 Nov 2026 10:01:00 -0500
Message-ID: <a2@example.com>
Auto-Submitted: auto-replied

I am getting married and will be back in the office on December 7, 2026.
end
file jo.eml
From: Jo Lindqvist <jo@example.com>
Subject: Out of office
Date: Sat, 21 Nov 2026 10:02:00 -0500
Message-ID: <a3@example.com>
Auto-Submitted: auto-replied

I am out of the office with limited access to email.
end
file tom.eml
From: Tom Field <tom@example.com>
Subject: Automatic reply: trial unit
Date: Sat, 21 Nov 2026 10:03:00 -0500
Message-ID: <a4@example.com>
Auto-Submitted: auto-replied

I am at a trade fair and back on Wednesday, November 25, 2026. In urgent cases write to Sam Otis, sam@example.com.
end
run import people.csv
run ooo --yes ana.eml ravi.eml jo.eml tom.eml
run touch ana@example.com call '2026-11-24 10:00' 'the second item'
sizes 120x36 80x24 60x16
keys
g a 9 Right
