# The audit trail: what was done and to what.

history-title = Tapahtumaloki
history-list = Tapahtumat
history-empty = Jokainen rekisterin muutos näkyy täällä: mitä tehtiin, milloin ja millä koneella.
history-none-found = Rajauksella ei löydy tapahtumia.
history-count =
    { $count ->
        [one] 1 tapahtuma
       *[other] { $count } tapahtumaa
    }
history-filter-staff = Tekijä
history-column-staff = Tekijä
history-staff-nobody = Ei nimeä
history-filter-action = Tapahtuma
history-filter-entity = Kohde
history-filter-period = Aika
history-filter-from = Alkupäivä
history-filter-until = Loppupäivä
history-period-all = Koko aika
history-period-today = Tänään
history-period-week = 7 viime päivää
history-period-month = 30 viime päivää
history-period-custom = Valittu aika
history-of-record = Tämän kohteen tapahtumat
history-only = Kohde: { $record }
history-clear = Poista rajaukset
history-column-at = Aika
history-column-action = Tapahtuma
history-column-record = Kohde
history-column-fields = Muuttuneet tiedot
history-column-machine = Kone
history-record-count =
    { $count ->
        [one] 1 kpl
       *[other] { $count } kpl
    }
history-open = Avaa { $record }
history-no-values = Loki kertoo, mitkä tiedot muuttuivat, ei niiden sisältöä.

## Things done

action-register-created = Rekisteri luotiin
action-register-unlocked = Rekisteri avattiin
action-register-locked = Rekisteri lukittiin
action-alarm-accepted = Muuttunut rekisteri hyväksytty
action-foreign-log-set-aside = Vieras lokitiedosto siirrettiin syrjään
action-studio-updated = Studion tietoja muutettiin
action-sign-in-failed = Väärä salalause tai palautuskoodi
action-staff-added = Työntekijä lisätty
action-staff-updated = Työntekijän tietoja muutettu
action-staff-admitted = Tunnus otettu käyttöön
action-staff-left = Työntekijä merkitty lähteneeksi
action-root-key-renewed = Rekisterin avain uusittiin
action-passphrase-changed = Salalause vaihdettiin
action-customer-created = Asiakas lisättiin
action-customer-updated = Asiakkaan tietoja muutettiin
action-consent-recorded = Suostumus kirjattiin
action-session-created = Kuvausistunto luotiin
action-session-updated = Kuvausistuntoa muutettiin
action-import-started = Tuonti aloitettiin
action-frames-imported = Kuvia tuotiin
action-import-ended = Tuonti päättyi
action-import-given-up = Keskeytynyttä tuontia ei jatketa
action-frames-marked = Kuvia merkittiin
action-product-created = Tuote lisättiin
action-product-updated = Tuotetta muutettiin
action-order-created = Tilaus kirjattiin
action-order-updated = Tilausta muutettiin
action-order-confirmed = Tilaus vahvistettiin
action-order-sent = Tilaus merkittiin lähetetyksi
action-order-delivered = Tilaus merkittiin toimitetuksi
action-order-cancelled = Tilaus peruttiin
action-print-partner-created = Painokumppani lisättiin
action-print-partner-updated = Painokumppania muutettiin
action-print-batch-started = Tulostuserä aloitettiin
action-print-batch-written = Tulostuserän tiedostot kirjoitettiin
action-print-batch-handed-over = Tulostuserä luovutettiin
action-print-batch-failed = Tulostuserä keskeytyi
action-recovery-sheet-saved = Palautuskoodi tallennettiin tiedostoksi

## Kinds of record

entity-studio = Studio
entity-staff-member = Työntekijä
entity-customer = Asiakas
entity-session = Kuvausistunto
entity-frame = Kuva
entity-product = Tuote
entity-order = Tilaus
entity-print-partner = Painokumppani
entity-print-batch = Tulostuserä
entity-disclosure = Luovutus
entity-audit-entry = Lokimerkintä
