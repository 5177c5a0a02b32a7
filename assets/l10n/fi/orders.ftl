# Orders, their lines and the choice of photos.

orders-title = Tilaukset
orders-new = Uusi tilaus
orders-list = Tilausluettelo
orders-search = Hae tilauksista
orders-search-help = Tilausnumero tai asiakkaan nimi
orders-states = Tilat
orders-empty = Tilaukset kirjataan tänne ja kootaan tulostuseriksi, kun ne on vahvistettu.
orders-none-found = Yksikään tilaus ei vastaa hakua.
orders-clear-filters = Poista rajaukset
orders-count =
    { $count ->
        [one] 1 tilaus
       *[other] { $count } tilausta
    }
order-state-draft = Luonnos
order-state-confirmed = Vahvistettu
order-state-sent = Lähetetty
order-state-delivered = Toimitettu
order-state-cancelled = Peruttu
order-column-number = Numero
order-column-customer = Asiakas
order-column-state = Tila
order-column-pieces = Kpl
order-column-total = Yhteensä
order-column-created = Kirjattu
order-title = Tilaus { $number }
order-customer = Asiakas
order-customer-help = Kirjoita nimen, puhelinnumeron tai sähköpostiosoitteen alku.
order-customer-none = Asiakasta ei löydy.
order-customer-needed = Valitse ensin asiakas.
order-open-customer = Avaa asiakkaan tiedot
order-lines = Tilausrivit
order-lines-too-many = Tilauksella on liikaa rivejä tai sen summa on liian suuri. Jaa se useammaksi tilaukseksi.
order-pieces =
    { $lines ->
        [one] 1 rivi
       *[other] { $lines } riviä
    }, { $pieces ->
        [one] 1 kappale
       *[other] { $pieces } kappaletta
    }
order-no-lines = Lisää tuote koodilla tai nimellä.
order-add-product = Lisää tuote
order-add-product-help = Koodi tai nimi, sitten Enter
order-product-none = Tuotetta ei löydy.
order-line-product = Tuote
order-line-photo = Kuva
order-line-quantity = Määrä
order-line-price = Yksikköhinta
order-line-total = Summa
order-line-remove = Poista rivi { $line }
order-line-removed = Rivi poistettiin: { $product }
order-line-choose-photo = Valitse kuva
order-line-choose-photo-of = Valitse kuva, rivi { $line }
order-line-change-photo = Vaihda kuva { $name }, rivi { $line }
order-line-actions = Toiminnot
order-line-no-photo = ei kuvaa
order-line-needs-photo = Kuva puuttuu
order-line-inactive = Tuote ei ole enää käytössä. Poista rivi tai valitse toinen.
order-line-quantity-of = Määrä, rivi { $line }
order-line-price-of = Yksikköhinta, rivi { $line }
order-totals = Yhteenveto
order-total-net = Veroton
order-total-vat = ALV { $rate }
order-total-gross = Yhteensä
order-note = Lisätiedot
order-save = Tallenna luonnos
order-confirm = Vahvista tilaus
order-hand-over = Luovuta painoon
order-being-handed-over = Tilausta luovutetaan juuri painoon. Sitä ei voi muuttaa sillä aikaa.
order-open-production = Avaa tuotanto
order-send = Merkitse lähetetyksi
order-deliver = Merkitse toimitetuksi
order-cancel = Peru tilaus
order-cancel-title = Perutaanko tilaus { $number }?
order-cancel-text = Asiakkaan { $customer } tilaus perutaan. Perumista ei voi kumota, mutta tilaus säilyy arkistossa.
order-cancel-yes = Peru tilaus { $number }
order-cancel-no = Pidä tilaus
order-saved = Tilaus { $number } on tallennettu
order-confirmed = Tilaus { $number } on vahvistettu
order-sent = Tilaus { $number } on merkitty lähetetyksi
order-delivered = Tilaus { $number } on merkitty toimitetuksi
order-cancelled = Tilaus { $number } on peruttu
order-course = Vaiheet
order-at-created = Kirjattu
order-at-confirmed = Vahvistettu
order-at-sent = Lähetetty
order-at-delivered = Toimitettu
order-at-cancelled = Peruttu
order-batches = Tulostuserät
order-stale-title = Tilausta on muutettu toisaalla
order-stale-text = Tallennettu versio on uudempi kuin se, jonka avasit. Omat muutoksesi ovat vielä tässä ikkunassa.
order-stale-theirs = Ota tallennettu
order-stale-mine = Tallenna omani sen päälle
order-stale-saved-lines =
    { $count ->
        [one] Tallennetussa on 1 rivi, yhteensä { $total }.
       *[other] Tallennetussa on { $count } riviä, yhteensä { $total }.
    }
order-stale-my-lines =
    { $count ->
        [one] Omassasi on 1 rivi, yhteensä { $total }.
       *[other] Omassasi on { $count } riviä, yhteensä { $total }.
    }

## Choosing photos

picker-title = Valitse kuva
picker-session = Kuvausistunto
picker-search = Tiedoston nimi
picker-empty = Tässä kuvausistunnossa ei ole kuvia, jotka sopivat rajaukseen.
picker-no-sessions = Tuo ensin kuvat, niin ne voi valita tilaukselle.
picker-use = Käytä kuvaa
picker-use-many =
    { $count ->
        [one] Käytä kuvaa
       *[other] Lisää { $count } kuvaa
    }
picker-photos = Kuvausistunnon kuvat
picker-hint = Valitse nuolilla ja välilyönnillä. Usea kuva tekee yhtä monta riviä.
