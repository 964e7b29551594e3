# 10gc: what fits in ten minutes; one of three is done.
now 2026-11-24 14:05
file a.eml
From: Dana Whitfield <dana@northwind.example>
Subject: Automatic reply: offer
Date: Mon, 16 Nov 2026 10:00:00 +0100
Message-ID: <d1@northwind.example>
Auto-Submitted: auto-replied

I am on vacation in Mexico until November 20, back on Monday, November 23.
end
run add --now '2026-08-03 10:00' 'Jo Lindqvist, Kessler, #prospect'
run add 'Dana Whitfield, Northwind, dana@northwind.example, +1 416 555 0100, #prospect'
run add 'Ana Ruiz, Brío, +34 91 555 0101, Europe/Madrid, #customer'
run add 'Ravi Menon, Acme, +1 416 555 0144, America/Toronto, #prospect'
run add 'Lena Vogt, Vogt, +1 416 555 0155, #prospect'
run add 'Bo Lind, Kessler, +1 416 555 0166, #prospect'
run touch jo email '2026-12-14' 'the list'
run ooo --yes --now '2026-11-16 09:00' a.eml
run touch lena call '2026-11-20' 'catalogue'
run touch bo '!call' today 'pricing'
run touch ana call today 'renewal'
run got --now '2026-11-24 11:20' ravi voicemail 'about the second item'
sizes 80x24
keys
1 0 g c Enter Enter ^D r - Enter Esc
