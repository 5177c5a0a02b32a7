# Whose photos are: runs of frames, why they are doubtful, and what puts them right.

matching-title = Kohdistus
matching-open = Kohdista kuvat
matching-open-of = Kohdista kuvauksen { $job } kuvat
matching-sums = Kuvia { $frames } = kuvattavilla { $assigned } + ei kenenkään { $unassigned } + kortteja { $keyframes }
matching-filter = Näytettävät
matching-filter-all = Kaikki ({ $number })
matching-filter-quarantined = Tarkistettavat ({ $number })
matching-filter-unmatched = Ei kenenkään ({ $number })
matching-filter-matched = Kohdistetut ({ $number })
matching-filter-absent = Puuttuvat ({ $number })
matching-list = Kuvasarjat
matching-list-absent = Puuttuvat kuvattavat
matching-position = { $at } / { $total }
matching-nobody = Ei kenenkään
matching-owner-of-class = { $name }, { $class }
matching-owner-proposed = { $name }?
matching-run-photos = { $count ->
    [one] { $number } kuva
   *[other] { $number } kuvaa
}
matching-none-quarantined = Jokainen kuvasarja on katsottu. Mitään ei ole tarkistettavana.
matching-none-unmatched = Jokainen kuvasarja kuuluu jollekulle tai odottaa tarkistusta.
matching-none-matched = Yhtään kuvasarjaa ei ole vielä kohdistettu.
matching-none-absent = Jokaisesta listan kuvattavasta on kuvia.
matching-none-all = Kuvausistunnoissa ei ole vielä kuvia.
matching-show-all = Näytä kaikki
matching-no-session = Kuvauksella ei ole vielä kuvausistuntoa. Tuo kuvat ja valitse tämä kuvaus, tai valitse kuvaus jo tuodun istunnon tiedoissa.

## States, as words beside a shape

run-state-matched = Kohdistettu
run-state-unmatched = Ei kenenkään
run-state-quarantined = Tarkistettava
run-state-absent = Kortti ilman kuvia
absence-not-seen = Ei korttia, ei kuvia
absence-card-only = Vain kortti
run-confidence-none = Ei ehdotusta
run-confidence-low = Epävarma
run-confidence-fair = Luettu kortti
run-confidence-high = Luettu kortti, myös naapurit tukevat
run-confidence-certain = Työntekijän vahvistama
card-kind-subject = Kuvattavan kortti
card-kind-group = Ryhmän kortti
card-kind-end = END-kortti
card-kind-skip = SKP-kortti
card-kind-retake = Uusintakortti
card-kind-clock = CLK-kortti
run-hand-typed = Kortin koodi kirjoitettu
run-hand-split = Jaettu
run-hand-merged = Liitetty
run-hand-shifted = Annettu viereiselle kortille
run-hand-assigned = Kuvattava valittu
run-hand-confirmed = Vahvistettu

## Why a run is doubtful: in short, and what it means and what to do

run-reason-no-card-before = Ennen kuvia ei ole korttia
run-reason-no-card-before-why = Mikään luettu kortti ei aloita näitä kuvia. Katso kuvista ja naapureista, kenestä ne ovat, ja anna ne hänelle.
run-reason-after-end = Kuvat ovat END-kortin jälkeen
run-reason-after-end-why = END-kortti päätti edellisen kuvattavan kuvat. Anna nämä sille, kenestä ne ovat, tai jätä ne ei kenenkään kuviksi.
run-reason-after-clock = Kuvat ovat CLK-kortin jälkeen
run-reason-after-clock-why = CLK-kortti kertoo vain kellonajan. Anna kuvat sille, kenestä ne ovat.
run-reason-skipped = Hylätty SKP-kortilla
run-reason-skipped-why = Kuvaaja hylkäsi kuvat kortilla. Anna ne jollekulle vain, jos hylkäys oli vahinko.
run-reason-unreadable-card = Korttia ei voitu lukea
run-reason-unreadable-card-why = Ruudussa näkyy kortti, mutta sen koodia ei saatu luettua. Kirjoita koodi tai valitse kuvattava.
run-reason-wrong-check = Kortin koodi luettiin väärin
run-reason-wrong-check-why = Koodin tarkistusmerkki ei täsmää. Katso koodi kortista ja kirjoita se.
run-reason-unknown-card = Kortin lajia ei tunneta
run-reason-unknown-card-why = Kortti on versiota tai lajia, jota ohjelma ei tunne. Katso kortista nimi ja anna kuvat hänelle.
run-reason-other-shoot = Kortti on toisesta kuvauksesta
run-reason-other-shoot-why = Kortti on tulostettu toista kuvausta varten. Valitse kuvattavat itse, tai vaihda istunnon kuvaus, jos se on valittu väärin.
run-reason-unknown-code = Koodi ei ole kenenkään listalla
run-reason-unknown-code-why = Koodia ei ole tämän kuvauksen kuvattavilla, tai se on useammalla. Katso kortista nimi ja anna kuvat hänelle.
run-reason-retake-not-given = Uusintakortti ei ole kenenkään
run-reason-retake-not-given-why = Uusintakorttia ei ole merkitty kenellekään. Katso kortista käsin kirjoitettu nimi ja anna kuvat hänelle.
run-reason-two-codes = Ruudussa on kaksi koodia
run-reason-two-codes-why = Ei tiedetä, kumpi kortti pätee. Kirjoita oikean kortin koodi tai valitse kuvattava.
run-reason-foreign-code = Ruudussa on vieras koodi
run-reason-foreign-code-why = Ruudussa näkyy koodi, joka ei ole kuvauskortin. Jos se on muotokuva, merkitse, ettei se ole kortti; muuten katso, kenen vuoro alkoi.
run-reason-too-many-frames = Kuvia on enemmän kuin tavallisesti
run-reason-too-many-frames-why = Välistä on voinut jäädä kortti kuvaamatta. Jaa sarja siitä, missä kuvattava vaihtuu, tai vahvista, jos kaikki ovat samasta.
run-reason-time-gap = Tauko, jonka aikana on voinut tulla joku muu
run-reason-time-gap-why = Kuvattava on voinut vaihtua tauon aikana ilman korttia. Vahvista, jos kuvissa on sama henkilö; muuten anna ne oikealle.
run-reason-time-unknown = Kuvalta puuttuu kellonaika
run-reason-time-unknown-why = Ilman kellonaikaa ei näy, onko välissä ollut tauko. Vahvista, jos kaikki kuvat ovat samasta; muuten jaa sarja.
run-reason-clock-jump = Kameran kello siirtyi taaksepäin
run-reason-clock-jump-why = Kellon vuoksi taukoja ei voi arvioida. Vahvista, jos kaikki kuvat ovat samasta; muuten jaa sarja.
run-reason-order-unknown = Kuvien järjestys ei ole varma
run-reason-order-unknown-why = Kahdella kuvalla on sama numero, joten ei tiedetä, kumpi otettiin ensin. Katso, onko kortti oikean lapsen kuvien kohdalla.
run-reason-no-change = Kortti tuli ilman taukoa
run-reason-no-change-why = Kukaan ei ehtinyt tulla tilalle: kortti on voinut vain jäädä näkyviin. Vahvista, jos kuvattava todella vaihtui; muuten liitä sarja edelliseen.
run-reason-card-twice = Sama kortti kuvattiin kahdesti
run-reason-card-twice-why = Kortti tuli uudelleen, ja joku toinen luokasta puuttuu: kortti on voinut olla väärällä lapsella. Katso, kenestä kuvat ovat.
run-reason-neighbour-missing = Listan naapuri puuttuu
run-reason-neighbour-missing-why = Tässä kohdassa listaa on joku, jota ei näy missään: hänen kuvansa voivat olla tässä sarjassa. Jaa sarja siitä, missä kuvattava vaihtuu, tai vahvista.
run-reason-other-class = Kortti on eri luokasta kuin naapurit
run-reason-other-class-why = Kortti on voinut olla väärällä lapsella, sillä joku puuttuu. Vahvista, jos kuvissa on kortin lapsi; muuten anna ne oikealle.
run-reason-out-of-order = Kortti ei ole listan järjestyksessä
run-reason-out-of-order-why = Muu luokka tuli listan järjestyksessä, joten kaksi lasta on voinut vaihtaa kortteja. Vahvista, jos kuvissa on kortin lapsi; muuten anna ne oikealle.
run-reason-file-missing = Näitä kuvia edeltävä tiedosto puuttuu
run-reason-file-missing-why = Ennen näitä kuvia otettua kuvaa ei voitu tallentaa, se on toisessa istunnossa tai sen kamera ei ole tiedossa. Se on voinut olla kortti. Vahvista, jos kuvat ovat samasta; muuten valitse kuvattava.
run-reason-changed-since = Muuttunut korjauksen jälkeen
run-reason-changed-since-why = Kuvasarjassa on eri kuvat tai eri kortti kuin silloin, kun se korjattiin. Katso se uudelleen ja vahvista, tai valitse kuvattava.
run-reason-cut-off = Jaettu erilleen, eikä vielä annettu
run-reason-cut-off-why = Tämä osa jaettiin toisesta sarjasta. Anna se sille, kenestä kuvat ovat, tai ei kenellekään.

## What is said of a run without doubting it

run-note-frames-missing = { $count ->
    [one] Kuvien numeroista puuttuu { $number }: se on poistettu kamerassa tai tuomatta.
   *[other] Kuvien numeroista puuttuu { $number }: ne on poistettu kamerassa tai tuomatta.
}
run-note-double-card = Kortti on kuvattu peräkkäin useammin kuin kerran.
run-note-two-visits = Kuvattavalla on muitakin kuvasarjoja.
run-note-retake = Kuvat on otettu uusintakortilla.
run-note-clock-went-back = Kameran kello siirtyi taaksepäin ennen tätä sarjaa.
run-note-code-in-view = Kuvissa näkyy koodi, joka kuuluu tilaan.
run-note-other-class = Kortti on eri luokasta kuin naapurit, mutta ketään ei puutu.

## The photos of a run

matching-strip = Kuvasarjan kuvat
matching-strip-absent = Tästä kuvattavasta ei ole kortteja eikä kuvia. Jos hänen kuvansa ovat toisen sarjassa, avaa se sarja ja anna se hänelle.
matching-is-card = Kortti
matching-is-before = Edellinen sarja
matching-is-before-card = Edellinen kortti
matching-is-after = Seuraava sarja
matching-is-after-card = Seuraava kortti

## The inspector

matching-inspector = Kuvasarjan tiedot
matching-proposed = Ehdotus
matching-belongs = Kuuluu
matching-how-sure = Varmuus
matching-card = Kortti
matching-camera = Kamera
matching-hand = Käsin tehty
matching-protected = Suojattu
matching-protected-unnamed = Suojattu { $number }
matching-why = Miksi tarkistettavana
matching-why-unmatched = Miksi ei kenenkään
matching-why-settled = Miksi epäiltiin
matching-notes = Huomautukset
matching-suggestions = Joku näistä puuttuu
matching-actions = Toiminnot
matching-confirm = Vahvista
matching-assign = Valitse kuvattava…
matching-to-previous = Anna edelliselle kortille
matching-to-next = Anna seuraavalle kortille
matching-split = Jaa ennen tätä kuvaa
matching-merge = Liitä edelliseen sarjaan
matching-type-code = Kirjoita kortin koodi…
matching-not-a-card = Ei ole kortti
matching-undo = Kumoa viimeisin
matching-suggestion-key = Anna ehdotetulle puuttuvalle
matching-into-strip = Siirry sarjan kuviin
matching-assign-label = Kenen kuvat ovat
matching-assign-help = Kirjoita nimen tai luokan alku.
matching-assign-none = Kukaan ei vastaa hakua.
matching-assign-nobody = Ei kenenkään
matching-code-label = Kortin koodi kuvassa { $name }
matching-code-help = Koko koodi, tai tämän kuvauksen kortista vain loppu tarkistusmerkkeineen, esimerkiksi 0042-N.
matching-code-save = Tallenna koodi

## What happened, read aloud and shown below

matching-said = { $what } { $left ->
    [0] Tarkistettavia ei ole jäljellä.
    [one] Tarkistettavia on jäljellä { $number }.
   *[other] Tarkistettavia on jäljellä { $number }.
}
matching-done-owned = Kuvat ovat nyt: { $owner }.
matching-done-nobody = Kuvat eivät ole kenenkään.
matching-done-split = Sarja jaettiin.
matching-done-merge = Sarja liitettiin edelliseen.
matching-done-type-code = Kortin koodi kirjoitettiin.
matching-done-not-a-card = Ruutu on nyt muotokuva.
matching-done-undo = Kumottiin: { $edit }.
matching-edit-type-code = kortin koodi
matching-edit-not-a-card = merkintä, ettei ruutu ole kortti
matching-edit-split = sarjan jako
matching-edit-merge = sarjojen liitos
matching-edit-assign = kuvattavan valinta
matching-edit-shift = anto viereiselle kortille
matching-edit-confirm = vahvistus
matching-refused = Korjausta ei tehty.
matching-stale = Työkaveri on muuttanut kohdistusta. Tiedot luettiin uudelleen; katso sarja ja tee korjaus, jos se on vielä tarpeen.
not-applied-frame-gone = Kuvaa ei enää ole kuvauksen istunnoissa.
not-applied-no-card = Ruudussa ei näy mitään korttiin viittaavaa.
not-applied-nothing-to-split = Kuvan toisella puolella ei ole muotokuvia, joista tulisi oma sarja.
not-applied-no-neighbour = Sillä puolella ei ole sarjaa tai luettua korttia.
not-applied-owner-unknown = Kuvattava tai ryhmä ei ole tämän kuvauksen listalla.
not-applied-nobody-proposed = Sarjalle ei ole ehdotettu ketään. Valitse kuvattava.
not-applied-superseded = Sarjan kortille on kirjoitettu koodi tämän jälkeen.
not-applied-changed-since = Sarjassa on eri kuvat tai siitä on eri ehdotus kuin korjausta tehtäessä. Katso sarja uudelleen.

## Above the list

matching-unread = { $count ->
    [one] Yhdestä kuvasta ei ole vielä etsitty koodeja. Se on tarkistettavana, kunnes koodit on etsitty.
   *[other] { $number } kuvasta ei ole vielä etsitty koodeja. Ne ovat tarkistettavina, kunnes koodit on etsitty.
}
matching-read-codes = Etsi koodit
matching-reading-codes = Kuvista etsitään koodeja
matching-clock-behind = { $camera }: kello on { $time } jäljessä.
matching-clock-ahead = { $camera }: kello on { $time } edellä.
matching-clock-unnamed = Kamera
matching-clock-correct = Korjaa kuvausajat
matching-clock-corrected = Ajat on korjattu.
matching-clock-zone = Ero on tasatunteja: kameraan on luultavasti jäänyt väärä aikavyöhyke tai kesäaika. Aseta kello ennen seuraavaa kuvausta.
matching-not-applied = { $count ->
    [one] Yksi aiempi korjaus ei enää päde:
   *[other] { $number } aiempaa korjausta ei enää päde:
}
matching-not-applied-of = { $edit } ({ $number }): { $why }
matching-no-cards = Tähän kuvaukseen ei ole tehty kuvauskortteja, joten mikään luettu kortti ei kerro kuvattavaa. Valitse kuvattavat itse, tai tee kortit ennen kuvausta.
matching-to-jobs = Siirry kuvauksiin
