# The audit trail: what was done and to what.

history-title = Händelselogg
history-list = Händelser
history-empty = Varje ändring i registret visas här: vad som gjordes, när och på vilken dator.
history-none-found = Inga händelser motsvarar filtren.
history-count =
    { $count ->
        [one] 1 händelse
       *[other] { $count } händelser
    }
history-filter-staff = Utförd av
history-column-staff = Utförd av
history-staff-nobody = Utan namn
history-filter-action = Händelse
history-filter-entity = Gäller
history-filter-period = Tid
history-filter-from = Från
history-filter-until = Till och med
history-period-all = Hela tiden
history-period-today = I dag
history-period-week = De senaste 7 dagarna
history-period-month = De senaste 30 dagarna
history-period-custom = Vald tid
history-of-record = Händelser för den här posten
history-only = Gäller: { $record }
history-clear = Ta bort filtren
history-column-at = Tid
history-column-action = Händelse
history-column-record = Gäller
history-column-fields = Ändrade uppgifter
history-column-machine = Dator
history-record-count =
    { $count ->
        [one] 1 st.
       *[other] { $count } st.
    }
history-open = Öppna { $record }
history-no-values = Loggen anger vilka uppgifter som ändrades, inte deras innehåll.

## Checking, signing, taking out

trail-tools = Kontroll och export av händelseloggen
trail-verify = Kontrollera hela loggen
trail-sheet = Kontrollpunktens blankett…
trail-export = Exportera…
trail-export-table = Tabell (CSV)
trail-export-bundle = Undertecknat paket (ZIP)
trail-export-filtered = Endast de anteckningar som filtren visar exporteras.
trail-export-all = Hela loggen exporteras.
trail-checkpoint = Senaste kontrollpunkt: { $at }, { $size ->
    [one] 1 anteckning
   *[other] { $size } anteckningar
}.
trail-checkpoint-none = Ingen kontrollpunkt har gjorts ännu. Den första görs nästa gång registret öppnas, eller när du sparar blanketten.
trail-sheet-saved = Kontrollpunktens blankett är sparad: { $name }. Skriv ut den, datera och underteckna den och förvara den i pärmen, skild från datorn.
trail-verifying = Loggen kontrolleras…
trail-verify-cancelled = Kontrollen avbröts. Den säger ingenting om loggen.
trail-exporting = Loggen exporteras: { $name }…
trail-exported = Loggen är exporterad: { $name }. Filen berättar vem som har gjort vad och kan innehålla personalens namn: förvara den därefter.
trail-export-cancelled = Exporten avbröts. Ingen fil gjordes.
trail-intact = Händelseloggen är oförändrad
trail-intact-text = { $entries ->
    [one] 1 anteckning
   *[other] { $entries } anteckningar
} sedan { $since }: ingen har ändrats och ingen saknas. { $checkpoints ->
    [0] Det finns inga kontrollpunkter ännu.
    [one] 1 kontrollpunkt håller, gjord { $checkpoint }.
   *[other] { $checkpoints } kontrollpunkter håller, den senaste gjord { $checkpoint }.
}
trail-broken = Händelseloggen är inte oförändrad
trail-broken-entry = Anteckning { $number } är inte den som skrevs, eller den föregående saknas. Före den håller { $entries ->
    [0] ingen anteckning.
    [one] 1 anteckning.
   *[other] { $entries } anteckningar.
}
trail-broken-signed = De { $number } första anteckningarna är inte de som undertecknades.
trail-broken-end = Loggens slut saknas: { $number } anteckningar är undertecknade, men { $entries } finns kvar.
trail-broken-keys = Undertecknandets nycklar följer inte av varandra.
trail-broken-action = Radera ingenting. Jämför med säkerhetskopian och kontrollpunkternas blanketter i pärmen, och ta reda på vem som har hanterat registrets filer.
trail-close = Stäng meddelandet
trail-clock-title = Går datorns klocka rätt?
trail-clock-backward = Klockan flyttades bakåt ({ $at }). Ingenting raderas efter ålder innan klockan har konstaterats rätt.
trail-clock-forward = Klockan flyttades mer än två dygn framåt ({ $at }), eller så användes programmet inte under den tiden. Ingenting raderas efter ålder innan klockan har konstaterats rätt.
trail-clock-now = Klockan visar nu: { $now }.
trail-clock-right = Klockan går rätt

## Things done

action-register-created = Registret skapades
action-register-unlocked = Registret låstes upp
action-register-locked = Registret låstes
action-alarm-accepted = Ändrat register godkänt
action-foreign-log-set-aside = En främmande loggfil ställdes åt sidan
action-studio-updated = Studions uppgifter ändrades
action-second-copy-changed = Inställningarna för bildernas andra kopia ändrades
action-files-copied = Bilder kopierades till en annan disk
action-file-fetched-back = En bild hämtades tillbaka från den andra disken
action-sign-in-failed = Fel lösenfras eller återställningskod
action-staff-added = Medarbetare tillagd
action-staff-updated = Medarbetarens uppgifter ändrade
action-staff-admitted = Konto taget i bruk
action-staff-left = Medarbetare antecknad som slutad
action-root-key-renewed = Registrets nyckel byttes
action-passphrase-changed = Lösenfrasen byttes
action-keychain-turned-on = Upplåsning utan lösenfras på
action-keychain-turned-off = Upplåsning utan lösenfras av
action-customer-created = Kund lades till
action-customer-updated = Kundens uppgifter ändrades
action-consent-recorded = Samtycke registrerades
action-customer-opened = Kundens skyddade uppgifter öppnades
action-customer-protection-changed = Kundens spärrmarkering ändrades
action-school-created = Skola lades till
action-school-updated = Skolans uppgifter ändrades
action-roster-imported = Klasslista importerades
action-roster-undone = Importen av en klasslista ångrades
action-subject-created = Fotograferad lades till
action-subject-updated = Den fotograferades uppgifter ändrades
action-subject-moved = Fotograferad flyttades till en annan klass
action-guardian-changed = Vårdnadshavare ändrades
action-subject-opened = Den fotograferades skyddade uppgifter öppnades
action-subject-protection-changed = Den fotograferades spärrmarkering ändrades
action-job-created = Fotografering bokades
action-job-updated = Fotografering ändrades
action-camera-cards-given = Kamerakortens koder gavs
action-camera-cards-saved = Kamerakorten sparades som fil
action-matching-edited = Matchningen rättades
action-matching-undone = En rättelse av matchningen ångrades
action-image-chosen = En bild valdes
action-missing-list-saved = Listan över saknade sparades som fil
action-group-photo-named = Personerna på en gruppbild namngavs
action-group-legend-saved = Gruppbildernas texter sparades som fil
action-codes-read = Kamerakortens koder söktes i bilderna
action-session-created = Session skapades
action-session-updated = Session ändrades
action-clock-corrected = Kamerans klocka rättades
action-import-started = Import påbörjades
action-frames-imported = Bilder importerades
action-sidecars-imported = Sidofiler importerades
action-import-ended = Import avslutades
action-import-given-up = Avbruten import lämnades därhän
action-frames-marked = Bilder märktes
action-product-created = Produkt lades till
action-product-updated = Produkt ändrades
action-order-created = Beställning registrerades
action-order-updated = Beställning ändrades
action-order-confirmed = Beställning bekräftades
action-order-sent = Beställning markerades som skickad
action-order-delivered = Beställning markerades som levererad
action-order-cancelled = Beställning annullerades
action-print-partner-created = Tryckpartner lades till
action-print-partner-updated = Tryckpartner ändrades
action-print-batch-started = Utskriftsparti påbörjades
action-print-batch-written = Utskriftspartiets filer skrevs
action-print-batch-handed-over = Utskriftsparti lämnades till tryck
action-print-batch-failed = Utskriftsparti avbröts
action-recovery-sheet-saved = Återställningskoden sparades som fil
action-checkpoint-signed = Kontrollpunkt undertecknad
action-checkpoint-key-renewed = Undertecknandets nyckel byttes
action-checkpoint-sheet-saved = Kontrollpunktens blankett sparad
action-trail-verified = Hela händelseloggen kontrollerad
action-trail-exported = Händelseloggen exporterad till en fil
action-clock-jumped = Datorns klocka hoppade
action-clock-confirmed = Klockan konstaterad rätt

## Kinds of record

entity-studio = Studio
entity-staff-member = Medarbetare
entity-customer = Kund
entity-school = Skola
entity-subject-group = Klass
entity-subject = Fotograferad
entity-job = Fotografering
entity-session = Session
entity-frame = Bild
entity-product = Produkt
entity-order = Beställning
entity-print-partner = Tryckpartner
entity-print-batch = Utskriftsparti
entity-disclosure = Utlämnande
entity-audit-entry = Händelselogg

## Names of fields of schools, subjects and jobs

field-label-school = Skola
field-label-group = Klass
field-label-guardians = Vårdnadshavare
field-label-is-protected = Spärrmarkering
field-label-type-code = Kortets kod
field-label-not-a-card = Inte ett kort
field-label-split = Delning
field-label-merge = Sammanfogning
field-label-assign = Val av person
field-label-shift = Tilldelning till kortet intill
field-label-confirm = Bekräftelse
field-label-order = Till beställningar
field-label-rows = Rader
field-label-yearbook = Till årsboken
field-label-class-composite = Till klasskartan
field-label-school-register = Till skolans register
field-label-starts-on = Första dagen
field-label-ends-on = Sista dagen
field-label-photographers = Fotografer
field-label-price-list = Prislista
field-label-viewing = Visning av bilder
field-label-group-photos = Gruppbilder
field-label-card-habit = Kortens ordning
field-label-most-frames = Högst så många bilder
field-label-longest-pause-s = Längsta paus
