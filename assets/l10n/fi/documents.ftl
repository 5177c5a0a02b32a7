# Documents that leave the program: recovery sheet, order slips, camera cards, README of a print batch.

documents-page = Sivu { $page } / { $pages }

documents-recovery-title = Palautuskoodi
documents-recovery-studio = Studio
documents-recovery-created = Luotu
documents-recovery-lead = Tällä koodilla rekisteri avataan, jos salalause on kadonnut. Kukaan muu ei voi palauttaa sitä – emme mekään.
documents-recovery-code = Koodi
documents-recovery-code-hint = Koodissa ei ole kirjaimia I, L, O eikä U. Koodin lopusta ohjelma huomaa kirjoitusvirheet.
documents-recovery-qr = Sama koodi luettavaksi lukijalla
documents-recovery-keep = Näin säilytät koodin
documents-recovery-keep-safe = Säilytä tätä arkkia lukitussa paikassa, erillään tietokoneesta – esimerkiksi kassakaapissa tai pankin tallelokerossa.
documents-recovery-keep-secret = Joka saa arkin ja rekisterin haltuunsa, voi avata rekisterin. Älä kuvaa arkkia äläkä tallenna sitä tietokoneelle.
documents-recovery-keep-test = Koodi tarkistettiin kirjoittamalla se uudelleen, kun rekisteri luotiin. Jos arkki katoaa, säilytä salalause huolellisesti.
documents-recovery-use = Näin käytät koodia
documents-recovery-use-open = Avaa Kontakti ja valitse lukitusnäkymästä palautuskoodi.
documents-recovery-use-type = Kirjoita ryhmät vasemmalta oikealle, rivi kerrallaan. Isoilla ja pienillä kirjaimilla ei ole eroa.
documents-recovery-use-passphrase = Valitse uusi salalause.

documents-slip-title = Tilauslappu
documents-slip-order = Tilaus
documents-slip-batch = Tulostuserä
documents-slip-quantity = Kpl
documents-slip-product = Tuote
documents-slip-file = Tiedosto
documents-slip-prints = { $prints ->
    [one] { $prints } vedos
   *[other] { $prints } vedosta
}
documents-slip-pieces = { $pieces ->
    [one] { $pieces } kappale
   *[other] { $pieces } kappaletta
}
documents-slip-totals = Yhteensä

documents-cards-title = Kuvauskortit
documents-cards-group = Ryhmäkuva
documents-cards-count = { $count ->
    [one] { $count } kuvattava
   *[other] { $count } kuvattavaa
}
documents-cards-end = Loppu
documents-cards-end-text = Päättää edellisen kortin: seuraavat kuvat eivät kuulu kenellekään ennen uutta korttia.
documents-cards-skip = Hylkää
documents-cards-skip-text = Hylkää edellisen kortin kuvat: niitä ei liitetä kuvattavaan.
documents-cards-clock = Kello
documents-cards-clock-text = Kuvaa kortti ja merkitse tarkka kellonaika muistiin: sillä kameran kellon ero korjataan.
documents-cards-retake = Uusinta
documents-cards-retake-text = Tyhjä kortti: kirjoita nimi ja luokka ennen kuvausta.
documents-cards-name = Nimi
documents-cards-class = Luokka
documents-missing-title = Puuttuvien lista
documents-missing-none = Ketään ei puutu.
documents-missing-count = { $count ->
    [one] { $count } kuvattava
   *[other] { $count } kuvattavaa
}
documents-missing-protected = { $count ->
    [one] Näiden lisäksi puuttuu { $count } suojattu kuvattava, jota lista ei nimeä.
   *[other] Näiden lisäksi puuttuu { $count } suojattua kuvattavaa, joita lista ei nimeä.
}
documents-missing-absent = ei kuvattu
documents-missing-card-only = vain kortti, ei muotokuvia
documents-missing-none-usable = ei kelvollista kuvaa
documents-missing-not-chosen = kuvaa ei ole valittu
documents-missing-not-permitted = ei saa kuvata
documents-legend-title = Ryhmäkuva
documents-legend-none = Yhdestäkään ryhmäkuvasta ei ole nimetty ketään.
documents-legend-absent = Poissa kuvasta
documents-legend-row-only = Vasemmalta
documents-legend-row-back = Takarivi vasemmalta
documents-legend-row-middle = Keskirivi vasemmalta
documents-legend-row-between = { $number }. rivi takaa, vasemmalta
documents-legend-row-front = Eturivi vasemmalta
documents-legend-unnamed = { $count ->
    [one] – Yhden kuvassa olevan nimeä ei kerrota.
   *[other] – { $count } kuvassa olevan nimeä ei kerrota.
}

documents-readme-title = Tulostuserä { $number }
documents-readme-from = Lähettäjä: { $studio }
documents-readme-to = Vastaanottaja: { $partner }
documents-readme-created = Tehty: { $date }
documents-readme-resend = Tämä erä on erän { $number } uusi lähetys.
documents-readme-counts = { $orders ->
    [one] { $orders } tilaus
   *[other] { $orders } tilausta
}, { $files ->
    [one] { $files } kuvatiedosto
   *[other] { $files } kuvatiedostoa
}, { $prints ->
    [one] { $prints } vedos
   *[other] { $prints } vedosta
}.
documents-readme-folders = Kansion nimi on vedoksen koko ja pinta. Tiedoston nimen alku kertoo, montako vedosta tehdään: 2x_ on kaksi vedosta.
documents-readme-pixels = Kuvat ovat valmiita: oikea rajaus ja pikselikoko, sRGB, 300 dpi. Älkää rajatko tai korjatko niitä.
documents-readme-lists = manifest.csv ja manifest.json luettelevat tiedostot. SHA256SUMS on tarkistussummat. slips-kansiossa on tilauslappu jokaiselle tilaukselle: liittäkää se tilauksen vedosten mukaan.
documents-readme-contact = Kysyttävää? { $contact }
documents-readme-delete = Kuvissa on lapsia. Poistakaa tiedostot sopimuksen mukaisesti, kun vedokset on toimitettu.

documents-checkpoint-title = Tarkistuspiste
documents-checkpoint-lead = Tämä lomake todistaa, millainen tapahtumaloki oli tällä hetkellä. Kun lomake on kansiossa, lokia ei voi kirjoittaa uudelleen kenenkään huomaamatta.
documents-checkpoint-studio = Kuvaamo
documents-checkpoint-made = Tehty
documents-checkpoint-entries = Merkintöjä
documents-checkpoint-moment = { $day } klo { $time }
documents-checkpoint-size = { $size }
documents-checkpoint-root = Juuri
documents-checkpoint-root-hint = Juuri on laskettu kaikista merkinnöistä ensimmäisestä alkaen. Yhdenkin merkinnän muuttaminen muuttaisi sen.
documents-checkpoint-key = Allekirjoitusavaimen sormenjälki
documents-checkpoint-qr = Allekirjoitettu tarkistuspiste lukijalle
documents-checkpoint-keep = Säilyttäminen ja tarkistaminen
documents-checkpoint-keep-file = Päivää ja allekirjoita lomake ja säilytä se kansiossa tietokoneesta erillään. Lomakkeessa ei ole henkilötietoja eikä sillä avata mitään.
documents-checkpoint-keep-check = Vie loki allekirjoitettuna pakettina ja anna ohjelmalle kontakti-verify paketti ja tämän lomakkeen juuri tai QR-koodin teksti.
documents-checkpoint-filed = Pantu kansioon
documents-checkpoint-date = Päiväys
documents-checkpoint-signature = Allekirjoitus ja nimenselvennys

documents-trail-column-id = Merkintä
documents-trail-column-utc = Aika (UTC)
documents-trail-column-local = Aika Suomessa
documents-trail-column-staff-id = Tekijän tunnus
documents-trail-column-staff = Tekijä
documents-trail-column-action = Tapahtuman koodi
documents-trail-column-action-text = Tapahtuma
documents-trail-column-entity = Kohde
documents-trail-column-record = Kohteen tunnus
documents-trail-column-fields = Muuttuneet tiedot
documents-trail-column-count = Määrä
documents-trail-column-machine = Kone
documents-trail-column-prev-hash = Edellisen tiiviste
documents-trail-column-hash = Tiiviste

documents-trail-readme-title = Kontaktin tapahtumaloki, allekirjoitettu paketti
documents-trail-readme-whole = Paketissa on koko tapahtumaloki ensimmäisestä merkinnästä viimeiseen tarkistuspisteeseen: { $entries } merkintää.
documents-trail-readme-picked = Paketissa on { $entries } merkintää kaikkiaan { $size } merkinnästä. Paketti todistaa, että jokainen on lokissa paikallaan, muttei sitä, ettei pois ole jätetty merkintöjä.
documents-trail-readme-check = Tarkista paketti ohjelmalla kontakti-verify, joka tulee Kontaktin mukana. Se ei tarvitse rekisteriä eikä sen avainta: kontakti-verify paketti.zip
documents-trail-readme-paper = Vertaa lisäksi kansiossa olevaan tarkistuspistelomakkeeseen: kontakti-verify paketti.zip --checkpoint "lomakkeen juuri". Ilman paperia paketti todistaa vain, että se on eheä itsessään.
documents-trail-readme-not-proved = Todistamatta jäävät henkilöstön nimet (people.json) ja se, että tietokoneen kello oli oikeassa.
documents-trail-readme-personal = Paketti kertoo, kuka on tehnyt mitä. Säilytä sitä sen mukaisesti ja hävitä se, kun sitä ei enää tarvita.

## Titles of the system's own dialogs

documents-dialog-import = Valitse muistikortti tai kansio, josta kuvat tuodaan
documents-dialog-hand-over = Valitse kansio, johon erä kirjoitetaan
documents-dialog-second-copy = Valitse kansio toiselta levyltä kuvien kopioita varten
documents-dialog-recovery = Tallenna palautuskoodi PDF-tiedostona
documents-recovery-file = Kontakti-palautuskoodi.pdf
documents-dialog-checkpoint = Tallenna tarkistuspistelomake
documents-checkpoint-file = Kontakti-tarkistuspiste.pdf
documents-dialog-roster = Valitse koulun luokkalista
documents-dialog-cards = Tallenna kuvauskortit PDF-tiedostona
documents-dialog-missing = Tallenna puuttuvien lista
documents-dialog-legend = Tallenna ryhmäkuvien kuvatekstit
documents-cards-file = Kontakti-kuvauskortit.pdf
documents-missing-file = Kontakti-puuttuvien-lista.pdf
documents-legend-file = Kontakti-kuvatekstit.pdf
documents-dialog-trail = Vie tapahtumaloki
documents-trail-table-file = Kontakti-tapahtumaloki.csv
documents-trail-bundle-file = Kontakti-tapahtumaloki.zip

## When the program cannot start

documents-start-folder = Kontakti ei käynnistynyt: kansiota { $folder } ei voi käyttää. Tarkista, että levy on kytketty ja että sinulla on oikeus kansioon, ja käynnistä ohjelma uudelleen.
documents-start-no-folder = Kontakti ei käynnistynyt: järjestelmä ei anna sille omaa kansiota. Tarkista ympäristömuuttujat KONTAKTI_DATA ja KONTAKTI_DEVICE tai pyydä apua tietokoneesi ylläpidosta.
documents-start-window = Kontakti ei käynnistynyt: ikkunaa ei voitu avata. Käynnistä tietokone uudelleen; jos se ei auta, asenna Kontakti uudelleen. Rekisteriin ei koskettu.
