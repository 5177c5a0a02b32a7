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

## Things done

action-register-created = Registret skapades
action-register-unlocked = Registret låstes upp
action-register-locked = Registret låstes
action-alarm-accepted = Ändrat register godkänt
action-foreign-log-set-aside = En främmande loggfil ställdes åt sidan
action-studio-updated = Studions uppgifter ändrades
action-sign-in-failed = Fel lösenfras eller återställningskod
action-staff-added = Medarbetare tillagd
action-staff-updated = Medarbetarens uppgifter ändrade
action-staff-admitted = Konto taget i bruk
action-staff-left = Medarbetare antecknad som slutad
action-root-key-renewed = Registrets nyckel byttes
action-passphrase-changed = Lösenfrasen byttes
action-customer-created = Kund lades till
action-customer-updated = Kundens uppgifter ändrades
action-consent-recorded = Samtycke registrerades
action-session-created = Session skapades
action-session-updated = Session ändrades
action-import-started = Import påbörjades
action-frames-imported = Bilder importerades
action-import-ended = Import avslutades
action-import-given-up = Avbruten import lämnades därhän
action-frames-marked = Bilder betygsattes eller valdes bort
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

## Kinds of record

entity-studio = Studio
entity-staff-member = Medarbetare
entity-customer = Kund
entity-session = Session
entity-frame = Bild
entity-product = Produkt
entity-order = Beställning
entity-print-partner = Tryckpartner
entity-print-batch = Utskriftsparti
entity-disclosure = Utlämnande
entity-audit-entry = Loggpost
