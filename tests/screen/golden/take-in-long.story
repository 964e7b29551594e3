# A long reply in two languages: the words that prove are in view.
desk sample
file long.eml
From: Jürgen Hartmann <j.hartmann@brenner-pumpen.example>
To: me@here.example
Date: Fri, 20 Nov 2026 14:02:00 +0100
Message-ID: <long-1@brenner-pumpen.example>
Subject: Automatische Antwort: Angebot Dichtungen / Automatic reply: quotation seals
Auto-Submitted: auto-replied
Content-Type: text/plain; charset=utf-8

Sehr geehrte Damen und Herren,

vielen Dank für Ihre Nachricht. Bitte beachten Sie, dass Ihre E-Mail nicht
automatisch weitergeleitet wird und wir Anfragen in der Reihenfolge ihres
Eingangs bearbeiten. Rechnungen senden Sie bitte ausschließlich als PDF.

Ich bin bis einschließlich Freitag, 4. Dezember 2026 im Urlaub in Südtirol und
ab Montag, 7. Dezember 2026 wieder für Sie da. In dringenden Fällen wenden
Sie sich bitte an meine Kollegin Frau Sabine Koch, s.koch@brenner-pumpen.example,
Tel. +49 711 555 0120.

--- English version below ---

Dear Sir or Madam,

thank you for your message. I am on vacation in South Tyrol until Friday,
December 4, 2026 and will be back in the office on Monday, December 7, 2026.
In urgent cases please contact Sabine Koch.

Mit freundlichen Grüßen / Kind regards
Jürgen Hartmann
Brenner Pumpen GmbH, Werkstraße 5, 70000 Stuttgart
Geschäftsführer: K. Brenner, HRB 12345
end
sizes 120x36 80x24 60x16
keys
o "long.eml" C-d
