# Gathering, handing over, batches and the disclosure ledger.

production-title = Tuotanto
production-tab-gather = Koottavat
production-tab-batches = Erät
production-tab-ledger = Luovutukset
production-ready = Vahvistetut tilaukset
production-ready-empty = Täällä odottavat vahvistetut tilaukset, joita ei ole vielä luovutettu painoon.
production-none-found = Yksikään odottava tilaus ei vastaa hakua.
production-open-orders = Avaa tilaukset
production-open-gather = Kokoa erä
production-select-none = Poista valinnat
production-select-order = Valitse tilaus { $number }
production-selected =
    { $count ->
        [one] 1 tilaus valittu
       *[other] { $count } tilausta valittu
    }
production-selected-of = { $count } / { $total } tilausta valittu
production-waiting =
    { $count ->
        [one] 1 tilaus odottaa
       *[other] { $count } tilausta odottaa
    }
production-partner = Painokumppani
production-choose-partner = Valitse painokumppani
production-no-partners = Lisää ensin painokumppani.
production-add-partner = Lisää painokumppani
production-nothing-selected = Valitse tilaukset, niin erän sisältö näkyy tässä.
plan-title = Erän sisältö
plan-orders = Tilauksia
plan-prints = Vedoksia
plan-files = Kuvatiedostoja
plan-size = Koko arviolta
plan-customers = Asiakkaita
plan-sizes = Kuvakoot
plan-size-row = { $prints ->
    [one] 1 vedos
   *[other] { $prints } vedosta
}, { $files ->
    [one] 1 tiedosto
   *[other] { $files } tiedostoa
}
plan-fields = Luovutettavat tiedot
batch-fields = Luovutetut tiedot
plan-issues = Huomioitavaa
plan-no-issues = Mitään ei puutu.
plan-issue-line = Tilaus { $number }, rivi { $line }
plan-issue-order = Tilaus { $number }
plan-stops = Estää luovutuksen
plan-warns = Huomaa
batch-issue-no-frame = Kuvaa ei ole valittu
batch-issue-not-printable = Kuvan tiedostoa ei voi tulostaa
batch-issue-damaged-picture = Kuvan tiedosto on vioittunut tai katkennut. Tuo kuvasta ehyt tiedosto.
batch-issue-rejected-frame = Kuva on merkitty hylätyksi
batch-issue-not-matched = Kuva ei ole vielä kenenkään. Kohdista se ensin kuvattavalle.
batch-issue-doubtful-colors = Tiedosto ei kerro väriavaruuttaan. Kuva tulostetaan sRGB-väreinä.
batch-issue-doubtful-orientation = Kameran merkitsemä asento on virheellinen. Tarkista, että kuva on oikein päin.
batch-issue-low-resolution = Kuvassa on tälle koolle liian vähän pikseleitä (alle 200 pikseliä tuumalla)
batch-issue-already-handed-over = Tilaus on jo luovutettu aiemmin
batch-issue-nothing-to-print = Tilauksella ei ole tulostettavaa

## Names of what is handed over; texts of the ledger

disclosed-field-photo = kuvat
disclosed-field-order-number = tilausnumerot
disclosed-field-product = tuotteet
disclosed-field-size = kuvakoot
disclosed-field-quantity = määrät
hand-over-button = Luovuta painoon
hand-over-title = Luovutetaanko erä painoon?
hand-over-recipient = Vastaanottaja
hand-over-folder = Kansio
hand-over-text = Luovutus kirjataan luovutusluetteloon, eikä sitä voi kumota. Kuvat kirjoitetaan kansioon salaamattomina.
hand-over-yes =
    { $count ->
        [one] Luovuta 1 vedos: { $partner }
       *[other] Luovuta { $count } vedosta: { $partner }
    }
hand-over-no = Älä luovuta
hand-over-running = Erää kirjoitetaan
hand-over-progress = Kuvia { $done } / { $total }
hand-over-cancel = Keskeytä luovutus
hand-over-stopping = Keskeytetään
hand-over-done = Erä on luovutettu: { $partner }
hand-over-cancelled = Luovutus keskeytettiin. Kansioon ei jäänyt mitään.
batches-list = Tulostuserät
batches-empty = Painoon luovutetut erät näkyvät tässä.
batches-count =
    { $count ->
        [one] 1 erä
       *[other] { $count } erää
    }
batch-column-number = Erä
batch-column-state = Tila
batch-column-partner = Painokumppani
batch-column-orders = Tilauksia
batch-column-prints = Vedoksia
batch-column-at = Luovutettu
batch-state-running = Kesken
batch-state-handed-over = Luovutettu
batch-state-failed = Keskeytynyt
batch-title = Erä { $number }
batch-resend-of = Uusi lähetys erästä { $number }
batch-hash = Tarkistussumma (SHA-256)
batch-copy-hash = Kopioi tarkistussumma
batch-hash-copied = Tarkistussumma on kopioitu
batch-hash-not-copied = Tarkistussummaa ei voitu kopioida. Valitse se hiirellä ja kopioi.
batch-folder = Kansio
batch-files = Tiedostoja
batch-bytes = Koko
batch-orders = Tilaukset
batch-started = Aloitettu
batch-resend = Lähetä uudelleen
batch-resend-title = Lähetä erä { $number } uudelleen
batch-resend-text = Uudelleen lähettäminen tekee uuden erän, joka viittaa tähän. Painokumppanin voi vaihtaa.
batch-resend-stop = Älä lähetä uudelleen
batch-gather-again = Kokoa tilaukset uudelleen
ledger-list = Luovutusluettelo
ledger-empty = Jokainen luovutus talon ulkopuolelle kirjautuu tähän: kenelle, mitä ja miksi.
ledger-count =
    { $count ->
        [one] 1 luovutus
       *[other] { $count } luovutusta
    }
ledger-column-at = Aika
ledger-column-recipient = Vastaanottaja
ledger-column-country = Maa
ledger-column-purpose = Tarkoitus
ledger-column-batch = Erä
ledger-column-fields = Tiedot
ledger-column-files = Tiedostoja
ledger-column-customers = Asiakkaita
disclosure-purpose-printing = Kuvien tulostus
disclosure-title = Luovutus
disclosure-close = Sulje luovutuksen tiedot
disclosure-open = Näytä asiakkaat ja kuvat
disclosure-customers = Asiakkaat, joita luovutus koskee
disclosure-orders = Tilaukset
disclosure-files = Luovutetut kuvat
disclosure-file-of = tilaus { $number }, rivi { $line } · { $size } · { $count } kpl
