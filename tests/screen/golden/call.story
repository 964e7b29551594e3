# c on somebody back from a trip: the opener names the place, their clock says that nobody is in.
now 2026-11-24 14:05
run add 'Dana Whitfield, Northwind, purchasing, dana@northwind.example, +49 30 555 0100, +49 171 555 0101, Europe/Berlin, #prospect'
file a.eml
From: Dana Whitfield <dana@northwind.example>
Subject: Automatic reply: offer
Date: Mon, 16 Nov 2026 10:00:00 +0100
Message-ID: <d1@northwind.example>
Auto-Submitted: auto-replied

I am on vacation in Mexico until November 20, back on Monday, November 23.
end
run ooo --yes --now '2026-11-16 09:00' a.eml
run note --now '2026-11-12 10:20' dana '"too dear for us this year"'
run got --now '2026-11-13 11:00' dana call 'asked for the second item'
sizes 120x36 80x24 60x16
keys
7 j c
