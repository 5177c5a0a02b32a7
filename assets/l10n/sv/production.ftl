# Gathering, handing over, batches and the disclosure ledger.

production-title = Produktion
production-tab-gather = Väntar
production-tab-batches = Partier
production-tab-ledger = Utlämnanden
production-ready = Bekräftade beställningar
production-ready-empty = Här väntar bekräftade beställningar som ännu inte har lämnats till tryck.
production-none-found = Ingen väntande beställning motsvarar sökningen.
production-open-orders = Öppna beställningarna
production-open-gather = Samla ett parti
production-select-none = Ta bort valen
production-select-order = Välj beställning { $number }
production-selected =
    { $count ->
        [one] 1 beställning vald
       *[other] { $count } beställningar valda
    }
production-selected-of = { $count } / { $total } beställningar valda
production-waiting =
    { $count ->
        [one] 1 beställning väntar
       *[other] { $count } beställningar väntar
    }
production-partner = Tryckpartner
production-choose-partner = Välj tryckpartner
production-no-partners = Lägg först till en tryckpartner.
production-add-partner = Lägg till tryckpartner
production-nothing-selected = Välj beställningar, så visas partiets innehåll här.
plan-title = Partiets innehåll
plan-orders = Beställningar
plan-prints = Kopior
plan-files = Bildfiler
plan-size = Storlek, ungefär
plan-customers = Kunder
plan-sizes = Bildstorlekar
plan-size-row = { $prints ->
    [one] 1 kopia
   *[other] { $prints } kopior
}, { $files ->
    [one] 1 fil
   *[other] { $files } filer
}
plan-fields = Uppgifter som lämnas ut
batch-fields = Utlämnade uppgifter
plan-issues = Att beakta
plan-no-issues = Ingenting saknas.
plan-issue-line = Beställning { $number }, rad { $line }
plan-issue-order = Beställning { $number }
plan-stops = Hindrar överlämningen
plan-warns = Observera
batch-issue-no-frame = Ingen bild är vald
batch-issue-not-printable = Bildens fil kan inte tryckas
batch-issue-damaged-picture = Bildens fil är skadad eller avbruten. Importera en hel fil av bilden.
batch-issue-rejected-frame = Bilden är bortvald
batch-issue-not-matched = Bilden är ingens ännu. Matcha den först med den fotograferade.
batch-issue-doubtful-colors = Filen anger inte sin färgrymd. Bilden trycks med sRGB-färger.
batch-issue-doubtful-orientation = Kameran har registrerat en felaktig orientering. Kontrollera att bilden står rätt.
batch-issue-low-resolution = Bilden har för få bildpunkter för storleken (under 200 bildpunkter per tum)
batch-issue-already-handed-over = Beställningen har redan lämnats till tryck
batch-issue-nothing-to-print = Beställningen har inget att trycka

## Names of what is handed over; texts of the ledger

disclosed-field-photo = bilder
disclosed-field-order-number = beställningsnummer
disclosed-field-product = produkter
disclosed-field-size = bildstorlekar
disclosed-field-quantity = antal
hand-over-button = Lämna till tryck
hand-over-title = Lämna partiet till tryck?
hand-over-recipient = Mottagare
hand-over-folder = Mapp
hand-over-text = Överlämningen registreras i förteckningen över utlämnanden och kan inte ångras. Bilderna skrivs okrypterade till mappen.
hand-over-yes =
    { $count ->
        [one] Lämna 1 kopia till { $partner }
       *[other] Lämna { $count } kopior till { $partner }
    }
hand-over-no = Lämna inte
hand-over-running = Partiet skrivs
hand-over-progress = Bilder { $done } / { $total }
hand-over-cancel = Avbryt överlämningen
hand-over-stopping = Avbryts
hand-over-done = Partiet är lämnat till { $partner }
hand-over-cancelled = Överlämningen avbröts. Ingenting blev kvar i mappen.
batches-list = Utskriftspartier
batches-empty = Partier som lämnats till tryck visas här.
batches-count =
    { $count ->
        [one] 1 parti
       *[other] { $count } partier
    }
batch-column-number = Parti
batch-column-state = Status
batch-column-partner = Tryckpartner
batch-column-orders = Beställningar
batch-column-prints = Kopior
batch-column-at = Lämnat
batch-state-running = Pågår
batch-state-handed-over = Lämnat
batch-state-failed = Avbrutet
batch-title = Parti { $number }
batch-resend-of = Ny sändning av parti { $number }
batch-hash = Kontrollsumma (SHA-256)
batch-copy-hash = Kopiera kontrollsumman
batch-hash-copied = Kontrollsumman är kopierad
batch-hash-not-copied = Kontrollsumman kunde inte kopieras. Markera den med musen och kopiera.
batch-folder = Mapp
batch-files = Filer
batch-bytes = Storlek
batch-orders = Beställningar
batch-started = Påbörjat
batch-resend = Skicka på nytt
batch-resend-title = Skicka parti { $number } på nytt
batch-resend-text = En ny sändning gör ett nytt parti som hänvisar till det här. Tryckpartnern kan bytas.
batch-resend-stop = Skicka inte på nytt
batch-gather-again = Samla beställningarna på nytt
ledger-list = Förteckning över utlämnanden
ledger-empty = Varje utlämnande utanför huset registreras här: till vem, vad och varför.
ledger-count =
    { $count ->
        [one] 1 utlämnande
       *[other] { $count } utlämnanden
    }
ledger-column-at = Tid
ledger-column-recipient = Mottagare
ledger-column-country = Land
ledger-column-purpose = Ändamål
ledger-column-batch = Parti
ledger-column-fields = Uppgifter
ledger-column-files = Filer
ledger-column-customers = Kunder
disclosure-purpose-printing = Tryckning av bilder
disclosure-title = Utlämnande
disclosure-close = Stäng uppgifterna om utlämnandet
disclosure-open = Visa kunder och bilder
disclosure-customers = Kunder som utlämnandet gäller
disclosure-orders = Beställningar
disclosure-files = Utlämnade bilder
disclosure-file-of = beställning { $number }, rad { $line } · { $size } · { $count } st
