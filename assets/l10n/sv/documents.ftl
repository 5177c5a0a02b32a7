# Documents that leave the program: recovery sheet, order slips, camera cards, README of a print batch.

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

documents-cards-title = Kamerakort
documents-cards-group = Gruppbild
documents-cards-count = { $count ->
    [one] { $count } fotograferad
   *[other] { $count } fotograferade
}
documents-cards-end = Slut
documents-cards-end-text = Avslutar föregående kort: följande bilder hör inte till någon före nästa kort.
documents-cards-skip = Kassera
documents-cards-skip-text = Kasserar föregående korts bilder: de kopplas inte till den fotograferade.
documents-cards-clock = Klocka
documents-cards-clock-text = Fotografera kortet och anteckna det exakta klockslaget: med det rättas kamerans klocka.
documents-cards-retake = Omtagning
documents-cards-retake-text = Tomt kort: skriv namn och klass före fotograferingen.
documents-cards-name = Namn
documents-cards-class = Klass
documents-missing-title = Lista över saknade
documents-missing-none = Ingen saknas.
documents-missing-count = { $count ->
    [one] { $count } person
   *[other] { $count } personer
}
documents-missing-protected = { $count ->
    [one] Dessutom saknas { $count } skyddad person som listan inte nämner.
   *[other] Dessutom saknas { $count } skyddade personer som listan inte nämner.
}
documents-missing-absent = inte fotograferad
documents-missing-card-only = bara kortet, inga porträtt
documents-missing-none-usable = ingen användbar bild
documents-missing-not-chosen = ingen bild vald
documents-missing-not-permitted = får inte fotograferas
documents-legend-title = Gruppbild
documents-legend-none = Ingen är namngiven på någon gruppbild.
documents-legend-absent = Frånvarande
documents-legend-row-only = Från vänster
documents-legend-row-back = Bakre raden från vänster
documents-legend-row-middle = Mellersta raden från vänster
documents-legend-row-between = Rad { $number } bakifrån, från vänster
documents-legend-row-front = Främre raden från vänster
documents-legend-unnamed = { $count ->
    [one] – En person på bilden nämns inte vid namn.
   *[other] – { $count } personer på bilden nämns inte vid namn.
}

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

documents-checkpoint-title = Kontrollpunkt
documents-checkpoint-lead = Den här blanketten bevisar hur händelseloggen såg ut vid den här tidpunkten. När blanketten finns i pärmen kan loggen inte skrivas om utan att det märks.
documents-checkpoint-studio = Studio
documents-checkpoint-made = Gjord
documents-checkpoint-entries = Anteckningar
documents-checkpoint-moment = { $day } kl. { $time }
documents-checkpoint-size = { $size }
documents-checkpoint-root = Rot
documents-checkpoint-root-hint = Roten är räknad ur alla anteckningar från den första. Om en enda anteckning ändrades skulle den bli en annan.
documents-checkpoint-key = Fingeravtryck av undertecknandets nyckel
documents-checkpoint-qr = Den undertecknade kontrollpunkten för en läsare
documents-checkpoint-keep = Förvaring och kontroll
documents-checkpoint-keep-file = Datera och underteckna blanketten och förvara den i pärmen, skild från datorn. Den innehåller inga personuppgifter och öppnar ingenting.
documents-checkpoint-keep-check = Exportera loggen som ett undertecknat paket och ge programmet kontakti-verify paketet och blankettens rot eller QR-kodens text.
documents-checkpoint-filed = Satt i pärmen
documents-checkpoint-date = Datum
documents-checkpoint-signature = Underskrift och namnförtydligande

documents-trail-column-id = Anteckning
documents-trail-column-utc = Tid (UTC)
documents-trail-column-local = Tid i Finland
documents-trail-column-staff-id = Utförarens nummer
documents-trail-column-staff = Utförd av
documents-trail-column-action = Händelsens kod
documents-trail-column-action-text = Händelse
documents-trail-column-entity = Gäller
documents-trail-column-record = Postens nummer
documents-trail-column-fields = Ändrade uppgifter
documents-trail-column-count = Antal
documents-trail-column-machine = Dator
documents-trail-column-prev-hash = Den föregåendes kontrollsumma
documents-trail-column-hash = Kontrollsumma

documents-trail-readme-title = Kontaktis händelselogg, undertecknat paket
documents-trail-readme-whole = Paketet innehåller hela händelseloggen från den första anteckningen till den sista kontrollpunkten: { $entries } anteckningar.
documents-trail-readme-picked = Paketet innehåller { $entries } anteckningar av sammanlagt { $size }. Det bevisar att var och en står på sin plats i loggen, men inte att inga anteckningar lämnats bort.
documents-trail-readme-check = Kontrollera paketet med programmet kontakti-verify, som följer med Kontakti. Det behöver varken registret eller dess nyckel: kontakti-verify paket.zip
documents-trail-readme-paper = Jämför dessutom med kontrollpunktens blankett i pärmen: kontakti-verify paket.zip --checkpoint "blankettens rot". Utan papper bevisar paketet bara att det håller i sig.
documents-trail-readme-not-proved = Inte bevisat är personalens namn (people.json) och att datorns klocka gick rätt.
documents-trail-readme-personal = Paketet berättar vem som har gjort vad. Förvara det därefter och förstör det när det inte längre behövs.

## Titles of the system's own dialogs

documents-dialog-import = Välj minneskortet eller mappen som bilderna importeras från
documents-dialog-hand-over = Välj mappen som partiet skrivs till
documents-dialog-second-copy = Välj en mapp på en annan disk för bildernas kopior
documents-dialog-recovery = Spara återställningskoden som PDF
documents-recovery-file = Kontakti-aterstallningskod.pdf
documents-dialog-checkpoint = Spara kontrollpunktens blankett
documents-checkpoint-file = Kontakti-kontrollpunkt.pdf
documents-dialog-roster = Välj skolans klasslista
documents-dialog-cards = Spara kamerakorten som PDF
documents-dialog-missing = Spara listan över saknade
documents-dialog-legend = Spara gruppbildernas texter
documents-cards-file = Kontakti-kamerakort.pdf
documents-missing-file = Kontakti-lista-over-saknade.pdf
documents-legend-file = Kontakti-bildtexter.pdf
documents-dialog-trail = Exportera händelseloggen
documents-trail-table-file = Kontakti-handelselogg.csv
documents-trail-bundle-file = Kontakti-handelselogg.zip

## When the program cannot start

documents-start-folder = Kontakti startade inte: mappen { $folder } går inte att använda. Kontrollera att disken är ansluten och att du har behörighet till mappen, och starta programmet på nytt.
documents-start-no-folder = Kontakti startade inte: systemet ger programmet ingen egen mapp. Kontrollera miljövariablerna KONTAKTI_DATA och KONTAKTI_DEVICE eller be datorns administratör om hjälp.
documents-start-window = Kontakti startade inte: fönstret kunde inte öppnas. Starta om datorn; om det inte hjälper, installera Kontakti på nytt. Registret har inte rörts.
