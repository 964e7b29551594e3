# Who is back next year: the day is shown whole.
desk empty
file a.eml
From: Ana Ruiz <ana@example.com>
Subject: Automatic reply: offer
Date: Sat, 21 Nov 2026 10:00:00 -0500
Message-ID: <a1@example.com>
Auto-Submitted: auto-replied

I am on vacation until January 26, 2027 and will be back on Wednesday, January 27, 2027.
end
file people.csv
name,company,email
Ana Ruiz,Brío,ana@example.com
end
run import people.csv
sh mkdir -p box && mv a.eml box/
run ooo --yes box
sizes 120x36 80x24
keys
g i
