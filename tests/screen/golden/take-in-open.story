# A day that can be read in two ways stays open.
desk sample
file open.eml
From: Erik Grahn <erik@kessler.example>
To: me@here.example
Date: Fri, 20 Nov 2026 09:30:00 -0500
Message-ID: <open-1@kessler.example>
Subject: Automatic reply: catalogue
Auto-Submitted: auto-replied

I am out of the office until 12/3 for my sister's wedding.
end
sizes 120x36 80x24 60x16
keys
o "open.eml" C-d
