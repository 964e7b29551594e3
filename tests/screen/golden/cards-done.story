# A card is printed, written, posted: the whole way in one sitting.
now 2026-11-24 14:05
file ana.vcf
BEGIN:VCARD
VERSION:3.0
FN:Ana Ruiz
ORG:Brio
ADR:;;1 Main Street;Springfield;;12345;
END:VCARD
end
run import ana.vcf
run touch ana card today thanks
sizes 120x36 80x24 60x16
keys
g k m "Dear {first}, thank you for the tour of the works." ^D : "export ~/cards.txt" Enter w C-l x "-" Enter
