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

## Checking, signing, taking out

trail-tools = Tapahtumalokin tarkistus ja vienti
trail-verify = Tarkista koko loki
trail-sheet = Tarkistuspistelomake…
trail-export = Vie…
trail-export-table = Taulukko (CSV)
trail-export-bundle = Allekirjoitettu paketti (ZIP)
trail-export-filtered = Viedään vain rajauksen mukaiset merkinnät.
trail-export-all = Viedään koko loki.
trail-checkpoint = Viimeisin tarkistuspiste: { $at }, { $size ->
    [one] 1 merkintä
   *[other] { $size } merkintää
}.
trail-checkpoint-none = Tarkistuspistettä ei ole vielä tehty. Ensimmäinen syntyy, kun rekisteri seuraavan kerran avataan, tai kun tallennat lomakkeen.
trail-sheet-saved = Tarkistuspistelomake on tallennettu: { $name }. Tulosta se, päivää ja allekirjoita se ja säilytä se kansiossa tietokoneesta erillään.
trail-verifying = Lokia tarkistetaan…
trail-verify-cancelled = Tarkistus keskeytettiin. Se ei kerro lokista mitään.
trail-exporting = Lokia viedään: { $name }…
trail-exported = Loki on viety: { $name }. Tiedosto kertoo, kuka on tehnyt mitä, ja siinä voi olla henkilöstön nimiä: säilytä sitä sen mukaisesti.
trail-export-cancelled = Vienti keskeytettiin. Tiedostoa ei tehty.
trail-intact = Tapahtumaloki on ehjä
trail-intact-text = { $entries ->
    [one] 1 merkintä
   *[other] { $entries } merkintää
} { $since } alkaen: yhtään ei ole muutettu eikä yhtään puutu. { $checkpoints ->
    [0] Tarkistuspisteitä ei vielä ole.
    [one] 1 tarkistuspiste pitää, se on tehty { $checkpoint }.
   *[other] { $checkpoints } tarkistuspistettä pitää, viimeisin on tehty { $checkpoint }.
}
trail-broken = Tapahtumaloki ei ole ehjä
trail-broken-entry = Merkintä { $number } ei ole se, joka kirjoitettiin, tai sitä edeltävä puuttuu. Sitä ennen { $entries ->
    [0] ei ole yhtään ehjää merkintää.
    [one] 1 merkintä on ehjä.
   *[other] { $entries } merkintää on ehjiä.
}
trail-broken-signed = { $number } ensimmäistä merkintää eivät ole ne, jotka allekirjoitettiin.
trail-broken-end = Lokin loppu puuttuu: { $number } merkintää on allekirjoitettu, mutta jäljellä on { $entries }.
trail-broken-keys = Allekirjoitusavaimet eivät seuraa toisistaan.
trail-broken-action = Älä poista mitään. Vertaa varmuuskopioon ja kansiossa oleviin tarkistuspistelomakkeisiin, ja selvitä, kuka on käsitellyt rekisterin tiedostoja.
trail-close = Sulje ilmoitus
trail-clock-title = Onko tietokoneen kello oikeassa?
trail-clock-backward = Kello siirtyi taaksepäin ({ $at }). Mitään ei poisteta iän perusteella, ennen kuin kello on todettu oikeaksi.
trail-clock-forward = Kello siirtyi yli kaksi vuorokautta eteenpäin ({ $at }), tai ohjelmaa ei käytetty siihen aikaan. Mitään ei poisteta iän perusteella, ennen kuin kello on todettu oikeaksi.
trail-clock-now = Kello näyttää nyt: { $now }.
trail-clock-right = Kello on oikeassa

## Things done

action-register-created = Rekisteri luotiin
action-register-unlocked = Rekisteri avattiin
action-register-locked = Rekisteri lukittiin
action-alarm-accepted = Muuttunut rekisteri hyväksytty
action-foreign-log-set-aside = Vieras lokitiedosto siirrettiin syrjään
action-studio-updated = Studion tietoja muutettiin
action-second-copy-changed = Kuvien toisen kopion asetuksia muutettiin
action-files-copied = Kuvia kopioitiin toiselle levylle
action-file-fetched-back = Kuva palautettiin toiselta levyltä
action-sign-in-failed = Väärä salalause tai palautuskoodi
action-staff-added = Työntekijä lisätty
action-staff-updated = Työntekijän tietoja muutettu
action-staff-admitted = Tunnus otettu käyttöön
action-staff-left = Työntekijä merkitty lähteneeksi
action-root-key-renewed = Rekisterin avain uusittiin
action-passphrase-changed = Salalause vaihdettiin
action-keychain-turned-on = Avaus ilman salalausetta päälle
action-keychain-turned-off = Avaus ilman salalausetta pois
action-customer-created = Asiakas lisättiin
action-customer-updated = Asiakkaan tietoja muutettiin
action-consent-recorded = Suostumus kirjattiin
action-customer-opened = Asiakkaan suojatut tiedot avattiin
action-customer-protection-changed = Asiakkaan turvakielto muuttui
action-school-created = Koulu lisättiin
action-school-updated = Koulun tietoja muutettiin
action-roster-imported = Luokkalista tuotiin
action-roster-undone = Luokkalistan tuonti kumottiin
action-subject-created = Kuvattava lisättiin
action-subject-updated = Kuvattavan tietoja muutettiin
action-subject-moved = Kuvattava siirrettiin toiseen luokkaan
action-guardian-changed = Huoltajia muutettiin
action-subject-opened = Kuvattavan suojatut tiedot avattiin
action-subject-protection-changed = Kuvattavan turvakielto muuttui
action-job-created = Kuvaus varattiin
action-job-updated = Kuvausta muutettiin
action-camera-cards-given = Kuvauskorttien koodit annettiin
action-camera-cards-saved = Kuvauskortit tallennettiin tiedostoksi
action-matching-edited = Kohdistusta korjattiin
action-matching-undone = Kohdistuksen korjaus kumottiin
action-image-chosen = Kuva valittiin
action-missing-list-saved = Puuttuvien lista tallennettiin tiedostoksi
action-group-photo-named = Ryhmäkuvan henkilöt nimettiin
action-group-legend-saved = Ryhmäkuvien kuvatekstit tallennettiin tiedostoksi
action-codes-read = Kuvista etsittiin kuvauskorttien koodit
action-session-created = Kuvausistunto luotiin
action-session-updated = Kuvausistuntoa muutettiin
action-clock-corrected = Kameran kello korjattiin
action-import-started = Tuonti aloitettiin
action-frames-imported = Kuvia tuotiin
action-sidecars-imported = Sivutiedostoja tuotiin
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
action-checkpoint-signed = Tarkistuspiste allekirjoitettu
action-checkpoint-key-renewed = Allekirjoitusavain vaihdettu
action-checkpoint-sheet-saved = Tarkistuspistelomake tallennettu
action-trail-verified = Koko tapahtumaloki tarkistettu
action-trail-exported = Tapahtumaloki viety tiedostoon
action-clock-jumped = Tietokoneen kello hyppäsi
action-clock-confirmed = Kello todettu oikeaksi

## Kinds of record

entity-studio = Studio
entity-staff-member = Työntekijä
entity-customer = Asiakas
entity-school = Koulu
entity-subject-group = Luokka
entity-subject = Kuvattava
entity-job = Kuvaus
entity-session = Kuvausistunto
entity-frame = Kuva
entity-product = Tuote
entity-order = Tilaus
entity-print-partner = Painokumppani
entity-print-batch = Tulostuserä
entity-disclosure = Luovutus
entity-audit-entry = Tapahtumaloki

## Names of fields of schools, subjects and jobs

field-label-school = Koulu
field-label-group = Luokka
field-label-guardians = Huoltajat
field-label-is-protected = Turvakielto
field-label-type-code = Kortin koodi
field-label-not-a-card = Ei ole kortti
field-label-split = Jako
field-label-merge = Liitos
field-label-assign = Kuvattavan valinta
field-label-shift = Anto viereiselle kortille
field-label-confirm = Vahvistus
field-label-order = Tilauksiin
field-label-rows = Rivit
field-label-yearbook = Vuosikirjaan
field-label-class-composite = Luokkakoosteeseen
field-label-school-register = Koulun rekisteriin
field-label-starts-on = Ensimmäinen päivä
field-label-ends-on = Viimeinen päivä
field-label-photographers = Kuvaajat
field-label-price-list = Hinnasto
field-label-viewing = Kuvien katselu
field-label-group-photos = Ryhmäkuvat
field-label-card-habit = Korttitapa
field-label-most-frames = Kuvia enintään
field-label-longest-pause-s = Pisin tauko
