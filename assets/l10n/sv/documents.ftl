# Documents that leave the program: recovery sheet, order slips, README of a print batch.

documents-page = Sida { $page } / { $pages }

documents-recovery-title = Återställningskod
documents-recovery-studio = Studio
documents-recovery-created = Skapad
documents-recovery-lead = Med den här koden öppnas registret om lösenfrasen har gått förlorad. Ingen annan kan återställa den – inte heller vi.
documents-recovery-code = Kod
documents-recovery-code-hint = Koden innehåller inte bokstäverna I, L, O eller U. Med hjälp av kodens slut upptäcker programmet skrivfel.
documents-recovery-qr = Samma kod för avläsning
documents-recovery-keep = Så förvarar du koden
documents-recovery-keep-safe = Förvara arket inlåst och åtskilt från datorn – till exempel i ett kassaskåp eller bankfack.
documents-recovery-keep-secret = Den som har både arket och registret kan öppna registret. Fotografera inte arket och spara det inte på datorn.
documents-recovery-keep-test = Koden kontrollerades genom att den skrevs in på nytt när registret skapades. Om arket försvinner, var noga med lösenfrasen.
documents-recovery-use = Så använder du koden
documents-recovery-use-open = Öppna Kontakti och välj återställningskoden i låsvyn.
documents-recovery-use-type = Skriv grupperna från vänster till höger, rad för rad. Stora och små bokstäver gör ingen skillnad.
documents-recovery-use-passphrase = Välj en ny lösenfras.

documents-slip-title = Orderlapp
documents-slip-order = Beställning
documents-slip-batch = Utskriftsparti
documents-slip-quantity = Antal
documents-slip-product = Produkt
documents-slip-file = Fil
documents-slip-prints = { $prints ->
    [one] { $prints } kopia
   *[other] { $prints } kopior
}
documents-slip-pieces = { $pieces ->
    [one] { $pieces } stycke
   *[other] { $pieces } stycken
}
documents-slip-totals = Totalt

documents-readme-title = Utskriftsparti { $number }
documents-readme-from = Avsändare: { $studio }
documents-readme-to = Mottagare: { $partner }
documents-readme-created = Skapat: { $date }
documents-readme-resend = Det här partiet är en ny sändning av parti { $number }.
documents-readme-counts = { $orders ->
    [one] { $orders } beställning
   *[other] { $orders } beställningar
}, { $files ->
    [one] { $files } bildfil
   *[other] { $files } bildfiler
}, { $prints ->
    [one] { $prints } kopia
   *[other] { $prints } kopior
}.
documents-readme-folders = Mappens namn är kopians storlek och yta. Början av filnamnet anger hur många kopior som ska göras: 2x_ är två kopior.
documents-readme-pixels = Bilderna är färdiga: rätt beskärning och pixelmått, sRGB, 300 dpi. Beskär och korrigera dem inte.
documents-readme-lists = manifest.csv och manifest.json förtecknar filerna. SHA256SUMS är kontrollsummorna. I mappen slips finns en orderlapp för varje beställning: lägg den tillsammans med beställningens kopior.
documents-readme-contact = Frågor? { $contact }
documents-readme-delete = Bilderna föreställer barn. Radera filerna enligt avtalet när kopiorna har levererats.

## Titles of the system's own dialogs

documents-dialog-import = Välj minneskortet eller mappen som bilderna importeras från
documents-dialog-hand-over = Välj mappen som partiet skrivs till
documents-dialog-recovery = Spara återställningskoden som PDF
documents-recovery-file = Kontakti-aterstallningskod.pdf

## When the program cannot start

documents-start-folder = Kontakti startade inte: mappen { $folder } går inte att använda. Kontrollera att disken är ansluten och att du har behörighet till mappen, och starta programmet på nytt.
documents-start-no-folder = Kontakti startade inte: systemet ger programmet ingen egen mapp. Kontrollera miljövariablerna KONTAKTI_DATA och KONTAKTI_DEVICE eller be datorns administratör om hjälp.
documents-start-window = Kontakti startade inte: fönstret kunde inte öppnas. Starta om datorn; om det inte hjälper, installera Kontakti på nytt. Registret har inte rörts.
