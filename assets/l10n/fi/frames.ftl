# Frames: grid, large view, marks and facts.

frame-grid = Kuvat
frame-toolbar = Rajaus ja järjestys
frame-sort = Järjestys
frame-sort-taken-at = Vanhin ensin
frame-sort-taken-at-descending = Uusin ensin
frame-sort-name = Nimi
frame-sort-name-descending = Nimi, Ö–A
frame-sort-rating = Paras ensin
frame-sort-subject = Kuvattavittain
frame-group-cards = Kuvauskortit
frame-search = Tiedoston nimi
frame-search-short = Nimi
frame-filter-rating = Vähimmäisarvosana
frame-filter-rating-least = Vähintään { $rating ->
    [one] { $rating } tähti
   *[other] { $rating } tähteä
}
frame-filter-reject = Hylkäykset
frame-filter-kept = Kelpaavat
frame-filter-rejected = Hylätyt
frame-filter-clear = Poista rajaus
frame-size = Kuvien koko
frame-selected = { $count ->
    [one] { $number } valittu
   *[other] { $number } valittu
}
frame-shown = { $shown } / { $total } ruutua
frame-shown-all = { $count ->
    [one] { $total } ruutu
   *[other] { $total } ruutua
}
frame-rejected-count = { $count ->
    [one] { $number } hylätty
   *[other] { $number } hylättyä
}
frame-position = { $at } / { $total }
frame-empty = Tässä kuvausistunnossa ei ole vielä kuvia.
frame-none-fit = Mikään kuva ei vastaa rajausta.
frame-name-alone = Kuva { $name }
frame-rating-is = { $rating ->
    [one] { $rating } tähti
   *[other] { $rating } tähteä
}
frame-is-rejected = Hylätty
frame-no-marks = Ei merkintöjä
frame-has-raw = RAW
frame-no-picture = Ei näytettävää kuvaa
frame-no-picture-text = Tiedosto on tallessa, mutta siinä ei ole kuvaa, jonka voisi näyttää.

frame-unreadable = Kuva on vioittunut tai puuttuu
frame-unreadable-text = Kuvaa ei voi näyttää: sen tallennettu tiedosto on vioittunut tai puuttuu.
frame-unreadable-action = Tuo kuva uudelleen kortilta tai palauta se varmuuskopiosta.
frame-unsharp = Tarkkaa kuvaa ei voi näyttää

frame-mark = Merkinnät
frame-marks-apply = { $count ->
    [one] Merkinnät koskevat { $number } kuvaa
   *[other] Merkinnät koskevat { $number } kuvaa
}
frame-rate = Anna { $rating ->
    [one] { $rating } tähti
   *[other] { $rating } tähteä
}
frame-rate-clear = Poista tähdet
frame-reject = Hylkää
frame-unreject = Peru hylkäys
frame-rated-many = { $count ->
    [one] { $number } kuvan tähdet muutettiin
   *[other] { $number } kuvan tähdet muutettiin
}
frame-rejected-many = { $count ->
    [one] { $number } kuva hylättiin
   *[other] { $number } kuvaa hylättiin
}
frame-unrejected-many = { $count ->
    [one] { $number } kuvan hylkäys peruttiin
   *[other] { $number } kuvan hylkäys peruttiin
}
frame-marked-many = { $count ->
    [one] { $number } kuva merkittiin
   *[other] { $number } kuvaa merkittiin
}
frame-nothing-to-undo = Ei kumottavia merkintöjä

frame-color-red = Punainen
frame-color-yellow = Keltainen
frame-color-green = Vihreä
frame-color-blue = Sininen
frame-color-clear = Poista väri
frame-filter-color = Väri
frame-retake = Uusintakuva
frame-retake-clear = Poista uusintakuvan merkintä
frame-turn-right = Käännä myötäpäivään
frame-turn-left = Käännä vastapäivään
frame-head = Pään paikka
frame-head-keys = Nuolet siirtävät, + ja − muuttavat kokoa, Enter asettaa, Esc palaa.
frame-head-set = Aseta
frame-head-remove = Poista pään paikka

frame-large = Suuri kuva
frame-open = Avaa suurena
frame-previous = Edellinen kuva
frame-next = Seuraava kuva
frame-zoom = Tarkka koko 1:1
frame-zoom-fit = Sovita ikkunaan
frame-zoom-in = Lähennä
frame-zoom-out = Loitonna
frame-back-to-grid = Takaisin kuvaruudukkoon
frame-key-rate = Tähdet
frame-key-select = Valitse kuva
frame-key-extend = Laajenna valintaa
frame-key-select-all = Valitse kaikki
frame-key-undo = Kumoa viimeisin merkintä
frame-key-pan = Siirrä tarkkaa kuvaa

frame-compare = Vertaa
frame-comparison = Kuvien vertailu
frame-compare-few = Valitse 2–4 kuvaa. C vertaa seuraavaan.
frame-compare-most = Enintään neljää kuvaa voi verrata kerralla.
frame-compare-alone = Ei toista kuvaa, johon verrata.
frame-compare-out = Jätä pois vertailusta

frame-facts = Kuvan tiedot
frame-facts-none = Valitse kuva, niin sen tiedot näkyvät tässä.
frame-fact-taken = Kuvattu
frame-taken-by-camera = kameran kello { $at }
frame-fact-camera = Kamera
frame-fact-serial = Sarjanumero
frame-fact-exposure = Valotus
frame-fact-size = Koko
frame-fact-files = Tiedostot
frame-fact-orders = Tilauksilla
frame-pixels = { $width } × { $height } px
frame-megapixels = { $value } Mpx
frame-iso = ISO { $value }

## What is to be remembered of a file

file-remark-truncated = Tiedosto on katkennut kesken
file-remark-damaged = Tiedosto on osin vioittunut
file-remark-profile-unreadable = Väriprofiilia ei voi lukea
file-remark-preview-only = Vain esikatselukuva voidaan näyttää; sitä ei voi tulostaa
file-remark-colors-unexplained = Väriavaruus ei selviä tiedostosta
file-remark-orientation-invalid = Asento on merkitty virheellisesti
file-remark-offset-invalid = Aikavyöhykettä ei voi lukea
